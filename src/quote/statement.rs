//! A cue with its source and its content, read from the sentence around it.

use std::ops::Range;

use super::cue::{self, Cue, Form};
use super::frame::Frame;
use super::source::Subject;
use super::words::*;

/// No clause is longer, in units: a sentence of a million words must not be read again for each cue.
const LONGEST: usize = 160;

/// A statement, in units of its frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub content: Vec<Range<usize>>,
    pub cue: Vec<Range<usize>>,
    pub source: Option<Range<usize>>,
}

/// What follows a cue.
enum Right {
    /// The content: a clause, an infinitive, a quotation. `explicit` where a word or mark opens it.
    Content { start: usize, explicit: bool },
    /// The same; a noun phrase with quoted words in it.
    Object(usize),
    /// A colon at the end of the sentence: the next one is the content.
    Next,
    /// Nothing that is said; where what follows the cue goes on.
    Nothing,
}

impl Frame<'_, '_> {
    /// Reads the statements of the sentence at `index`.
    pub(super) fn read_sentence(&self, index: usize, found: &mut Vec<Statement>) {
        let sentence = self.sentences[index].clone();
        let mut shared: Option<Range<usize>> = None;
        // Where the clause that a cue belongs to can start at the earliest.
        let mut low = sentence.start;
        // Where the content read last ends: "it hopes" in "said it hopes to stay" is part of it.
        let mut said_until = sentence.start;
        for verb in sentence.clone() {
            let Some(cue) = self.cue(verb) else {
                if self.lower(verb) == "according" && self.lower(verb + 1) == "to" {
                    if let Some(statement) = self.read_according(verb, low, &sentence) {
                        low = statement.source.as_ref().map_or(low, |s| s.end);
                        found.push(statement);
                    }
                }
                continue;
            };
            if cue.frame & cue::THINK != 0 && verb < said_until {
                continue;
            }
            if let Some((statement, left)) = self.read_cue(verb, cue, low, index, &mut shared) {
                low = low.max(statement.cue[0].end).max(left);
                said_until = statement.content.last().map_or(said_until, |c| c.end.max(said_until));
                found.push(statement);
            }
        }
    }

