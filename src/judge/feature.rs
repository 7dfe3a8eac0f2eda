//! What the judge sees of a row: cue, content, source, their order and what stands around them, the other rows beside
//! it, who is said to speak, and how sure the stages before were.
//!
//! Words are looked up in the judge's own table ([`super::words`]); all else is the text, or a finding of a stage before.

use super::Rows;
use super::clause;
use super::key::{hash, key, mix, steps};
use super::words::{self, Class, Form};
use crate::annotation::{EntityKind, Form as Reference};
use crate::layout::Role;
use crate::quote::Quote;
use crate::span::Span;
use crate::token::{Case, Gap, TokenKind};

/// What the content begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
enum Opening {
    Mark,
    That,
    Infinitive,
    Ing,
    Question,
    OfIng,
    Pronoun,
    Preposition,
    Other,
}

impl Rows<'_, '_> {
    /// The features of the row at `index`.
    pub(super) fn keys(&self, index: usize, add: &mut impl FnMut(u32)) {
        let document = self.document;
        let quote = &self.quotes[index];
        let attribution = &self.speakers.attributions[index];
        let lower = |t: usize| document.lower(t);
        let word = |t: usize| hash(document.lower(t));
        let class = |t: usize| words::class(document.lower(t));
        let tokens = |span: Span| {
            let first = document.token_at(span.start);
            first..document.tokens_until(first, span.end)
        };
        let (Some(opens), Some(closes)) = (quote.content.first(), quote.content.last()) else { return };
        let first = tokens(*opens);
        let last = tokens(*closes);
        let length: usize = quote.content.iter().map(|&span| tokens(span).len()).sum();
        let style = quote.style as u32;
        let act = quote.act as u32;

        // The cue: its head, stem and form, and the words beside it.
        let cue = quote.cue.first().map(|&span| tokens(span)).filter(|range| !range.is_empty());
        let head = cue.clone().map(|range| self.head(range));
        let (stem, form) = head.map_or(("", 9), |h| {
            let (stem, form) = words::stem(lower(h));
            (stem, form as u32)
        });
        let stem = hash(stem);
        let source = quote.source.first().map(|&span| tokens(span)).filter(|range| !range.is_empty());

        // The order of the parts and what stands between them.
        let place = |range: &std::ops::Range<usize>| match range.start {
            start if start < first.start => 0,
            start if start >= last.end => 2,
            _ => 1,
        };
        let order = cue.as_ref().map_or(3, place) * 4 + source.as_ref().map_or(3, place);
        let order = order * 2
            + match (&cue, &source) {
                (Some(c), Some(s)) => u32::from(s.start < c.start),
                _ => 0,
            };
        let gap = cue.as_ref().map_or(15, |c| {
            let (from, to) = if c.end <= first.start { (c.end, first.start) } else { (last.end, c.start) };
            if from > to { 14 } else { steps(to - from) }
        });
        let between = cue.as_ref().map_or(0, |c| {
            let (from, to) = if c.end <= first.start { (c.end, first.start) } else { (last.end, c.start) };
            if from < to { mix(word(from), word(to - 1)) } else { 1 }
        });

        // Marks and opening.
        let quoted = |t: usize| document.tokens.get(t).is_some_and(|token| token.kind == TokenKind::Quote);
        let marked = u32::from(first.start > 0 && quoted(first.start - 1)) | u32::from(quoted(last.end)) << 1;
        let inside = first.clone().chain(last.clone()).filter(|&t| quoted(t)).count().min(3) as u32;
        let marks = marked * 4 + inside;
        let opening = self.opening(first.start, marked & 1 != 0);
        let verb = first.clone().take(40).any(|t| {
            class(t) & (words::BE | words::HAVE | words::MODAL | words::DO) != 0
                || matches!(words::stem(lower(t)).1, Form::Past | Form::Third) && t > first.start + 1
        });
        let opened = opening as u32 * 2 + u32::from(verb);

        // What the sentence around the cue, or the content where there is none, says.
        let anchor = head.unwrap_or(first.start);
        let sentence = &document.sentences[document.sentence_of(anchor).min(document.sentences.len() - 1)];
        let (low, high) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let group = self.group(cue.as_ref().map_or(anchor, |c| c.start), low);
        let mood: Class = cue.clone().map_or(0, |c| {
            let before = (group..c.start).fold(0, |all, t| all | class(t));
            c.fold(before, |all, t| all | class(t))
        });
        let mood = mood & (words::BE | words::HAVE | words::MODAL | words::NEGATION | words::DO);
        let passive = u32::from(mood & words::BE != 0) * 4 + form;
        let opener = source.as_ref().filter(|s| s.start < anchor).map_or(group, |s| s.start);
        let condition = (opener.saturating_sub(3).max(low)..opener)
            .rfind(|&t| class(t) & (words::CONDITION | words::RELATIVE) != 0)
            .map_or(0, word);
        let asks = matches!(document.word(high - 1), "?");
        let ends = u32::from(cue.as_ref().is_some_and(|c| c.end + 1 >= high))
            | u32::from(last.end + 1 >= high) << 1
            | u32::from(first.start <= low + 1) << 2;
        let role = match document.role(first.start) {
            Role::Headline => 0,
            Role::Paragraph => 1,
            Role::Turn { .. } => 2,
            Role::Aside => 3,
        };

        // The source and the speaker.
        let (s_first, s_head, s_class) = source.clone().map_or((0, 0, 0), |s| {
            let of =
                s.clone().skip(1).find(|&t| matches!(lower(t), "of" | "in" | "at" | "for" | "who" | ","));
            let head = of.unwrap_or(s.end) - 1;
            (word(s.start), word(head), class(s.start))
        });
        let capital = source.clone().map_or(3, |s| {
            let head = document.tokens[s.end - 1];
            u32::from(document.words.case(head.word) != Case::Lower)
        });
        let speaker = attribution.speaker.map(|e| e.0 as usize);
        let named = self.entities.list.len();
        let kind = speaker.map_or(9, |e| match e.checked_sub(named) {
            None => self.entities.list[e].kind as u32,
            Some(unnamed) => 10 + self.speakers.unnamed.get(unnamed).map_or(0, |e| e.kind as u32),
        });
        let certainty = (attribution.certainty * 20.0) as u32;
        let reference = self.reference(quote);
        let pronoun = u32::from(s_class & words::PRONOUN != 0) | u32::from(s_class & words::VAGUE != 0) << 1;

        // Other rows with some of the same words.
        let beside = self.beside[index];

        let evidence = &quote.evidence;
        let by = evidence.by as u32;
        let level = |i: usize| u32::from(evidence.levels[i]);

        let mut put = |template: u32, value: u32| add(key(template, value));
        put(1, 0);
        put(2, style * 4 + act);
        put(3, stem);
        put(4, mix(stem, form));
        put(5, mix(stem, opened));
        put(6, mix(stem, style));
        put(7, mix(stem, mood.into()));
        put(8, mix(form, opened));
        put(9, cue.clone().map_or(0, |c| c.fold(7, |all, t| mix(all, word(t)))));
        put(10, cue.as_ref().map_or(0, |c| if c.start > low { word(c.start - 1) } else { 1 }));
        put(11, cue.as_ref().map_or(0, |c| if c.end < high { word(c.end) } else { 1 }));
        put(12, cue.as_ref().map_or(0, |c| mix(stem, if c.end < high { word(c.end) } else { 1 })));
        put(13, word(first.start));
        put(14, mix(word(first.start), word(first.start + 1)));
        put(15, mix(word(first.start), order));
        put(16, word(last.end - 1));
        put(17, mix(word(last.end), style));
        put(18, if first.start > 0 { mix(word(first.start - 1), style) } else { 0 });
        put(19, mix(order, style));
        put(20, mix(order, gap));
        put(21, mix(between, order));
        put(22, quote.content.len().min(3) as u32 * 4 + style);
        put(23, mix(steps(length), style));
        put(24, mix(steps(length), opened));
        put(25, mix(marks, style));
        put(26, mix(marks, opened));
        put(27, s_first);
        put(28, s_head);
        put(29, mix(s_first, stem));
        put(30, mix(s_head, stem));
        put(31, mix(kind, style));
        put(32, mix(kind, stem));
        put(33, mix(certainty, style));
        put(34, reference * 8 + pronoun);
        put(35, mix(reference * 8 + pronoun, stem));
        put(36, mix(mood.into(), form));
        put(37, mix(passive, u32::from(source.is_some())));
        put(38, mix(condition, 0));
        put(39, mix(condition, act));
        put(40, u32::from(asks) * 4 + style);
        put(41, mix(ends, order));
        put(42, mix(ends, style));
        put(43, role * 4 + style);
        put(44, u32::from(cue.is_some()) * 8 + u32::from(source.is_some()) * 4 + style);
        put(45, mix(beside, style));
        put(46, mix(beside, u32::from(cue.is_some())));
        put(47, by * 4 + style);
        for i in 0..evidence.levels.len() {
            put(50 + i as u32, mix(level(i), by));
            put(60 + i as u32, mix(level(i), style * 16 + by));
        }
        put(70, mix(level(4) * 16 + level(5), by));
        put(71, mix(level(6) * 16 + level(7), by));
        put(72, mix(level(6) * 16 + level(7), style));
        put(73, mix(level(0) * 16 + level(2), level(3)));
        put(74, capital * 4 + style);
        put(75, mix(capital, opened));
        put(76, word(low));
        let selves = first.clone().take(40).filter(|&t| class(t) & words::SELF != 0).count().min(2) as u32;
        put(77, mix(selves, style));
        put(78, mix(selves, u32::from(cue.is_some())));
        // Titles and terms have capitals, or stand within the writer's clause.
        let capitals =
            first.clone().take(12).filter(|&t| document.words.case(document.tokens[t].word).has_capital());
        let title = u32::from(capitals.count() * 3 >= 2 * first.len().min(12));
        put(79, mix(title * 16 + marks, steps(length)));
        let upper = u32::from(document.words.case(document.tokens[first.start].word).has_capital());
        put(80, mix(upper * 4 + marked, style * 2 + u32::from(cue.is_some())));
        let stop = u32::from(matches!(document.word(last.end - 1), "," | "." | "?" | "!" | "…"));
        put(81, mix(stop, style * 2 + u32::from(cue.is_some())));
        put(82, mix(steps(length), style * 2 + u32::from(cue.is_some())));
        put(83, source.map_or(0, |s| steps(s.len())) * 4 + style);
        put(84, if anchor > group { word(group) } else { 0 });
        let block = document.tokens[first.start].gap >= Gap::Line;
        put(85, mix(u32::from(block), style * 2 + u32::from(cue.is_some())));
        put(86, head.map_or(0, |h| hash(suffix(lower(h)))));
        put(87, mix(act, opened));
        let row = clause::Parts {
            style,
            stem,
            head,
            cue,
            source: quote.source.first().map(|&s| tokens(s)),
            first,
            last,
        };
        self.clause_keys(&row, &mut |template, value| add(key(template, value)));
    }

