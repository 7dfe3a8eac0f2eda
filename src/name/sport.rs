//! Teams named for their towns: "Southend 1 Swindon 3", "Falkirk 3 1 1 1 1 4", "Leeds beat Derby 2-0".
//!
//! A name is what it names: in a table of results, the club and not the town. Tables are known by their lines:
//! a name and four numbers or more, or two names with a number each. A line alone may be anything, so
//! two are asked for. What a table shows to be a team is one in the rest of the text too, where no word of place
//! stands before it ("in Leeds") and no date after it ("LEEDS 1996-08-31"). Countries stay places, and persons
//! with two names persons: "Tim Henman 6 4 6 2".
//!
//! Missed: teams of a text without a table or score, of sports that print other tables, and two towns that play in
//! a third one's stadium.

use crate::hash::TextSet;
use crate::lexicon::{self, Class};

use super::Name;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::rule::Rule;
use crate::span::Span;
use crate::token::{Case, Gap, TokenKind};

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] = &[&PLAYER, &TABLE, &TEAM];

/// A team's name has at most so many tokens.
const LONGEST: usize = 5;

static PLAYER: Rule = Rule {
    id: "name.player",
    says: "Who meets another with a score is a team, though no name was found.",
    fires: &["Villanova beat Duke 71-64."],
    spares: &["Villanova beat Duke in May."],
};

static TABLE: Rule = Rule {
    id: "name.table-team",
    says: "A name in a table of results is a team's.",
    fires: &["Southend 1 Swindon 3\nLeeds 2 Derby 2\n"],
    spares: &["Southend 1 Swindon 3\n"],
};

static TEAM: Rule = Rule {
    id: "name.team",
    says: "What a table or a score shows to be a team is one in the rest of the text.",
    fires: &["[Leeds|l] beat [Derby|l] 2-0. [Leeds|l] rose."],
    spares: &["It rained in [Leeds|l]."],
};

/// Gives the names of teams their kind, and adds those that tables show. `country` tells whether tokens name a country.
pub(super) fn find_teams(
    document: &Document,
    country: impl Fn(usize, usize) -> bool,
    common: impl Fn(usize) -> bool,
    names: &mut Vec<Name>,
) {
    add_players(document, common, names);
    let nation = |span: (usize, usize)| {
        country(span.0, span.1) || lexicon::is(lower(document, span).as_str(), Class::NationTeam)
    };
    let mut teams: Vec<(usize, usize)> = Vec::new();
    let mut lines = 0;
    for line in lines_of(document) {
        let before = teams.len();
        read_result(document, line.clone(), &mut teams);
        if teams.len() == before {
            read_standing(document, line, &mut teams);
        }
        lines += usize::from(teams.len() > before);
    }
    if lines < 2 {
        teams.clear();
    }
    let in_tables = teams.len();
    read_matches(document, names, &mut teams);
    if teams.is_empty() {
        return;
    }
    teams.retain(|&team| !nation(team));
    let known: TextSet<String> = teams.iter().map(|&team| lower(document, team)).collect();
    if in_tables > 0 {
        add_teams(document, &teams, names);
    }
    for name in names.iter_mut() {
        let span = (name.first as usize, name.end as usize);
        let doubtful = name.kind == EntityKind::Place
            || name.kind == EntityKind::Person && span.1 - span.0 == 1
            || matches!(name.kind, EntityKind::Other | EntityKind::Product | EntityKind::Group);
        if doubtful
            && known.contains(&lower(document, span))
            && !is_where(document, span)
            && TEAM.acts(name.span)
        {
            name.kind = EntityKind::Organization;
        }
    }
}

fn lower(document: &Document, (first, end): (usize, usize)) -> String {
    let words: Vec<&str> = (first..end).map(|i| document.lower(i)).collect();
    words.join(" ")
}

