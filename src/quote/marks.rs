//! Quotation marks, paired.
//!
//! Double marks (`"…"`, `“…”`, `„…“`, `«…»`, ``` ``…'' ```) and single ones (`‘…’`, `'…'`) pair
//! within a block. What stands around a straight mark says whether it opens or closes: "said "We"
//! opens, "ready," said" closes. Extraction and typists mix marks (`“…"`, `"…'`), so a mark of the
//! other family closes where its own never comes. A mark that is still open at the end of a block
//! runs on where the next block opens with one again (the printers' rule for a quotation over
//! several paragraphs); otherwise it is a slip, and holds no more than its own sentence, or its own
//! paragraph where it opens that.
//!
//! Apostrophes beside British single marks: "the soldiers' trenches" closes nothing while a better
//! mark follows, "'Tis" and "rock 'n' roll" open nothing, a single mark opens only where something
//! closes it. `6'2"` is a height.
//!
//! Missed: a closing single mark after a word in -s, where a possessive follows in the quotation.

use crate::document::Document;
use crate::token::{Case, Gap, TokenKind};

/// Words in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    /// The token of its opening mark.
    pub open: u32,
    /// Its first token after the mark.
    pub first: u32,
    /// One past its last token before the closing mark.
    pub end: u32,
    /// One past its closing mark; the same as `end` where that is missing.
    pub after: u32,
    /// Still open at the end of its block, and opened again by the next block.
    pub runs_on: bool,
    /// Stands inside another one.
    pub nested: bool,
}

/// Pairs the quotation marks of a document. Sorted by opening mark; a nested quotation comes after
/// the one that holds it.
pub(super) fn pair_marks(document: &Document) -> Vec<Quotation> {
    let tokens = &document.tokens;
    let mut found = Vec::new();
    let mut first = 0;
    for (index, block) in document.layout.blocks.iter().enumerate() {
        let end = document.tokens_until(first, block.span.end);
        let next_opens = document.layout.blocks.get(index + 1).is_some()
            && tokens.get(end).is_some_and(|t| t.kind == TokenKind::Quote)
            && tokens.get(end + 1).is_some_and(|t| t.gap == Gap::None && t.kind != TokenKind::Punctuation)
            && !opens_turn(document, end + 1);
        pair_block(document, first, end, next_opens, &mut found);
        first = end;
    }
    found.sort_by_key(|q: &Quotation| q.open);
    found
}

/// Whether the token at `at` starts a label: "“PENCE: No." is said by another than what came before.
pub(super) fn opens_turn(document: &Document, at: usize) -> bool {
    let upper = |i: usize| document.tokens.get(i).is_some_and(|t| document.words.case(t.word) == Case::Upper);
    let colon = |i: usize| i < document.tokens.len() && document.word(i) == ":";
    upper(at) && (1..=3).any(|n| colon(at + n) && (at..at + n).all(|i| upper(i) || document.word(i) == "."))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    /// A straight mark with the same on both sides.
    Either,
    /// A closing mark that is as likely a possessive: "soldiers'".
    Doubtful,
}

struct Mark {
    token: u32,
    family: Family,
    side: Side,
}

/// What follows a mark in its block.
#[derive(Clone, Copy, Default)]
struct Ahead {
    /// A closing double mark comes before an opening one.
    double: bool,
    /// A closing single mark comes before an opening one.
    single: bool,
    /// The same, or one that may be a possessive.
    doubtful: bool,
}

fn pair_block(document: &Document, first: usize, end: usize, next_opens: bool, found: &mut Vec<Quotation>) {
    let marks: Vec<Mark> = (first..end).filter_map(|i| read_mark(document, i, first, end)).collect();
    if marks.is_empty() {
        return;
    }
    let ahead = look_ahead(&marks);
    let mut push = |open: usize, end: u32, after: u32, nested: bool, runs_on: bool| {
        let open = marks[open].token;
        if open + 1 < end {
            found.push(Quotation { open, first: open + 1, end, after, runs_on, nested });
        }
    };
    let (mut outer, mut inner): (Option<usize>, Option<usize>) = (None, None);
    for (m, mark) in marks.iter().enumerate() {
        let is_open = |open: Option<usize>| open.is_some_and(|o| marks[o].family == mark.family);
        let opens = match mark.side {
            Side::Opens => true,
            Side::Closes => false,
            Side::Either => !is_open(inner) && !is_open(outer),
            Side::Doubtful if !(is_open(inner) || is_open(outer)) || ahead[m].doubtful => continue,
            Side::Doubtful => false,
        };
        if opens {
            let closed = ahead[m].doubtful || ahead[m].double && outer.is_none();
            if mark.family == Family::Single && !closed {
                continue;
            }
            // "It is about “fairness” again": curly marks inside straight ones.
            let glyph = |m: usize| document.mark(marks[m].token as usize);
            let closes = |m: usize| marks.get(m).is_some_and(|n| document.mark(n.token as usize) == "”");
            let curly = |o: usize| {
                glyph(m) == "“" && closes(m + 1) && (glyph(o) == "\"" || glyph(o) == "“" && closes(m + 2))
            };
            match (outer, inner) {
                (None, _) => outer = Some(m),
                (Some(o), None) if curly(o) => inner = Some(m),
                (Some(o), _) if marks[o].family == mark.family => {
                    // The mark that should have closed `o` is missing: it ends where its sentence does.
                    let stop = sentence_end(document, marks[o].token, mark.token);
                    push(o, stop, stop, false, false);
                    outer = Some(m);
                    inner = None;
                }
                (Some(_), None) => inner = Some(m),
                (Some(_), Some(_)) => {}
            }
            continue;
        }
        match (outer, inner) {
            (_, Some(i)) if marks[i].family == mark.family => {
                push(i, mark.token, mark.token + 1, true, false);
                inner = None;
            }
            (Some(o), _) if marks[o].family == mark.family => {
                push(o, mark.token, mark.token + 1, false, false);
                (outer, inner) = (None, None);
            }
            // A mark of the other family closes where its own never comes.
            (Some(o), None) if !ahead[m].closes(marks[o].family) && mark.side != Side::Doubtful => {
                push(o, mark.token, mark.token + 1, false, false);
                outer = None;
            }
            _ => {}
        }
    }
    if let Some(o) = outer {
        let open = marks[o].token;
        let opens_block = open as usize <= first + 2;
        let stop =
            if next_opens || opens_block { end as u32 } else { sentence_end(document, open, end as u32) };
        push(o, stop, stop, false, next_opens);
    }
}