    fn read_cue(
        &self,
        verb: usize,
        cue: Cue,
        low: usize,
        index: usize,
        shared: &mut Option<Range<usize>>,
    ) -> Option<(Statement, usize)> {
        let sentence = self.sentences[index].clone();
        // A headline's verb may be taken for a part of a name: "Ukraine Urges NATO".
        if self.is(verb, NAME) && (cue.form != Form::Third || cue.frame & cue::NOUN != 0) {
            return None;
        }
        let before = verb.checked_sub(1).filter(|&b| b >= sentence.start);
        if before.is_some_and(|b| self.is(b, TO) || matches!(self.lower(b), "-" | "‐" | "‑")) {
            return None;
        }
        if cue.frame & cue::NOUN != 0
            && cue.form != Form::Past
            && before.is_none_or(|b| self.is(b, DETERMINER | POSSESSIVE | PREPOSITION))
        {
            return None;
        }
        let adjective = cue.form == Form::Adjective;
        let mut cue_start = verb;
        if adjective {
            cue_start = (sentence.start..verb).rev().take(3).find(|&u| self.is(u, BE))?;
        }
        let mut cue_end = verb + 1;
        if self.lower(cue_end) == "out" && self.lower(verb).starts_with("point") {
            cue_end += 1;
        }
        if cue.frame & cue::VOICE != 0 {
            // "voiced concerns about", "expressed hope that"
            cue_end = self.skip_feeling(verb + 1, sentence.end)?;
        }
        let (right, hearer) = self.read_right(cue_end, cue, &sentence);
        let left = self.read_left(verb, cue.form, low, !matches!(right, Right::Nothing));
        if cue.form == Form::Base && !self.agrees(&left, verb) {
            return None;
        }
        if cue.frame & cue::TELL != 0 {
            cue_end = cue_end.max(hearer);
        }
        let cue_units = cue_start..cue_end;
        if let Right::Content { explicit: false, .. } = right
            && cue.frame & cue::NOUN != 0
            && matches!(cue.form, Form::Third | Form::Base)
            && !matches!(&left.subject, Subject::Before(s) if self.is(s.start, SUBJECT | NAME))
        {
            return None;
        }
        let form = cue.form;
        let earlier = shared.clone();
        let mut done = |content: Vec<Range<usize>>, source: Option<Range<usize>>, low: usize| {
            if content.is_empty() {
                return None;
            }
            if form != Form::Ing && source.is_some() {
                shared.clone_from(&source);
            }
            Some((Statement { content, cue: vec![cue_units.clone()], source }, low))
        };

        // "Said Moreno: “…”"
        if verb == sentence.start
            && cue.frame & cue::DIRECT != 0
            && matches!(cue.form, Form::Past | Form::Third)
        {
            let end = self.noun_phrase(cue_end, sentence.end);
            let quotation = (end..sentence.end.min(end + 25)).find(|&u| self.is(u, QUOTATION));
            if let Some(quotation) = quotation.filter(|&u| end > cue_end && self.is(u - 1, STOP)) {
                return done(vec![quotation..quotation + 1], Some(cue_end..end), quotation + 1);
            }
        }

        let source = match &left.subject {
            Subject::Before(units) => Some(units.clone()),
            Subject::Shared => earlier.or_else(|| self.main_subject(sentence.start, verb)),
            Subject::Missing if cue.form == Form::Ing => {
                earlier.or_else(|| self.main_subject(sentence.start, verb))
            }
            Subject::Missing => None,
            Subject::Passive if self.lower(cue_end) == "by" => {
                let end = self.noun_phrase(cue_end + 1, sentence.end);
                (end > cue_end + 1).then_some(cue_end + 1..end)
            }
            Subject::Passive => None,
        };

        if cue.frame & cue::THINK != 0
            && source.as_ref().is_some_and(|s| matches!(self.lower(s.start), "i" | "we" | "you"))
        {
            return None;
        }

        // "“…,” said Moreno", "…, said Moreno."
        if cue.frame & cue::DIRECT != 0
            && matches!(cue.form, Form::Past | Form::Third | Form::Base)
            && let Some(said) = self.content_before(left.group, sentence.start, low)
            && matches!(left.subject, Subject::Missing | Subject::Shared)
        {
            let end = self.with_name_behind(cue_end, self.noun_phrase(cue_end, sentence.end), sentence.end);
            let next = self.skip_adverbs(end, sentence.end);
            let quoted = self.is(said.end - 1, QUOTATION);
            let verb_follows = self.is(next, AUXILIARY | VERB) || !quoted && self.is_finite(next);
            if end > cue_end && !(verb_follows && !self.is(next, NAME)) {
                let mut content = vec![said];
                let resumed = self.resumed(end, &sentence, quoted);
                content.extend(resumed.filter(|r| self.is(r.start, QUOTATION)));
                return done(content, Some(cue_end..end), end);
            }
        }

        if source.is_none() && !matches!(left.subject, Subject::Passive) {
            let quoted = matches!(&right, Right::Content { start, .. } if self.is(*start, QUOTATION));
            if !quoted {
                return None;
            }
        }
        if matches!(left.subject, Subject::Passive) && cue.frame & cue::HEARER == 0 {
            return None;
        }

        // "As Moreno noted, the ships were old", "…, as Moreno noted."
        if let Subject::Before(units) = &left.subject
            && units.start > sentence.start
            && self.lower(units.start - 1) == "as"
            && matches!(right, Right::Nothing)
            && cue.frame & (cue::ZERO | cue::DIRECT) != 0
        {
            let link = units.start - 1;
            let after = self.skip_adverbs(hearer, sentence.end);
            if link <= low && self.lower(after) == "," {
                let end = self.clause_end(after + 1, &sentence, false);
                let content = if end > after + 1 { vec![after + 1..end] } else { Vec::new() };
                return done(content, source, end);
            }
            if let Some(said) = self.content_before(link, sentence.start, low) {
                return done(vec![said], source, hearer);
            }
        }

        let mut content = Vec::new();
        let said = (cue.frame & cue::DIRECT != 0 || cue.frame & cue::ZERO != 0)
            .then(|| self.content_before(left.start, sentence.start, low))
            .flatten();
        // "On “The Show,” Moreno said it …": quoted words in an adverbial are nothing said.
        let adverbial = said.as_ref().is_some_and(|s| {
            s.len() > 1
                && (!matches!(right, Right::Nothing)
                    || self.is(s.end - 1, QUOTATION) && self.is(s.start, PREPOSITION | TIME | SUBORDINATOR))
        });
        let said = said.filter(|_| !adverbial);
        let quoted_before = said.as_ref().is_some_and(|s| self.is(s.end - 1, QUOTATION));
        let (right, object) = match right {
            Right::Object(start) => (Right::Content { start, explicit: false }, true),
            right => (right, false),
        };
        match right {
            Right::Content { start, explicit } if !quoted_before || explicit && self.is(start, QUOTATION) => {
                if quoted_before {
                    content.extend(said);
                }
                let mut end = self.clause_end(start, &sentence, object);
                if left.group == sentence.start && matches!(left.subject, Subject::Passive) {
                    // "Asked whether it would sail, Moreno replied …"
                    end = (start..end).find(|&u| self.lower(u) == ",").unwrap_or(end);
                }
                if end > start {
                    content.push(start..end);
                }
                return done(content, source, if self.is(start, QUOTATION) { end } else { start });
            }
            Right::Next if said.is_none() => {
                let next = self.sentences.get(index + 1)?;
                let opens = self.is(next.start, QUOTATION);
                if opens {
                    content.push(next.start..next.start + 1);
                }
                return done(content, source, sentence.end);
            }
            _ => {}
        }
        let said = said?;
        let next = self.skip_adverbs(hearer, sentence.end);
        let open =
            next < sentence.end && !self.is(next, STOP | PREPOSITION | SUBORDINATOR | QUOTATION | TIME);
        if !quoted_before && (cue.form == Form::Ing || open) {
            return None;
        }
        if !quoted_before && !self.has_verb(said.start, said.end) {
            let resumed = self.resumed(hearer, &sentence, false)?;
            return done(vec![said, resumed], source, sentence.end);
        }
        content.push(said);
        content.extend(self.resumed(hearer, &sentence, quoted_before));
        done(content, source, hearer)
    }

