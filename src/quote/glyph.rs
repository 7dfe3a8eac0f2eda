//! Quotation marks one by one: which side each can stand on, and which are no quotation marks.
//!
//! `"` opens in `said "We` and closes in `ready," said`; `'` is an apostrophe in "’Tis" and "rock 'n' roll"; `"` are
//! inches in `6'2"`. Marks doubled at both ends, `""We go,""`, are one. What a mark pairs with is for
//! [`super::marks`] to say. Missed: two commas for a low mark, `,,We go''`.

use crate::document::Document;
use crate::token::{Gap, TokenKind};

/// Whether a mark is a double or a single one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
}

/// The look of a mark, whichever way it points.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Straight,
    Curly,
    Angle,
    /// ``` `` ``` and `''`
    Typed,
}

/// Whether a mark opens or closes, to judge by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Opens,
    Closes,
    /// A straight mark with the same on both sides.
    Either,
    /// A closing mark that is as likely a possessive, "soldiers'", or inches, `12"`.
    Doubtful,
}

/// A quotation mark.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    /// Its first token, and one past its last: doubled marks (`""`) are one.
    pub token: u32,
    pub end: u32,
    pub family: Family,
    pub look: Look,
    pub side: Side,
}

/// The quotation mark at token `i`, if it is one and no apostrophe.
pub(super) fn read_mark(document: &Document, i: usize, first: usize, end: usize) -> Option<Mark> {
    let token = &document.tokens[i];
    if token.kind != TokenKind::Quote {
        return None;
    }
    let before = (i > first && token.gap == Gap::None).then(|| &document.tokens[i - 1]);
    let after = document.tokens[i + 1..end].first().filter(|t| t.gap == Gap::None);
    let is_word =
        |t: &crate::token::Token| matches!(t.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol);
    let touches_left = before.is_some();
    let touches_right = after.is_some_and(|t| is_word(t) || t.kind == TokenKind::Quote)
        || after.is_some_and(|t| {
            t.kind == TokenKind::Punctuation && matches!(document.slice(t.span), "…" | "..." | "(" | "[")
        });
    let by_place = match (touches_left, touches_right) {
        (false, true) => Side::Opens,
        (true, false) => Side::Closes,
        // "said"We go": after a word that is glued to what follows.
        (true, true)
            if before
                .is_some_and(|t| t.kind == TokenKind::Punctuation && opens_after(document.slice(t.span))) =>
        {
            Side::Opens
        }
        _ => Side::Either,
    };
    let glyph = document.mark(i);
    let look = match glyph {
        "\"" | "'" => Look::Straight,
        "«" | "»" | "‹" | "›" => Look::Angle,
        "``" | "''" | "`" => Look::Typed,
        _ => Look::Curly,
    };
    let mark = |family, side| Some(Mark { token: i as u32, end: i as u32 + 1, family, look, side });
    // 6'2", 27", 12” wide: feet and inches.
    let inches = before.is_some_and(|t| t.kind == TokenKind::Number) && !touches_right;
    let feet = || i >= first + 2 && matches!(document.word(i - 2), "'" | "’");
    match glyph {
        "\"" | "”" if inches && (feet() || i == first + 1) => None,
        "\"" | "”" if inches => mark(Family::Double, Side::Doubtful),
        "“" if by_place == Side::Closes => mark(Family::Double, Side::Either),
        "“" | "„" | "‟" => mark(Family::Double, Side::Opens),
        "”" if by_place == Side::Opens => mark(Family::Double, Side::Either),
        "”" => mark(Family::Double, Side::Closes),
        "«" | "»" if by_place == Side::Either => mark(Family::Double, Side::Either),
        "«" | "»" => mark(Family::Double, by_place),
        "``" | "‘‘" => mark(Family::Double, Side::Opens),
        "''" | "’’" => mark(Family::Double, by_place),
        "\"" => mark(Family::Double, by_place),
        "‘" | "'" | "’" | "‚" | "‛" | "`" | "‹" | "›" => {
            if !touches_left {
                let follows = after?;
                if !is_word(follows) || is_clipped(document, i + 1, end) {
                    return None;
                }
                return mark(Family::Single, Side::Opens);
            }
            let before = before?;
            if touches_right && !after.is_some_and(|t| t.kind == TokenKind::Quote) {
                let opens = document.word(i) == "‘" || before.kind == TokenKind::Punctuation;
                return mark(Family::Single, Side::Opens).filter(|_| opens);
            }
            if before.kind == TokenKind::Number {
                return None;
            }
            // "soldiers' trenches", "goin' home"
            let word = document.lower(i - 1);
            let clipped = word.ends_with('s') || word.ends_with("in") || word == "o" || word == "n";
            let closes_phrase = after.is_some_and(|t| t.kind == TokenKind::Punctuation);
            if before.kind == TokenKind::Word && clipped && !closes_phrase {
                return mark(Family::Single, Side::Doubtful);
            }
            mark(Family::Single, Side::Closes)
        }
        _ => None,
    }
}

fn opens_after(mark: &str) -> bool {
    matches!(mark, "(" | "[" | "—" | "–" | "-" | ":" | "/" | "―")
}

/// Words that start with an apostrophe: "’Tis", "’n’", "’90s".
fn is_clipped(document: &Document, word: usize, end: usize) -> bool {
    const CLIPPED: &[&str] = &["em", "n", "til", "tis", "twas", "cause", "bout", "round"];
    let token = &document.tokens[word];
    let decade = || document.tokens[word + 1..end].first().is_some_and(|t| document.slice(t.span) == "s");
    match token.kind {
        TokenKind::Number => token.span.len() == 2 && (decade() || token.span.len() == 2),
        _ => CLIPPED.contains(&document.lower(word)),
    }
}

/// `""We go,""` and `"“We go,”"`: marks right beside one another that are doubled at both ends are one mark.
pub(super) fn join_doubled(document: &Document, marks: &mut Vec<Mark>) {
    let beside = |a: &Mark, b: &Mark| {
        a.end == b.token
            && a.family == Family::Double
            && b.family == Family::Double
            && document.tokens[b.token as usize].gap == Gap::None
    };
    let mut kept: Vec<Mark> = Vec::with_capacity(marks.len());
    let mut at = 0;
    while let Some(&mark) = marks.get(at) {
        let run = marks[at..].windows(2).take(3).take_while(|m| beside(&m[0], &m[1])).count();
        let last = at + run;
        let alike = marks[at..=last].iter().all(|m| m.look == mark.look);
        // Marks of two looks are one where the next that come are two as well.
        let doubled =
            run == 1 && marks.get(last + 1).zip(marks.get(last + 2)).is_some_and(|(a, b)| beside(a, b));
        let closes = run == 1 && kept.last().is_some_and(|k| k.end - k.token == 2 && k.side != Side::Closes);
        if run == 0 || !(alike || doubled || closes) {
            kept.push(mark);
            at += 1;
            continue;
        }
        let end = marks[last].end;
        let spaced = |i: u32| document.tokens.get(i as usize).is_none_or(|t| t.gap != Gap::None);
        let side = match (spaced(mark.token), spaced(end)) {
            (true, false) => Side::Opens,
            (false, true) => Side::Closes,
            _ if marks[last].side == Side::Opens => Side::Opens,
            _ if mark.side == Side::Closes => Side::Closes,
            _ => Side::Either,
        };
        kept.push(Mark { end, side, ..mark });
        at = last + 1;
    }
    *marks = kept;
}
