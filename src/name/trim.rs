//! What is certain about the borders of a name, whatever the model says.

use super::Name;
use super::credit::find_credits;
use super::day::{is_amount, is_date};
use super::quoted::{mend_quotes, trimmed_end};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::given::gender_of_given;
use crate::lexicon::noun::{Class, noun};
use crate::rule::Rule;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[
    &CREDIT, &FILE, &LINE, &ROW, &SCORE, &FIRST, &PARTY, &RANK, &TITLE, &GREETING, &ROLE, &THE, &LINK,
    &MARKS, &DATE, &AMOUNT, &NOTHING, &NUMBERED, &LATE,
];

/// Words that never start a name: marks, and what the model takes in from before it.
const NEVER_FIRST: &[&str] =
    &["'s", "'", "’", "-", "–", ".", "\"", "“", "”", "&", "'n'", "/", "of", "and", "for", "in"];

static CREDIT: Rule = Rule {
    id: "name.credit",
    says: "Who took a photo is none of the story's people.",
    fires: &["The port (Photo: [Ana Ruiz|p]/[AFP|o]) burnt.", "Photo by [Ana Ruiz|p]. [Roe|p] left."],
    spares: &["A photo by [Ana Ruiz|p] won the prize."],
};

static FILE: Rule = Rule {
    id: "name.file",
    says: "The name of a file is none of the story's.",
    fires: &["See [Report|o].pdf and [Ana|p]_letter.doc."],
    spares: &["See [Report|o]. Pdf files are read."],
};

static LINE: Rule = Rule {
    id: "name.line-end",
    says: "A name ends with its line, and two people joined by a word are two.",
    fires: &[
        "[Ana Ruiz\nPlease|p] take a ticket and wait for your turn in the hall.",
        "[Ana Ruiz and Paulo Roe|p] met.",
    ],
    spares: &[
        "The painter who lives and works in the port of the town is [Ana\nRuiz|p], and she is late for it.",
        "[Joan of Arc|p]",
    ],
};

static ROW: Rule = Rule {
    id: "name.table-row",
    says: "The numbers of a table's row are no part of the name before them.",
    fires: &["[Ayr 3 1 2 0|o]"],
    spares: &["[Zone 3|l]"],
};

static SCORE: Rule = Rule {
    id: "name.score",
    says: "A score is no part of a team.",
    fires: &["They beat the [Duke Devils 71-64|o]."],
    spares: &["the [Kelm World Cup 2019-20|o]"],
};

static FIRST: Rule = Rule {
    id: "name.never-first",
    says: "No name starts with a mark or a small word that ties.",
    fires: &["[“Ana Ruiz|p] left."],
    spares: &["[Ana Ruiz|p] left."],
};

static PARTY: Rule = Rule {
    id: "name.party-and-state",
    says: "A party and a state in brackets are a place.",
    fires: &["Rep. [Ana Ruiz|p] ([D-Md.|p])"],
    spares: &["[Ana Ruiz|p] ([Md.|l])"],
};

static RANK: Rule = Rule {
    id: "name.rank",
    says: "A rank with a surname of the text is a person, though it was taken for a body.",
    fires: &["[Ana Roe|p] met [General Roe|o]."],
    spares: &["[Ana Roe|p] met [General Motors|o]."],
};

static TITLE: Rule = Rule {
    id: "name.title",
    says: "A title before a person is no part of the name.",
    fires: &["[President Ana Ruiz|p] spoke."],
    spares: &["[Ana King|p] won.", "[Hunter Alan Roe|p] spoke."],
};

static GREETING: Rule = Rule {
    id: "name.greeting",
    says: "A greeting is no part of a name.",
    fires: &["[Hello Ana Ruiz|p], it is late."],
    spares: &["[Ana Ruiz|p], it is late."],
};

static ROLE: Rule = Rule {
    id: "name.role",
    says: "What somebody does is no part of the name behind it.",
    fires: &["[Actor Ana Maria Ruiz|p] spoke."],
    spares: &["[Hunter Alan Roe|p] spoke."],
};

static THE: Rule = Rule {
    id: "name.article",
    says: "The article is no part of a name.",
    fires: &["[the Porto Post|o]"],
    spares: &["[The Porto Post|o]"],
};

