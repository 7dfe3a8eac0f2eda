//! URLs, e-mail addresses, domain names and @handles.

/// Top-level domains after which a dotted lower-case word is taken for a domain name.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "io", "tv", "co", "uk", "us", "ua", "ru", "eu",
    "de", "fr", "au", "ca", "in", "jp", "cn", "za", "ng", "ke", "ie", "nz", "news", "me",
];

/// The length in bytes of the link that `rest` starts with, if it does. `rest` starts a word.
pub(super) fn link_length(rest: &str) -> Option<usize> {
    let run = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '“' | '”'))
        .unwrap_or(rest.len());
    let run = &rest[..run];
    let link = if starts_with_ignoring_case(run, "http://")
        || starts_with_ignoring_case(run, "https://")
        || starts_with_ignoring_case(run, "www.")
    {
        run
    } else if run.starts_with('@') {
        let name =
            run[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).map_or(run.len(), |i| i + 1);
        if name < 3 {
            return None;
        }
        &run[..name]
    } else {
        &run[..address_length(run)?]
    };
    let link = link.trim_end_matches(|c: char| {
        matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '\'' | '’' | '*' | '_')
    });
    Some(link.len())
}

/// An e-mail address or a bare domain name with its path.
fn address_length(run: &str) -> Option<usize> {
    let host = run
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '@')))
        .unwrap_or(run.len());
    let name = run[..host].trim_end_matches(['.', '-', '_']);
    let (_, last) = name.rsplit_once('.')?;
    let mail = name.contains('@') && !name.starts_with('@');
    if !mail && !DOMAINS.contains(&last) {
        return None;
    }
    // "war.us" may be a missing space; a domain has no capital after its dots.
    if !mail
        && name
            .split('.')
            .skip(1)
            .any(|part| part.is_empty() || part.starts_with(|c: char| c.is_ascii_uppercase()))
    {
        return None;
    }
    Some(if run[name.len()..].starts_with('/') { run.len() } else { name.len() })
}

fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}
