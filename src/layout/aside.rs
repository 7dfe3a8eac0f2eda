//! What a line tells by itself of being no story: a link, a button, an invitation, a byline, a day.
//!
//! The words are classes of the lexicon, the rules are few: a line of nothing but buttons' words, a line that opens as links do
//! and has a colon, a line that asks something of the reader. What only its neighbours tell is in [`super::around`], credits in
//! [`super::credit`]. A long line is prose, whatever it opens with.

use super::credit;
use super::dateline::{date_length, is_date};
use super::structure::{ends_sentence, is_byline, is_link, is_rule};
use crate::annotation::PartRole;
use crate::lexicon::phrase::{key, phrase_length};
use crate::lexicon::{self, Class};

/// Longer lines are prose.
const LONGEST: usize = 300;

/// What a block of these words, without markup at its ends, is if it is no prose. `Some(None)` is a rule across the page.
pub(super) fn find_aside(words: &str) -> Option<Option<PartRole>> {
    if words.is_empty() || words.len() >= 3 && is_rule(words) {
        return Some(None);
    }
    if is_link(words) {
        return Some(Some(PartRole::Litter));
    }
    if words.len() > LONGEST {
        return None;
    }
    let line = Line::new(words);
    if is_byline(words) || line.is_stamp() {
        return Some(Some(PartRole::Byline));
    }
    if credit::is_credit(words) {
        return Some(Some(PartRole::Credit));
    }
    let litter = is_page_number(words) || line.is_chrome() || line.is_link() || line.is_invitation();
    litter.then_some(Some(PartRole::Litter))
}

/// Whether a line opens a list of links to other stories: "Most read", "RELATED STORIES:".
pub(super) fn opens_links(words: &str) -> bool {
    words.len() <= 40 && lexicon::is(&key(words), Class::LinkList)
}

/// Whether a line is a button, or a section of a newspaper: "Share", "Politics".
pub(super) fn is_menu_item(words: &str) -> bool {
    words.len() <= 40 && {
        let key = key(words);
        lexicon::is(&key, Class::Section) || lexicon::is(&key, Class::Chrome)
    }
}

/// Whether a line is the name of a section and no more.
pub(super) fn is_section(words: &str) -> bool {
    words.len() <= 40 && lexicon::is(&key(words), Class::Section)
}

struct Line<'t> {
    words: &'t str,
    lower: String,
    count: usize,
    stops: bool,
}

impl<'t> Line<'t> {
    fn new(words: &'t str) -> Self {
        let lower = words.trim_start_matches(['[', '(', '>', '»', '▶', '→', '•', ' ']);
        let lower = lower.to_lowercase().replace('’', "'");
        Self { words, lower, count: words.split_whitespace().count(), stops: ends_sentence(words) }
    }