static LINK: Rule = Rule {
    id: "name.link",
    says: "An address is no name.",
    fires: &["Write to [press@port.org|o]."],
    spares: &["Write to [Port|o]."],
};

static MARKS: Rule = Rule {
    id: "name.marks-alone",
    says: "Marks alone are no name.",
    fires: &["[*|p] left [(|o]."],
    spares: &["[Ruiz|p]"],
};

static DATE: Rule = Rule {
    id: "name.date",
    says: "A day is no name.",
    fires: &["On [Tuesday|x], on [July 11|x]."],
    spares: &["[July Ruiz|p]"],
};

static AMOUNT: Rule = Rule {
    id: "name.amount",
    says: "An amount or a business year is no name.",
    fires: &["They paid [Rs 500|x] in [FY2023|x]."],
    spares: &["[Rs|x]"],
};

static NOTHING: Rule = Rule {
    id: "name.nothing-alone",
    says: "A title, a month or a numeral alone is no name.",
    fires: &["Mr [President|p], in [June|x] and [III|l]"],
    spares: &["[Ana King|p] won. [King|p] wept."],
};

static NUMBERED: Rule = Rule {
    id: "name.numbered-place",
    says: "A number on a hyphen belongs to the place.",
    fires: &["near [Zolote|l]-4"],
    spares: &["near [Zolote|l] - 4 miles"],
};

static LATE: Rule = Rule {
    id: "name.late-title",
    says: "A title is taken off those who were found to be people only later.",
    fires: &["[Dr. Roe|o], 56, said he left. Mr. [Roe|p] spoke."],
    spares: &["[Dr. Roe|o] Corp. rose."],
};

/// Cuts names at the ends of lines, takes titles, articles, `'s` and stray marks off, and drops what is
/// none: marks alone, days, titles without a name, and what stands in a photo credit.
pub(super) fn trim_names(document: &Document, names: &mut Vec<Name>) {
    let credits = find_credits(document);
    let mut credits = credits.iter().peekable();
    let mut roles = Roles::new(document, names);
    let mut kept = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        while credits.next_if(|credit| credit.1 <= name.first).is_some() {}
        let credited = credits.peek().is_some_and(|credit| credit.0 < name.end);
        if credited && CREDIT.acts(name.span) || is_file(document, &name) && FILE.acts(name.span) {
            continue;
        }
        let lines = (name.first + 1..name.end).filter(|&i| document.tokens[i as usize].gap == Gap::Line);
        let table = lines.take(2).count() > 1;
        let mut first = name.first;
        while first < name.end {
            let end = piece_end(document, &name, first, table);
            let piece = Name { first, end, ..name.clone() };
            // What starts a line has a capital anyway: "Ana Ruiz\nPlease".
            if first == name.first || end - first > 1 || roles.is_surname(first as usize) {
                kept.extend(trimmed(document, piece, &mut roles));
            }
            first = end;
        }
    }
    mend_quotes(document, &mut kept);
    *names = kept;
}

/// Takes titles off those who were found to be people only later: "Dr. Roth, 56".
pub(super) fn trim_titles(document: &Document, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Person) {
        while name.first + 1 < name.end && is_title(document, name.first as usize) && LATE.acts(name.span) {
            name.first += 1;
            name.span = document.span(name.first as usize, name.end as usize);
        }
    }
}

/// Whether a name is that of a file, or a part of it: "Report.pdf", "Lisa_coverletter.doc".
fn is_file(document: &Document, name: &Name) -> bool {
    let text = document.text.as_bytes();
    let glued = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b'_');
    let (start, end) = (name.span.start as usize, name.span.end as usize);
    let extension = |word: &str| lexicon::is(word, lexicon::Class::FileType);
    let next = name.end as usize;
    let follows = document.tokens.get(next + 1).is_some_and(|token| {
        token.gap == Gap::None
            && document.tokens[next].gap == Gap::None
            && document.word(next) == "."
            && extension(document.lower(next + 1))
    });
    let holds = document.lower(next - 1).rsplit_once('.').is_some_and(|(_, last)| extension(last));
    follows || holds || glued(start.checked_sub(1)) || glued(Some(end))
}

