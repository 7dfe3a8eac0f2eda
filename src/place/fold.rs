//! Place names in the one form that the gazetteer is looked up by.
//!
//! "Côte d'Ivoire" is `cote divoire`, "The Port-au-Prince" `port au prince`, "Saint Louis" and
//! "St. Louis" both `st louis`, "U.S." `us`: small ASCII letters and digits, single spaces, neither
//! accents nor apostrophes nor full stops. Letters that are not Latin have no such form.

/// No name in the gazetteer is longer.
pub const LONGEST: usize = 56;

/// Writes the form of `name` to `form`; false where it has none that the gazetteer could hold.
///
/// ```
/// let mut form = String::new();
/// assert!(whosaid::place::fold_name("The St.-Jean-d’Août", &mut form));
/// assert_eq!(form, "st jean daout");
/// ```
pub fn fold_name(name: &str, form: &mut String) -> bool {
    form.clear();
    if name.len() > 4 * LONGEST {
        return false;
    }
    let mut word = 0;
    for c in name.chars() {
        match plain(c) {
            Plain::Letter(c) => form.push(c as char),
            Plain::Nothing => {}
            Plain::Break => word = end_word(form, word),
            Plain::Foreign => return false,
        }
    }
    end_word(form, word);
    form.truncate(form.trim_end().len());
    !form.is_empty() && form.len() <= LONGEST
}

/// Ends the word that starts at byte `word`, with the spelling that its abbreviation has too, and
/// gives the start of the next.
fn end_word(form: &mut String, word: usize) -> usize {
    let short = match &form[word..] {
        "" => return word,
        "the" if word == 0 => "",
        "saint" | "sainte" => "st",
        "mount" => "mt",
        "fort" => "ft",
        _ => {
            form.push(' ');
            return form.len();
        }
    };
    form.truncate(word);
    form.push_str(short);
    if !short.is_empty() {
        form.push(' ');
    }
    form.len()
}

enum Plain {
    Letter(u8),
    /// Marks inside a word.
    Nothing,
    /// Everything between words.
    Break,
    /// A letter of another script.
    Foreign,
}

fn plain(c: char) -> Plain {
    let letter = match c {
        'a'..='z' | '0'..='9' => c as u8,
        'A'..='Z' => c.to_ascii_lowercase() as u8,
        '\'' | '.' | '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | '`' | '´' | '\u{300}'..='\u{36F}' => {
            return Plain::Nothing;
        }
        '\u{C0}'..='\u{24F}' => LATIN[c as usize - 0xC0],
        '\u{1E00}'..='\u{1EFF}' => LATIN_ADDITIONAL[c as usize - 0x1E00],
        _ if c.is_alphabetic() => b'.',
        _ => return Plain::Break,
    };
    if letter == b'.' { Plain::Foreign } else { Plain::Letter(letter) }
}

/// The plain letter of each character from U+00C0; `.` where there is none.
const LATIN: &[u8; 0x190] = b"\
    aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
    .b........d...ea.ff.............oo.............uu...............\
    ....dddlllnnnaaiioouuuuuuuuuueaaaaaa..ggkkoooo..jdddgg..nnaaaaoo\
    aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............\
    ................";

/// The same from U+1E00.
const LATIN_ADDITIONAL: &[u8; 0x100] = b"\
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwyas..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";
