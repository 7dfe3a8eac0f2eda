//! Which names of bodies, places and things are one's: acronyms and short forms.
//!
//! "World Today News (WTN)" and "WTN", in brackets or anywhere in the text; "the Porto Evening Post" and
//! "the Post"; "Vimo Inc." and "Vimo"; "Bank of Porto" and "the Bank"; "the Ministry of Defence" and "the
//! Defense Ministry"; "the U.S. Senate" and "the Senate"; "the Crimean peninsula" and "Crimea"; a slip of one
//! letter. A short form that may stand for two of them stands for neither.

use crate::hash::TextMap;

use super::near::Near;
use super::spelling::{Class, Sets, Spelling};
use crate::document::Document;
use crate::lexicon;
use crate::lexicon::noun::{self, noun};
use crate::name::Name;
use crate::rule::Rule;

pub(super) static BRACKETS: Rule = Rule {
    id: "entity.acronym-in-brackets",
    says: "A short name in brackets stands for the long one before, where its letters are there.",
    fires: &["[World Today News|o] ([WTN|o]) closed. [WTN|o] left."],
    spares: &["[World Today News|o] ([Kelm|l]) closed."],
};

pub(super) static BODY_SLIP: Rule = Rule {
    id: "entity.slip-in-body",
    says: "A rare spelling that differs from a common one in a letter of one long word is the same.",
    fires: &["the [United Nations|o] and the [United Nations|o]; the [Untied Nations|o]"],
    spares: &["[Unit II|o], [Unit II|o], [Unit III|o]"],
};

pub(super) static LETTERS: Rule = Rule {
    id: "entity.initials",
    says: "Capitals stand for the name whose initials they are.",
    fires: &["the [World Trade Forum|o] met. The [WTF|o] left."],
    spares: &["the [World Trade Forum|o] met. The [WTC|o] left."],
};

pub(super) static LOST: Rule = Rule {
    id: "entity.lost-apostrophe",
    says: "An s that lost its apostrophe makes no other name.",
    fires: &["[Ukraine|l] won; [Ukraine|l] said. [Ukraines|l] accession"],
    spares: &["[Ukraine|l] won. [Wale|l] and [Wales|l] lost."],
};

pub(super) static PENINSULA: Rule = Rule {
    id: "entity.peninsula",
    says: "A peninsula is the land of its name.",
    fires: &["the [Crimean peninsula|l] and [Crimea|l]"],
    spares: &["the [Iberian peninsula|l] and [Crimea|l]"],
};

pub(super) static END: Rule = Rule {
    id: "entity.end-of-name",
    says: "The last words of a body's name stand for it.",
    fires: &["the [Porto Evening Post|o] closed. The [Evening Post|o] left."],
    spares: &["the [Porto Evening Post|o] closed. The [Morning Post|o] left."],
};

pub(super) static START: Rule = Rule {
    id: "entity.without-form",
    says: "A company is the same without its form, a court without its country.",
    fires: &["[Vimo Holdings plc|o] rose. [Vimo|o] fell."],
    spares: &["[Vimo Street Bank|o] rose. [Vimo|o] fell."],
};

pub(super) static TURN: Rule = Rule {
    id: "entity.ministry-of",
    says: "The ministry of a thing is that thing's ministry.",
    fires: &["the [Ministry of Defence|o] and the [Defense Ministry|o]"],
    spares: &["the [Ministry of Defence|o] and the [Health Ministry|o]"],
};

pub(super) static LAST: Rule = Rule {
    id: "entity.last-word",
    says: "The last word of a body's name stands for it, once it was named in full.",
    fires: &["the [Porto Relief Fund|o] closed. The [Fund|o] left."],
    spares: &["The [Fund|o] left. The [Porto Relief Fund|o] closed."],
};

pub(super) static HEAD: Rule = Rule {
    id: "entity.head-of-name",
    says: "The noun before of stands for a body named so.",
    fires: &["the [Bank of Porto|o] closed. The [Bank|o] left."],
    spares: &["the [Bank of Porto|o] closed. The [Fund|o] left."],
};