    /// What follows the cue that ends before `from`; and where the hearer ends.
    fn read_right(&self, from: usize, cue: Cue, sentence: &Range<usize>) -> (Right, usize) {
        let mut u = from;
        let mut hearer = from;
        let frame = cue.frame;
        let content = |start, explicit| Right::Content { start, explicit };
        let limit = sentence.end.min(from + 25);
        while u < limit {
            let word = self.lower(u);
            if self.is(u, QUOTATION) {
                return (content(u, true), hearer);
            }
            match word {
                ":" => {
                    return match u + 1 < sentence.end {
                        true => (content(u + 1, true), hearer),
                        false => (Right::Next, hearer),
                    };
                }
                "," => {
                    if self.is(u + 1, QUOTATION) && u + 1 < sentence.end {
                        return (content(u + 1, true), hearer);
                    }
                    // "said, on Sunday, that"
                    let close = (u + 1..limit.min(u + 14)).find(|&v| self.lower(v) == ",");
                    return match close.filter(|&v| self.is(v + 1, THAT) && frame & cue::THAT != 0) {
                        Some(close) => (content(close + 1, true), hearer),
                        None => (Right::Nothing, hearer),
                    };
                }
                "—" | "–" => {
                    let close = (u + 1..limit.min(u + 14)).find(|&v| self.lower(v) == word);
                    return match close.filter(|&v| self.is(v + 1, THAT | QUOTATION)) {
                        Some(close) => (content(close + 1, true), hearer),
                        None => (Right::Nothing, hearer),
                    };
                }
                "that" if frame & cue::THAT != 0 && u + 1 < sentence.end => {
                    return (content(u, true), hearer);
                }
                "to" if frame & cue::TO != 0 || frame & cue::ORDER != 0 && hearer > from => {
                    let headline = self.is(from - 1, CAPITAL) && self.is(u + 1, CAPITAL);
                    if headline || !self.is(u + 1, DETERMINER | POSSESSIVE | NAME | CAPITAL | OBJECT) {
                        return (content(u, true), hearer);
                    }
                }
                "about" | "over" if frame & cue::VOICE != 0 => return (content(u, true), hearer),
                "of" | "against" if frame & cue::CHARGE != 0 && hearer > from => {
                    return (content(u, true), hearer);
                }
                "whether" | "if" | "how" | "why" | "what" | "when" | "which" | "where" | "who"
                    if frame & cue::WH != 0 =>
                {
                    return (content(u, true), hearer);
                }
                _ => {}
            }
            if self.is(u, STOP) {
                return (Right::Nothing, hearer);
            }
            if self.is(u, ADVERB | TIME) {
                u = self.skip_adverbs(u, limit).max(u + 1);
                continue;
            }
            let takes_hearer =
                frame & (cue::HEARER | cue::ORDER | cue::CHARGE) != 0 && hearer == from && u == from;
            if takes_hearer {
                let end = match frame & cue::CHARGE != 0 {
                    true => self.simple_phrase(u, limit),
                    false => self.noun_phrase(u, limit),
                };
                if end > u && !(frame & cue::ZERO != 0 && frame & cue::TELL == 0 && self.is_finite(end)) {
                    hearer = end;
                    u = end;
                    continue;
                }
            }
            let loose = frame & cue::LOOSE != 0 && u == from && self.goes_on(u, sentence.end);
            if frame & cue::ZERO != 0 && (loose || self.starts_clause(u, sentence.end)) {
                return (content(u, false), hearer);
            }
            if self.is(u, PREPOSITION | TO) {
                let link = u;
                let end = self.noun_phrase(u + 1, limit);
                u = end.max(u + 1);
                // "said on “The Show” that": the name of a programme.
                let programme = end > link + 1 || matches!(self.lower(link), "on" | "in" | "at");
                if programme && u < limit && self.is(u, QUOTATION) && !self.is_utterance(u) {
                    u += 1;
                }
                continue;
            }
            if frame & cue::FACT != 0 {
                // "acknowledged the possibility of …"
                let end = self.noun_phrase(u, limit);
                let fact = (u..end.min(u + 4)).find(|&v| {
                    matches!(
                        self.lower(v),
                        "fact" | "possibility" | "prospect" | "risk" | "need" | "danger" | "chance"
                    )
                });
                if fact.is_some_and(|v| {
                    self.is(v + 1, THAT | TO) || self.lower(v + 1) == "of" || self.lower(v + 1) == "for"
                }) {
                    return (content(u, false), hearer);
                }
            }
            if frame & cue::WORDS != 0 {
                // Quoted words in the object: "announced “a new era” in …".
                let end = self.clause_end(u, sentence, true);
                if (u..end).any(|v| self.is(v, QUOTATION)) {
                    return (Right::Object(u), hearer);
                }
            }
            break;
        }
        (Right::Nothing, hearer)
    }

