//! What holds for every text: no panic, spans that lie in the text, ids that exist, and a cut into
//! blocks, tokens and sentences that leaves nothing out.

#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use whosaid::annotation::{Annotation, Form, Span};
use whosaid::document::Document;
use whosaid::layout::Role;

/// `PROPTEST_CASES=5000 cargo test --test properties` looks harder.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|c| c.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn holds_for_any_characters(text in any_text()) {
        check_document(&text);
        check_annotation(&text);
    }

    #[test]
    fn holds_for_news(text in news_like()) {
        check_document(&text);
        check_annotation(&text);
    }
}

#[test]
fn holds_for_the_seeds_cut_anywhere() {
    for seed in [
        include_str!("../seeds/000_dfebd88ad925917b.txt"),
        include_str!("../seeds/001_d227dde8fd7d9ec0.txt"),
        include_str!("../seeds/002_b18aa046e2e40857.txt"),
    ] {
        check_annotation(seed);
        check_document(&seed.replace('\n', "\r\n"));
        for cut in (0..seed.len()).step_by(197).filter(|&i| seed.is_char_boundary(i)) {
            check_document(&seed[cut..]);
            let end = (cut..=seed.len()).rev().find(|&i| i <= cut + 900 && seed.is_char_boundary(i));
            check_annotation(&seed[cut..end.unwrap_or(cut)]);
        }
    }
}

/// Characters of all planes, with those that mean something to us more often.
fn any_text() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        4 => any::<char>(),
        4 => prop::char::range(' ', '~'),
        2 => prop::sample::select("\"'“”‘’«»`´,.;:!?…—–-()[]<>*_#&@$£€%/\\|\n\r\t\u{a0}\u{ad}\u{200b}\u{2028}\u{c}0123456789".chars().collect::<Vec<_>>()),
    ];
    prop::collection::vec(character, 0..300).prop_map(|chars| chars.into_iter().collect())
}

