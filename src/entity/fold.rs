//! Spellings of one name brought to one form: "Zelenskyy", "zelenskyy", "Zelenskiy".

/// Appends `word` in lower case without accents, full stops and apostrophes.
pub(super) fn fold_into(word: &str, out: &mut String) {
    for c in crate::token::seen(word).chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '.' | '\'' | '’' | 'ʼ' | '\u{AD}' => {}
            _ if c.is_ascii() => out.push(c),
            _ => c.to_lowercase().for_each(|c| match plain(c) {
                "" => out.push(c),
                letters => out.push_str(letters),
            }),
        }
    }
}

/// Brings variant spellings of a folded word together, by letters that transcriptions waver on;
/// short words are left as they are. `word` is ASCII, or comes back unchanged.
pub(super) fn merge_spellings(word: &str, out: &mut String) {
    if word.len() < 5 || !word.is_ascii() {
        out.push_str(word);
        return;
    }
    let start = out.len();
    let bytes = word.as_bytes();
    for (i, &b) in bytes.iter().enumerate() {
        let next = bytes.get(i + 1).copied();
        let letter = match (b, next) {
            // "Zelenskyy", "Zelenskiy", "Zelensky"; "Yulia", "Iulia".
            (b'y' | b'j' | b'i', _) if i > 0 => b'i',
            (b'w', _) if i > 0 => b'v',
            (b'c', Some(b'k')) => continue,
            _ => b,
        };
        // Doubled letters count once.
        if out.len() == start || !out.ends_with(letter as char) {
            out.push(letter as char);
        }
    }
}

/// The American spelling of a British word in the names of bodies.
pub(super) fn american(word: &str) -> Option<&str> {
    Some(match word {
        "defence" => "defense",
        "labour" => "labor",
        "centre" => "center",
        "programme" => "program",
        "organisation" => "organization",
        "theatre" => "theater",
        "harbour" => "harbor",
        "&" => "and",
        _ => return None,
    })
}

/// A small letter without its accent; empty for any other.
fn plain(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' | 'ắ'
        | 'ặ' => "a",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ế' | 'ề' | 'ể' | 'ễ' | 'ệ' | 'ẹ' | 'ẽ'
        | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' | '\u{307}' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ố' | 'ồ' | 'ộ' | 'ơ' | 'ớ' | 'ờ' => {
            "o"
        }
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ừ' | 'ứ' | 'ữ' => {
            "u"
        }
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(word: &str) -> String {
        let (mut folded, mut merged) = (String::new(), String::new());
        fold_into(word, &mut folded);
        merge_spellings(&folded, &mut merged);
        merged
    }

    #[test]
    fn brings_variants_together() {
        for (one, other) in [
            ("Zelenskyy", "zelenskyy"),
            ("Zelenskyy", "Zelenskiy"),
            ("Zelensky", "ZELENSKYY"),
            ("Erdoğan", "Erdogan"),
            ("Sergei", "Sergey"),
            ("Yulia", "Yuliya"),
            ("O’Brien", "O'Brien"),
            ("U.S.", "US"),
            ("Jokić", "Jokic"),
        ] {
            assert_eq!(spelled(one), spelled(other));
        }
    }

    #[test]
    fn keeps_names_apart() {
        for (one, other) in [("Iran", "Iraq"), ("Mali", "Maly"), ("Clinton", "Clayton"), ("Niger", "Nigeria")]
        {
            assert_ne!(spelled(one), spelled(other));
        }
    }
}
