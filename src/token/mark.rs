//! Marks: punctuation, quotation marks, symbols and emoji.

use super::TokenKind;

/// The length in bytes of the mark that `rest` starts with, which begins with `c`, and its kind.
///
/// A run of full stops, hyphens or the like is one token (`...`, `--`), and so is an emoji with its
/// modifiers.
pub(super) fn mark_length(rest: &str, c: char) -> (usize, TokenKind) {
    let width = c.len_utf8();
    let length = match c {
        '\'' | '’' | '‘' | '`' if rest[width..].starts_with(c) => 2 * width,
        '.' | '-' | '=' | '_' | '*' | '~' | '#' => run_length(rest.as_bytes(), c as u8),
        _ if c.is_ascii() => width,
        _ => symbol_length(rest, width),
    };
    (length, kind_of(c))
}

/// What kind of token a mark that begins with `c` is.
pub(super) fn kind_of(c: char) -> TokenKind {
    match c {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '’' | '‘' | '‚' | '‛' | '‹' | '›' | '`' | '´'
        | '＂' | '＇' | '〝' | '〞' | '″' => TokenKind::Quote,
        '…' | '–' | '—' | '―' | '‐' | '‑' | '‒' | '−' | '·' | '•' | '¡' | '¿' | '、' | '。' | '，' | '！'
        | '？' => TokenKind::Punctuation,
        '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '&' => TokenKind::Symbol,
        _ if c.is_ascii_punctuation() => TokenKind::Punctuation,
        _ => TokenKind::Symbol,
    }
}

/// `½`, `¾`: a number of its own after other digits.
pub(super) fn is_fraction(c: char) -> bool {
    matches!(c, '¼' | '½' | '¾' | '⅐'..='⅞' | '↉')
}

/// Marks that combine with the letter before; no table of them is in the standard library, and
/// these are the blocks that names in the news are written with.
pub(super) fn is_combining(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c,
            '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}'
            | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{93C}' | '\u{94D}'
            | '\u{9BC}' | '\u{9CD}' | '\u{E47}'..='\u{E4E}' | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}')
}

fn run_length(bytes: &[u8], byte: u8) -> usize {
    bytes.iter().position(|b| *b != byte).unwrap_or(bytes.len())
}

/// A symbol beyond ASCII with what combines with it: variation selectors, skin tones, further
/// emoji after a joiner, the second half of a flag.
fn symbol_length(rest: &str, width: usize) -> usize {
    let is_flag = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    let mut chars = rest.char_indices().peekable();
    let first = chars.next().map_or('\0', |(_, c)| c);
    let mut length = width;
    if is_flag(first) {
        return match chars.next() {
            Some((i, c)) if is_flag(c) => i + c.len_utf8(),
            _ => length,
        };
    }
    while let Some((i, c)) = chars.next() {
        if is_combining(c) || matches!(c, '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}') {
            length = i + c.len_utf8();
        } else if c == '\u{200D}' && chars.peek().is_some_and(|(_, n)| is_pictograph(*n)) {
            if let Some((i, c)) = chars.next() {
                length = i + c.len_utf8();
            }
        } else {
            break;
        }
    }
    length
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}