    /// A verb that reads like a noun of the phrase `u..end`: "Obama enjoys the work".
    pub(super) fn verb_inside(&self, u: usize, end: usize, limit: usize) -> Option<usize> {
        (u + 1..end).find(|&v| {
            !self.is(v, CAPITAL | NAME)
                && self.is_finite(v)
                && (v + 1 >= limit
                    || self.is(v + 1, DETERMINER | POSSESSIVE | SUBJECT | OBJECT | TO | THAT | ADVERB)
                    || self.is(v + 1, PREPOSITION) && self.lower(v + 1) != "of")
        })
    }

    /// Whether a noun phrase and its finite verb stand at `u`.
    fn is_main_clause(&self, u: usize, limit: usize) -> bool {
        let end = self.noun_phrase(u, limit);
        let verb = self.skip_adverbs(end, limit);
        end > u && verb < limit && self.is_finite(verb)
    }

    /// Whether what follows "said" at `u` is long enough to be a clause, not "said so", "said the same".
    fn goes_on(&self, u: usize, limit: usize) -> bool {
        const OBJECTS: &[&str] = &[
            "so",
            "the",
            "no",
            "yes",
            "nothing",
            "anything",
            "something",
            "everything",
            "much",
            "little",
            "goodbye",
        ];
        let bare = OBJECTS.contains(&self.lower(u))
            || self.is(u, PREPOSITION | CONJUNCTION | TO | CUE | SUBORDINATOR | AUXILIARY | VERB)
                && !self.is(u, SUBJECT);
        !bare && !self.is(u, STOP) && (u..limit.min(u + 4)).all(|v| !self.is(v, STOP)) && u + 4 <= limit
    }

