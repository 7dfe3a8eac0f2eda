//! Rules with a name: what a stage does beside its model, one item each, traced and switched off by its name.
//!
//! A rule stands in the module where it acts, with what it says, marked texts on which it acts and others on which it
//! does not. The code asks it last, when everything else holds, and then does what it says:
//!
//! ```ignore
//! static CREDIT: Rule = Rule {
//!     id: "name.credit",
//!     says: "Who took a photo is none of the story's people.",
//!     fires: &["The port. (Photo: [Ana Ruiz|p])"],
//!     spares: &["A photo by [Ana Ruiz|p] won."],
//! };
//!
//! if stands_in_credit && CREDIT.acts(name.span) { /* drop the name */ }
//! ```
//!
//! In what ships, [`Rule::acts`] is the constant `true`. With the feature `internals` it notes where a rule acted, for
//! `--explain rules` and for the test of all examples (`tests/rules.rs`), and it is `false` for rules that
//! `--without` switched off, which is how `make ablate` measures what each earns.

use crate::span::Span;

/// A rule of a stage.
#[derive(Debug)]
pub struct Rule {
    /// Its name: the stage, a full stop, what the rule is about.
    pub id: &'static str,
    /// What it says, in a sentence.
    pub says: &'static str,
    /// Texts on which it acts, in the notation of [`crate::notation`].
    pub fires: &'static [&'static str],
    /// Texts on which it does not, though they look alike.
    pub spares: &'static [&'static str],
}

impl Rule {
    /// Whether the rule, whose conditions hold at `span`, may act.
    #[cfg(not(all(feature = "internals", not(target_arch = "wasm32"))))]
    #[inline(always)]
    pub(crate) fn acts(&'static self, _span: Span) -> bool {
        true
    }

    /// Whether the rule, whose conditions hold at `span`, may act.
    #[cfg(all(feature = "internals", not(target_arch = "wasm32")))]
    #[inline]
    pub(crate) fn acts(&'static self, span: Span) -> bool {
        !watch::WATCHED.load(std::sync::atomic::Ordering::Relaxed) || watch::note(self, span)
    }
}

#[cfg(all(feature = "internals", not(target_arch = "wasm32")))]
pub use watch::{Acted, switch_off, watch};

/// What the rules do, where somebody looks.
#[cfg(all(feature = "internals", not(target_arch = "wasm32")))]
mod watch {
    use std::cell::RefCell;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::Rule;
    use crate::span::Span;

    /// A rule, and where it acted.
    #[derive(Clone, Copy, Debug)]
    pub struct Acted {
        /// Which rule.
        pub rule: &'static Rule,
        /// The words that it was about.
        pub span: Span,
    }

    /// Whether anybody looks, or has switched a rule off: mostly not.
    pub(super) static WATCHED: AtomicBool = AtomicBool::new(false);

    /// The rules that are switched off, for the whole process.
    static OFF: OnceLock<Vec<String>> = OnceLock::new();

    thread_local! {
        /// What acted in this thread, while [`watch`] runs.
        static ACTED: RefCell<Option<Vec<Acted>>> = const { RefCell::new(None) };
    }

    /// Notes that a rule acts, unless it is switched off.
    #[cold]
    pub(super) fn note(rule: &'static Rule, span: Span) -> bool {
        if OFF.get().is_some_and(|off| off.iter().any(|id| id == rule.id)) {
            return false;
        }
        ACTED.with_borrow_mut(|acted| acted.iter_mut().for_each(|acted| acted.push(Acted { rule, span })));
        true
    }

    /// Does something, and tells which rules acted meanwhile, in order.
    pub fn watch<T>(work: impl FnOnce() -> T) -> (T, Vec<Acted>) {
        WATCHED.store(true, Ordering::Relaxed);
        ACTED.set(Some(Vec::new()));
        let done = work();
        (done, ACTED.take().unwrap_or_default())
    }

    /// Switches rules off by their names, once, for the whole process.
    pub fn switch_off(ids: Vec<String>) {
        WATCHED.store(true, Ordering::Relaxed);
        let _ = OFF.set(ids);
    }
}