impl Ahead {
    fn closes(self, family: Family) -> bool {
        match family {
            Family::Double => self.double,
            Family::Single => self.single,
        }
    }
}

/// Where the sentence after the mark at token `open` ends, at most `limit`.
fn sentence_end(document: &Document, open: u32, limit: u32) -> u32 {
    let sentence = document.sentence_of(open as usize + 1);
    document.sentences.get(sentence).map_or(limit, |s| s.tokens.end).min(limit)
}

fn look_ahead(marks: &[Mark]) -> Vec<Ahead> {
    let mut ahead = vec![Ahead::default(); marks.len()];
    let mut now = Ahead::default();
    for (m, mark) in marks.iter().enumerate().rev() {
        ahead[m] = now;
        match (mark.family, mark.side) {
            (Family::Double, side) => now.double = side != Side::Opens,
            (Family::Single, Side::Opens) => (now.single, now.doubtful) = (false, false),
            (Family::Single, Side::Doubtful) => now.doubtful = true,
            (Family::Single, _) => (now.single, now.doubtful) = (true, true),
        }
    }
    ahead
}

/// The quotation mark at token `i`, if it is one and no apostrophe.
fn read_mark(document: &Document, i: usize, first: usize, end: usize) -> Option<Mark> {
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
    let mark = |family, side| Some(Mark { token: i as u32, family, side });
    match document.mark(i) {
        "“" if by_place == Side::Closes => mark(Family::Double, Side::Either),
        "“" | "„" | "‟" | "““" => mark(Family::Double, Side::Opens),
        "”" if by_place == Side::Opens => mark(Family::Double, Side::Either),
        "”" | "””" => mark(Family::Double, Side::Closes),
        "«" | "»" if by_place == Side::Either => mark(Family::Double, Side::Either),
        "«" | "»" => mark(Family::Double, by_place),
        "``" | "‘‘" => mark(Family::Double, Side::Opens),
        "''" | "’’" => mark(Family::Double, by_place),
        "\"" => {
            // 6'2", 27": feet and inches.
            if before.is_some_and(|t| t.kind == TokenKind::Number) && !touches_right && i >= first + 2 {
                let two = document.word(i - 2);
                if matches!(two, "'" | "’") || i == first + 1 {
                    return None;
                }
            }
            mark(Family::Double, by_place)
        }
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
                return (document.word(i) == "‘" || before.kind == TokenKind::Punctuation).then_some(Mark {
                    token: i as u32,
                    family: Family::Single,
                    side: Side::Opens,
                });
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in quotation marks, one after the other; nested ones in parentheses.
    fn quoted(text: &str) -> Vec<String> {
        let document = Document::new(text);
        pair_marks(&document)
            .iter()
            .map(|q| {
                let words = document.slice(document.span(q.first as usize, q.end as usize));
                match (q.nested, q.runs_on) {
                    (true, _) => format!("({words})"),
                    (_, true) => format!("{words} >"),
                    _ => words.to_string(),
                }
            })
            .collect()
    }

    #[test]
    fn marks_pair() {
        for (text, expected) in [
            ("“We go,” she said. \"They stay,\" he said.", &["We go,", "They stay,"][..]),
            ("„Wir gehen“, he said. «Nous restons», she said.", &["Wir gehen", "Nous restons"]),
            ("``We go,'' she said.", &["We go,"]),
            ("'We don't know the farmers' plan,' he said.", &["We don't know the farmers' plan,"]),
            ("the miners' tools and the smiths' shop", &[]),
            ("’Tis rock ’n’ roll of the ’90s, said the singers’ agent.", &[]),
            ("He is 6'2\" tall and said \"fine\" twice.", &["fine"]),
            (
                "\"But it will not help,' said Moreno.\n\n\"It is late.\"",
                &["But it will not help,", "It is late."],
            ),
            ("Moreno said he came 'to see the dam.\" It held.", &["to see the dam."]),
            ("“It held,\" he said. \"It will,” she said.", &["It held,", "It will,"]),
            ("“He said ‘go’ and left,” she said.", &["He said ‘go’ and left,", "(go)"]),
            ("\"It is about “fairness” again,\" she said.", &["It is about “fairness” again,", "(fairness)"]),
            ("“He called it “fair” and left,” she said.", &["He called it “fair” and left,", "(fair)"]),
            ("“First part.\n\n“Second part,” he said.", &["First part. >", "Second part,"]),
            ("“RUIZ: Why?\n\n“BERG: No.", &["RUIZ: Why?", "BERG: No."]),
            ("She said “we go. Then it rained. It was “late.”", &["we go.", "late."]),
            ("The mayor left.\" Nobody knew.", &[]),
            ("\"", &[]),
            ("\"\"\"\"", &[]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }
}
