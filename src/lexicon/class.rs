//! What a word can be, by the names that the tables use. A word may be in several classes: "that", "her".

macro_rules! named {
    ($(#[$about:meta])* $type:ident, $names:ident: $($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        $(#[$about])*
        #[allow(dead_code)] // The build script reads the names only.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type { $($(#[$doc])* $variant,)* }

        /// The names that the tables have for them, in order.
        #[allow(dead_code)]
        pub const $names: &[&str] = &[$($name),*];
    };
}

named! {
    /// What a word can be.
    Class, NAMES:
    /// the, a, this, every
    Determiner = "determiner",
    /// his, whose
    Possessive = "possessive",
    /// he, they, I
    Subject = "subject",
    /// him, us, her
    Object = "object",
    /// of, in, for; not "to".
    Preposition = "preposition",
    /// up, out: it goes with a verb or a number as often as with a noun.
    Particle = "particle",
    /// is, has, would
    Auxiliary = "auxiliary",
    /// is, was, been
    Be = "be",
    /// has, have, had
    Have = "have",
    /// will, would, could
    Modal = "modal",
    /// also, later, not
    Adverb = "adverb",
    /// and, or, but
    Conjunction = "conjunction",
    /// because, while, if
    Subordinator = "subordinator",
    /// how, whether, what
    Question = "question",
    /// who, which
    Relative = "relative",
    /// Tuesday, yesterday
    Time = "time",
    /// "that"
    That = "that",
    /// "to"
    To = "to",
    /// Past or participle, though its ending does not show it: cut, set
    Past = "past",
    /// A verb wherever it stands: went, took
    Verb = "verb",
    /// Its ending deceives: family, during
    Plain = "plain",
    /// the, this: a noun phrase that is known
    Definite = "definite",
    /// a, some, two: a noun phrase that may be new
    Indefinite = "indefinite",
    /// another, others: somebody new even without a noun
    Another = "another",
    /// A clause follows, or a turn of thought: when, however
    Clause = "clause",
    /// A contraction of an auxiliary with "not": didn't
    Negated = "negated",
    /// Starts sentences and no names: the, but, he's
    Opener = "opener",
    /// No line of a headline and no paragraph ends with it: of, said
    Joining = "joining",
}

named! {
    /// How one who is the subject of a verb speaks, where no words in quotation marks tell more.
    Act, ACTS:
    /// Says, writes, asks, orders.
    Says = "says",
    /// Believes, hopes, is certain.
    Thinks = "thinks",
    /// Takes a stance: wants, supports, condemns.
    Wants = "wants",
}

named! {
    /// The form of a verb.
    Form, FORMS:
    /// say
    Base = "base",
    /// says
    Third = "third",
    /// said: past tense or participle
    Past = "past",
    /// saying
    Ing = "ing",
    /// "certain", after *be*
    Adjective = "adjective",
}

/// The names of what may follow a verb of saying; the bits of [`super::frame`], in order.
#[allow(dead_code)]
pub const FRAMES: &[&str] = &[
    "that", "zero", "wh", "to", "hearer", "order", "charge", "direct", "words", "noun", "tell", "fact",
    "voice", "think", "loose", "gerund",
];
