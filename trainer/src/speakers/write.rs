//! The weights as a table of Rust.

use std::fmt::Write;

use whosaid::speaker::weights::{FEATURES, NONE_FEATURES, Set, Weighed};

/// The source of `src/speaker/learnt.rs`.
pub fn rust(weights: &Set) -> String {
    let mut out = String::from(
        "//! The weights that `whosaid-trainer speakers` learnt; not edited by hand.\n\n\
         use super::Feature::*;\nuse super::NoneFeature;\nuse super::{Weights, weights};\n",
    );
    let sorts = [
        ("ONE", "`he`, `she`", Weighed::One),
        ("IT", "`it`", Weighed::It),
        ("THEY", "`they`", Weighed::They),
    ];
    for (name, about, weighed) in sorts {
        let set = &weights[weighed as usize];
        let _ = write!(out, "\n/// {about}\npub(super) const {name}: Weights = weights(\n    &[\n");
        for (feature, weight) in FEATURES.iter().zip(set.features).filter(|(_, w)| *w != 0.0) {
            let _ = writeln!(out, "        ({feature:?}, {weight:.2}),");
        }
        out.push_str("    ],\n    &[\n");
        for (feature, weight) in NONE_FEATURES.iter().zip(set.none).filter(|(_, w)| *w != 0.0) {
            let _ = writeln!(out, "        (NoneFeature::{feature:?}, {weight:.2}),");
        }
        out.push_str("    ],\n);\n");
    }
    out
}
