//! Places: the names of kind place resolved to coordinates and a country.
//!
//! "Georgia thanked Armenia" is about a country, "flights from Atlanta across Georgia" about a state:
//! [`Gazetteer`] says what a name may stand for, [`Evidence`] what the text says about it, and
//! [`resolve_places`] weighs the two. Without a gazetteer places are found but lie nowhere; with one,
//! doubt is better than a wrong answer: "the West" has no coordinates.

mod cue;
mod evidence;
mod fold;
pub mod gazetteer;
mod link;
mod lookup;
mod namesake;
mod nation;
mod phone;
mod point;
mod resolve;
mod toponym;
mod weights;

// The gazetteer that ships is a file apart in wasm, and no test of the core loads it there.
#[cfg(all(test, feature = "gazetteer", not(target_arch = "wasm32")))]
mod tests;

pub use evidence::Evidence;
pub use fold::fold_name;
pub use gazetteer::{Candidate, Error, Gazetteer, Kind};
pub use resolve::{CERTAINTY, Resolved, resolve_places};
pub use toponym::Link;
pub use toponym::Toponym;
pub use weights::{WEIGHTS, Weights};

/// The rules of this stage, in the order in which they act; what the gazetteer and the neighbors say is weighed
/// ([`WEIGHTS`]).
pub static RULES: &[&[&crate::rule::Rule]] = &[&[
    &evidence::CUE,
    &evidence::WATER,
    &evidence::COUNTY,
    &evidence::NAMESAKE,
    &evidence::PEOPLE,
    &evidence::NATION,
    &evidence::PHONE,
    &resolve::NAMED_FOR,
    &resolve::STANDS_IN,
]];

#[cfg(all(feature = "gazetteer", not(target_arch = "wasm32")))]
impl Gazetteer<'static> {
    /// The gazetteer that ships with the crate.
    pub fn shipped() -> &'static Self {
        static SHIPPED: std::sync::LazyLock<Gazetteer<'static>> = std::sync::LazyLock::new(|| {
            Gazetteer::from_bytes(include_bytes!("../data/gazetteer.bin"))
                .expect("the file was checked when it was made")
        });
        &SHIPPED
    }
}