/// Joins acronyms to what they stand for, and bodies to their short forms.
pub(super) fn join_bodies(
    document: &Document,
    names: &[Name],
    spellings: &[Spelling],
    of_name: &[u32],
    sets: &mut Sets,
) {
    for i in 1..names.len() {
        if let Some((short, long)) = parenthesized(document, names, i)
            && stands_for(&spellings[of_name[short] as usize].key, &spellings[of_name[long] as usize].key)
            && BRACKETS.acts(names[short].span)
        {
            sets.join(of_name[short], of_name[long]);
        }
    }
    join_slips(spellings, sets);
    let forms = Forms::new(spellings);
    // Longer names first, so that "the Senate Committee" is known when "the Committee" is looked up.
    let mut order: Vec<u32> =
        (0..spellings.len() as u32).filter(|&id| spellings[id as usize].class == Class::Thing).collect();
    order.sort_by_key(|&id| std::cmp::Reverse(spellings[id as usize].words()));
    for id in order {
        if sets.find(id) == id
            && let Some(long) = forms.stands_for(id, sets)
        {
            sets.join(id, long);
        }
    }
}

/// The rules of this file, in order.
pub(super) static RULES: &[&Rule] =
    &[&BRACKETS, &BODY_SLIP, &LETTERS, &LOST, &PENINSULA, &END, &START, &TURN, &LAST, &HEAD];

/// The short forms that the names of a text may have.
struct Forms<'s> {
    spellings: &'s [Spelling],
    /// What several words at the end, or an outlet's last, may stand for.
    by_end: TextMap<&'s str, Bearers>,
    /// What the last word alone may stand for: "the United".
    by_last: TextMap<&'s str, Bearers>,
    /// What a name is without "Inc." and its like.
    by_start: TextMap<&'s str, Bearers>,
    /// "the Bank", "the University".
    by_head: TextMap<&'s str, Bearers>,
    by_initials: TextMap<String, Bearers>,
    /// "defense ministry" for "ministry of defense"
    by_turn: TextMap<String, Bearers>,
    singles: TextMap<&'s str, u32>,
}

/// The spellings that have a form in common.
#[derive(Default)]
struct Bearers {
    ids: Vec<u32>,
    more: bool,
}

impl Bearers {
    /// More than so many are not told apart.
    const MOST: usize = 6;

    fn add(&mut self, id: u32) {
        if self.ids.len() < Self::MOST {
            self.ids.push(id);
        } else {
            self.more = true;
        }
    }

    /// The one thing that all of them are, or that the text names more often than all others.
    fn one(&self, spellings: &[Spelling], sets: &mut Sets) -> Option<u32> {
        let count = |id: &u32| spellings[*id as usize].count;
        let most = *self.ids.iter().max_by_key(|&id| (count(id), std::cmp::Reverse(*id)))?;
        let root = sets.find(most);
        let others: u32 = self.ids.iter().filter(|&&id| sets.find(id) != root).map(count).sum();
        (!self.more && (others == 0 || count(&most) > 2 * others)).then_some(most)
    }
}

impl<'s> Forms<'s> {
    fn new(spellings: &'s [Spelling]) -> Self {
        let mut forms = Self {
            spellings,
            by_end: TextMap::default(),
            by_last: TextMap::default(),
            by_start: TextMap::default(),
            by_head: TextMap::default(),
            by_initials: TextMap::default(),
            by_turn: TextMap::default(),
            singles: TextMap::default(),
        };
        for (id, spelling) in spellings.iter().enumerate().filter(|(_, s)| s.class == Class::Thing) {
            let id = id as u32;
            if spelling.key.contains(' ') {
                forms.add(id, spelling);
            }
            forms.singles.insert(&spelling.key, id);
        }
        forms
    }

