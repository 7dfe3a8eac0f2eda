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
    /// What an outlet is: magazine, website
    Outlet = "outlet",
    /// A person, by what they do or are: minister, widow
    Person = "person",
    /// A person, without saying what they do: man, speaker
    AnyPerson = "any-person",
    /// A person who is a man: uncle
    Man = "man",
    /// A person who is a woman: actress
    Woman = "woman",
    /// Several people: police, crowd
    People = "people",
    /// A body that acts as one: agency
    Body = "body",
    /// A body's paper, which speaks for the body: report
    Paper = "paper",
    /// A place that has a government: country
    Land = "land",
    /// Stands before a role and belongs to it: former deputy foreign (minister)
    RoleModifier = "role-modifier",
    /// Says nothing of a person without an owner beside it: friend, winner
    BareRole = "bare-role",
    /// Praises or blames: amazing, worst
    Opinion = "opinion",
    /// A place that has no government, or none of its own: suburb, lake
    Terrain = "terrain",
    /// A form of address, which alone describes nobody: Mr., Sir
    Address = "address",
    /// Ends a noun phrase, with a clause or adverbial behind it: who, because, amid
    PhraseEnd = "phrase-end",
    /// Ties one noun phrase to another: head of the mill
    PhraseLink = "phrase-link",
    /// In no noun phrase: is, said, he
    NoNoun = "no-noun",
    /// Letters behind a name: KC, MP
    Honour = "honour",
    /// Small inside names, passed over by acronyms: of, du
    SmallInName = "small-in-name",
    /// What an outlet's name ends in that may stand for all of it: times
    OutletEnd = "outlet-end",
    /// What a body's name may leave out at its end: inc, institute
    BodyTail = "body-tail",
    /// A last word of names that may stand for all of it: agency
    BodyEnd = "body-end",
    /// A last word that is the whole name of another body: senate
    WholeBody = "whole-body",
    /// Where something is said: said in a statement
    Medium = "medium",
    /// What may follow "said" without being a clause: so, nothing
    BareObject = "bare-object",
    /// What is told and is not what is said: story, truth, lie
    Story = "story",
    /// A feeling that is voiced: concern, hope
    Feeling = "feeling",
    /// Speaks in headlines without a name: police, poll
    HeadlineSpeaker = "headline-speaker",
    /// How a paper comes about: filed, sent
    Published = "published",
    /// What somebody states: her claim that
    Stated = "stated",
    /// What somebody says will or should be done: her promise to
    Offered = "offered",
    /// What is written, and speaks for who wrote it: letter
    Message = "message",
    /// A plain word of saying, as verb or noun: said, claim
    PlainlySaid = "plainly-said",
    /// Says something, where it follows its noun: two people asking
    Asking = "asking",
    /// A pronoun that is a subject, or opens a relative clause
    NoName = "no-name",
    /// A verb more often than a noun, though its ending does not show it: sat, says
    VerbForm = "verb-form",
    /// A thing that ends like a person: adapter, router
    Thing = "thing",
    /// Newspapers are named by it: courier, daily
    Press = "press",
    /// A paper that nobody stands for where nobody is named: memo, data
    Unsigned = "unsigned",
    /// A paper that one person writes: letter, tweet
    Sent = "sent",
    /// What is done with a paper by whom it speaks for: issued, signed
    Sends = "sends",
    /// What only somebody says: replied, told
    Tells = "tells",
    /// It "says" something without anybody who speaks: law, treaty
    Text = "text",
    /// A view that somebody holds: hope, idea
    View = "view",
    /// A body whose name says what it is: court
    Institution = "institution",
    /// A relation of somebody: wife, son
    Kin = "kin",
    /// An adverb that is no part of a noun phrase: often, yesterday
    LooseAdverb = "loose-adverb",
    /// An adjective that follows its noun: familiar, loyal
    BehindNoun = "behind-noun",
    /// Stands for any body: company, group
    Enterprise = "enterprise",
    /// A day of the week
    Weekday = "weekday",
    /// A month
    Month = "month",
    /// A month that is a word or a name as well: may, march
    MonthToo = "month-too",
    /// A title that keeps its full stop: Dr., Gen
    TitleStop = "title-stop",
    /// Keeps its full stop and may end a sentence: Inc., etc
    EndingStop = "ending-stop",
    /// A state with a full stop: Calif
    StateStop = "state-stop",
    /// A state with a full stop, but a word as well: Miss., Ind
    DoubtfulState = "doubtful-state",
    /// A month with a full stop: Dec
    MonthStop = "month-stop",
    /// A month or day with a full stop, but a word as well: Sat., Mar
    CalendarStop = "calendar-stop",
    /// Keeps its full stop before a number: No. 10
    NumberedStop = "numbered-stop",
    /// A unit that keeps its full stop behind a number: ft
    UnitStop = "unit-stop",
    /// Keeps its full stop in lower case: approx., vs
    LowerStop = "lower-stop",
    /// A title or form of address of a man: Mr., king
    Mister = "mister",
    /// The same of a woman: Mrs., queen
    Madam = "madam",
    /// A pronoun by which nobody is named: that, I, where
    NoSpeaker = "no-speaker",
    /// A subject that takes the verb of several: they, police
    PluralSubject = "plural-subject",
    /// Stands before a count and belongs to it: nearly, about
    Roughly = "roughly",
    /// A pronoun that contracts with a verb: he'd, that'll
    Contracted = "contracted",
    /// Tells nobody apart: former, senior
    Vague = "vague",
    /// Ties to a phrase what belongs to it behind: of, familiar
    Following = "following",
    /// Alone it names nobody: one, most
    VagueCount = "vague-count",
    /// Says what somebody is: is, became
    Copula = "copula",
    /// Stands before what an outlet is: news, radio
    Media = "media",
    /// Stands before a people for some of them: many, two
    SomeOf = "some-of",
    /// A few people, counted: two, trio
    Pair = "pair",
    /// People, by how many: many, majority
    Several = "several",
    /// After "it" it happens without anybody: seems, took
    Happening = "happening",
    /// After "it is" a clause follows: that, whether
    ItClause = "it-clause",
    /// Before a colon it names nobody: note, read more
    NobodyLabel = "nobody-label",
    /// Small in the label of a turn: of, dr
    InLabel = "in-label",
    /// A top-level domain: com, uk
    Domain = "domain",
    /// A top-level domain that is a word: us, it
    DomainWord = "domain-word",
    /// A time zone: EST, Pacific
    Zone = "zone",
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
