//! The tokens of one block, with what each can mean; indices past its ends read as nothing.
//!
//! So a parser may look as far back and ahead as it likes, without a bound check of its own, and none
//! reads over the end of a paragraph.

use super::classify::classify;
use super::currency;
use super::lexicon::{Calendar, Lex, Money, Nth, Number};
use crate::annotation::EntityKind;
use crate::document::Document;
use crate::lexicon::Class;
use crate::name::Name;
use crate::span::Span;
use crate::token::{Case, Gap, TokenKind};

/// Which tokens stand in a name, and of what.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    No,
    Person,
    Other,
}

/// A look at the tokens of one block.
pub(super) struct Reader<'r, 't> {
    document: &'r Document<'t>,
    words: Vec<Lex>,
    named: Vec<Named>,
    /// Whether the text speaks of a country whose money is the pound.
    pub pays_in_pounds: bool,
    /// Whether it speaks of rupees.
    pub pays_in_rupees: bool,
    /// The money that the text means by a bare "dollar", "cent" or "grand".
    pub home: currency::Home,
    /// The block's first token.
    pub first: usize,
    /// One past its last.
    pub end: usize,
}

impl<'r, 't> Reader<'r, 't> {
    /// Reads nothing until [`Reader::enter`].
    pub(super) fn new(document: &'r Document<'t>, names: &[Name]) -> Self {
        let words = classify(document);
        let mut named = vec![Named::No; document.tokens.len()];
        for name in names {
            let kind = if name.kind == EntityKind::Person { Named::Person } else { Named::Other };
            let tokens = name.first as usize..name.end as usize;
            // "Tue 13" or "GBP" taken for a name: nothing in it but figures. "New Year's Day" is a date.
            let lower = |i: usize| document.tokens.get(i).map_or("", |t| document.words.lower(t.word));
            let holiday = lower(tokens.start) == "new" && lower(tokens.start + 1) == "year";
            let figure = holiday
                || kind == Named::Other
                    && document.tokens.get(tokens.clone()).is_some_and(|tokens| {
                        tokens.iter().all(|t| {
                            words[t.word.0 as usize].starts
                                || matches!(document.words.lower(t.word), "th" | "st" | "nd" | "rd" | ",")
                        }) && tokens.first().is_some_and(|t| {
                            let lex = words[t.word.0 as usize];
                            lex.calendar != Calendar::None
                                || matches!(lex.money, Money::Code | Money::Fused)
                                || lex.nth != Nth::None
                        })
                    });
            if let Some(tokens) = named.get_mut(tokens).filter(|_| !figure) {
                tokens.fill(kind);
            }
        }
        let pays_in_pounds = document.words.ids().any(|id| currency::is_of_pounds(document.words.lower(id)));
        let pays_in_rupees = document.words.ids().any(|id| {
            matches!(
                document.words.lower(id),
                "rs" | "rs." | "₹" | "rupee" | "rupees" | "inr" | "lakh" | "crore"
            )
        });
        let home = currency::Home::of(document);
        Self { document, words, named, pays_in_pounds, pays_in_rupees, home, first: 0, end: 0 }
    }

    /// Enters the block that starts at `first`, and gives its end.
    pub(super) fn enter(&mut self, first: usize) -> usize {
        let tokens = &self.document.tokens;
        self.first = first;
        self.end = tokens[first + 1..]
            .iter()
            .position(|t| t.gap == Gap::Block)
            .map_or(tokens.len(), |offset| first + 1 + offset);
        self.end
    }

    fn inside(&self, i: usize) -> bool {
        (self.first..self.end).contains(&i)
    }

    /// What the token can mean.
    pub(super) fn lex(&self, i: usize) -> Lex {
        if self.inside(i) { self.words[self.document.tokens[i].word.0 as usize] } else { Lex::default() }
    }

