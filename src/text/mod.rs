//! How things are written, before a text is cut up: HTML entities, links, and the full stops of abbreviations. Layout and
//! tokens both ask.

pub(crate) mod abbreviation;
pub(crate) mod entity;
pub(crate) mod link;
