//! What holds for every text: no panic, spans that lie in the text, ids that exist, and a cut into
//! blocks, tokens and sentences that leaves nothing out.

#![cfg(not(target_arch = "wasm32"))]

mod check;
mod news;

use check::{check_annotation, check_document};
use news::{any_text, marks_and_labels, news_like};
use proptest::prelude::*;

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

    #[test]
    fn holds_for_marks_and_labels(text in marks_and_labels()) {
        check_document(&text);
        check_annotation(&text);
    }
}

#[test]
fn holds_for_the_seeds_cut_anywhere() {
    for seed in [
        include_str!("../../seeds/000_dfebd88ad925917b.txt"),
        include_str!("../../seeds/001_d227dde8fd7d9ec0.txt"),
        include_str!("../../seeds/002_b18aa046e2e40857.txt"),
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
