//! Names that what stands beside them says are places, whatever the model took them for.
//!
//! Towns are named for people and bodies for towns, so that the words of a name tell little; English news tells the
//! place by its frame: "**Surprise**, Ariz.", "**HAMILTON** — Two women", "a **Winona** man", "Ana Ruiz, 52, of
//! **Augusta**", "**Harvey**, **Harper** and **Kingman** counties", "south of **Red Wing**", "in **Anderson**". What one
//! frame says of a name holds for the name through the text, unless a person bears it as a surname or a body mostly
//! stands in other frames.
//!
//! Missed: towns that the text names in no such frame, and bodies that share one ("in **Parliament**" is let be, "in
//! **Interpol**" is not).

use rustc_hash::{FxHashMap, FxHashSet};

use super::Name;
use super::head::kind_of_head;
use super::state::{State, find_states, is_state};
use super::trim::is_day;
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::entity::given::gender_of_given;
use crate::token::{Case, Gap, TokenKind};

/// Who is named by where they live: "a Winona man".
const DWELLERS: &[&str] = &[
    "couple",
    "homeowner",
    "homeowners",
    "man",
    "men",
    "motorist",
    "native",
    "resident",
    "residents",
    "teen",
    "teenager",
    "teenagers",
    "teens",
    "woman",
    "women",
];

/// What a town has, behind its name: "Fargo Mayor Dennis Roe", "the Hayward area".
const TOWNLY: &[&str] = &[
    "alderman",
    "aldermen",
    "area",
    "councilman",
    "councilwoman",
    "firefighters",
    "mayor",
    "native",
    "neighborhood",
    "neighbourhood",
    "resident",
    "residents",
    "suburb",
    "suburbs",
    "taxpayers",
];

/// Who a state sends or has: "Ohio Gov. Ana Ruiz".
const GOVERNORS: &[&str] =
    &["gov", "gov.", "governor", "lawmakers", "legislators", "rep", "rep.", "sen", "sen.", "senator"];

/// What stands in a town, behind "a" and its name: "a Buford home".
const HOMES: &[&str] = &[
    "apartment",
    "bar",
    "businessman",
    "businesswoman",
    "cemetery",
    "church",
    "elementary",
    "family",
    "farm",
    "firefighter",
    "high",
    "home",
    "hospital",
    "hotel",
    "house",
    "motel",
    "residence",
    "restaurant",
    "school",
    "street",
    "supermarket",
];

/// Who comes "from" a town, and how.
const COMERS: &[&str] = &[
    "came",
    "comes",
    "crews",
    "drove",
    "fled",
    "flew",
    "flight",
    "flights",
    "flying",
    "hails",
    "miles",
    "moved",
    "officers",
    "old",
    "people",
    "refugees",
    "residents",
    "returned",
    "students",
    "traveled",
    "travelled",
    "visitors",
    "volunteers",
];

/// What lies somewhere, before "of": "the outskirts of Anderson".
const SIDES: &[&str] = &[
    "city",
    "east",
    "hometown",
    "miles",
    "municipality",
    "native",
    "neighborhood",
    "neighbourhood",
    "north",
    "northeast",
    "northwest",
    "outskirts",
    "outside",
    "port",
    "residents",
    "south",
    "southeast",
    "southwest",
    "suburb",
    "suburbs",
    "town",
    "township",
    "village",
    "west",
];

/// What people have or do "in" somebody or some body: "confidence in Roe", "a stake in Vimo".
const HELD: &[&str] = &[
    "belief",
    "believe",
    "believed",
    "believes",
    "confidence",
    "disappointed",
    "faith",
    "holding",
    "interest",
    "interested",
    "invest",
    "invested",
    "investing",
    "investment",
    "investments",
    "investor",
    "investors",
    "position",
    "positions",
    "role",
    "share",
    "shareholder",
    "shareholders",
    "shareholding",
    "shares",
    "stake",
    "stakes",
    "stock",
    "trust",
    "trusted",
];

