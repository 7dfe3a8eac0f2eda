//! What may stand after a verb of saying, and so what its content looks like: a set of bits, in the order of
//! [`FRAMES`](super::class::FRAMES).

/// A set of what may follow.
pub type Frame = u16;

/// "said that …"
pub const THAT: Frame = 1;
/// "said he would …": the clause may lack its "that".
pub const ZERO: Frame = 1 << 1;
/// "asked whether …", "explained how …"
pub const WH: Frame = 1 << 2;
/// "vowed to …"
pub const TO: Frame = 1 << 3;
/// "told reporters …": a hearer stands before the content.
pub const HEARER: Frame = 1 << 4;
/// "urged NATO to …": a hearer, then an infinitive.
pub const ORDER: Frame = 1 << 5;
/// "accused China of …ing", "warned Russia against …ing"
pub const CHARGE: Frame = 1 << 6;
/// "…," he said.
pub const DIRECT: Frame = 1 << 7;
/// "called it “a disgrace”": quoted words in its object.
pub const WORDS: Frame = 1 << 8;
/// A noun as well: "the claim", so that a determiner before it speaks against a verb.
pub const NOUN: Frame = 1 << 9;
/// The hearer is part of the cue: "told AFP".
pub const TELL: Frame = 1 << 10;
/// "acknowledged the possibility of …": takes a noun phrase for a statement.
pub const FACT: Frame = 1 << 11;
/// "voiced concerns about …", "expressed hope that …": a noun of feeling belongs to the cue.
pub const VOICE: Frame = 1 << 12;
/// Tells of a thought: no report where the thinker is the one who speaks ("I think").
pub const THINK: Frame = 1 << 13;
/// Whatever follows is said: "said taxing ships hurts trade".
pub const LOOSE: Frame = 1 << 14;
/// "denied hiding the report": an -ing form follows.
pub const GERUND: Frame = 1 << 15;