/// The lines of the text, as tokens.
fn lines_of<'d>(document: &'d Document) -> impl Iterator<Item = std::ops::Range<usize>> + 'd {
    let tokens = &document.tokens;
    let mut at = 0;
    std::iter::from_fn(move || {
        let first = at;
        at += usize::from(at < tokens.len());
        while at < tokens.len() && !matches!(tokens[at].gap, Gap::Line | Gap::Block) {
            at += 1;
        }
        (at > first).then_some(first..at)
    })
}

/// One past the capitalised words that start at `first`; small words and brackets ("Rad (B)") may stand between.
fn name_end(document: &Document, first: usize, end: usize) -> usize {
    let mut last = first;
    for i in first..end.min(first + LONGEST) {
        let capital = document.words.case(document.tokens[i].word).has_capital();
        if document.tokens[i].kind == TokenKind::Word && capital {
            last = i + 1;
        } else if i == first || !matches!(document.word(i), "of" | "de" | "-" | "'s" | "'" | "&") {
            break;
        }
    }
    last
}

/// A number of goals or points: up to three digits.
fn is_count(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    document.tokens[i].kind == TokenKind::Number
        && word.len() <= 3
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// "Southend 1 Swindon 3": two names with a number each, from the start of the line.
fn read_result(document: &Document, line: std::ops::Range<usize>, teams: &mut Vec<(usize, usize)>) {
    let first = name_end(document, line.start, line.end);
    if first == line.start || first >= line.end || !is_count(document, first) {
        return;
    }
    let second = name_end(document, first + 1, line.end);
    if second > first + 1 && second < line.end && is_count(document, second) {
        let ends = document.tokens.get(second + 1).is_none_or(|token| {
            second + 1 == line.end
                || matches!(token.kind, TokenKind::Punctuation)
                || name_end(document, second + 1, line.end) > second + 1
        });
        if ends {
            teams.extend([(line.start, first), (first + 1, second)]);
        }
    }
}

/// "Falkirk 3 1 1 1 1 4": a name, and nothing but four numbers or more up to the end of the line.
fn read_standing(document: &Document, line: std::ops::Range<usize>, teams: &mut Vec<(usize, usize)>) {
    let end = name_end(document, line.start, line.end);
    if end == line.start {
        return;
    }
    // "Rad (B) 4 1 1 2".
    let bracket = end + 3 <= line.end && document.word(end) == "(" && document.word(end + 2) == ")";
    let rest = if bracket { end + 3 } else { end }..line.end;
    let mut numbers = 0;
    for i in rest {
        match document.tokens[i].kind {
            TokenKind::Number => numbers += 1,
            TokenKind::Punctuation | TokenKind::Symbol => {}
            _ => return,
        }
    }
    if numbers >= 4 {
        teams.push((line.start, end));
    }
}

/// "Leeds beat Derby 2-0", "Leeds v Derby", "Leeds drew 2-2 with Derby", "The Suns (28-9) host the Jazz (9-31)": two names, and
/// a score where the verb may mean more than a game.
fn read_matches(document: &Document, names: &[Name], teams: &mut Vec<(usize, usize)>) {
    for pair in names.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        if b.first < a.end || b.first - a.end > 9 || !(may_play(a) && may_play(b)) {
            continue;
        }
        let mut scored = false;
        let mut met: Option<&str> = None;
        let mut at = a.end as usize;
        let mut fits = true;
        while at < b.first as usize && fits {
            let word = document.lower(at);
            let score = score_end(document, at);
            let bracket =
                word == "(" && score_end(document, at + 1).is_some_and(|end| document.word(end) == ")");
            if document.tokens[at].gap == Gap::Block {
                fits = false;
            } else if let Some(end) = score {
                scored = true;
                at = end;
            } else if bracket {
                scored = true;
                at = score_end(document, at + 1).map_or(at + 1, |end| end + 1);
            } else if lexicon::is(word, Class::Met) && met.is_none() {
                met = Some(word);
                at += 1;
            } else {
                fits = met.is_some() && matches!(word, "to" | "with" | "the" | "by" | "at")
                    || word == "-" && document.lower(at + 1) == "and";
                at += 1;
            }
        }
        let Some(verb) = met.filter(|_| fits) else { continue };
        let sentence = &document.sentences[document.sentence_of(b.first as usize)];
        let after = b.end as usize..(b.end as usize + 8).min(sentence.tokens.end as usize);
        scored |= after.clone().any(|i| score_end(document, i).is_some_and(|end| end <= after.end));
        let games = matches!(verb, "v" | "v." | "vs" | "vs.")
            && a.kind != EntityKind::Person
            && b.kind != EntityKind::Person;
        if scored || games {
            teams.extend([(a.first as usize, a.end as usize), (b.first as usize, b.end as usize)]);
        }
    }
}