    /// Whether a clause without "that" starts at `u`: a noun phrase, then a verb.
    fn starts_clause(&self, u: usize, limit: usize) -> bool {
        if self.is(u, AUXILIARY) && self.is(u, SUBJECT) {
            return true;
        }
        let end = self.noun_phrase(u, limit);
        if end == u {
            return false;
        }
        let next = self.skip_adverbs(end, limit);
        if next < limit && self.is_finite(next) {
            return true;
        }
        let verb_inside = self.verb_inside(u, end.min(limit), limit).is_some();
        if verb_inside || self.lower(next) == "," && self.is_finite(next + 1) {
            return true;
        }
        // Behind a relative clause or a phrase.
        !self.is(next, STOP) && self.has_verb(next, limit)
    }

    /// The end of the clause that starts at `from`.
    pub(super) fn clause_end(&self, from: usize, sentence: &Range<usize>, object: bool) -> usize {
        let mut u = from;
        let limit = sentence.end.min(from + LONGEST);
        // A quotation that is a sentence of its own is the whole content.
        if self.is(from, QUOTATION) && self.is_whole(from) {
            return from + 1;
        }
        while u < limit {
            match self.lower(u) {
                "." | "!" | "?" | ";" | "…" if u + 1 >= sentence.end || self.lower(u) == ";" => break,
                "," => {
                    let next = u + 1;
                    if self.is(next, CUE) && self.is(next, ING) {
                        break;
                    }
                    if matches!(self.lower(next), "according" | "but") {
                        break;
                    }
                    if self.attribution_at(next, sentence.end) {
                        break;
                    }
                    if matches!(self.lower(next), "and") && self.is_main_clause(next + 1, sentence.end) {
                        break;
                    }
                }
                "and" | "but" => {
                    let verb = self.skip_adverbs(u + 1, sentence.end);
                    let quoted = self.is(u - 1, QUOTATION) && u - 1 == from;
                    if quoted || self.lower(u) == "but" && self.is(verb, AUXILIARY) && !self.is(verb, SUBJECT)
                    {
                        break;
                    }
                    if self.cue(verb).is_some_and(|c| c.form == Form::Past || c.form == Form::Third)
                        && self.is(verb + 1, THAT | QUOTATION | SUBJECT)
                    {
                        break;
                    }
                }
                _ if object
                    && self.is(u, QUOTATION)
                    && (self.ends_phrase(u)
                        || self.is(u + 1, STOP)
                        || self.is(u + 1, CONJUNCTION) && !self.is(u + 2, QUOTATION)) =>
                {
                    u += 1;
                    break;
                }
                _ if self.is(u, QUOTATION)
                    && u > from
                    && self.ends_phrase(u)
                    && self.attribution_at(u + 1, sentence.end) =>
                {
                    u += 1;
                    break;
                }
                _ => {}
            }
            u += 1;
        }
        while u > from && self.is(u - 1, STOP) {
            u -= 1;
        }
        u
    }

    /// "said a former minister, Oleg Moroz": the name belongs to the phrase `from..end`; so do the
    /// other names of a list, "said Moreno, Ruiz and Berg".
    fn with_name_behind(&self, from: usize, end: usize, limit: usize) -> usize {
        if end == from || self.lower(end) != "," || !self.is(end + 1, NAME) || end + 1 >= limit {
            return end;
        }
        let name = self.noun_phrase(end + 1, limit);
        let described = self.is(from, DETERMINER | POSSESSIVE) || (from..end).any(|u| self.lower(u) == "'s");
        let all_name = (end + 1..name).all(|u| self.is(u, NAME | CAPITAL));
        let closed = name >= limit || self.is(name, STOP);
        let list = (end + 1..name).any(|u| self.lower(u) == "and") && self.is(from, NAME);
        if described && all_name && closed && !self.is(end - 1, NAME) || list { name } else { end }
    }

