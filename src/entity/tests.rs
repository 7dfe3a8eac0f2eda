//! Names in invented news, and the entities they make.

use super::group_names;
use super::notation::Marked;
use crate::document::Document;

/// The names of each entity, by first mention, written `name = first name, second name`.
fn groups(marked: &str) -> Vec<String> {
    let marked = Marked::read(marked);
    let document = Document::new(&marked.text);
    let (names, _) = marked.found(&document);
    let entities = group_names(&document, &names);
    (0..entities.list.len())
        .map(|id| {
            let own = names.iter().zip(&entities.of_name).filter(|(_, e)| e.0 as usize == id);
            let words: Vec<&str> = own.map(|(n, _)| document.slice(n.span)).collect();
            format!("{} = {}", entities.list[id].name, words.join(", "))
        })
        .collect()
}

fn check(marked: &str, expected: &[&str]) {
    assert_eq!(groups(marked), expected, "{marked}");
}

#[test]
fn people() {
    check(
        "[Marta Lindqvist|p] met Mr. [Duarte|p]. [Lindqvist|p] thanked [Paulo Duarte|p].",
        &["Marta Lindqvist = Marta Lindqvist, Lindqvist", "Paulo Duarte = Duarte, Paulo Duarte"],
    );
    check(
        "[Zelenskyy|p] and [Volodymyr Zelenskiy|p], [zelenskyy|p]",
        &["Volodymyr Zelenskiy = Zelenskyy, Volodymyr Zelenskiy, zelenskyy"],
    );
    check(
        "[Ines Rocha Matos|p] spoke. [Ines Matos|p] left. [Ines|p] wept.",
        &["Ines Rocha Matos = Ines Rocha Matos, Ines Matos, Ines"],
    );
    check(
        "[Ursula von der Leyen|p] arrived. [von der Leyen|p] spoke to [Ursula|p].",
        &["Ursula von der Leyen = Ursula von der Leyen, von der Leyen, Ursula"],
    );
    check("[Ruth Ames KC|p] rose. [Ames|p] sat.", &["Ruth Ames KC = Ruth Ames KC, Ames"]);
    check(
        "[Carl Ames Jr.|p] and [Carl Ames|p]: [Ames|p] is older.",
        &["Carl Ames Jr. = Carl Ames Jr.", "Carl Ames = Carl Ames, Ames"],
    );
    check("[J. D. Okoro|p], then [Okoro|p]", &["J. D. Okoro = J. D. Okoro, Okoro"]);
}

#[test]
fn two_people_of_one_name() {
    check(
        "[Ruth Ames|p] ran. Her husband [Dan Ames|p] cooked.\n\nMs. [Ames|p] won. Mr. [Ames|p] ate.",
        &["Ruth Ames = Ruth Ames, Ames", "Dan Ames = Dan Ames, Ames"],
    );
    check(
        "[Ruth Ames|p] ran again.\n\n[Ruth Ames|p] and [Dan Ames|p] cheered.\n\n[Ames|p] won.",
        &["Ruth Ames = Ruth Ames, Ruth Ames, Ames", "Dan Ames = Dan Ames"],
    );
    check(
        "[Pavel|p], 60, smiled. Another, also named [Pavel|p], did not. [Pavel|p] left.",
        &["Pavel = Pavel", "Pavel = Pavel, Pavel"],
    );
    check("[Mia|p], 8, sang. [Mia|p], 31, danced.", &["Mia = Mia", "Mia = Mia"]);
}

#[test]
fn bodies() {
    check(
        "The [Harbor Workers Union|o] ([HWU|o]) struck; the [HWU|o] won.",
        &["Harbor Workers Union = Harbor Workers Union, HWU, HWU"],
    );
    check(
        "[WTO|o] rules bind. The [World Trade Organization|o] said so.",
        &["World Trade Organization = WTO, World Trade Organization"],
    );
    check(
        "the [Porto Evening Post|o] asked; the [Post|o] printed",
        &["Porto Evening Post = Porto Evening Post, Post"],
    );
    check("the [EU|o] and the [European Union|o]", &["European Union = EU, European Union"]);
    check(
        "[Reuters|o] asked [Lena|p] and [Reuters|o] printed.",
        &["Reuters = Reuters, Reuters", "Lena = Lena"],
    );
}

#[test]
fn places_and_peoples() {
    check(
        "[America|l], the [U.S.|l], the [United States|l]'s",
        &["United States = America, U.S., United States"],
    );
    check("[Russia|l] and [Russians|g], [Russian|g]", &["Russia = Russia", "Russians = Russians, Russian"]);
    check("[Polish|g] and [Poles|g] in [Poland|l]", &["Polish = Polish, Poles", "Poland = Poland"]);
    check(
        "[Washington|l] heard [Ruth Washington|p]. In [Washington|l], [Washington|p] wept.",
        &["Washington = Washington, Washington", "Ruth Washington = Ruth Washington, Washington"],
    );
    check("[Kiev|p] knows. [Kyiv|l] waits in [Kiev|l].", &["Kiev = Kiev, Kyiv, Kiev"]);
}

#[test]
fn descriptions() {
    for (marked, expected) in [
        ("[Kremlin|o] spokesman [Oleg Baranov|p] spoke.", Some("Kremlin spokesman")),
        ("The [Danish|g] Prime Minister [Ida Holm|p] spoke.", Some("Danish Prime Minister")),
        ("[Oleg|p], 56, a former bus driver, spoke.", Some("former bus driver")),
        ("[Norway|l]’s Foreign Minister, [Ida Holm|p], spoke.", Some("Norway’s Foreign Minister")),
        ("[Ida Holm|p], the city's new police chief, spoke.", Some("the city's new police chief")),
        ("[Tariq Okello|p] is the managing director of the mill.", Some("the managing director of the mill")),
        ("Mr. [Okello|p] spoke.", None),
        ("[Ida Holm|p], who was late, spoke.", None),
        ("Dr. [Holm|p], President [Ruiz|p] has lied.", None),
    ] {
        let marked = Marked::read(marked);
        let document = Document::new(&marked.text);
        let (names, _) = marked.found(&document);
        let entities = group_names(&document, &names);
        let person = names.iter().position(|n| n.kind == crate::annotation::EntityKind::Person).unwrap();
        let entity = &entities.list[entities.of_name[person].0 as usize];
        assert_eq!(entity.description.as_deref(), expected, "{}", marked.text);
    }
}

#[test]
fn many_names_take_linear_time() {
    let mut marked = String::new();
    for i in 0..20_000 {
        marked.push_str(&format!("[Ab{i} Smith|p] [Smith|p] [A{i} B{i} Corp|o] "));
    }
    let started = std::time::Instant::now();
    assert!(groups_count(&marked) > 20_000);
    assert!(started.elapsed().as_secs() < 20);
}

fn groups_count(marked: &str) -> usize {
    let marked = Marked::read(marked);
    let document = Document::new(&marked.text);
    let (names, _) = marked.found(&document);
    group_names(&document, &names).list.len()
}
