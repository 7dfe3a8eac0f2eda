//! Every rule acts on its examples and spares its counter-examples, and has a name of its own.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use whosaid::Gazetteer;
use whosaid::rules::{all, try_on};

#[test]
fn every_rule_does_what_it_says() {
    let mut wrong = Vec::new();
    for rule in all() {
        let acts = |text: &str| {
            try_on(rule, text, Some(Gazetteer::shipped())).iter().any(|acted| acted.rule.id == rule.id)
        };
        wrong.extend(
            rule.fires.iter().filter(|t| !acts(t)).map(|t| format!("{}: does not act on {t}", rule.id)),
        );
        wrong.extend(rule.spares.iter().filter(|t| acts(t)).map(|t| format!("{}: acts on {t}", rule.id)));
        if rule.fires.is_empty() || rule.spares.is_empty() {
            wrong.push(format!("{}: has no example, or no counter-example", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_a_name_and_says_something() {
    let mut seen = BTreeSet::new();
    for rule in all() {
        assert!(seen.insert(rule.id), "two rules are called {}", rule.id);
        let (stage, name) = rule.id.split_once('.').expect("a stage, a full stop, a name");
        let plain = |c: char| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit();
        assert!(!stage.is_empty() && !name.is_empty() && name.chars().all(plain), "{}", rule.id);
        assert!(rule.says.ends_with('.') && rule.says.len() < 160, "{}: {}", rule.id, rule.says);
    }
}
