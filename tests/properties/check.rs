//! What must hold: spans in the text and in order, ids that exist, every character in a token, but those of litter and credits.

use whosaid::annotation::{Annotation, EntityKind, Form, Span};
use whosaid::document::Document;
use whosaid::layout::Role;
use whosaid::token::TokenKind;

/// What holds for blocks, tokens and sentences.
pub fn check_document(text: &str) {
    let document = Document::new(text);
    let blocks = &document.layout.blocks;
    assert!(blocks.windows(2).all(|b| b[0].span.end <= b[1].span.start), "blocks overlap: {text:?}");
    let mut covered = vec![false; text.len()];
    for mark in &document.layout.markup {
        covered[mark.start as usize..mark.end as usize].fill(true);
    }
    for block in blocks {
        assert!(!block.span.is_empty());
        // Litter and credits have no tokens: nothing is found in them.
        if block.is_silent() {
            covered[block.span.start as usize..block.span.end as usize].fill(true);
            continue;
        }
        assert_eq!(block.span, block.span.trimmed(text), "{text:?}");
        if let Role::Turn { label, body, .. } = &block.role {
            assert!(block.span.contains(*body) && !body.is_empty(), "{text:?}");
            assert!(
                label.is_none_or(|l| block.span.contains(l) && l.end <= body.start && !l.is_empty()),
                "{text:?}"
            );
        }
    }
    if let Some(dateline) = document.layout.dateline {
        for part in [dateline.place, dateline.date, dateline.agency].into_iter().flatten() {
            assert!(dateline.span.contains(part), "{text:?}");
            assert_eq!(part, part.trimmed(text), "{text:?}");
        }
    }

    let mut last = 0;
    for token in &document.tokens {
        assert!(token.span.start >= last && !token.span.is_empty(), "{text:?}");
        last = token.span.end;
        let word = document.slice(token.span);
        assert_eq!(word.trim(), word, "{text:?}");
        assert!(covered[token.span.start as usize..token.span.end as usize].iter().all(|c| !c), "{text:?}");
        covered[token.span.start as usize..token.span.end as usize].fill(true);
        assert!(blocks.iter().any(|b| b.span.contains(token.span)), "{text:?}");
    }
    for (i, c) in text.char_indices() {
        let seen = !(c.is_whitespace() || c.is_control() || is_invisible(c));
        assert!(covered[i] || !seen, "{c:?} at {i} is in no token: {text:?}");
    }

    let mut next = 0;
    for sentence in &document.sentences {
        assert_eq!(sentence.tokens.start, next, "{text:?}");
        assert!(sentence.tokens.end > next, "{text:?}");
        next = sentence.tokens.end;
        assert!(blocks[sentence.block as usize].span.contains(sentence.span), "{text:?}");
        assert_eq!(sentence.span, document.span(sentence.tokens.start as usize, next as usize));
    }
    assert_eq!(next as usize, document.tokens.len(), "{text:?}");
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// What the contract says of every annotation.
pub fn check_annotation(text: &str) {
    let found = whosaid::annotate(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let spans = Spans { text, units: &units };
    check_entities(text, &found);
    check_mentions(text, &found, &spans);
    check_names(text, &found, &units);
    check_quotes(text, &found, &spans);
    check_figures(text, &found, &spans);
    let json = serde_json::to_string(&found).expect("serialises");
    assert_eq!(
        json,
        serde_json::to_string(&whosaid::annotate(text)).expect("serialises"),
        "not the same twice: {text:?}"
    );
}

struct Spans<'t> {
    text: &'t str,
    units: &'t [u16],
}

impl Spans<'_> {
    /// Inside the text, on character borders, not empty, no white space at its ends.
    fn check(&self, start: u32, end: u32, what: &str) {
        let text = self.text;
        assert!(start < end && end as usize <= self.units.len(), "{what} {start}..{end}: {text:?}");
        let low = |i: u32| matches!(self.units.get(i as usize), Some(0xDC00..=0xDFFF));
        assert!(!low(start) && !low(end), "{what} {start}..{end} cuts a character: {text:?}");
        let words = String::from_utf16_lossy(&self.units[start as usize..end as usize]);
        assert_eq!(words.trim(), words, "{what} has white space at its ends: {text:?}");
    }

    fn check_all(&self, spans: &[Span], what: &str) {
        spans.iter().for_each(|s| self.check(s.start, s.end, what));
        assert!(
            spans.windows(2).all(|s| s[0].end <= s[1].start),
            "{what} spans out of order: {:?}",
            self.text
        );
    }
}

