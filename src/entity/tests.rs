//! Names in invented news, and the entities they make.

use super::group_names;
use crate::document::Document;
use crate::notation::Marked;

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
    // A title that does not fit the first name tells of somebody else.
    check(
        "[Matthew Roe-Hale|p] left. Mrs [Roe-Hale|p] spoke. [Emily Ruiz|p] met Mr [Ruiz|p].",
        &[
            "Matthew Roe-Hale = Matthew Roe-Hale",
            "Roe-Hale = Roe-Hale",
            "Emily Ruiz = Emily Ruiz",
            "Ruiz = Ruiz",
        ],
    );
    check("[Derek Tam Wai-lok|p] left. [Tam|p] spoke.", &["Derek Tam Wai-lok = Derek Tam Wai-lok, Tam"]);
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
    check(
        "[Enrique Prado Nieto|p] met [Prado Nieto|p]'s aide. [Enrique Prado|p] left; [Prado|p] stayed.",
        &["Enrique Prado Nieto = Enrique Prado Nieto, Prado Nieto, Enrique Prado, Prado"],
    );
    check(
        "[William Ames|p] or [Bill Ames|p]; [Bill|p] to friends",
        &["William Ames = William Ames, Bill Ames, Bill"],
    );
    check("[Lin Mei-hua|p] and [Mei-hua Lin|p]; [Lin|p]", &["Lin Mei-hua = Lin Mei-hua, Mei-hua Lin, Lin"]);
    check(
        "[Bashir al-Omari|p], [al-Omari|p], [Omari|p]",
        &["Bashir al-Omari = Bashir al-Omari, al-Omari, Omari"],
    );
    check("[St. Bonosus|p], [Saint Bonosus|p]", &["St. Bonosus = St. Bonosus, Saint Bonosus"]);
    check(
        "[Pedro Joaquín Prado Nieto|p] and [Pedro Joaquín Prado|p]",
        &["Pedro Joaquín Prado Nieto = Pedro Joaquín Prado Nieto, Pedro Joaquín Prado"],
    );
    check("[Paula|p] wins\n\n[Paula Ames|p] won.", &["Paula Ames = Paula, Paula Ames"]);
    check(
        "[Pablo Luis Prado Segura|p] scored; [Prado|p] left",
        &["Pablo Luis Prado Segura = Pablo Luis Prado Segura, Prado"],
    );
    check("[J.K. Olsen|p] and [Joanne Olsen|p]", &["J.K. Olsen = J.K. Olsen", "Joanne Olsen = Joanne Olsen"]);
    check("[J. Olsen|p] and [Joanne Olsen|p]", &["Joanne Olsen = J. Olsen, Joanne Olsen"]);
    check(
        "[Kristin Marten|p] and [Kristen Marten|p]; [Kristin Martin|p]",
        &["Kristin Marten = Kristin Marten, Kristen Marten, Kristin Martin"],
    );
    check("[Ana Lindqvist|p]; [Lindqist|p]", &["Ana Lindqvist = Ana Lindqvist, Lindqist"]);
    check("[RUTH AMES|p] won.\n\n[Ruth Ames|p] won.", &["Ruth Ames = RUTH AMES, Ruth Ames"]);
    check(
        "[José Ramírez|p], [Jose Ramirez|p], [Ramírez|p]",
        &["José Ramírez = José Ramírez, Jose Ramirez, Ramírez"],
    );
}

#[test]
fn people_apart() {
    check(
        "[Daniel Roemer|p] and [Daniela Roemer|p]",
        &["Daniel Roemer = Daniel Roemer", "Daniela Roemer = Daniela Roemer"],
    );
    check(
        "[Carl W. Ames|p] and [Carl H.W. Ames|p]. [Carl W. Ames|p] won.",
        &["Carl W. Ames = Carl W. Ames, Carl W. Ames", "Carl H.W. Ames = Carl H.W. Ames"],
    );
    check("[Ana Merten|p] and [Eva Marten|p]", &["Ana Merten = Ana Merten", "Eva Marten = Eva Marten"]);
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
        "the [Ministry of Defence|o], the [Defense Ministry|o], [Peru|l]'s [Defence Ministry|o]",
        &["Ministry of Defence = Ministry of Defence, Defense Ministry, Defence Ministry", "Peru = Peru"],
    );
    check("the [Bank of Porto|o]; the [Bank|o] waits", &["Bank of Porto = Bank of Porto, Bank"]);
    check("[Porto United|o] won; [United|o] sang", &["Porto United = Porto United, United"]);
    check("the [Porto Owls|o] won; the [Owls|x] sang", &["Porto Owls = Porto Owls, Owls"]);
    check("[Vimo Inc.|o] and [Vimo|o]", &["Vimo Inc. = Vimo Inc., Vimo"]);
    check(
        "[Porto University|o] and [Porto|o]; [Porto|o]",
        &["Porto University = Porto University, Porto, Porto"],
    );
    check("the [U.S. Senate|o]; the [Senate|o]", &["U.S. Senate = U.S. Senate, Senate"]);
    check(
        "the [United Nations Harbor Fund|o], the [UN Harbor Fund|o]",
        &["United Nations Harbor Fund = United Nations Harbor Fund, UN Harbor Fund"],
    );
    check("the [Student Senate|o]; the [Senate|o]", &["Student Senate = Student Senate", "Senate = Senate"]);
    check(
        "the [Harbor Fund|o], the [River Fund|o]; the [Fund|o]",
        &["Harbor Fund = Harbor Fund", "River Fund = River Fund", "Fund = Fund"],
    );
    check(
        "the [Supreme Court of Peru|o]; the [Supreme Court|o]",
        &["Supreme Court of Peru = Supreme Court of Peru, Supreme Court"],
    );
    check("[Unit II|l], [Unit II|l], [Unit III|l]", &["Unit II = Unit II, Unit II", "Unit III = Unit III"]);
    check(
        "[Porto Greens|o]; [The Greens|o]; [The Greens|o]",
        &["Porto Greens = Porto Greens, The Greens, The Greens"],
    );
    check("[Ames & Roe|o], [Ames and Roe|o]", &["Ames & Roe = Ames & Roe, Ames and Roe"]);
    check(
        "[Harbor Workers|o], [Harbor Workers|o], [Habror Workers|o]",
        &["Harbor Workers = Harbor Workers, Harbor Workers, Habror Workers"],
    );
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
    check("[Crimea|l] and the [Crimean peninsula|l]", &["Crimean peninsula = Crimea, Crimean peninsula"]);
    check("[Vimo-Roessler|o] and [Vimo-Roessler|p]", &["Vimo-Roessler = Vimo-Roessler, Vimo-Roessler"]);
    check("[Kiev|p] knows. [Kyiv|l] waits in [Kiev|l].", &["Kiev = Kiev, Kyiv, Kiev"]);
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
