//! The forms of a verb.

/// Every form of `verb` with its number among [`FORMS`](super::class::FORMS); `past` holds its irregular past forms.
/// Where two forms are one ("read"), the past comes last.
pub fn forms(verb: &str, past: &str) -> Vec<(String, u32)> {
    if past == "adjective" {
        return vec![(verb.to_owned(), 4)];
    }
    let mut forms = vec![(inflect(verb, "s"), 1), (inflect(verb, "ing"), 3), (verb.to_owned(), 0)];
    match past {
        "" => forms.push((inflect(verb, "ed"), 2)),
        _ => forms.extend(past.split(' ').map(|past| (past.to_owned(), 2))),
    }
    forms
}

/// `verb` with a regular ending, "s", "ed" or "ing".
fn inflect(verb: &str, ending: &str) -> String {
    let vowel = |c: Option<char>| c.is_some_and(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u'));
    let mut back = verb.chars().rev();
    let (last, second) = (back.next(), back.next());
    match (last, ending) {
        (Some('y'), "s") if !vowel(second) => format!("{}ies", &verb[..verb.len() - 1]),
        (Some('y'), "ed") if !vowel(second) => format!("{}ied", &verb[..verb.len() - 1]),
        (Some('s' | 'h' | 'x' | 'o'), "s") if verb != "laugh" => format!("{verb}es"),
        (Some('e'), "ed") => format!("{verb}d"),
        (Some('e'), "ing") if second != Some('e') => format!("{}ing", &verb[..verb.len() - 1]),
        (Some(last), "ed" | "ing") if DOUBLED.contains(&verb) => format!("{verb}{last}{ending}"),
        _ => format!("{verb}{ending}"),
    }
}

/// Verbs that double their last letter.
const DOUBLED: &[&str] = &["admit", "beg", "brag", "dub", "quip", "refer", "submit"];
