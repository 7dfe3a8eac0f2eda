//! The verbs that tell of speech and belief, and what each may be followed by.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What may stand after a cue, and so what its content looks like. A set.
pub(super) type Frame = u16;

/// "said that …"
pub(super) const THAT: Frame = 1;
/// "said he would …": the clause may lack its "that".
pub(super) const ZERO: Frame = 1 << 1;
/// "asked whether …", "explained how …"
pub(super) const WH: Frame = 1 << 2;
/// "vowed to …"
pub(super) const TO: Frame = 1 << 3;
/// "told reporters …": a hearer stands before the content.
pub(super) const HEARER: Frame = 1 << 4;
/// "urged NATO to …": a hearer, then an infinitive.
pub(super) const ORDER: Frame = 1 << 5;
/// "accused China of …ing", "warned Russia against …ing"
pub(super) const CHARGE: Frame = 1 << 6;
/// "…," he said.
pub(super) const DIRECT: Frame = 1 << 7;
/// "called it “a disgrace”": quoted words in its object.
pub(super) const WORDS: Frame = 1 << 8;
/// A noun as well: "the claim", so that a determiner before it speaks against a verb.
pub(super) const NOUN: Frame = 1 << 9;
/// The hearer is part of the cue: "told AFP".
pub(super) const TELL: Frame = 1 << 10;
/// "acknowledged the possibility of …": takes a noun phrase for a statement.
pub(super) const FACT: Frame = 1 << 11;

/// "voiced concerns about …", "expressed hope that …": a noun of feeling belongs to the cue.
pub(super) const VOICE: Frame = 1 << 12;

/// Tells of a thought: no report where the thinker is the one who speaks ("I think").
pub(super) const THINK: Frame = 1 << 13;

/// Whatever follows is said: "said taxing ships hurts trade".
pub(super) const LOOSE: Frame = 1 << 14;

/// "denied hiding the report": an -ing form follows.
pub(super) const GERUND: Frame = 1 << 15;

/// "said", "added": everything.
const SAY: Frame = THAT | ZERO | DIRECT | WORDS;
/// "noted", "stressed": seldom without "that".
const NOTE: Frame = THAT | DIRECT | WORDS;
/// "believes", "hopes"
const BELIEVE: Frame = THAT | ZERO | WORDS | THINK;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    /// say
    Base,
    /// says
    Third,
    /// said: past tense or participle
    Past,
    /// saying
    Ing,
    /// "certain", after *be*
    Adjective,
}

/// A verb of saying as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub frame: Frame,
    pub form: Form,
}

/// The cue that `word`, in lower case, is a form of.
pub(super) fn find(word: &str) -> Option<Cue> {
    FORMS.get(word).copied()
}

/// Every form of every verb, in no order.
pub(super) fn all() -> impl Iterator<Item = (&'static str, Cue)> {
    FORMS.iter().map(|(word, cue)| (word.as_str(), *cue))
}

/// Every form of every verb.
static FORMS: LazyLock<FxHashMap<String, Cue>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for &(frame, verbs) in VERBS {
        for verb in verbs.split_whitespace() {
            let irregular =
                IRREGULAR.iter().filter(|(lemma, _)| *lemma == verb).map(|(_, past)| past.to_string());
            let past: Vec<String> = irregular.collect();
            let past = if past.is_empty() { vec![inflect(verb, "ed")] } else { past };
            forms.insert(inflect(verb, "s"), Cue { frame, form: Form::Third });
            forms.insert(inflect(verb, "ing"), Cue { frame, form: Form::Ing });
            forms.insert(verb.to_string(), Cue { frame, form: Form::Base });
            forms.extend(past.into_iter().map(|past| (past, Cue { frame, form: Form::Past })));
        }
    }
    for adjective in ADJECTIVES.split_whitespace() {
        forms.insert(adjective.to_string(), Cue { frame: THAT, form: Form::Adjective });
    }
    forms
});

/// "is certain that …"
const ADJECTIVES: &str = "adamant certain confident convinced hopeful optimistic sure";

/// `verb` with a regular ending, "s", "ed" or "ing".
fn inflect(verb: &str, ending: &str) -> String {
    let vowel = |c: Option<char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    let mut back = verb.chars().rev();
    let (last, second) = (back.next(), back.next());
    match (last, ending) {
        (Some('y'), "s") if !vowel(second) => format!("{}ies", &verb[..verb.len() - 1]),
        (Some('y'), "ed") if !vowel(second) => format!("{}ied", &verb[..verb.len() - 1]),
        (Some('s' | 'h' | 'x' | 'o'), "s") if verb != "laugh" => format!("{verb}es"),
        (Some('e'), "ed") => format!("{verb}d"),
        (Some('e'), "ing") if second != Some('e') => format!("{}ing", &verb[..verb.len() - 1]),
        (Some(last), "ed" | "ing") if DOUBLED.contains(&verb) => format!("{verb}{last}{ending}"),
        _ => format!("{verb}{ending}"),
    }
}

/// Verbs that double their last letter.
const DOUBLED: &[&str] = &["admit", "beg", "brag", "dub", "quip", "refer", "submit"];