    /// The word of a cue that tells: its first that is no auxiliary, negation or adverb.
    fn head(&self, cue: std::ops::Range<usize>) -> usize {
        let light = words::BE | words::HAVE | words::MODAL | words::NEGATION | words::DO | words::ADVERB;
        let tells = |&t: &usize| {
            let word = self.document.lower(t);
            words::class(word) & (light | words::ARTICLE) == 0
                && !(word.ends_with("ly") && word.len() > 4)
                && word != "to"
        };
        cue.clone().find(tells).unwrap_or(cue.start)
    }

    /// Where the auxiliaries and adverbs before the token at `at` begin.
    fn group(&self, at: usize, low: usize) -> usize {
        let light = words::BE | words::HAVE | words::MODAL | words::NEGATION | words::DO | words::ADVERB;
        let mut group = at;
        while group > low && at - group < 6 {
            let word = self.document.lower(group - 1);
            if words::class(word) & light == 0 && !(word.ends_with("ly") && word.len() > 4) && word != "to" {
                break;
            }
            group -= 1;
        }
        group
    }

    fn opening(&self, first: usize, marked: bool) -> Opening {
        let lower = |t: usize| self.document.lower(t);
        let ing = |t: usize| lower(t).ends_with("ing") && lower(t).len() > 4;
        let class = words::class(lower(first));
        if marked || self.document.tokens[first].kind == TokenKind::Quote {
            Opening::Mark
        } else if lower(first) == "that" {
            Opening::That
        } else if lower(first) == "to" || lower(first) == "not" && lower(first + 1) == "to" {
            Opening::Infinitive
        } else if ing(first) {
            Opening::Ing
        } else if class & words::RELATIVE != 0
            || matches!(lower(first), "whether" | "if" | "how" | "why" | "when")
        {
            Opening::Question
        } else if class & words::PREPOSITION != 0 {
            if ing(first + 1) { Opening::OfIng } else { Opening::Preposition }
        } else if class & words::PRONOUN != 0 {
            Opening::Pronoun
        } else {
            Opening::Other
        }
    }

