//! Credits: whose a picture or a report is.
//!
//! "Photo: Ana Roe/AFP", "(Reporting by Ana Roe; Editing by Li Wen)", "Ana Roe | Getty Images", "CreditCredit…Ana Roe/HP" on
//! lines of their own; the same behind a caption, in brackets or glued to it. Missed: a bare name below a picture.

use super::structure::ends_sentence;
use crate::lexicon::phrase::phrase_length;
use crate::lexicon::{self, Class};

/// Longer lines are no credits.
const LONGEST: usize = 300;
/// A credit of a picture has at most so many words.
const MOST: usize = 14;

/// Whether a line is a credit and nothing else.
pub(super) fn is_credit(words: &str) -> bool {
    if words.len() > LONGEST {
        return false;
    }
    let bare = words.trim_matches(['(', ')', '[', ']', '*', '_', ' ', '-', '–', '—', '.']);
    let lower = bare.to_lowercase().replace('’', "'");
    if phrase_length(&lower, Class::ReportLead) > 0 || contributed(&lower) {
        return true;
    }
    if words.starts_with('©') || lower.starts_with("(c) 20") || lower.starts_with("copyright") {
        return words.len() < 200 && !is_prose(&lower);
    }
    let count = bare.split_whitespace().count();
    count <= MOST && !ends_sentence(words) && (opens_credit(bare) || is_owner(bare))
}

/// Where the credit at the end of a caption starts, brackets included: "… in flames. (Ana Roe/AFP)", "… today. Credit: HP",
/// "… in flames.CreditCredit…Ana Roe/HP".
pub(super) fn tail_credit(words: &str) -> Option<usize> {
    const TAIL: usize = 160;
    let mut from = words.len().saturating_sub(TAIL);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    let tail = &words[from..];
    let closed = tail.trim_end_matches(['.', ' ']);
    let bracket = closed.ends_with([')', ']']).then(|| tail.rfind(['(', '['])).flatten();
    if let Some(open) = bracket {
        let inside = closed[open + 1..closed.len() - 1].trim();
        return (from + open > 0 && (opens_credit(inside) || is_owner(inside))).then_some(from + open);
    }
    // "Credit" and its like, after the end of a sentence or glued to it.
    let marked = |at: usize| {
        let before = tail[..at].trim_end();
        let glued = before.len() == at && at > 0 && !before.ends_with(['“', '"', '(', '-', '/']);
        let ended = before.ends_with(['.', '!', '?', '"', '”', ')']);
        let rest = tail[at..].trim();
        (glued && rest.starts_with("Credit") || ended)
            && rest.split_whitespace().count() <= MOST
            && !rest.trim_end_matches('.').contains(". ")
            && opens_credit(rest)
    };
    let lead = ["Credit", "CREDIT", "Photo", "PHOTO", "Image", "Picture", "Photograph"]
        .iter()
        .flat_map(|lead| tail.match_indices(lead).map(|(at, _)| at).collect::<Vec<_>>())
        .filter(|&at| at > 0 && marked(at))
        .min();
    if let Some(at) = lead {
        return Some(from + at);
    }
    // "… in flames. REUTERS/Ana Roe", "… in flames. Ana Roe/AFP"
    let stop = tail.char_indices().rev().find(|&(i, c)| {
        matches!(c, '.' | '!' | '?' | '”' | '"')
            && tail[i + c.len_utf8()..].trim_start().starts_with(char::is_uppercase)
    });
    let (stop, mark) = stop?;
    let rest = &tail[stop + mark.len_utf8()..];
    let owner = rest.trim();
    let signed = owner.contains(['/', '|']) || lexicon::is(&owner.to_lowercase(), Class::PictureAgency);
    (signed && !ends_sentence(owner) && is_owner(owner))
        .then(|| from + stop + mark.len_utf8() + (rest.len() - rest.trim_start().len()))
}

/// "Photo: Ana Roe", "Photo by Ana Roe", "Credit…Ana Roe", "Courtesy of the mill", "Image source, HP".
fn opens_credit(words: &str) -> bool {
    let lower = words.to_lowercase().replace('’', "'");
    if lower.starts_with("creditcredit") {
        return true;
    }
    if lower.starts_with("courtesy of ") || lower.starts_with("courtesy:") || lower.starts_with("courtesy ") {
        return !is_prose(&lower);
    }
    let lead = phrase_length(&lower, Class::CreditLead);
    let behind = lower[lead..].trim_start();
    let copyright = ["image copyright", "image source", "photo courtesy", "image courtesy"]
        .iter()
        .any(|l| lower.starts_with(l));
    let marked = behind.starts_with([':', '…']) || behind.starts_with("...") || behind.starts_with("by ");
    let signed = [" by ", "/", "|"].iter().any(|mark| behind.contains(mark)) && behind.starts_with("credit");
    lead > 0 && (marked || copyright || signed) && !is_prose(behind)
}

/// "Ana Roe/AFP", "REUTERS/Ana Roe", "Ana Roe | HP | Getty Images", "Getty Images", "SpaceX via NASA": names, and an agency
/// among them.
fn is_owner(words: &str) -> bool {
    let words = words.trim_matches(['.', ' ', '(', ')', '©']);
    let named = words.split([' ', '/', '|']).filter(|w| !w.is_empty()).all(|w| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || matches!(w, "via" | "for" | "of" | "the" | "and" | "file" | "photo")
    });
    let agency = |piece: &str| {
        let piece = piece.trim().to_lowercase();
        let piece = piece.split(" for ").next().unwrap_or(&piece);
        lexicon::is(piece, Class::PictureAgency)
            || piece
                .strip_suffix(" file")
                .or(piece.strip_suffix(" photo"))
                .is_some_and(|p| lexicon::is(p, Class::PictureAgency))
    };
    let pieces = words.split(['/', '|']).flat_map(|piece| piece.split(" via "));
    let slashed = words.contains(['/', '|']) || words.contains(" via ");
    let found = pieces.filter(|piece| agency(piece)).count();
    words.split_whitespace().count() <= 10 && named && found > 0 && (slashed || agency(words))
}

/// "Ana Roe contributed to this report."
fn contributed(lower: &str) -> bool {
    let end = lower.trim_end_matches(['.', ' ']);
    ["report", "story", "article"].iter().any(|what| {
        ["contributed to this ", "contributed reporting to this ", "contributed to the "]
            .iter()
            .any(|lead| end.contains(&format!("{lead}{what}")))
    }) || end.contains(" contributed reporting") && end.len() < 200
}

/// Whether words go on as a sentence does: "Photo: the mill is burning and people …".
fn is_prose(lower: &str) -> bool {
    lower.split_whitespace().any(|word| {
        lexicon::is(word, Class::Be) || lexicon::is(word, Class::Have) || lexicon::is(word, Class::Modal)
    })
}