/// Bodies that things happen "in".
const BODIES: &[&str] = &[
    "administration",
    "army",
    "assembly",
    "cabinet",
    "church",
    "commons",
    "conference",
    "congress",
    "corp",
    "corp.",
    "council",
    "court",
    "democrat",
    "democratic",
    "democrats",
    "gop",
    "government",
    "guard",
    "house",
    "inc",
    "inc.",
    "labour",
    "league",
    "llc",
    "ltd",
    "ltd.",
    "marines",
    "navy",
    "parliament",
    "republican",
    "republicans",
    "senate",
    "society",
    "treasury",
];

/// What stands or happens "in" a town rather than in a person: "their home in Glen Allen".
const SEATED: &[&str] = &[
    "apartment",
    "arrested",
    "avenue",
    "based",
    "block",
    "born",
    "church",
    "court",
    "died",
    "headquarters",
    "home",
    "hospital",
    "house",
    "jail",
    "live",
    "lived",
    "lives",
    "living",
    "office",
    "offices",
    "park",
    "road",
    "school",
    "station",
    "street",
];

/// Words before a place.
const WHERE: &[&str] = &[
    "across",
    "around",
    "at",
    "between",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "outside",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "via",
    "within",
];

/// A name has at most so many words.
const LONGEST: usize = 4;
/// More openings in capitals with a dash are a transcript's labels, or no town's.
const OPENINGS: usize = 3;

/// A stretch of tokens that is said to be a place.
struct Claim {
    first: usize,
    end: usize,
    /// Whether it is a name even where none was found.
    new: bool,
}

/// Makes places of the names that the text frames as such, and adds those that were passed over. `common` tells
/// whether a token is known as a word in lower case, `known` whether a list knows tokens as a place.
pub(super) fn find_placed(
    document: &Document,
    common: impl Fn(usize) -> bool,
    known: impl Fn(usize, usize) -> bool,
    names: &mut Vec<Name>,
) {
    let states = find_states(document);
    let mut claims = Vec::new();
    for state in &states {
        claim_state(document, state, &common, &mut claims);
    }
    claim_openings(document, common, &mut claims);
    claim_lists(document, &mut claims);
    claims.sort_by_key(|claim| (claim.first, claim.end));
    let claimed = settle(document, claims, names);
    spread(document, &claimed, known, names);
    take_back(document, names);
}

/// The state itself where it is abbreviated, and the town before its comma.
fn claim_state(document: &Document, state: &State, common: impl Fn(usize) -> bool, claims: &mut Vec<Claim>) {
    if state.short {
        claims.push(Claim { first: state.first, end: state.end, new: true });
    }
    // "Ohio, Texas Tech" is no town in Texas.
    let goes_on = document.tokens.get(state.end).is_some_and(|token| {
        token.gap == Gap::Space && token.kind == TokenKind::Word && has_capital(document, state.end)
    });
    if !state.comma || goes_on && !state.short {
        return;
    }
    let end = state.first - 1;
    let mut first = end;
    while first > 0 && end - first < LONGEST && joins(document, first - 1) {
        first -= 1;
        if document.tokens[first].gap >= Gap::Line {
            break;
        }
    }
    if first < end {
        // "Meanwhile, New York waits", "in January, Ohio had …"
        let new = state.short || !(first..end).all(|i| common(i) || is_day(document.lower(i)));
        claims.push(Claim { first, end, new });
    }
}

/// Whether a token may be a word of a town's name, which ends behind it.
fn joins(document: &Document, i: usize) -> bool {
    const BORDERS: &[&str] =
        &["a", "an", "and", "at", "by", "for", "from", "in", "near", "of", "on", "or", "the", "to", "with"];
    let token = document.tokens[i];
    token.kind == TokenKind::Word
        && (has_capital(document, i) || document.lower(i) == "'s")
        && !BORDERS.contains(&document.lower(i))
}

