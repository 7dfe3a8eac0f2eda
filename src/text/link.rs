//! URLs, e-mail addresses, domain names, @handles and #hashtags.
//!
//! "president.gov.ua", `https://example.org/a`, "press@example.org", "@KyivPost". A missing space
//! after a full stop makes none: "end.The", "the war.us troops". Missed: bare domains whose last
//! part is a word ("nic.me").

use crate::lexicon;

/// What a dotted run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// A link of so many bytes.
    Address(usize),
    /// A company named for its domain, "Amazon.com", of so many bytes.
    Name(usize),
}

/// The link that `rest` starts with, if it does. `rest` starts with a letter or digit, and what
/// stands before it is no part of a host name: so each run is looked at once.
pub(crate) fn find_link(rest: &str) -> Option<Link> {
    let web = ["http://", "https://", "ftp://", "www."].iter().find(|p| starts_with(rest, p));
    if let Some(prefix) = web {
        let link = trimmed(&rest[..run_length(rest)]);
        return (link.len() > prefix.len()).then_some(Link::Address(link.len()));
    }
    find_address(rest)
}

/// The length of the "@handle" or "#hashtag" that `rest` starts with.
pub(crate) fn find_handle(rest: &str) -> Option<usize> {
    let tag = rest.starts_with('#');
    let name = &rest[1..];
    let length = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
    let word = name.starts_with(|c: char| c.is_alphabetic() || c == '_' || !tag && c.is_ascii_digit());
    (word && length > 1).then_some(1 + length)
}

/// Whether a link goes on over this byte of a host name or mail address.
pub(crate) fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b'@' | b'/')
}

/// The length in bytes of the URL that `rest` starts with, for the layout, which leaves its
/// underscores and asterisks alone.
pub(crate) fn url_length(rest: &str) -> Option<usize> {
    ["http://", "https://", "ftp://", "www."]
        .iter()
        .any(|p| starts_with(rest, p))
        .then(|| trimmed(&rest[..run_length(rest)]).len())
}

/// Up to white space, a quotation mark or an angle bracket.
fn run_length(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”')).unwrap_or(rest.len())
}

/// An e-mail address or a bare domain name with its path.
fn find_address(rest: &str) -> Option<Link> {
    let host = rest.bytes().position(|b| !is_host_byte(b) || b == b'/').unwrap_or(rest.len());
    let name = rest[..host].trim_end_matches(['.', '-', '_', '+', '@']);
    let (first, last) = name.rsplit_once('.')?;
    let mail = name.find('@').is_some_and(|at| at > 0);
    let path = rest[name.len()..].starts_with('/');
    if !mail {
        // A domain has no capital after its dots; "The end.The" has.
        let mut parts = name.split('.').skip(1);
        if !lexicon::is(last, lexicon::Class::Domain)
            || name.contains(['@', '+', '_'])
            || parts.any(|p| p.is_empty() || p.starts_with(|c: char| c.is_ascii_uppercase()))
            || !path && lexicon::is(last, lexicon::Class::DomainWord) && !first.contains('.')
        {
            return None;
        }
    }
    if !mail && !path && !first.contains('.') && name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Some(Link::Name(name.len()));
    }
    Some(Link::Address(if path { trimmed(&rest[..run_length(rest)]).len() } else { name.len() }))
}

/// Without the marks of the sentence around it.
fn trimmed(link: &str) -> &str {
    link.trim_end_matches(|c: char| {
        matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '\'' | '’' | '*' | '_' | '…' | '—' | '|'
        )
    })
}

fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_links() {
        for (text, link) in [
            ("president.gov.ua for", Some("president.gov.ua")),
            ("https://example.org/a_b_c.", Some("https://example.org/a_b_c")),
            ("www.example.org, and", Some("www.example.org")),
            ("press@example.org.", Some("press@example.org")),
            ("example.com/news/1?a=b) said", Some("example.com/news/1?a=b")),
            ("bbc.co.uk.", Some("bbc.co.uk")),
            ("Zelenskyy.He’s", None),
            ("end.The", None),
            ("war.us we", None),
            ("talks.in Kyiv", None),
            ("2.5bn", None),
            ("well-known.", None),
            ("http:// is", None),
        ] {
            let found = match find_link(text) {
                Some(Link::Address(n)) => Some(&text[..n]),
                _ => None,
            };
            assert_eq!(found, link, "{text}");
        }
        assert_eq!(find_link("Amazon.com said"), Some(Link::Name(10)));
        assert_eq!(find_handle("@KyivPost, said"), Some(9));
        assert_eq!(find_handle("#1 in"), None);
    }
}
