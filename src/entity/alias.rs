//! Names that are known to mean one thing, whatever their words: "U.S." and "America".

/// The word that a name of several known ones is kept under; the name itself where it has none.
/// `name` is folded: lower case, no full stops, words parted by one space.
pub(super) fn known_as(name: &str) -> &str {
    match name {
        "us" | "usa" | "united states" | "united states of america" | "america" => "united states",
        "uk" | "united kingdom" | "great britain" | "britain" => "united kingdom",
        "russian federation" => "russia",
        "prc" | "peoples republic of china" => "china",
        "dprk" | "democratic peoples republic of korea" => "north korea",
        "rok" | "republic of korea" => "south korea",
        "burma" => "myanmar",
        "holland" => "netherlands",
        "swaziland" => "eswatini",
        "timor leste" => "east timor",
        "cabo verde" => "cape verde",
        "saigon" => "ho chi minh city",
        "rangoon" => "yangon",
        "madras" => "chennai",
        "bangalore" => "bengaluru",
        "zaporizhia" | "zaporozhye" => "zaporizhzhia",
        "nikolaev" | "nikolayev" => "mykolaiv",
        "eu" | "european union" => "european union",
        "un" | "united nations" => "united nations",
        "uae" | "united arab emirates" => "united arab emirates",
        "ussr" | "soviet union" => "soviet union",
        "nato" | "north atlantic treaty organization" | "north atlantic treaty organisation" => "nato",
        "gop" | "republican party" => "republican party",
        "fbi" | "federal bureau of investigation" => "fbi",
        "cia" | "central intelligence agency" => "cia",
        "kiev" | "kyiv" => "kyiv",
        "lugansk" | "luhansk" => "luhansk",
        "kharkov" | "kharkiv" => "kharkiv",
        "odesa" | "odessa" => "odesa",
        "donbas" | "donbass" => "donbas",
        "lvov" | "lviv" => "lviv",
        "dnipro" | "dnepr" => "dnipro",
        "chernobyl" | "chornobyl" => "chernobyl",
        "peking" | "beijing" => "beijing",
        "bombay" | "mumbai" => "mumbai",
        "calcutta" | "kolkata" => "kolkata",
        "turkey" | "turkiye" => "turkey",
        "czechia" | "czech republic" => "czechia",
        "ivory coast" | "cote divoire" => "ivory coast",
        "washington dc" | "washington d c" => "washington dc",
        "new york" | "new york city" => "new york",
        _ => name,
    }
}

/// The one word for all inflections of a people, religion or side: "Russians", "Britons".
pub(super) fn people(word: &str) -> &str {
    match word {
        "briton" | "britons" | "brit" | "brits" | "british" => "british",
        "spaniard" | "spaniards" | "spanish" => "spanish",
        "dane" | "danes" | "danish" => "danish",
        "swede" | "swedes" | "swedish" => "swedish",
        "finn" | "finns" | "finnish" => "finnish",
        "pole" | "poles" | "polish" => "polish",
        "turk" | "turks" | "turkish" => "turkish",
        "scot" | "scots" | "scottish" => "scottish",
        "serb" | "serbs" | "serbian" | "serbians" => "serbian",
        "croat" | "croats" | "croatian" | "croatians" => "croatian",
        "kurd" | "kurds" | "kurdish" => "kurdish",
        "arab" | "arabs" | "arabic" | "arabian" => "arab",
        "jew" | "jews" | "jewish" => "jewish",
        "afghan" | "afghans" | "afghani" => "afghan",
        "uzbek" | "uzbeks" => "uzbek",
        "french" | "frenchman" | "frenchmen" | "frenchwoman" => "french",
        "dutch" | "dutchman" | "dutchmen" => "dutch",
        "irish" | "irishman" | "irishmen" => "irish",
        "english" | "englishman" | "englishmen" => "english",
        "welsh" | "welshman" | "welshmen" => "welsh",
        "democrat" | "democrats" | "democratic" => "democratic",
        "tory" | "tories" => "tory",
        "filipino" | "filipinos" | "filipina" | "philippine" => "filipino",
        "muslim" | "muslims" | "moslem" | "moslems" => "muslim",
        "swiss" | "chinese" | "japanese" | "portuguese" | "hausa" => word,
        "westerner" | "westerners" | "western" => "western",
        "islamist" | "islamists" => "islamist",
        "hindu" | "hindus" => "hindu",
        "sikh" | "sikhs" => "sikh",
        _ if word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") => {
            &word[..word.len() - 1]
        }
        _ => word,
    }
}