/// Verb and past form.
const IRREGULAR: &[(&str, &str)] = &[
    ("feel", "felt"),
    ("forecast", "forecast"),
    ("foresee", "foresaw"),
    ("hear", "heard"),
    ("know", "knew"),
    ("read", "read"),
    ("say", "said"),
    ("sing", "sang"),
    ("swear", "swore"),
    ("swear", "sworn"),
    ("tell", "told"),
    ("think", "thought"),
    ("understand", "understood"),
    ("write", "wrote"),
    ("write", "written"),
];

/// The verbs, by what may follow them.
const VERBS: &[(Frame, &str)] = &[
    (CHARGE | WORDS, "accuse"),
    (NOTE | ZERO | FACT, "acknowledge"),
    (
        SAY,
        "add allege argue assert concede conclude contend declare insist maintain predict proclaim suggest",
    ),
    (THAT | ORDER | DIRECT | HEARER | WORDS, "advise"),
    (
        NOTE,
        "affirm brag emphasize emphasise exclaim muse observe opine quip repeat respond retort scoff shout underline whisper yell",
    ),
    (THAT | DIRECT, "agree"),
    (SAY | GERUND, "admit"),
    (THAT | DIRECT | GERUND, "deny"),
    (NOTE | ZERO, "announce boast complain confirm lament reiterate speculate testify"),
    (THAT | DIRECT | NOUN, "answer charge comment"),
    (WH | ORDER | DIRECT | HEARER | WORDS, "ask"),
    (BELIEVE, "assume believe reckon"),
    (THAT | ZERO | HEARER | DIRECT, "assure"),
    (ORDER | DIRECT, "beg"),
    (WORDS | NOUN, "blame"),
    (
        WORDS,
        "attack blast criticise criticize decry denounce describe dismiss dub label liken mock praise slam",
    ),
    (WORDS | DIRECT | NOUN, "call"),
    (THAT | ZERO | HEARER | DIRECT | CHARGE, "caution"),
    (DIRECT | WORDS, "chant echo sing type"),
    (SAY | NOUN | TO, "claim"),
    (ORDER | NOUN, "command"),
    (NOTE | ZERO | TO, "confess"),
    (DIRECT, "continue cry"),
    (THAT | DIRECT, "counter"),
    (THAT | TO | DIRECT | NOUN, "demand pledge"),
    (THAT | WORDS | THINK, "feel"),
    (THAT | ZERO, "disclose imply indicate"),
    (THAT | WH | NOUN | THINK, "doubt"),
    (THAT | ZERO | NOUN, "estimate hint"),
    (THAT | ZERO | NOUN | THINK, "fear guess suspect worry"),
    (THAT | ZERO | WH | DIRECT | WORDS, "explain"),
    (THAT | NOUN, "forecast mention"),
    (THAT | ZERO | NOUN, "rule"),
    (THAT | WH | DIRECT, "highlight"),
    (THAT | ZERO | TO | NOUN | THINK, "hope"),
    (THAT | ZERO | HEARER | DIRECT, "inform"),
    (ORDER | NOUN, "appeal"),
    (ORDER, "encourage implore instruct petition"),
    (NOTE | ZERO | NOUN, "joke recall state"),
    (THAT | ZERO, "reveal"),
    (THAT | THINK, "expect know understand"),
    (THAT | DIRECT | THINK, "learn"),
    (SAY | NOUN, "note tweet"),
    (ORDER | THAT | NOUN, "order"),
    (THAT, "reaffirm underscore"),
    (THAT | DIRECT, "point"),
    (DIRECT | NOUN | WORDS, "post"),
    (THAT | ZERO | TO | DIRECT | NOUN | HEARER | WORDS, "promise"),
    (THAT | TO | DIRECT | WORDS, "propose"),
    (WH | NOUN | DIRECT, "question"),
    (DIRECT, "read"),
    (THAT | ORDER, "recommend"),
    (NOTE | NOUN, "remark reply stress"),
    (THAT | HEARER | ORDER, "remind"),
    (THAT | ZERO | DIRECT | NOUN | WORDS, "report"),
    (THAT | ORDER | NOUN, "request"),
    (SAY | WH | LOOSE, "say"),
    (THAT | ZERO | TO, "swear"),
    (THAT | ZERO | WH | HEARER | ORDER | DIRECT | TELL | WORDS, "tell"),
    (BELIEVE, "think"),
    (TO | THAT, "threaten"),
    (ORDER | THAT | DIRECT, "urge"),
    (THAT | ZERO | TO | DIRECT | NOUN, "vow"),
    (THAT | ZERO | HEARER | CHARGE | ORDER | DIRECT | WORDS, "warn"),
    (VOICE | THAT, "voice express"),
    (WH | DIRECT, "inquire"),
    (WH | DIRECT | NOUN, "wonder"),
    (THAT | ZERO | DIRECT | WORDS, "write"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_found() {
        for (word, form) in [
            ("say", Form::Base),
            ("says", Form::Third),
            ("said", Form::Past),
            ("saying", Form::Ing),
            ("replied", Form::Past),
            ("denies", Form::Third),
            ("argues", Form::Third),
            ("argued", Form::Past),
            ("arguing", Form::Ing),
            ("admitted", Form::Past),
            ("stresses", Form::Third),
        ] {
            assert_eq!(find(word).map(|c| c.form), Some(form), "{word}");
        }
        for word in ["sayed", "s", "ing", "ed", "table", "", "é"] {
            assert_eq!(find(word), None, "{word}");
        }
    }
}