/// "HAMILTON — Two women", "ST. PAUL -- No matter": capitals and a dash at the start of a sentence.
fn claim_openings(document: &Document, common: impl Fn(usize) -> bool, claims: &mut Vec<Claim>) {
    let mut found: Vec<Claim> = Vec::new();
    for sentence in &document.sentences {
        let first = sentence.tokens.start as usize;
        let last = (sentence.tokens.end as usize).min(first + LONGEST + 1);
        let upper = |i: usize| {
            document.tokens[i].kind == TokenKind::Word
                && document.words.case(document.tokens[i].word) == Case::Upper
        };
        let Some(end) = (first..last).find(|&i| !upper(i)) else { continue };
        let words = document.slice(document.span(first, end.max(first + 1)));
        let dash =
            matches!(document.word(end), "—" | "–" | "--" | "-") && document.tokens[end].gap == Gap::Space;
        // What follows is prose, no other line in capitals: "SOCCER - LATE GOALS".
        let spaced = document.tokens.get(end + 1).is_some_and(|token| {
            token.gap == Gap::Space
                && (document.words.case(token.word) != Case::Upper || token.span.len() == 1)
        });
        if end > first && dash && spaced && words.len() > 3 {
            found.push(Claim { first, end, new: !(first..end).all(&common) });
        }
    }
    if found.len() <= OPENINGS {
        claims.append(&mut found);
    }
}

/// "Harvey, Harper and Kingman counties", "the Williams and Cranberry rivers".
fn claim_lists(document: &Document, claims: &mut Vec<Claim>) {
    let heads =
        document.words.map(|lower, _| matches!(lower, "counties" | "townships" | "parishes" | "rivers"));
    for head in 1..document.tokens.len() {
        if !heads[document.tokens[head].word.index()] {
            continue;
        }
        let (mut at, mut members) = (head, Vec::new());
        loop {
            let end = at;
            let start = |i: usize| document.tokens[i].gap >= Gap::Block;
            while at > 0 && end - at < LONGEST && joins(document, at - 1) && !start(at) {
                at -= 1;
            }
            if at == end {
                break;
            }
            members.push(Claim { first: at, end, new: true });
            let and = |i: usize| matches!(document.lower(i), "," | "and" | "or" | "&");
            let before = at;
            while at > 0 && before - at < 2 && and(at - 1) {
                at -= 1;
            }
            if before == at || members.len() > 24 {
                break;
            }
        }
        if members.len() > 1 {
            claims.append(&mut members);
        }
    }
}

/// Puts the claims among the names: a name that is one becomes a place, pieces of one are joined, and what
/// no name holds is added. Gives the first tokens of the places that were made.
fn settle(document: &Document, claims: Vec<Claim>, names: &mut Vec<Name>) -> FxHashSet<u32> {
    let mut claimed = FxHashSet::default();
    if claims.is_empty() {
        return claimed;
    }
    let mut kept: Vec<Name> = Vec::with_capacity(names.len() + claims.len());
    let mut claims = claims.into_iter().peekable();
    let mut old = std::mem::take(names).into_iter().peekable();
    let place = |first: usize, end: usize| Name {
        span: document.span(first, end),
        first: first as u32,
        end: end as u32,
        kind: EntityKind::Place,
    };
    while let Some(claim) = claims.next() {
        // Of two claims that overlap, the first.
        while claims.next_if(|next| next.first < claim.end).is_some() {}
        while let Some(name) = old.next_if(|name| name.end as usize <= claim.first) {
            kept.push(name);
        }
        let mut over: Vec<Name> = Vec::new();
        while let Some(name) = old.next_if(|name| (name.first as usize) < claim.end) {
            over.push(name);
        }
        let taken = kept.last().is_some_and(|last| last.end as usize > claim.first);
        match over.as_slice() {
            [] if claim.new && !taken => {
                claimed.insert(claim.first as u32);
                kept.push(place(claim.first, claim.end));
            }
            [] => {}
            [name] if is_wider(name, &claim) => kept.extend(part(document, name, &claim)),
            [name] if name.kind == EntityKind::Place || is_person(document, name) => {
                if name.kind == EntityKind::Place {
                    claimed.insert(name.first);
                }
                kept.append(&mut over);
            }
            // "4783 Bay Rd Saginaw, Michigan": the place was found already.
            [.., last] if last.kind == EntityKind::Place && last.end as usize == claim.end => {
                kept.append(&mut over);
            }
            over if over.iter().all(|name| !is_wider(name, &claim)) => {
                claimed.insert(claim.first as u32);
                kept.push(place(claim.first, claim.end));
            }
            _ => kept.append(&mut over),
        }
    }
    kept.extend(old);
    *names = kept;
    claimed
}