/// Where a part of a name that starts at `first` ends: at the end of a block, or of a line that is none of
/// a hard-wrapped paragraph; of every line in a `table`; before "and" where two people were taken for one.
fn piece_end(document: &Document, name: &Name, first: u32, table: bool) -> u32 {
    let cut = |i: usize| match document.tokens[i].gap {
        Gap::Block => true,
        // A line may open a turn of its own: "BERG: No."
        // "Jean-" / "Luc Moreau"
        Gap::Line if document.word(i - 1) == "-" && document.tokens[i - 1].gap == Gap::None => false,
        Gap::Line => table || ends_line(document, i) || document.block_of(i) != document.block_of(i - 1),
        _ => {
            name.kind == EntityKind::Person && matches!(document.word(i), "and" | "/" | "of") && {
                // "Theodore of Tarsus", but "Ana Ruiz of Peru".
                document.word(i) != "of" || i - first as usize > 1
            }
        }
    };
    (first + 1..name.end).find(|&i| cut(i as usize) && LINE.acts(name.span)).unwrap_or(name.end)
}

/// Whether the line before a token ends although the token would have had room on it.
fn ends_line(document: &Document, token: usize) -> bool {
    const WIDEST: usize = 240;
    let bytes = document.text.as_bytes();
    let start = document.tokens[token].span.start as usize;
    let before = document.tokens[token - 1].span.end as usize;
    let newline = |b: &u8| matches!(b, b'\n' | b'\r' | 0x0C);
    let line = bytes[before.saturating_sub(WIDEST)..before].iter().rev().take_while(|b| !newline(b)).count();
    let next = bytes[start..bytes.len().min(start + WIDEST)].iter().take_while(|b| !newline(b)).count();
    line + 1 + document.tokens[token].span.len() <= next
}

/// A name within its borders; none where nothing is left.
fn trimmed(document: &Document, name: Name, roles: &mut Roles) -> Option<Name> {
    let (mut first, mut end, mut kind) = (name.first as usize, name.end as usize, name.kind);
    // "Ayr 3 1 2 0": the row of a table.
    let number = |i: usize| document.tokens[i].kind == TokenKind::Number;
    end = (first + 1..end - 1).find(|&i| number(i) && number(i + 1) && ROW.acts(name.span)).unwrap_or(end);
    // "beat Duke 71-64": a score is no part of a team.
    let score =
        |i: usize| number(i) && i + 3 == end && matches!(document.word(i + 1), "-" | "–") && number(i + 2);
    if end > first + 3
        && score(end - 3)
        && !is_year(document, end - 1)
        && kind != EntityKind::Event
        && SCORE.acts(name.span)
    {
        end -= 3;
    }
    end = trimmed_end(document, first, end);
    while first < end && NEVER_FIRST.contains(&document.lower(first)) && FIRST.acts(name.span) {
        first += 1;
    }
    // "(D-Md.)", "R-Iowa": a senator's party and state.
    if first + 2 < end
        && matches!(document.word(first), "D" | "R" | "I")
        && document.word(first + 1) == "-"
        && PARTY.acts(name.span)
    {
        first += 2;
        kind = EntityKind::Place;
    }
    // "General Roe", taken for a body, where Ana Roe is named too.
    let title = end == first + 2 && is_title(document, first) && kind != EntityKind::Group;
    if title && kind != EntityKind::Person && roles.is_surname(first + 1) && RANK.acts(name.span) {
        kind = EntityKind::Person;
    }
    if kind == EntityKind::Person {
        while first + 1 < end
            && (is_title(document, first) && TITLE.acts(name.span)
                || is_greeting(document, first) && GREETING.acts(name.span)
                || end - first > 2 && roles.is_role(first) && ROLE.acts(name.span))
        {
            first += 1;
        }
    }
    if first + 1 < end && document.word(first) == "the" && THE.acts(name.span) {
        first += 1;
    }
    let is_link = |i: usize| document.tokens[i].kind == TokenKind::Link;
    let is_word = |i: usize| document.word(i).contains(char::is_alphanumeric);
    if first >= end
        || (first..end).any(is_link) && LINK.acts(name.span)
        || !(first..end).any(is_word) && MARKS.acts(name.span)
        || is_date(document, first, end) && DATE.acts(name.span)
        || is_amount(document, first, end) && AMOUNT.acts(name.span)
        || end == first + 1 && is_nothing(document, first, kind, roles) && NOTHING.acts(name.span)
    {
        return None;
    }
    if kind == EntityKind::Place && is_numbered(document, end) && NUMBERED.acts(name.span) {
        end += 2;
    }
    Some(Name { first: first as u32, end: end as u32, span: document.span(first, end), kind })
}