    /// "Share | Tweet | Email", "42 comments", "Advertisement".
    fn is_chrome(&self) -> bool {
        // "Twitter." is the end of a sentence that was cut up.
        if self.words.len() > 90 || self.words.ends_with('.') && !self.words.ends_with("..") {
            return false;
        }
        let mut known = 0;
        let mut all = true;
        for piece in self.words.split(['|', '•', '·', '/', '\t', '\n', ',']) {
            let key = key(piece);
            let words = key.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '.' | ','));
            if words.is_empty() {
                continue;
            }
            let button = lexicon::is(words, Class::Chrome) || lexicon::is(words, Class::LinkList);
            known += usize::from(button);
            all &= button || known > 0 && lexicon::is(words, Class::Section);
        }
        known > 0 && all
    }

    /// "Related article: Who Pays for Bridges?", "READ MORE: …", "[Related: …]", "More AP sport: https://…"
    fn is_link(&self) -> bool {
        let lead = phrase_length(&self.lower, Class::LinkLead);
        let behind = self.lower[lead..].trim_start();
        let marked = behind.starts_with([':', '|', '>', '»', '→']);
        let bare = lead > 0 && !self.stops && self.count <= 12 && self.bare_link();
        lead > 0 && marked && !behind[1..].is_empty() && !self.is_clause(lead)
            || lead > 0 && marked && behind.len() <= 1
            || bare
            || self.count <= 14 && self.lower.starts_with("more ") && self.lower.contains("://")
    }

    /// "Read more about the bridge", "See also the map": no clause of the story.
    fn bare_link(&self) -> bool {
        [
            "read more",
            "read also",
            "see more",
            "also read",
            "watch live",
            "watch now",
            "related article",
            "related story",
        ]
        .iter()
        .any(|lead| self.lower.starts_with(lead))
    }

    /// "Also: the mill said that it …" goes on as prose does, over several sentences.
    fn is_clause(&self, lead: usize) -> bool {
        let sentences = self.lower[lead..].matches(". ").count();
        sentences > 0 && self.count > 25
    }

    /// "Sign up for our newsletter", "By clicking, you agree …", "Follow us on …", "Follow Ana Roe on Twitter".
    fn is_invitation(&self) -> bool {
        let lead = phrase_length(&self.lower, Class::Invite);
        let network = || {
            ["twitter", "facebook", "instagram", "youtube", "linkedin", "whatsapp", "telegram", "@"]
                .iter()
                .any(|network| self.lower.contains(network))
        };
        let asks = ["follow ", "join ", "find "].iter().any(|verb| self.lower.starts_with(verb));
        // "Sign up for our newsletter"; not "Sign up for an account on its site".
        let offer = phrase_length(&self.lower, Class::Pitch);
        let offered = || {
            let mut words = self.lower[offer..].split(|c: char| !c.is_alphanumeric());
            words.any(|word| lexicon::is(word, Class::Pitched))
        };
        lead > 0
            || offer > 0 && self.count <= 40 && offered()
            || asks && self.count <= 20 && network() && !self.words.contains(['“', '"'])
    }

    /// "Published: 3 June 2021", "Nov 19, 2021 at 6:46 pm ET • 2 min read", "Updated 5 hours ago".
    fn is_stamp(&self) -> bool {
        if self.words.len() > 100 || !self.words.bytes().any(|b| b.is_ascii_digit()) {
            return false;
        }
        if is_date(self.words) {
            return true;
        }
        // "Harbor Press June 3, 2021, 9:02 AM"
        let names = self.words.split(' ').take(5).take_while(|word| {
            let bare = word.trim_end_matches([',', '.', '|']);
            bare.starts_with(char::is_uppercase)
                && bare.contains(char::is_lowercase)
                && !lexicon::find(&bare.to_lowercase()).any(lexicon::DAYS)
                && !lexicon::is(&bare.to_lowercase(), Class::BesideDay)
        });
        let names: usize = names.map(|word| word.len() + 1).sum();
        is_stamp(self.words)
            || names > 3 && self.words.get(names..).is_some_and(|rest| rest.len() > 8 && is_stamp(rest))
    }
}

/// Whether words say a day and nothing that no line does which says the day of a report.
fn is_stamp(words: &str) -> bool {
    let mut dated = false;
    let mut rest = words;
    while !rest.is_empty() {
        if let Some(length) = date_length(rest).filter(|&length| length > 0) {
            dated = true;
            rest = &rest[length..];
            continue;
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '.' && c != ':').unwrap_or(rest.len());
        let word = &rest[..end];
        let small = word.trim_end_matches(['.', ':']).to_lowercase();
        let zone = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        let number = word.starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 8;
        let ordinal = number && word.len() <= 4;
        if !word.is_empty() && !zone && !number && !ordinal && !lexicon::is(&small, Class::BesideDay) {
            return false;
        }
        dated |= matches!(small.as_str(), "ago" | "updated" | "published" | "posted");
        let skip = rest[end..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[end + skip..];
    }
    dated
}

/// The number of a page: "2", "Page 2 of 3", "1/12".
fn is_page_number(words: &str) -> bool {
    let page = words.strip_prefix("Page ").unwrap_or(words);
    let digits = |words: &str| (1..=3).contains(&words.len()) && words.bytes().all(|c| c.is_ascii_digit());
    let pair = page.split_once(" of ").or_else(|| page.split_once('/'));
    digits(page) || pair.is_some_and(|(a, b)| digits(a.trim()) && digits(b.trim()))
}
