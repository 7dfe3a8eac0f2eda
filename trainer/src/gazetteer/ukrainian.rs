//! Ukrainian names in Latin letters, as Ukraine itself writes them: "Запоріжжя" is "Zaporizhzhia".

/// A Ukrainian name by Ukraine's romanization of 2010: "Авдіївка" is "Avdiivka"; none where the
/// letters do not tell that it is Ukrainian.
pub fn ukrainian_in_latin(name: &str) -> Option<String> {
    const LETTERS: [(char, &str, &str); 33] = [
        ('а', "a", "a"),
        ('б', "b", "b"),
        ('в', "v", "v"),
        ('г', "h", "h"),
        ('ґ', "g", "g"),
        ('д', "d", "d"),
        ('е', "e", "e"),
        ('є', "ye", "ie"),
        ('ж', "zh", "zh"),
        ('з', "z", "z"),
        ('и', "y", "y"),
        ('і', "i", "i"),
        ('ї', "yi", "i"),
        ('й', "y", "i"),
        ('к', "k", "k"),
        ('л', "l", "l"),
        ('м', "m", "m"),
        ('н', "n", "n"),
        ('о', "o", "o"),
        ('п', "p", "p"),
        ('р', "r", "r"),
        ('с', "s", "s"),
        ('т', "t", "t"),
        ('у', "u", "u"),
        ('ф', "f", "f"),
        ('х', "kh", "kh"),
        ('ц', "ts", "ts"),
        ('ч', "ch", "ch"),
        ('ш', "sh", "sh"),
        ('щ', "shch", "shch"),
        ('ь', "", ""),
        ('ю', "yu", "iu"),
        ('я', "ya", "ia"),
    ];
    let lower = name.to_lowercase();
    if !(lower.contains(['і', 'ї', 'є', 'ґ']) || lower.contains("ий")) {
        return None;
    }
    let mut latin = String::new();
    let mut first = true;
    for c in lower.chars() {
        match LETTERS.iter().find(|l| l.0 == c) {
            Some((_, start, inside)) => latin.push_str(if first { start } else { inside }),
            None if matches!(c, '\'' | '’' | 'ʼ') => {}
            None if matches!(c, ' ' | '-') => latin.push(c),
            None => return None,
        }
        first = !c.is_alphabetic();
    }
    Some(latin)
}