/// Words that are no names alone: titles, "June", "III", "R".
fn is_nothing(document: &Document, word: usize, kind: EntityKind, roles: &Roles) -> bool {
    let month = matches!(document.lower(word), "april" | "august" | "june" | "may");
    let numeral = document.tokens[word].span.len() > 1
        && document.word(word).bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let letter = document.word(word).chars().nth(1).is_none();
    if stands_before_name(document, word) {
        return true;
    }
    match kind {
        // "Speaker:" may be all that a transcript has.
        EntityKind::Person => {
            is_title(document, word) && !roles.is_surname(word) && document.lower(word) != "speaker"
        }
        EntityKind::Organization | EntityKind::Place => numeral || letter,
        _ => numeral || letter || month,
    }
}

/// "**Barr.** Emeka Obi", whatever the title was taken for.
fn stands_before_name(document: &Document, word: usize) -> bool {
    let lower = document.lower(word);
    let stop =
        lower.ends_with('.') || document.word(word + 1) == "." && document.tokens[word + 1].gap == Gap::None;
    let name = if lower.ends_with('.') { word + 1 } else { word + 2 };
    let bare = lower.trim_end_matches('.');
    stop && lexicon::is(bare, lexicon::Class::StopTitle)
        && document
            .tokens
            .get(name)
            .is_some_and(|t| t.gap == Gap::Space && document.words.case(t.word) == Case::Title)
}

/// "Dear Mr. Roe", "Hello Ana Ruiz"
fn is_greeting(document: &Document, token: usize) -> bool {
    matches!(document.word(token), "Dear" | "Hello" | "Hi" | "Hey" | "Dearest" | "Bonjour" | "Hola")
}

/// What is known of words in people's names.
struct Roles<'a, 't> {
    document: &'a Document<'t>,
    /// By word type: whether it ends a name of several words.
    surname: Vec<bool>,
    /// By word type: whether it is a noun for what somebody does, once it was asked for.
    role: Vec<Option<bool>>,
}

impl<'a, 't> Roles<'a, 't> {
    fn new(document: &'a Document<'t>, names: &[Name]) -> Self {
        let mut surname = vec![false; document.words.len()];
        for name in names.iter().filter(|n| n.kind == EntityKind::Person && n.end > n.first + 1) {
            let one_line = (name.first + 1..name.end).all(|i| document.tokens[i as usize].gap < Gap::Line);
            if one_line && !is_title(document, name.end as usize - 2) {
                surname[document.tokens[name.end as usize - 1].word.index()] = true;
            }
        }
        Self { document, surname, role: vec![None; document.words.len()] }
    }

    fn is_surname(&self, token: usize) -> bool {
        self.surname[self.document.tokens[token].word.index()]
    }

    /// "Actor Ana Ruiz"; no first name that is a noun too, "Hunter".
    fn is_role(&mut self, token: usize) -> bool {
        let document = self.document;
        *self.role[document.tokens[token].word.index()].get_or_insert_with(|| {
            let word = document.lower(token);
            let person = noun(word).is_some_and(|n| n.class == Class::Person && !n.plural)
                || word.len() > 7 && word.ends_with("ist");
            person && gender_of_given(word).is_none()
        })
    }
}

/// Whether the numbers are a year's: "the Cup 2019-20", "1996-08-31".
fn is_year(document: &Document, number: usize) -> bool {
    document.word(number - 2).len() > 3 || document.word(number).len() > 3 || document.word(number + 1) == "-"
}

/// Whether a number hangs on the name by a hyphen: "Zolote-4".
fn is_numbered(document: &Document, end: usize) -> bool {
    let [hyphen, number, ..] = &document.tokens[end..] else { return false };
    hyphen.gap == Gap::None
        && number.gap == Gap::None
        && document.word(end) == "-"
        && number.kind == TokenKind::Number
        && number.span.len() < 3
}