    /// Notes what the name of several words may be called.
    fn add(&mut self, id: u32, long: &'s Spelling) {
        let key = long.key.as_str();
        for skip in [false, true] {
            let letters: String = key
                .split([' ', '-'])
                .filter(|w| !skip || !lexicon::is(w, lexicon::Class::SmallInName))
                .filter_map(|w| w.chars().next())
                .collect();
            // "IISc", the Indian Institute of Science
            let second = key.rsplit([' ', '-']).next().and_then(|last| last.chars().nth(1));
            if let Some(second) = second.filter(|_| letters.len() > 1) {
                self.by_initials.entry(format!("{letters}{second}")).or_default().add(id);
            }
            self.by_initials.entry(letters).or_default().add(id);
        }
        if !long.is_organization() {
            return;
        }
        let starts: Vec<usize> = key.match_indices(' ').map(|(i, _)| i + 1).collect();
        for &start in starts.iter().rev().take(3) {
            let end = &key[start..];
            if end.contains(' ') || lexicon::is(end, lexicon::Class::OutletEnd) {
                self.by_end.entry(end).or_default().add(id);
            }
        }
        self.by_last.entry(&key[starts[starts.len() - 1]..]).or_default().add(id);
        let (first, rest) = (&key[..starts[0] - 1], &key[starts[0]..]);
        // "Vimo Holdings plc"; of a longer name, "Porto Steam Works Ltd".
        let tail = starts
            .iter()
            .take(if starts.len() < 6 { 5 } else { 0 })
            .find(|&&s| key[s..].split(' ').all(|w| lexicon::is(w, lexicon::Class::BodyTail)));
        if let Some(&tail) = tail {
            self.by_start.entry(&key[..tail - 1]).or_default().add(id);
        }
        // "Supreme Court of Canada"
        if let Some((start, _)) = key.rsplit_once(" of ").filter(|(start, _)| start.contains(' ')) {
            self.by_start.entry(start).or_default().add(id);
        }
        if rest.starts_with("of ") && noun(first).is_some_and(|n| n.class == noun::Class::Organization) {
            self.by_head.entry(first).or_default().add(id);
        }
        if let Some(turn) = turned(key) {
            self.by_turn.entry(turn).or_default().add(id);
        }
    }

    /// The longer name that the spelling `id` is short for.
    fn stands_for(&self, id: u32, sets: &mut Sets) -> Option<u32> {
        let short = &self.spellings[id as usize];
        let key = short.key.as_str();
        let single = !key.contains(' ');
        let other = |long: Option<u32>| long.filter(|&long| long != id);
        if single
            && short.capitals
            && (2..=8).contains(&key.len())
            && let Some(long) = self.by_initials.get(key).and_then(|b| b.one(self.spellings, sets))
            && (key.len() > 2 || short.is_organization() && self.spellings[long as usize].is_organization())
            && long != id
            && LETTERS.acts(short.span)
        {
            return Some(long);
        }
        // "UkraineS accession": the apostrophe was lost.
        if single
            && let Some(stem) = key.strip_suffix('s').filter(|s| s.len() > 4)
            && let Some(&whole) = self.singles.get(stem)
            && !short.is_organization()
            && self.spellings[whole as usize].count >= short.count
            && LOST.acts(short.span)
        {
            return other(Some(whole));
        }
        if let Some(stem) = key.strip_suffix(" peninsula") {
            let named =
                ["n", "an", "ian", ""].iter().find_map(|end| self.singles.get(stem.strip_suffix(end)?));
            return other(named.copied()).filter(|_| PENINSULA.acts(short.span));
        }
        let find = |map: &TextMap<&str, Bearers>, sets: &mut Sets| {
            map.get(key).and_then(|b| b.one(self.spellings, sets))
        };
        if short.is_organization() {
            let by = |long: Option<u32>, rule: &'static Rule| {
                long.filter(|&long| long == id || rule.acts(short.span))
            };
            let long = by(find(&self.by_end, sets), &END)
                .or_else(|| by(find(&self.by_start, sets), &START))
                .or_else(|| by(self.by_turn.get(key).and_then(|b| b.one(self.spellings, sets)), &TURN))
                // "Peru's Defense Ministry", then "the Ministry of Defence"
                .or_else(|| by(self.by_end.get(turned(key)?.as_str())?.one(self.spellings, sets), &TURN));
            if long.is_some() {
                return other(long);
            }
        }
        if !single || short.is_place() {
            return None;
        }
        // "the Fund" alone may be any: the long name has to come first.
        let before = |long: &u32| self.spellings[*long as usize].first < short.first;
        let plural = key.len() > 3 && key.ends_with('s');
        if short.is_organization() || plural {
            let whole = lexicon::is(key, lexicon::Class::WholeBody);
            let last = find(&self.by_last, sets)
                .filter(|long| (whole || before(long)) && self.may_drop(*long, key))
                .filter(|&long| long == id || LAST.acts(short.span));
            let head = |long: &u32| *long != id && HEAD.acts(short.span);
            return other(last.or_else(|| find(&self.by_head, sets).filter(head)));
        }
        None
    }

    /// Whether the last word of a name may stand for it: "the Senate" is no "Roman Senate", but "the U.S.
    /// Senate".
    fn may_drop(&self, long: u32, last: &str) -> bool {
        let key = &self.spellings[long as usize].key;
        let rest = key.strip_suffix(last).unwrap_or(key).trim_end();
        if lexicon::is(last, lexicon::Class::WholeBody) {
            return matches!(
                rest,
                "us" | "united states" | "uk" | "british" | "american" | "federal" | "national"
            ) || !rest.contains(' ') && self.singles.contains_key(rest);
        }
        // "the Fund", "the Agency" have the head of their name; "the Foods" has not.
        last.ends_with('s') || lexicon::is(last, lexicon::Class::BodyEnd)
    }
}