fn check_entities(text: &str, found: &Annotation) {
    for (i, entity) in found.entities.iter().enumerate() {
        assert_eq!(entity.id as usize, i, "{text:?}");
        assert!(!entity.name.trim().is_empty(), "an entity without a name: {text:?}");
        if let Some(place) = &entity.place {
            assert!(place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0, "{text:?}");
            let code = place.country.as_bytes();
            assert!(code.len() == 2 && code.iter().all(u8::is_ascii_uppercase), "{text:?}");
        }
    }
}

fn check_mentions(text: &str, found: &Annotation, spans: &Spans) {
    assert!(found.mentions.windows(2).all(|m| m[0].start <= m[1].start), "mentions out of order: {text:?}");
    for (i, mention) in found.mentions.iter().enumerate() {
        spans.check(mention.start, mention.end, "mention");
        assert!((mention.entity as usize) < found.entities.len(), "{text:?}");
        assert!(
            mention.form != Form::Name || mention.antecedent.is_none(),
            "a name through another: {text:?}"
        );
        // Antecedents lead to an end.
        let mut at = i;
        for _ in 0..=found.mentions.len() {
            match found.mentions[at].antecedent {
                Some(next) => at = next as usize,
                None => break,
            }
            assert!(at < found.mentions.len(), "no such antecedent: {text:?}");
            assert_ne!(at, i, "antecedents in a ring: {text:?}");
        }
    }
}

/// What is certain of a name, whatever the text: it has a letter or digit, no `'s` and no mark at its ends,
/// stands in one block, and in no address or handle.
fn check_names(text: &str, found: &Annotation, units: &[u16]) {
    let document = Document::new(text);
    let utf16 = whosaid::span::Utf16::new(text);
    let blocks: Vec<(u32, u32)> = document
        .layout
        .blocks
        .iter()
        .map(|b| (utf16.offset(b.span.start), utf16.offset(b.span.end)))
        .collect();
    let links: Vec<(u32, u32)> = document
        .tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Link)
        .map(|t| (utf16.offset(t.span.start), utf16.offset(t.span.end)))
        .collect();
    for mention in found.mentions.iter().filter(|m| m.form == Form::Name) {
        let name = String::from_utf16_lossy(&units[mention.start as usize..mention.end as usize]);
        assert!(name.contains(char::is_alphanumeric), "{name:?} is no name: {text:?}");
        for end in ["'s", "’s", "'", "’", "“", "”", "\"", "-", "–", ",", ":"] {
            assert!(!name.ends_with(end), "{name:?} ends in {end}: {text:?}");
        }
        for title in ["Mr. ", "Mrs. ", "President ", "Dr. "] {
            let person = found.entities[mention.entity as usize].kind == EntityKind::Person;
            assert!(!person || !name.starts_with(title), "{name:?} has a title: {text:?}");
        }
        let inside = |(start, end): &(u32, u32)| *start <= mention.start && mention.end <= *end;
        assert!(blocks.iter().any(inside), "{name:?} runs over the end of a block: {text:?}");
        let touches = |(start, end): &(u32, u32)| *start < mention.end && mention.start < *end;
        assert!(!links.iter().any(touches), "{name:?} stands in a link: {text:?}");
    }
}

fn check_quotes(text: &str, found: &Annotation, spans: &Spans) {
    assert!(
        found.quotes.windows(2).all(|q| q[0].content[0].start <= q[1].content[0].start),
        "quotes out of order: {text:?}"
    );
    for quote in &found.quotes {
        assert!(!quote.content.is_empty(), "{text:?}");
        spans.check_all(&quote.content, "content");
        spans.check_all(&quote.cue, "cue");
        spans.check_all(&quote.source, "source");
        assert!((0.0..=1.0).contains(&quote.certainty), "certainty {}: {text:?}", quote.certainty);
        for &entity in quote.speaker.iter().chain(&quote.alternatives) {
            assert!((entity as usize) < found.entities.len(), "{text:?}");
        }
        assert!(quote.speaker.is_none_or(|s| !quote.alternatives.contains(&s)), "{text:?}");
    }
}

fn check_figures(text: &str, found: &Annotation, spans: &Spans) {
    assert!(found.figures.windows(2).all(|f| f[0].end <= f[1].start), "figures out of order: {text:?}");
    for figure in &found.figures {
        spans.check(figure.start, figure.end, "figure");
        for value in [figure.value, figure.low, figure.high].into_iter().flatten() {
            assert!(value.is_finite(), "{value}: {text:?}");
        }
        if let (Some(low), Some(high)) = (figure.low, figure.high) {
            assert!(low <= high, "a range from {low} to {high}: {text:?}");
        }
        if let Some(of) = figure.of {
            spans.check(of.start, of.end, "of");
        }
    }
}