fn is_wider(name: &Name, claim: &Claim) -> bool {
    (name.first as usize) < claim.first || name.end as usize > claim.end
}

/// Whether a name is rather a person's, though a state stands behind: "Rand Paul, Ky."
fn is_person(document: &Document, name: &Name) -> bool {
    let first = name.first as usize;
    let somewhere =
        first > 0 && matches!(document.lower(first - 1), "at" | "from" | "in" | "near" | "of" | "to");
    name.kind == EntityKind::Person
        && name.end - name.first > 1
        && !somewhere
        && gender_of_given(document.lower(first)).is_some()
}

/// "Leonard of Ada", with a state behind, is a man and a town.
fn part(document: &Document, name: &Name, claim: &Claim) -> Vec<Name> {
    let first = name.first as usize;
    let of = claim.first > first + 1
        && name.end as usize == claim.end
        && matches!(name.kind, EntityKind::Person | EntityKind::Other)
        && matches!(document.lower(claim.first - 1), "of" | "in" | "from");
    if !of {
        return vec![name.clone()];
    }
    let (left, right) = (claim.first - 1, claim.first);
    vec![
        Name { end: left as u32, span: document.span(first, left), ..*name },
        Name { first: right as u32, span: document.span(right, claim.end), kind: EntityKind::Place, ..*name },
    ]
}

/// What the frames of a text say of one way of writing a name.
#[derive(Clone, Copy, Default)]
struct Frames {
    /// How often it is a person or body.
    named: u32,
    /// How often a frame says that it is a place.
    placed: u32,
}

/// The last words of people's full names.
fn find_surnames<'t>(document: &Document<'t>, names: &[Name]) -> FxHashSet<&'t str> {
    let full = |name: &&Name| {
        let first = name.first as usize;
        name.kind == EntityKind::Person
            && name.end - name.first > 1
            && (gender_of_given(document.lower(first)).is_some() || document.tokens[first].span.len() < 3)
    };
    names.iter().filter(full).map(|name| document.word(name.end as usize - 1)).collect()
}

fn may_turn(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Other)
}

/// Makes places of names in a frame, and of the same name elsewhere.
fn spread(
    document: &Document,
    claimed: &FxHashSet<u32>,
    known: impl Fn(usize, usize) -> bool,
    names: &mut [Name],
) {
    let surnames = find_surnames(document, names);
    let lists = find_lists(document, &surnames, known, names);
    let mut frames: FxHashMap<&str, Frames> = FxHashMap::default();
    let mut framed = vec![false; names.len()];
    for (i, name) in names.iter().enumerate() {
        let place = name.kind == EntityKind::Place;
        framed[i] = claimed.contains(&name.first)
            || (place || may_turn(name.kind)) && (lists[i] || is_framed(document, name, &surnames));
        if framed[i] || may_turn(name.kind) {
            let own = frames.entry(document.slice(name.span)).or_default();
            own.named += 1;
            own.placed += u32::from(framed[i]);
        }
    }
    for (name, framed) in names.iter_mut().zip(framed) {
        if !may_turn(name.kind) {
            continue;
        }
        let Some(seen) = frames.get(document.slice(name.span)) else { continue };
        let all = seen.placed > 0
            && 3 * seen.placed >= seen.named
            && !(name.end == name.first + 1 && surnames.contains(document.word(name.first as usize)));
        if framed || all {
            name.kind = EntityKind::Place;
        }
    }
}

