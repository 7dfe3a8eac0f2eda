//! Nouns for people, bodies and places: what "the young soldier" or "a spokeswoman for the agency"
//! can stand for.
//!
//! Shared by descriptions ("Germany's Foreign Minister") and by the speakers stage ("the minister
//! said"). The nouns are those of [`crate::lexicon`], singulars in lower case. Missed: nouns that it
//! does not have, but for "-ologist" and "-person".

use super::Class as Known;

/// Looks up a word in lower case, singular or plural.
///
/// ```ignore
/// assert_eq!(noun("ministers").unwrap().class, Class::Person);
/// ```
pub fn noun(word: &str) -> Option<Noun> {
    if let Some(found) = singular(word) {
        return Some(found);
    }
    let plural = |stem: &str| singular(stem).map(|n| Noun { plural: n.class != Class::Document, ..n });
    let irregular = match word {
        "people" | "folks" => Some("person"),
        "children" => Some("child"),
        "wives" => Some("wife"),
        "lives" => None,
        _ => None,
    };
    if let Some(stem) = irregular {
        return plural(stem);
    }
    if let Some(stem) = word.strip_suffix("men") {
        let mut man = String::with_capacity(word.len());
        man.push_str(stem);
        man.push_str("man");
        return plural(&man);
    }
    if let Some(stem) = word.strip_suffix("ies") {
        let mut y = String::with_capacity(word.len());
        y.push_str(stem);
        y.push('y');
        return plural(&y);
    }
    let stem = word.strip_suffix('s')?;
    plural(stem).or_else(|| plural(stem.strip_suffix('e')?))
}

/// The word that descriptions are compared by: "Sen." and "senators" are both "senator".
pub fn lemma(word: &str) -> &str {
    match word.trim_end_matches('.') {
        "sen" | "sens" | "senators" => "senator",
        "gov" | "governors" => "governor",
        "rep" | "reps" | "congressman" | "congresswoman" | "representatives" => "representative",
        "pres" => "president",
        "gen" => "general",
        "prof" => "professor",
        "dr" | "physician" => "doctor",
        "sgt" => "sergeant",
        "lt" => "lieutenant",
        "capt" => "captain",
        "col" => "colonel",
        "maj" => "major",
        "cmdr" => "commander",
        "adm" => "admiral",
        "rev" => "reverend",
        "chairwoman" | "chairperson" | "chair" => "chairman",
        "spokeswoman" | "spokesperson" => "spokesman",
        "atty" | "lawyer" => "attorney",
        "defence" => "defense",
        "premier" => "prime",
        "cop" | "cops" => "officer",
        "tsar" => "czar",
        "baby" | "babies" | "infant" | "infants" | "toddler" | "children" => "child",
        "advisor" | "advisors" | "advisers" => "adviser",
        bare if bare.len() > 4 && bare.ends_with('s') && !bare.ends_with("ss") && !bare.ends_with("us") => {
            &bare[..bare.len() - 1]
        }
        bare => bare,
    }
}

/// What a common noun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// What sort of thing.
    pub class: Class,
    /// What the noun itself says of the person's gender.
    pub gender: Option<Gender>,
    /// Whether it stands for several.
    pub plural: bool,
}

/// What sort of thing a noun stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A person, by what they do or are: "minister", "widow".
    Person,
    /// A person, without saying what they do: "man", "speaker".
    AnyPerson,
    /// Several people: "police", "crowd".
    People,
    /// A body that acts as one: "agency".
    Organization,
    /// A body's paper, which speaks for the body: "report".
    Document,
    /// A place that has a government: "country".
    Place,
}

/// Grammatical gender, as evidence for what "he" and "she" refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

fn singular(word: &str) -> Option<Noun> {
    let known = super::find(word);
    let is = |class| known.is(class);
    let (class, gender) = if is(Known::Man) {
        (Class::Person, Some(Gender::Male))
    } else if is(Known::Woman) {
        (Class::Person, Some(Gender::Female))
    } else if is(Known::AnyPerson) {
        (Class::AnyPerson, any_gender(word))
    } else if is(Known::Person) {
        (Class::Person, None)
    } else if is(Known::Body) {
        (Class::Organization, None)
    } else if is(Known::Paper) {
        (Class::Document, None)
    } else if is(Known::Land) {
        (Class::Place, None)
    } else if is(Known::People) {
        (Class::People, None)
    } else if word.len() > 7 && (word.ends_with("ologist") || word.ends_with("person")) {
        (Class::Person, None)
    } else {
        return None;
    };
    Some(Noun { class, gender, plural: class == Class::People })
}

fn any_gender(word: &str) -> Option<Gender> {
    match word {
        "man" | "boy" | "guy" | "gentleman" => Some(Gender::Male),
        "woman" | "girl" | "lady" => Some(Gender::Female),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_plurals() {
        for (word, class, plural) in [
            ("soldier", Class::Person, false),
            ("soldiers", Class::Person, true),
            ("spokesmen", Class::Person, true),
            ("agencies", Class::Organization, true),
            ("women", Class::AnyPerson, true),
            ("police", Class::People, true),
            ("volcanologist", Class::Person, false),
        ] {
            let found = noun(word).unwrap_or_else(|| panic!("{word}"));
            assert_eq!((found.class, found.plural), (class, plural), "{word}");
        }
        assert_eq!(noun("table"), None);
    }

    #[test]
    fn brings_titles_to_one_word() {
        for (word, expected) in
            [("sen.", "senator"), ("soldiers", "soldier"), ("boss", "boss"), ("gov.", "governor")]
        {
            assert_eq!(lemma(word), expected);
        }
    }
}
