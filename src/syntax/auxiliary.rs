//! Auxiliary and modal verbs: a closed class, each form with what it says of its group.

/// Which verb it is a form of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Be,
    Have,
    Do,
    Modal,
}

/// What a form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Present,
    Past,
    /// "will", "shall", "'ll".
    Future,
    /// "be", "been", "being", "having".
    Bare,
}

/// An auxiliary as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Auxiliary {
    pub verb: Verb,
    pub form: Form,
    pub negated: bool,
}

/// What an auxiliary in lower case is; "'s" stands for *is*. Of "they'd", what stands behind the pronoun counts.
pub(super) fn auxiliary(lower: &str) -> Option<Auxiliary> {
    let (stem, negated) = match lower {
        "can't" | "cannot" => ("can", true),
        "won't" => ("will", true),
        "shan't" => ("shall", true),
        "ain't" => ("is", true),
        _ => match lower.strip_suffix("n't") {
            Some(stem) => (stem, true),
            None => (lower.rfind('\'').map_or(lower, |at| &lower[at..]), false),
        },
    };
    let (verb, form) = match stem {
        "is" | "are" | "am" | "'s" | "'re" | "'m" => (Verb::Be, Form::Present),
        "was" | "were" => (Verb::Be, Form::Past),
        "be" | "been" | "being" => (Verb::Be, Form::Bare),
        "have" | "has" | "'ve" => (Verb::Have, Form::Present),
        "had" => (Verb::Have, Form::Past),
        "having" => (Verb::Have, Form::Bare),
        "do" | "does" => (Verb::Do, Form::Present),
        "did" => (Verb::Do, Form::Past),
        "will" | "shall" | "'ll" => (Verb::Modal, Form::Future),
        "can" | "may" | "must" | "ought" | "need" => (Verb::Modal, Form::Present),
        "could" | "might" | "would" | "should" | "'d" => (Verb::Modal, Form::Past),
        _ => return None,
    };
    Some(Auxiliary { verb, form, negated })
}