/// "Sharon, Cornwall and Salisbury": people of one word, no surname of the text, who stand in a list with a place.
fn find_lists(
    document: &Document,
    surnames: &FxHashSet<&str>,
    known: impl Fn(usize, usize) -> bool,
    names: &[Name],
) -> Vec<bool> {
    let mut found = vec![false; names.len()];
    let mut start = 0;
    while start < names.len() {
        let (mut end, mut and) = (start + 1, false);
        while end < names.len() {
            let between = names[end - 1].end as usize..names[end].first as usize;
            let words = between.clone().map(|i| document.lower(i));
            let fits = matches!(between.len(), 1 | 2)
                && words.clone().all(|word| matches!(word, "," | "and" | "or"))
                && between.clone().all(|i| document.tokens[i].gap < Gap::Block);
            if !fits {
                break;
            }
            and = and || words.into_iter().any(|word| word != ",");
            end += 1;
        }
        let list = &names[start..end];
        let places = list.iter().filter(|name| name.kind == EntityKind::Place).count();
        let is_known =
            |name: &Name| name.kind == EntityKind::Place && known(name.first as usize, name.end as usize);
        // "Ruiz and Jordan left", but "east into Kelm and Jordan".
        let first = list[0].first as usize;
        let located = places > 1 || first > 0 && WHERE.contains(&document.lower(first - 1));
        if and && located && 2 * places >= list.len() && list.iter().any(is_known) {
            for (name, found) in list.iter().zip(&mut found[start..end]) {
                *found = name.kind == EntityKind::Person
                    && name.end == name.first + 1
                    && document.words.case(document.tokens[name.first as usize].word) == Case::Title
                    && !surnames.contains(document.word(name.first as usize))
                    && document.tokens.get(name.end as usize).is_none_or(|token| {
                        token.kind != TokenKind::Word || !has_capital(document, name.end as usize)
                    });
            }
        }
        start = end;
    }
    found
}

/// Whether what stands before and behind a name says that it is a place.
fn is_framed(document: &Document, name: &Name, surnames: &FxHashSet<&str>) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    let one = end == first + 1;
    let case = |i: usize| document.words.case(document.tokens[i].word);
    let acronym = one && case(first) == Case::Upper && document.tokens[first].span.len() < 5;
    let body = || {
        BODIES.contains(&document.lower(end - 1))
            || (first..end).any(|i| document.lower(i) == "of")
            || kind_of_head(document, name).is_some()
    };
    if end - first > 3 || acronym || body() {
        return false;
    }
    let before = |n: usize| match first.checked_sub(n) {
        Some(i) if document.tokens[i + 1].gap != Gap::Block => document.lower(i),
        _ => "",
    };
    let goes_on = document.tokens.get(end).is_some_and(|token| token.gap < Gap::Block);
    let behind = if goes_on { document.lower(end) } else { "" };
    // "Ana Ruiz" and "Ruiz" stay people, whatever they have.
    let person = name.kind == EntityKind::Person
        && (one && surnames.contains(document.word(first))
            || !one && gender_of_given(document.lower(first)).is_some());
    if !person {
        let small = goes_on && case(end) == Case::Lower;
        // "a Winona man", "Fargo Mayor Dennis Roe", "Winona police", "a Buford home"
        if DWELLERS.contains(&behind)
            || TOWNLY.contains(&behind)
            || small && behind == "police"
            || matches!(before(1), "a" | "an") && small && HOMES.contains(&behind)
            || GOVERNORS.contains(&behind) && is_state(document, first, end)
            || before(1) == "downtown"
            || !one && matches!(document.lower(first), "downtown" | "uptown")
        {
            return true;
        }
    }
    if goes_on && case(end).has_capital() && document.tokens[end].kind == TokenKind::Word {
        return false;
    }
    let whole = !matches!(behind, "'s" | "’s" | "'" | "’" | "-" | "v." | "v");
    match before(1) {
        // "Ana Ruiz, 52, of Augusta", "Vaughan Roe, 17, from Cowley"
        "of" | "from" if before(2) == "," && is_age(document, first, 3) => true,
        "of" => SIDES.contains(&before(2)),
        "from" => name.kind != EntityKind::Organization && !person && whole && COMERS.contains(&before(2)),
        "outside" | "near" => name.kind == EntityKind::Person && !person && whole,
        "town" | "village" | "suburb" => !person && whole,
        "in" if document.word(first - 1) == "in" && whole && !HELD.contains(&before(2)) => match name.kind {
            EntityKind::Person => !person || !one && SEATED.contains(&before(2)),
            EntityKind::Organization => ends_phrase(document, end),
            EntityKind::Place => true,
            _ => false,
        },
        _ => false,
    }
}