    /// Whether a figure may be found from the token: it is not part of a name.
    pub(super) fn starts(&self, i: usize) -> bool {
        self.words[self.document.tokens[i].word.0 as usize].starts && self.named[i] == Named::No
    }

    /// The token in lower case; empty outside the block.
    pub(super) fn lower(&self, i: usize) -> &str {
        if self.inside(i) { self.document.lower(i) } else { "" }
    }

    /// Whether the token is in a class of the lexicon.
    pub(super) fn is(&self, i: usize, class: Class) -> bool {
        self.inside(i) && self.document.is(i, class)
    }

    /// The same of the token `back` before `i`.
    pub(super) fn before_is(&self, i: usize, back: usize, class: Class) -> bool {
        i.checked_sub(back).is_some_and(|at| self.is(at, class))
    }

    /// The token in lower case without an abbreviation's full stop.
    pub(super) fn stem(&self, i: usize) -> &str {
        let lower = self.lower(i);
        if lower.len() > 2 { lower.strip_suffix('.').unwrap_or(lower) } else { lower }
    }

    /// The token `back` places before `i`; empty outside the block.
    pub(super) fn before(&self, i: usize, back: usize) -> &str {
        i.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// The token as it stands.
    pub(super) fn text(&self, i: usize) -> &'t str {
        if self.inside(i) { self.document.word(i) } else { "" }
    }

    /// The text from one token up to another, as it stands.
    pub(super) fn written(&self, first: usize, end: usize) -> &'t str {
        self.document.slice(self.span(first, end))
    }

    /// The tokens in lower case, with one space where the text has white space.
    pub(super) fn phrase(&self, first: usize, end: usize) -> String {
        let mut phrase = String::with_capacity(24);
        for i in first..end.min(self.end) {
            if i > first && self.gap(i) != Gap::None {
                phrase.push(' ');
            }
            phrase.push_str(self.lower(i));
        }
        phrase
    }

    /// The span of some tokens.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        self.document.span(first, end)
    }

    /// What stands before the token; past the block, its end.
    pub(super) fn gap(&self, i: usize) -> Gap {
        if self.inside(i) { self.document.tokens[i].gap } else { Gap::Block }
    }

    /// Whether nothing stands between the token and the one before, and both are there.
    pub(super) fn glued(&self, i: usize) -> bool {
        self.gap(i) == Gap::None
    }

    /// What the token is.
    pub(super) fn kind(&self, i: usize) -> TokenKind {
        if self.inside(i) { self.document.tokens[i].kind } else { TokenKind::Punctuation }
    }

    /// The case of the token.
    pub(super) fn case(&self, i: usize) -> Case {
        self.lex(i).case.unwrap_or(Case::None)
    }

    /// Whether the token starts with a digit.
    pub(super) fn is_digits(&self, i: usize) -> bool {
        self.lex(i).number == Number::Digits
    }

    /// Whether the token stands in a name.
    pub(super) fn is_named(&self, i: usize) -> bool {
        self.inside(i) && self.named[i] != Named::No
    }

    /// Whether the token stands in a person's name; without names, `None`.
    pub(super) fn is_person(&self, i: usize) -> bool {
        self.inside(i) && self.named[i] == Named::Person
    }

    /// Whether the token starts a sentence, as far as the one before it tells.
    pub(super) fn starts_sentence(&self, i: usize) -> bool {
        i <= self.first
            || matches!(
                self.lower(i - 1),
                "." | "!" | "?" | ":" | "\"" | "“" | "”" | "…" | "‘" | "—" | "–" | "("
            )
    }

    /// Whether the token is a hyphen or dash with nothing around it.
    pub(super) fn hyphen(&self, i: usize) -> bool {
        self.glued(i) && self.glued(i + 1) && is_dash(self.lower(i))
    }
}

/// A hyphen, dash or minus sign.
pub(super) fn is_dash(mark: &str) -> bool {
    matches!(mark, "-" | "–" | "—" | "‐" | "‑" | "−" | "~")
}
