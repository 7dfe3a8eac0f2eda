//! What each observation counts when the places of a name are weighed.
//!
//! The weights were climbed to by `whosaid-trainer gazetteer tune` on three quarters of three development sets and of
//! other news, then rounded by hand where what was kept out came out about the same: more for features
//! and names of several words than the sets would have it, as those hardly name seas or mountains.

/// What each observation counts.
#[derive(Clone, Debug)]
pub struct Weights {
    /// A step of importance.
    pub importance: f32,
    /// Being of a kind, in the order of [`Kind`](super::Kind).
    pub kinds: [f32; 8],
    /// Being of a kind that the words beside the name tell.
    pub cue: f32,
    /// Not being of any of those kinds.
    pub miscue: f32,
    /// Being the best known place of the name.
    pub first: f32,
    /// The share of the text that speaks of the same country.
    pub country: f32,
    /// The share of the text that speaks of the same region.
    pub region: f32,
    /// Another place near by.
    pub near: f32,
    /// A place near by that is named beside it.
    pub beside: f32,
    /// A place of the same kind beside it in a list.
    pub alike: f32,
    /// Lying in the place after a comma.
    pub comma: f32,
    /// Lying in the place in brackets.
    pub bracket: f32,
    /// Lying in the place after "in".
    pub inside: f32,
    /// Holding the place named before.
    pub around: f32,
    /// Not lying in the region after a comma.
    pub astray: f32,
    /// Being the region of a great city of its name.
    pub seat: f32,
    /// Having a name of several words, and being no town.
    pub long: f32,
    /// Having the name of the country that it lies in.
    pub eponym: f32,
    /// A people's name, against the name of a place.
    pub people: f32,
    /// A place that an organization is named for, against one that is named itself.
    pub namesake: f32,
    /// How much better a candidate must be to be twice as likely.
    pub doubt: f32,
    /// The score of no known place being meant.
    pub least: f32,
}

/// Chosen by how likely they make the right places of development sets and, so that the rare readings of local papers
/// do not prevail, the famous places of other news.
pub const WEIGHTS: Weights = Weights {
    importance: 0.68,
    kinds: [0.5, 3.4, -1.26, 1.2, 1.6, 0.4, 0.8, 8.0],
    cue: 1.5,
    miscue: 2.3,
    first: 0.4,
    country: 3.4,
    region: 17.5,
    near: 4.2,
    beside: 5.4,
    alike: 1.5,
    comma: 8.4,
    bracket: 5.0,
    inside: 6.5,
    around: 2.5,
    astray: 4.9,
    seat: 1.2,
    long: 1.2,
    eponym: 8.0,
    people: 0.64,
    namesake: 1.6,
    doubt: 1.4,
    least: 5.78,
};