    /// Whether the quotation at `u` ends with a comma inside its marks.
    fn ends_phrase(&self, u: usize) -> bool {
        self.quotation(u).is_some_and(|q| q.end > q.first && self.document.word(q.end as usize - 1) == ",")
    }

    /// Over "concerns", "deep regret" and what leads on; `None` where no such noun stands there.
    fn skip_feeling(&self, from: usize, limit: usize) -> Option<usize> {
        let noun = (from..limit.min(from + 4)).find(|&u| {
            matches!(
                self.lower(u),
                "concern"
                    | "concerns"
                    | "hope"
                    | "hopes"
                    | "doubt"
                    | "doubts"
                    | "fear"
                    | "fears"
                    | "confidence"
                    | "regret"
                    | "optimism"
                    | "worry"
                    | "worries"
                    | "belief"
                    | "disappointment"
                    | "surprise"
                    | "skepticism"
            )
        })?;
        (from..noun).all(|u| self.is_nominal(u)).then_some(noun + 1)
    }

    /// Whether a base form has a plural, a pronoun or an auxiliary before it: "officials say".
    fn agrees(&self, left: &super::source::Left, verb: usize) -> bool {
        if (left.group..verb).any(|u| self.is(u, AUXILIARY)) {
            return true;
        }
        match &left.subject {
            Subject::Before(units) => {
                let last = units.end - 1;
                let word = self.lower(last);
                matches!(
                    word,
                    "i" | "we" | "you" | "they" | "who" | "people" | "police" | "men" | "women" | "officers"
                ) || word.ends_with('s')
                    || self.is(last, CAPITAL | NAME | NUMBER)
                    || (units.start..last).any(|u| self.lower(u) == "and" || self.is(u, PREPOSITION | TO))
            }
            Subject::Shared => true,
            Subject::Missing => true,
            Subject::Passive => false,
        }
    }

    /// "Moreno said" and then the end or a comma.
    fn attribution_at(&self, u: usize, limit: usize) -> bool {
        let end = self.noun_phrase(u, limit);
        if end == u || end - u > 8 {
            return false;
        }
        let verb = self.skip_adverbs(end, limit);
        self.cue(verb).is_some_and(|c| c.frame & cue::ZERO != 0 && c.form != Form::Ing)
            && (verb + 1 >= limit || self.is(verb + 1, STOP | TIME | PREPOSITION))
    }

    /// What stands before the attribution that starts at `at`: a quotation, or a clause and a comma.
    fn content_before(&self, at: usize, sentence_start: usize, low: usize) -> Option<Range<usize>> {
        if at <= low {
            return None;
        }
        let comma = self.lower(at - 1) == ",";
        let end = if comma { at - 1 } else { at };
        if end <= low {
            return None;
        }
        if self.is(end - 1, QUOTATION) {
            let quotation = end - 1;
            let mut start = quotation;
            if !self.is_whole(quotation)
                || quotation > sentence_start && !self.starts_clause_at(quotation, low)
            {
                // "The plan is “dead,” Moreno said."
                start = self.clause_start(quotation, low);
            }
            return Some(start..end);
        }
        if !comma {
            return None;
        }
        let start = self.clause_start(end, low);
        (start < end).then_some(start..end)
    }

    /// Where the content that ends at `end` starts: the sentence's first word that is no link.
    fn clause_start(&self, end: usize, low: usize) -> usize {
        let mut start = low;
        while start < end
            && (self.is(start, STOP)
                || start > low && self.is(start, CONJUNCTION) && self.is(start - 1, STOP))
        {
            start += 1;
        }
        start
    }

