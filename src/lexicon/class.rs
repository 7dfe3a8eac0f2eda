//! What a word can be, by the names that the tables use. A word may be in several classes: "that", "her".

macro_rules! named {
    ($(#[$about:meta])* $type:ident, $names:ident: $($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        $(#[$about])*
        #[allow(dead_code)] // The build script reads the names only.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u16)]
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
    /// may, might, could: what may be, and what may not
    Possible = "possible",
    /// until, if, unless: what is not yet so
    Awaiting = "awaiting",
    /// no, nobody: stands before nobody, or for nobody
    Nobody = "nobody",
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
    /// A company that everybody knows: Burberry, Goldman Sachs
    Company = "company",
    /// A line of nothing but these belongs to the page: Share, Skip to content
    Chrome = "chrome",
    /// A newspaper's section, in a menu or above a headline: Politics, Science
    Section = "section",
    /// A heading above links: Most read, Related stories
    LinkList = "link-list",
    /// Before a colon, it opens a link: Read more, Related article
    LinkLead = "link-lead",
    /// It opens a line that asks something of the reader: Sign up for, By clicking
    Invite = "invite",
    /// Before "by" or a colon, it opens a credit: Photo, Illustration
    CreditLead = "credit-lead",
    /// It opens a line that does so where it names what newsrooms offer: Sign up for, Get the
    Pitch = "pitch",
    /// What newsrooms offer: newsletter, alerts
    Pitched = "pitched",
    /// It opens the credit of a report: Reporting by, Additional reporting
    ReportLead = "report-lead",
    /// It opens a caption: Image caption, Pictured
    CaptionLead = "caption-lead",
    /// Whose pictures newspapers print: AFP, Getty Images
    PictureAgency = "picture-agency",
    /// Who writes for a newspaper: reporter, columnist
    Journalist = "journalist",
    /// Small in the label of a turn: of, dr
    InLabel = "in-label",
    /// A top-level domain: com, uk
    Domain = "domain",
    /// A top-level domain that is a word: us, it
    DomainWord = "domain-word",
    /// A time zone: EST, Pacific
    Zone = "zone",
    /// Ends the name of a street or park: square, lane
    RoadEnd = "road-end",
    /// An exchange before the sign of a share: nyse
    Exchange = "exchange",
    /// Letters of a degree or order behind a name: phd
    Letters = "letters",
    /// A title that only a person has: Mr., Sen.
    CivilTitle = "civil-title",
    /// What a place is, before "of" and its name: city, region
    Settled = "settled",
    /// Leads a date: on, last
    LeadsDate = "leads-date",
    /// What somebody did whose name is a day's: said, left
    DidSo = "did-so",
    /// A title before a full name: Mrs, chief
    FullTitle = "full-title",
    /// A firm by its trade: brewer, lender
    Trade = "trade",
    /// Ends the name of a firm or paper: foods, tribune
    FirmEnd = "firm-end",
    /// An abbreviation may pass it over: of, and
    PassedOver = "passed-over",
    /// A picture, and whose it is: photo, credit
    Picture = "picture",
    /// An agency or archive behind a stroke: afp, getty
    Agency = "agency",
    /// Small in a photo credit: file, via
    InCredit = "in-credit",
    /// An amount or a business year follows: rs, fy, q3
    BeforeAmount = "before-amount",
    /// A first name that is a place as well: georgia
    GivenPlace = "given-place",
    /// Kin beside a name: wife, twins
    CloseKin = "close-kin",
    /// Said or thought, behind a name: told, knew
    Spoke = "spoke",
    /// A title before a person of one word: Mr., chef
    PersonTitle = "person-title",
    /// What a company has: shares, chairman
    Owned = "owned",
    /// What a company does, and a person hardly: acquired
    Deed = "deed",
    /// What companies speak of: sales, profit
    Business = "business",
    /// Who holds a local office: sheriff, clerk
    OfficeHolder = "office-holder",
    /// What an office is of, before its holder: city, police
    OfOffice = "of-office",
    /// Ends an opening in capitals that is no town's: news, live
    Heading = "heading",
    /// No word of a town's name: from, the
    TownBorder = "town-border",
    /// Starts another phrase behind a place: after, said
    PhraseStart = "phrase-start",
    /// Who is named by where they live: man, resident
    Dweller = "dweller",
    /// What a town has, behind its name: mayor, suburbs
    Townly = "townly",
    /// Who a state sends or has: gov., lawmakers
    Governor = "governor",
    /// What stands in a town, behind "a" and its name: home
    Homely = "homely",
    /// Who comes "from" a town, and how: fled, crews
    Comer = "comer",
    /// What lies somewhere, before "of": outskirts, south
    Side = "side",
    /// What people have or do "in" somebody or a body: stake, faith
    Held = "held",
    /// Bodies that things happen "in": senate, corp
    BodyHead = "body-head",
    /// What stands or happens "in" a town: jail, born
    Seated = "seated",
    /// Before a place: in, via
    Where = "where",
    /// No name ends with it: of, the
    NeverLast = "never-last",
    /// No surname behind a nickname: theory, album
    NoSurname = "no-surname",
    /// Says that one team has met the other: beat, vs
    Met = "met",
    /// A town behind it is a town: in, left
    TownAfter = "town-after",
    /// A nation's team that no list of countries has: wales
    NationTeam = "nation-team",
    /// A state's initials without full stops: nj
    StateInitials = "state-initials",
    /// The whole name of a state or province: ohio
    StateName = "state-name",
    /// A title before a person's name, without full stop: adm
    Title = "title",
    /// What a file's name ends in: pdf
    FileType = "file-type",
    /// A title that a full stop ties to the name: barr
    StopTitle = "stop-title",
    /// A kind of election: general, mayoral
    ElectionKind = "election-kind",
    /// Before a place's name, for a part of it: northern
    PlacePart = "place-part",
    /// Ends the name of a building: hospital
    Building = "building",
    /// Ends the name of a water, mountains or a desert: sea
    WaterEnd = "water-end",
    /// What belongs to a town or county: library, sheriff
    Local = "local",
    /// Before a small noun that belongs to a role: the jazz (singer)
    BeforeNoun = "before-noun",
    /// Behind an age between commas: who, told
    BehindAge = "behind-age",
    /// Behind the age of what somebody did: when, after
    LifeEnd = "life-end",
    /// What people do or have happen to them at an age: retired
    OfLife = "of-life",
    /// People of an age: patients, girls
    Aged = "aged",
    /// Behind an age that counts nothing: living, must
    AfterAge = "after-age",
    /// One person with an age between commas: cyclist
    OneAged = "one-aged",
    /// What a central bank does by a quarter point: hike
    OfInterest = "of-interest",
    /// No noun behind a hyphenated length of time: apart, ago
    NoAdjective = "no-adjective",
    /// A unit of time that stands alone for one: decade
    WholePeriod = "whole-period",
    /// Before a length of time: lasted, within
    Measures = "measures",
    /// Between a number and its unit of time: consecutive
    OfPeriod = "of-period",
    /// Before a sum in brackets that is a loss: versus
    LossCue = "loss-cue",
    /// A coin that is a word as well: mark, sole
    PlainCoin = "plain-coin",
    /// Behind "pounds of", which are then money: debt
    NoWeight = "no-weight",
    /// Before "a mile" that is a measure: nearly
    AboutOne = "about-one",
    /// Behind a measure: tall, away
    MeasureEnd = "measure-end",
    /// A unit that stands after an article: acre
    Measured = "measured",
    /// Before "than", over it: more, greater
    MoreThan = "more-than",
    /// Before a number, over it: exceeding, above
    Exceeds = "exceeds",
    /// Before a number, about it: circa, some
    Approximately = "approximately",
    /// "over" behind it is no bound: spread, paid
    OverNot = "over-not",
    /// Behind "of", what is counted is no noun: them
    CountsWhole = "counts-whole",
    /// Between "of" and what is counted: those, his
    OwnOf = "own-of",
    /// Before a "one" that counts: least, killing
    CountsOne = "counts-one",
    /// Before a "one" that counts nothing: which, no
    NoCountOne = "no-count-one",
    /// Behind a "one" that counts nothing: thing, way
    OneIdiom = "one-idiom",
    /// A plural without an s, or one that no ending shows: cattle
    BarePlural = "bare-plural",
    /// Stands between a number and what it counts: young, southern
    CountedQuality = "counted-quality",
    /// Things that end like people: papers, waters
    NoGroup = "no-group",
    /// People by a plural of their own: adults
    GroupToo = "group-too",
    /// What people are members of: unions, councils
    MemberBody = "member-body",
    /// One of several, behind a noun that says of what: official
    Agent = "agent",
    /// A verb that stands right after a number: says, costs
    VerbAfterNumber = "verb-after-number",
    /// Ends what is counted: of, yesterday
    Stops = "stops",
    /// Behind a weekday, with no noun that it belongs to: in, because
    AfterDay = "after-day",
    /// Before a date in digits: from, dated
    DigitsDate = "digits-date",
    /// Before a month that is a word as well: since, early
    LeadsMonth = "leads-month",
    /// Before a month, whatever else the word is: until
    SafeMonth = "safe-month",
    /// "last" behind it is a verb: will
    LastVerb = "last-verb",
    /// Part of a length of time, before "of": middle
    PartOfPeriod = "part-of-period",
    /// Before a feast that a date is told from: around
    ToldOf = "told-of",
    /// Before "day", the name of a feast: boxing, labor
    NamedDay = "named-day",
    /// Before a year: since, fall
    LeadsYear = "leads-year",
    /// Before four digits that are no year: nearly, were
    CountsYear = "counts-year",
    /// Before a year of two digits: class, back
    LeadsShortYear = "leads-short-year",
    /// Behind a number that names a model or an index: rose
    AfterModel = "after-model",
    /// Before a hyphen and a number that is no part of a name: post
    BeforeHyphenNumber = "before-hyphen-number",
    /// The postal code of a state that is no word: ky
    PostalState = "postal-state",
    /// Ends the name of a street: avenue, blvd
    StreetEnd = "street-end",
    /// What one does with a telephone number: dial, hotline
    Calls = "calls",
    /// A number behind it only labels: article, gate
    Label = "label",
    /// A file's number behind it: case, docket
    Filed = "filed",
    /// With a capital, a number behind it only labels: game, zone
    Part = "part",
    /// Says how far something has moved: rose, by
    Moves = "moves",
    /// Tells of a score or a vote: beat, voted
    ScoreCue = "score-cue",
    /// Letters of a currency that stand without a sign: rm
    CurrencyLetters = "currency-letters",
    /// Tells of a country that pays in pounds: sterling
    OfPounds = "of-pounds",
    /// A currency's code that is a word far more often: all
    WordCode = "word-code",
    /// Behind "five of six" that is no share: games
    Played = "played",
    /// Before "scores" that count: by, were
    BeforeScores = "before-scores",
    /// Beside the day in a line that says when: updated, by
    BesideDay = "beside-day",
    /// Behind "first-" and its like, a word of its own: hand
    RankedCompound = "ranked-compound",
    /// Before an ordinal that ranks: his, every
    Ranks = "ranks",
    /// Behind "first" that is an adverb: began, he
    AfterAdverb = "after-adverb",
    /// Before "first" that is an adverb: was, who
    BeforeAdverb = "before-adverb",
    /// What is numbered, with a capital: division, congress
    Numbered = "numbered",
    /// Before a "half" of something in two: last, opening
    WhichHalf = "which-half",
    /// Before a "half" or "quarter" of what has sides: upper
    WhichSide = "which-side",
    /// Behind a "half" that is a share: of, its
    HalfOf = "half-of",
    /// Before a "half" that is a share: by, nearly
    ByHalf = "by-half",
    /// A present that tells of what comes: opens, faces
    FutureVerb = "future-verb",
    /// Before "to", tells of what comes: due, slated
    Expected = "expected",
    /// Tells of what was: said, ago
    PastVerb = "past-verb",
    /// Before a time of day that is no race's: until
    BeforeTime = "before-time",
    /// A time zone behind a time of day: est
    ClockZone = "clock-zone",
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