/// Adds who plays where no name was found beside a verb of meeting and a score: "**Villanova** beat Duke 71-64".
fn add_players(document: &Document, common: impl Fn(usize) -> bool, names: &mut Vec<Name>) {
    let mut added: Vec<Name> = Vec::new();
    let free = |i: usize, names: &[Name]| {
        let at = names.partition_point(|name| name.end as usize <= i);
        names.get(at).is_none_or(|name| name.first as usize > i)
    };
    let title = |i: usize| {
        let token = document.tokens[i];
        token.kind == TokenKind::Word
            && document.words.case(token.word) == Case::Title
            && token.span.len() > 2
    };
    let starts = |i: usize| document.sentences[document.sentence_of(i)].tokens.start as usize == i;
    for i in 1..document.tokens.len() {
        let verb = document.lower(i);
        if !lexicon::is(verb, Class::Met)
            || matches!(verb, "host" | "hosts" | "visit" | "visits")
            || !free(i, names)
        {
            continue;
        }
        let end = (document.sentences[document.sentence_of(i)].tokens.end as usize).min(i + 9);
        if !(i + 1..end).any(|at| score_end(document, at).is_some_and(|after| after <= end)) {
            continue;
        }
        let mut right = i + 1;
        while right < end
            && (score_end(document, right).is_some()
                || matches!(document.lower(right), "to" | "with" | "the" | "by"))
        {
            right = score_end(document, right).unwrap_or(right + 1);
        }
        let mut last = right;
        while last < end && title(last) && free(last, names) {
            last += 1;
        }
        // One or two words, of which a single one is no common word unless "the" leads it.
        let led = right > 0 && document.lower(right - 1) == "the";
        if last > right
            && last - right < 3
            && (led || !common(right))
            && PLAYER.acts(document.span(right, last))
        {
            added.push(team(document, right, last));
        }
        let mut left = i;
        while left > 0
            && i - left < 2
            && title(left - 1)
            && free(left - 1, names)
            && document.tokens[left].gap == Gap::Space
        {
            left -= 1;
        }
        let led = left > 0 && left < i && document.lower(left - 1) == "the"
            || left < i && document.lower(left) == "the";
        if left < i && document.lower(left) == "the" {
            left += 1;
        }
        if left < i
            && (led || !common(left))
            && (led || starts(left) || i - left == 1)
            && PLAYER.acts(document.span(left, i))
        {
            added.push(team(document, left, i));
        }
    }
    if !added.is_empty() {
        names.append(&mut added);
        names.sort_unstable_by_key(|name| name.first);
        names.dedup_by(|b, a| b.first < a.end);
    }
}

fn team(document: &Document, first: usize, end: usize) -> Name {
    let kind = EntityKind::Organization;
    Name { span: document.span(first, end), first: first as u32, end: end as u32, kind }
}

/// One past a score: "2-0", "71–64".
fn score_end(document: &Document, i: usize) -> Option<usize> {
    let counts = document.tokens.get(i + 2).is_some() && is_count(document, i) && is_count(document, i + 2);
    (counts && matches!(document.word(i + 1), "-" | "–")).then_some(i + 3)
}

/// Whether a name may be a team's: no person's of two words.
fn may_play(name: &Name) -> bool {
    match name.kind {
        EntityKind::Place | EntityKind::Organization => true,
        EntityKind::Other | EntityKind::Product | EntityKind::Group => true,
        EntityKind::Person => name.end == name.first + 1,
        EntityKind::Event => false,
    }
}