/// Pieces of news in any order, with any marks between them.
fn news_like() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Olena Marchuk",
        "Marchuk",
        "President Doe",
        "Dr. Ivanov",
        "dr. Roe",
        "J. K. Roe",
        "the minister",
        "the young soldier",
        "he",
        "she",
        "they",
        "her",
        "his",
        "who",
        "Another",
        "NATO",
        "the U.S.",
        "Kyiv",
        "Zolote-4",
        "Ukrainian",
        "UkraineS",
        "Reuters",
        "Acme Inc.",
        "Bank of Ghana (BoG)",
        "Jr.",
        "said",
        "told reporters",
        "asked",
        "according to",
        "claimed that",
        "believes",
        "warned",
        "added:",
        "has been killed",
        "would not go",
        "in the town of",
        "and",
        "of",
        "that",
        "to",
        "Is this it",
        "We will win",
        "Only membership",
        "one another",
        "Monday",
        "last week",
        "June 3, 2021",
        "2021-12-16",
        "10:30 a.m.",
    ]);
    let figures = prop::sample::select(vec![
        "$2.5bn",
        "£3m",
        "€ 1,000",
        "2.5 billion",
        "100,000",
        "1,00,000",
        "12 000",
        "10 to 15 percent",
        "5%",
        "23",
        "22-year-old",
        "56",
        "six kilometers",
        "(four miles)",
        "24/7",
        "the 1990s",
        "'90s",
        "3rd",
        "½",
        "1.",
        "0",
        "999999999999999999999999999",
        "1e308",
        "-5",
        "0.0000001",
        "between 5 and 3",
        "a dozen",
        "thousands",
        "twenty-five hundred million",
        "99/99/9999",
        "32 December 0000",
        "1/0",
        "10^400",
        "25:61",
    ]);
    let marks = prop::sample::select(vec![
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "''",
        "``",
        "«",
        "»",
        "„",
        "…",
        "...",
        ". ",
        ".",
        ", ",
        ",",
        "; ",
        ": ",
        ":",
        "!",
        "?",
        "?\" ",
        ",” ",
        ".” ",
        " — ",
        "—",
        " - ",
        "-",
        "(",
        ")",
        "[",
        "]",
        "[3]",
        "{",
        "}",
        "*",
        "**",
        "_",
        "~",
        "|",
        "/",
        "\\",
        "&",
        "&amp;",
        "&nbsp;",
        "&rsquo;",
        "&#8220;",
        "&#0;",
        "&#xD800;",
        "<",
        ">",
        "<p>",
        "</p>",
        "<br>",
        "<script>",
        "</script>",
        "<b>",
        "<!--",
        "@",
        "#",
        "@KyivPost",
        "#Kyiv",
        "https://example.org/a_b",
        "www.",
        "http://",
        "a@b.example",
        "](",
        "[x](https://e.example)",
        "![",
    ]);
    let lines = prop::sample::select(vec![
        "\n",
        "\n\n",
        "\r\n",
        "\r\n\r\n",
        "\n\n\n\n",
        "\r",
        "\u{c}",
        "\u{2028}",
        "\u{2029}",
        "\n**WTN:** ",
        "\n**Dr. Ivanov:** ",
        "\nPENCE: ",
        "\nSen. DOE: ",
        "\nQ. ",
        "\nA. ",
        "\nQ: ",
        "\n[00:12:31] DOE: ",
        "\n>> ANCHOR: ",
        "\nJane Doe\n",
        "\n**Jane Doe**\n",
        "\n## ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n| a | b |\n",
        "\n```\n",
        "\n===\n",
        "\n---\n",
        "\nRelated article: ",
        "\n© ",
        "KYIV, June 3 (Reuters) - ",
        "(CNN) ",
        "WASHINGTON — ",
        "\nPublished: ",
    ]);
    let odd = prop::sample::select(vec![
        "🌍",
        "👩🏽\u{200D}🚒",
        "🇺🇦",
        "\u{200D}",
        "e\u{301}",
        "\u{301}",
        "mem\u{ad}ber",
        "\u{feff}",
        "\u{200b}",
        "\u{202e}",
        "基辅",
        "كييف",
        "ﬁ",
        "İ",
        "ß",
        "ǅ",
        "\0",
        "\u{7f}",
        "\u{10ffff}",
        "\u{85}",
        "²",
        "٣",
        "Ⅳ",
        "㊿",
    ]);
    let piece = prop_oneof![
        8 => words.prop_map(str::to_string),
        3 => figures.prop_map(str::to_string),
        5 => marks.prop_map(str::to_string),
        2 => lines.prop_map(str::to_string),
        1 => odd.prop_map(str::to_string),
    ];
    prop::collection::vec((piece, prop::bool::weighted(0.7)), 0..120).prop_map(|pieces| {
        let mut text = String::new();
        for (piece, space) in pieces {
            text.push_str(&piece);
            if space {
                text.push(' ');
            }
        }
        text
    })
}

/// What holds for blocks, tokens and sentences.
fn check_document(text: &str) {
    let document = Document::new(text);
    let blocks = &document.layout.blocks;
    assert!(blocks.windows(2).all(|b| b[0].span.end <= b[1].span.start), "blocks overlap: {text:?}");
    let mut covered = vec![false; text.len()];
    for mark in &document.layout.markup {
        covered[mark.start as usize..mark.end as usize].fill(true);
    }
    for block in blocks {
        assert!(!block.span.is_empty());
        assert_eq!(block.span, block.span.trimmed(text), "{text:?}");
        if let Role::Turn { label, body } = &block.role {
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
fn check_annotation(text: &str) {
    let found = whosaid::annotate(text);
    let units: Vec<u16> = text.encode_utf16().collect();
    let spans = Spans { text, units: &units };
    check_entities(text, &found);
    check_mentions(text, &found, &spans);
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
