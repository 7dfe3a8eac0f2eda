//! The verbs that tell of speech and belief, and what each may be followed by: [`crate::lexicon`] knows them.

pub(super) use crate::lexicon::Form;
pub(super) use crate::lexicon::frame::*;

/// A verb of saying as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    pub frame: Frame,
    pub form: Form,
}