fn is_title(document: &Document, token: usize) -> bool {
    let word = document.lower(token);
    // "Tan Sri", "Datuk Seri": two words each.
    let pair = match word {
        "tan" | "puan" => document.lower(token + 1) == "sri",
        // "Dato' Sri"
        "'" | "’" => token > 0 && matches!(document.lower(token - 1), "dato" | "datu"),
        "sri" | "seri" if token > 1 && matches!(document.word(token - 1), "'" | "’") => true,
        "sri" | "seri" => token > 0 && matches!(document.lower(token - 1), "dato" | "datuk" | "puan" | "tan"),
        _ => false,
    };
    pair || lexicon::is(word.strip_suffix('.').unwrap_or(word), lexicon::Class::Title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Marked;

    #[test]
    fn names_end_at_their_borders() {
        for (marked, expected) in [
            ("[President Ana Ruiz|p] spoke.", "Ana Ruiz"),
            ("[Prime Minister Sir Alan Roe|p] spoke.", "Alan Roe"),
            ("[Actor Ana Maria Ruiz|p] spoke.", "Ana Maria Ruiz"),
            ("[Hunter Alan Roe|p] spoke.", "Hunter Alan Roe"),
            ("[the Porto Post|o]", "Porto Post"),
            ("[Peru's|l] ports", "Peru"),
            ("[the Ruizes'|p] house", "Ruizes"),
            ("[“|o] [-|l] [&|p]", ""),
            ("On [Tuesday|x] in [July|x], on [July 11|x] and in [June|x].", ""),
            ("[Unit II|l] and [III|l]", "Unit II"),
            ("Mr [President|p], Madam [Chancellor|p]", ""),
            ("[Ana King|p] won. [King|p] wept.", "Ana King; King"),
            ("[Ana Roe|p] met [General Roe|o] and [General Motors|o].", "Ana Roe; Roe; General Motors"),
            ("Rep. [Ana Ruiz|p] ([D-Md.|p])", "Ana Ruiz; Md."),
            ("[Ana Ruiz and Paulo Roe|p] met.", "Ana Ruiz; Paulo Roe"),
            ("[Ana Ruiz of Peru|p] and [Joan of Arc|p]", "Ana Ruiz; Peru; Joan of Arc"),
            ("[Ayr 3 1 2 0|o]", "Ayr"),
            ("[Ana “Nita|p]” [Ruiz|p] sang.", "Ana “Nita” Ruiz"),
            ("[Ana “Nita” Ruiz|p] sang. [Ana “Nita|p] left.", "Ana “Nita” Ruiz; Ana"),
            ("near [Zolote|l]-4", "Zolote-4"),
        ] {
            check(marked, expected);
        }
    }

    #[test]
    fn names_end_with_their_line() {
        check("[Ana Ruiz|p]\n\n[Paulo Roe|p]", "Ana Ruiz; Paulo Roe");
        check(
            "[Ana Ruiz\nAna Maria Ruiz|p] is a painter who lives and works in the old port of the town.",
            "Ana Ruiz; Ana Maria Ruiz",
        );
        check(
            "The painter who lives and works in the port of the town is [Ana\nRuiz|p], and she is late for it.",
            "Ana\nRuiz",
        );
        check("[Ana Ruiz\nPlease|p] take a ticket and wait for your turn in the hall.", "Ana Ruiz");
    }

    #[test]
    fn credits_and_links_hold_no_names() {
        check("The port (Photo: [Ana Ruiz|p]/[AFP|o]) burnt.", "");
        check("[Paulo Roe|p] waits. Photo by [Ana Ruiz|p]. [Roe|p] left.", "Paulo Roe; Roe");
        check("See [Report|o].pdf and [Ana|p]_letter.doc, [Ana|p].", "Ana");
        check("Write to [press@port.org|o], see [www.port.org|o] or [@AnaRuiz|p].", "");
    }

    fn check(marked: &str, expected: &str) {
        let read = Marked::read(marked);
        let document = Document::new(&read.text);
        let (mut names, _) = read.found(&document);
        trim_names(&document, &mut names);
        let words: Vec<&str> = names.iter().map(|n| document.slice(n.span)).collect();
        assert_eq!(words.join("; "), expected, "{marked}");
    }
}