/// Whether a phrase ends before a token: at a mark, or a small word that starts another.
fn ends_phrase(document: &Document, end: usize) -> bool {
    const STARTS: &[&str] = &[
        "after", "and", "are", "as", "at", "because", "before", "but", "by", "during", "for", "from", "had",
        "has", "have", "he", "in", "is", "last", "next", "on", "or", "she", "since", "that", "the", "they",
        "this", "to", "until", "was", "were", "when", "where", "which", "while", "who", "will", "with",
        "would",
    ];
    document.tokens.get(end).is_none_or(|token| {
        token.gap == Gap::Block || token.kind != TokenKind::Word || STARTS.contains(&document.lower(end))
    })
}

/// A surname of the text that was taken for a town, and stands nowhere as one, is a person's: "Fairfield declined".
fn take_back(document: &Document, names: &mut [Name]) {
    let surnames = find_surnames(document, names);
    let is_one = |name: &Name| {
        name.kind == EntityKind::Place
            && name.end == name.first + 1
            && surnames.contains(document.word(name.first as usize))
    };
    let mut placed: FxHashSet<&str> = FxHashSet::default();
    for name in names.iter().filter(|name| is_one(name)) {
        let (first, end) = (name.first as usize, name.end as usize);
        let behind = document.tokens.get(end).map_or("", |_| document.lower(end));
        let located = first > 0 && WHERE.contains(&document.lower(first - 1))
            || DWELLERS.contains(&behind)
            || TOWNLY.contains(&behind)
            || behind == ","
            || document.words.case(document.tokens[first].word) == Case::Upper;
        if located {
            placed.insert(document.word(first));
        }
    }
    for name in names.iter_mut() {
        if is_one(name) && !placed.contains(document.word(name.first as usize)) {
            name.kind = EntityKind::Person;
        }
    }
}

/// Whether the token `n` before `first` is an age in digits.
fn is_age(document: &Document, first: usize, n: usize) -> bool {
    first
        .checked_sub(n)
        .is_some_and(|i| document.tokens[i].kind == TokenKind::Number && document.tokens[i].span.len() < 4)
}

fn has_capital(document: &Document, i: usize) -> bool {
    document.words.case(document.tokens[i].word).has_capital()
}

#[cfg(test)]
mod tests {
    use super::super::agree::tests::shown;
    use super::*;
    use crate::entity::notation::Marked;

    #[test]
    fn tables_are_in_order() {
        for table in [DWELLERS, TOWNLY, GOVERNORS, HOMES, COMERS, SIDES, HELD, BODIES, SEATED, WHERE] {
            assert!(table.is_sorted());
        }
    }

    #[test]
    fn frames_tell_places() {
        for (marked, expected) in [
            ("[Ana Roe|p], 52, of [Kelm|o], was held.", "Ana Roe/p; Kelm/l"),
            ("A [Kelm|p] man fell. [Kelm|p] was told.", "Kelm/l; Kelm/l"),
            ("A [Kelm|p] man met [Ana Kelm|p]. [Kelm|p] left.", "Kelm/p; Ana Kelm/p; Kelm/p"),
            ("[KELM|p] — Two women were found.", "KELM/l"),
            ("KELM FALLS — Two women were found.", "KELM FALLS/l"),
            ("They live in Kelm Forks, Ariz., now.", "Kelm Forks/l; Ariz./l"),
            ("[Post|o] Kelm, Idaho, is far.", "Post Kelm/l"),
            ("[Alan Roe|p], [Ohio|l], won.", "Alan Roe/p; Ohio/l"),
            ("[Alan Roe of Kelm|p], [Ohio|l], won.", "Alan Roe/p; Kelm/l; Ohio/l"),
            ("[Kelm|p], [Roth|o] and Ayr counties gained.", "Kelm/l; Roth/l; Ayr/l"),
            ("He has a stake in [Kelm|o] and works in [Roth|o].", "Kelm/o; Roth/l"),
            ("He works in [NATO|o] and in [Parliament|o].", "NATO/o; Parliament/o"),
            (
                "[Kelm|o] won. [Kelm|o] lost. [Kelm|o] drew. It rained in [Kelm|o].",
                "Kelm/o; Kelm/o; Kelm/o; Kelm/l",
            ),
        ] {
            let read = Marked::read(marked);
            let document = Document::new(&read.text);
            let (mut names, _) = read.found(&document);
            find_placed(&document, |_| false, |_, _| true, &mut names);
            assert_eq!(shown(&document, &names), expected, "{marked}");
        }
    }
}