    /// What goes on after an attribution inside: "…," he said, "…".
    fn resumed(&self, at: usize, sentence: &Range<usize>, quoted: bool) -> Option<Range<usize>> {
        let at = self.skip_adverbs(at, sentence.end);
        if at >= sentence.end {
            return None;
        }
        if self.is(at, QUOTATION) {
            return Some(at..at + 1);
        }
        if quoted {
            // "…," he said during a visit, "…"
            let next =
                (at..sentence.end.min(at + 25)).find(|&u| self.is(u, QUOTATION) || self.cue(u).is_some());
            return next.filter(|&u| self.is(u, QUOTATION) && self.lower(u - 1) == ",").map(|u| u..u + 1);
        }
        if self.lower(at) != "," || at + 1 >= sentence.end {
            return None;
        }
        let start = at + 1;
        if self.is(start, QUOTATION) {
            return Some(start..start + 1);
        }
        if self.is(start, ING | SUBORDINATOR | RELATIVE) || self.lower(start) == "according" {
            return None;
        }
        if self.is(start, CUE) {
            return None;
        }
        let end = self.clause_end(start, sentence, false);
        (end > start).then_some(start..end)
    }

    /// "According to Moreno, …", "…, according to Moreno".
    fn read_according(&self, at: usize, low: usize, sentence: &Range<usize>) -> Option<Statement> {
        let end = self.noun_phrase(at + 2, sentence.end);
        if end == at + 2 {
            return None;
        }
        let after = (end..sentence.end.min(end + 25)).find(|&u| matches!(self.lower(u), "," | ":"));
        let opens = at == sentence.start
            || at == low
            || at <= low + 4 && self.is(at - 1, STOP | CONJUNCTION) && !self.has_verb(low, at);
        let mut end = end;
        let content = if opens {
            let after = after?;
            // "early results of polls conducted for …": all up to the comma names the source.
            end = after;
            let start = after + 1;
            start..self.clause_end(start, sentence, false)
        } else {
            let stop = if self.lower(at - 1) == "," { at - 1 } else { at };
            self.clause_start(stop, low)..stop
        };
        (content.start < content.end).then(|| Statement {
            content: vec![content],
            cue: vec![at..at + 2],
            source: Some(at + 2..end),
        })
    }

    /// Whether a quotation is a sentence of its own, to judge by its capital.
    pub(super) fn is_whole(&self, u: usize) -> bool {
        let Some(quotation) = self.quotation(u) else { return false };
        let words = quotation.end - quotation.first;
        let first = &self.document.tokens[quotation.first as usize];
        let capital = self.classes.of(first.word) & CAPITAL != 0;
        let last = self.document.word(quotation.end as usize - 1);
        let stopped = matches!(last, "." | "," | "!" | "?" | "…" | "..." | "—" | "–");
        words > 3 && capital || words > 1 && capital && stopped
    }

    /// Whether a quotation is a sentence with its own full stop, or stands after a colon.
    pub(super) fn is_utterance(&self, u: usize) -> bool {
        let Some(quotation) = self.quotation(u) else { return false };
        let last = self.document.word(quotation.end as usize - 1);
        let follows_colon = u > 0 && self.lower(u - 1) == ":";
        quotation.end - quotation.first > 4
            && (follows_colon || matches!(last, "." | "," | "!" | "?") && !self.is_title(u))
    }

    /// "titled “…”", "called “…”": the name of a work or a thing.
    fn is_title(&self, u: usize) -> bool {
        u > 0
            && (self.is(u - 1, PREPOSITION | DETERMINER | POSSESSIVE | AUXILIARY)
                || matches!(
                    self.lower(u - 1),
                    "titled" | "called" | "entitled" | "dubbed" | "named" | "headlined"
                ))
    }

    /// Who is named right before the colon that a quotation follows: "Moreno: “…”".
    pub(super) fn label_before(&self, u: usize, low: usize) -> Option<Range<usize>> {
        if u <= low + 1 || self.lower(u - 1) != ":" {
            return None;
        }
        let start = self.noun_phrase_before(u - 1, low);
        (start < u - 1 && self.starts_clause_at(start, low) || start < u - 1 && self.is(u - 2, NAME))
            .then_some(start..u - 1)
    }
}
