//! HTML character references, which an article pasted as source has: `&rsquo;`, `&#8217;`.

/// The named references that news pages use.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("sbquo", '‚'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("pound", '£'),
    ("euro", '€'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("bull", '•'),
    ("middot", '·'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
    ("nbsp", '\u{A0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("shy", '\u{AD}'),
];

/// The longest reference that is looked for, without its `&`.
const LONGEST: usize = 9;

/// A reference whose own `&` was written as one: `&amp;quot;`.
const TWICE: &str = "&amp;";

/// The length in bytes of the reference that `rest` starts with, and the character it stands for.
pub(crate) fn entity_at(rest: &str) -> Option<(usize, char)> {
    let twice = rest.strip_prefix(TWICE).and_then(read_name).map(|(length, c)| (TWICE.len() + length, c));
    twice.or_else(|| read_name(rest.get(1..)?).map(|(length, c)| (1 + length, c)))
}

/// The length with its `;` of the name or number that stands behind the `&`, and its character.
fn read_name(rest: &str) -> Option<(usize, char)> {
    let end = rest.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = rest.get(..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
        None => NAMED.iter().find(|(n, _)| *n == name)?.1,
    };
    Some((end + 1, c))
}