/// "ministry of defense" as "defense ministry".
fn turned(key: &str) -> Option<String> {
    let (head, of) = key.split_once(" of ")?;
    if !matches!(head, "ministry" | "department" | "office" | "bureau" | "agency") || of.contains(" of ") {
        return None;
    }
    let of = of.strip_prefix("the ").unwrap_or(of);
    let of = of.strip_suffix(" affairs").filter(|o| *o == "foreign").unwrap_or(of);
    Some(format!("{of} {head}"))
}

/// Joins a rare spelling to a common one that differs in one letter.
fn join_slips(spellings: &[Spelling], sets: &mut Sets) {
    let mut near = Near::default();
    let fits = |s: &Spelling| s.class == Class::Thing && s.key.len() > 7;
    for (id, spelling) in spellings.iter().enumerate().filter(|(_, s)| fits(s) && s.count > 1) {
        near.add(&spelling.key, id as u32);
    }
    for (id, spelling) in spellings.iter().enumerate().filter(|(_, s)| fits(s) && s.count == 1) {
        if let Some(common) = near.find(&spelling.key)
            && is_slip(&spelling.key, &spellings[common as usize].key)
            && BODY_SLIP.acts(spelling.span)
        {
            sets.join(id as u32, common);
        }
    }
}

/// Whether one long word differs, and no other: "Unit II" and "Unit III" are two.
fn is_slip(rare: &str, common: &str) -> bool {
    let differ = || rare.split(' ').zip(common.split(' ')).filter(|(a, b)| a != b);
    rare.split(' ').count() == common.split(' ').count()
        && differ().count() == 1
        && differ().all(|(a, b)| a.len().min(b.len()) > 4)
}

/// "World Today News (WTN)" or "WTN (World Today News)": the short and the long name.
fn parenthesized(document: &Document, names: &[Name], i: usize) -> Option<(usize, usize)> {
    let (one, other) = (&names[i - 1], &names[i]);
    let open = one.end as usize;
    let closed = other.end as usize;
    if other.first as usize != open + 1
        || closed >= document.tokens.len()
        || document.word(open) != "("
        || document.word(closed) != ")"
    {
        return None;
    }
    let short = |n: &Name| n.end == n.first + 1 && n.span.len() <= 10;
    match (short(one), short(other)) {
        (false, true) => Some((i, i - 1)),
        (true, false) => Some((i - 1, i)),
        _ => None,
    }
}

/// Whether the letters of `short` come in `long` in this order, the first at a word's start.
fn stands_for(short: &str, long: &str) -> bool {
    let Some(first) = short.chars().next() else { return false };
    // No acronym is made of more; the check stays cheap.
    if long.len() > 200 {
        return false;
    }
    long.split(' ').enumerate().any(|(n, word)| {
        word.starts_with(first) && {
            let rest = long.split(' ').skip(n).flat_map(str::chars);
            let mut wanted = short.chars().peekable();
            for c in rest {
                if wanted.peek() == Some(&c) {
                    wanted.next();
                }
            }
            wanted.peek().is_none()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_stand_for_words_in_order() {
        for (short, long, expected) in [
            ("map", "nato membership action plan", true),
            ("wtn", "world today news", true),
            ("wto", "wto world trade organization", true),
            ("ap", "paris", false),
            ("interpol", "international police", true),
            ("xyz", "national guard", false),
        ] {
            assert_eq!(stands_for(short, long), expected, "{short}: {long}");
        }
    }
}