    /// How the source refers to its speaker: a name in it, a noun phrase, a pronoun, or nothing.
    fn reference(&self, quote: &Quote) -> u32 {
        let Some(source) = quote.source.first() else { return 0 };
        let names = self.names;
        let at = names.partition_point(|name| name.span.end <= source.start);
        let name = names[at.min(names.len())..].iter().take_while(|name| name.span.start < source.end).last();
        if let Some(name) = name {
            return 1
                + u32::from(name.kind == EntityKind::Person)
                + 2 * u32::from(name.span.end == source.end);
        }
        let mentions = &self.speakers.mentions;
        let at = mentions.partition_point(|m| m.span.start < source.start);
        match mentions.get(at).filter(|m| m.span.start < source.end) {
            Some(m) if m.form == Reference::Pronoun => 5,
            Some(_) => 6,
            None => 7,
        }
    }

    /// For each row, how it lies with others that share its words: within one, around one, over its end, the same; and whether
    /// another has its cue.
    pub(super) fn find_beside(quotes: &[Quote]) -> Vec<u32> {
        const NEAR: usize = 6;
        let bounds = |q: &Quote| {
            let start = q.content.first().map_or(0, |s| s.start);
            (start, q.content.last().map_or(start, |s| s.end))
        };
        let mut beside = vec![0u32; quotes.len()];
        for (i, one) in quotes.iter().enumerate() {
            for (j, two) in quotes.iter().enumerate().skip(i + 1).take(NEAR) {
                let ((a, b), (c, d)) = (bounds(one), bounds(two));
                if c < b && a < d {
                    let (of_one, of_two) = match () {
                        () if (a, b) == (c, d) => (8, 16),
                        () if a <= c && d <= b => (1, 2),
                        () if c <= a && b <= d => (2, 1),
                        () => (4, 4),
                    };
                    beside[i] |= of_one;
                    beside[j] |= of_two;
                    if one.source == two.source && !one.source.is_empty() {
                        beside[i] |= 64;
                        beside[j] |= 64;
                    }
                }
                if one.cue == two.cue && !one.cue.is_empty() {
                    beside[i] |= 32;
                    beside[j] |= 32;
                }
            }
        }
        beside
    }
}

/// The last letters of a word.
fn suffix(word: &str) -> &str {
    let from = word.char_indices().rev().nth(2).map_or(0, |(i, _)| i);
    &word[from..]
}