/// Whether a town is meant by what stands around its name.
fn is_where(document: &Document, (first, end): (usize, usize)) -> bool {
    let starts = matches!(document.tokens[first].gap, Gap::Line | Gap::Block);
    let dated = document.tokens.get(end).is_some_and(|token| {
        token.kind == TokenKind::Number && document.word(end).len() >= 4
            || matches!(document.word(end), "(" | "," | "--" | "—")
    });
    if starts {
        return dated && document.word(end) != "(";
    }
    first > 0 && document.is(first - 1, Class::TownAfter)
}

/// Puts the teams that tables show among the names, in the place of what overlaps with them.
fn add_teams(document: &Document, teams: &[(usize, usize)], names: &mut Vec<Name>) {
    let mut kept: Vec<Name> = Vec::with_capacity(names.len() + teams.len());
    let mut sorted = teams.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut next = 0;
    let is_person = |names: &[Name], (first, end): (usize, usize)| {
        names.iter().any(|name| {
            name.kind == EntityKind::Person
                && name.first as usize == first
                && name.end as usize == end
                && end - first > 1
        })
    };
    for &(first, end) in &sorted {
        if kept.last().is_some_and(|name| name.end as usize > first) {
            continue;
        }
        while next < names.len() && (names[next].end as usize) <= first {
            kept.push(names[next].clone());
            next += 1;
        }
        let overlapping = next + names[next..].partition_point(|name| (name.first as usize) < end);
        if is_person(&names[next..overlapping], (first, end)) || !TABLE.acts(document.span(first, end)) {
            continue;
        }
        // Whatever overlaps with the team is dropped for it.
        next = overlapping;
        let span: Span = document.span(first, end);
        let kind = EntityKind::Organization;
        kept.push(Name { span, first: first as u32, end: end as u32, kind });
    }
    while next < names.len() {
        if kept.last().is_none_or(|name| name.end <= names[next].first) {
            kept.push(names[next].clone());
        }
        next += 1;
    }
    *names = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notation::Marked;

    /// The organizations found in a text with its names written in.
    fn teams(marked: &str) -> String {
        let read = Marked::read(marked);
        let document = Document::new(&read.text);
        let (mut names, _) = read.found(&document);
        let country = |first: usize, end: usize| document.slice(document.span(first, end)) == "Kenya";
        find_teams(&document, country, |_| false, &mut names);
        let teams = names.iter().filter(|name| name.kind == EntityKind::Organization);
        teams.map(|name| document.slice(name.span)).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn reads_tables() {
        for (text, expected) in [
            ("Ayford 1 [Kelm|l] 3\nOld Town 0 Brack 0\n", "Ayford; Kelm; Old Town; Brack"),
            ("Ayford 3 1 1 1 4 2 7\n[Kelm|l] (B) 3 0 1 2 1 5 1\n", "Ayford; Kelm"),
            // What a table shows holds for the text, but where a town is meant.
            (
                "[Kelm|l] were glad. It rained in [Kelm|l].\n\nAyford 1 [Kelm|l] 3\nOld Town 0 Brack 0\n",
                "Kelm; Ayford; Kelm; Old Town; Brack",
            ),
            // Countries stay places, and one line is no table.
            ("[Kenya|l] 2 [Kelm|l] 1\nAyford 0 Brack 0\n", "Kelm; Ayford; Brack"),
            ("Paris 1 London 3 were the rooms.", ""),
        ] {
            assert_eq!(teams(text), expected, "{text}");
        }
    }

    #[test]
    fn reads_matches() {
        for (text, expected) in [
            ("[Kelm|l] beat [Ayford|l] 2-0 on Saturday.", "Kelm; Ayford"),
            ("[Kelm|l] v [Ayford|l] was called off.", "Kelm; Ayford"),
            ("[Kelm|l] beat [Ayford|l] to the contract.", ""),
            ("[Kelm|l] beat [Kenya|l] 2-0.", "Kelm"),
        ] {
            assert_eq!(teams(text), expected, "{text}");
        }
    }
}
