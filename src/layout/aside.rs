//! Lines that are no prose: links, credits, notices of the newsroom.

use super::structure::{ends_sentence, is_byline, is_link, is_rule};

/// What such lines start with, in lower case, whatever follows.
const SURE: &[&str] = &[
    "related article:",
    "related articles",
    "related:",
    "related story",
    "related stories",
    "related topics",
    "related coverage",
    "related content",
    "related news",
    "read more:",
    "read also:",
    "also read:",
    "read next:",
    "see also:",
    "also:",
    "more:",
    "watch:",
    "listen:",
    "video:",
    "photo:",
    "photos:",
    "picture:",
    "image:",
    "image source",
    "image credit",
    "image caption",
    "photo by",
    "photo credit",
    "photograph:",
    "credit:",
    "(photo",
    "[photo",
    "©",
    "(c) 20",
    "reporting by",
    "(reporting by",
    "additional reporting",
    "(additional reporting",
    "editing by",
    "writing by",
    "click here",
    "tap here",
    "sign up for",
    "subscribe to",
    "follow us",
    "all rights reserved",
    "first published",
    "last updated",
    "published:",
    "updated:",
    "posted:",
    "published on",
    "filed under",
    "tags:",
    "topics:",
    "share this",
    "share on",
    "skip to",
    "you may also like",
    "what to read next",
    "recommended for you",
    "most read",
    "this article was originally",
    "download the",
    "enlarge this image",
    "toggle caption",
    "story continues below",
    "article continues below",
];

/// The same, where no full sentence is made of it: "Advertisement", "Copyright 2021 The Wire".
const UNLESS_SENTENCE: &[&str] = &[
    "advertisement",
    "advertising",
    "copyright",
    "read more",
    "read also",
    "see more",
    "more on this",
    "more from",
    "newsletter",
    "source:",
    "sources:",
    "via ",
    "published",
    "updated",
    "posted",
    "file photo",
    "file picture",
    "getty images",
    "loading",
    "comments",
    "print",
    "email",
    "by email",
    "share",
    "image",
    "trending",
    "recommended",
    "sponsored",
    "promoted",
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "watch live",
    "watch now",
    "listen to",
];

/// Longer lines are prose.
const LONGEST: usize = 300;

/// Whether a block of these words, without markup at its ends, is no prose.
pub(super) fn is_aside(words: &str) -> bool {
    if words.len() > LONGEST {
        return is_link(words);
    }
    if words.is_empty() || is_rule_or_number(words) || is_link(words) || is_byline(words) {
        return true;
    }
    let starts = |table: &[&str]| {
        table.iter().any(|start| {
            words.get(..start.len()).is_some_and(|w| w.eq_ignore_ascii_case(start))
                && !words[start.len()..].starts_with(char::is_alphabetic)
        })
    };
    starts(SURE)
        || !ends_sentence(words) && words.split_whitespace().count() <= 12 && starts(UNLESS_SENTENCE)
        || words.ends_with(['/', ')']) && words.split_whitespace().count() <= 6 && has_credit(words)
}

/// A rule, or the number of a page: "---", "2", "Page 2 of 3".
fn is_rule_or_number(words: &str) -> bool {
    let page = words.strip_prefix("Page ").unwrap_or(words);
    words.len() >= 3 && is_rule(words)
        || words.len() <= 14 && page.bytes().all(|b| b.is_ascii_digit() || b == b'/' || b == b' ')
        || page.len() < words.len()
            && page.split_once(" of ").is_some_and(|(a, b)| {
                !a.is_empty()
                    && a.bytes().all(|c| c.is_ascii_digit())
                    && b.bytes().all(|c| c.is_ascii_digit())
            })
}

/// "Jane Doe/AFP/Getty Images)", "(AP Photo/Jane Doe)".
fn has_credit(words: &str) -> bool {
    [
        "AP Photo/",
        "/AFP",
        "/Reuters",
        "/REUTERS",
        "/Getty Images",
        "/AP",
        "Getty Images)",
        "/EPA",
        "/Shutterstock",
    ]
    .iter()
    .any(|agency| words.contains(agency))
}
