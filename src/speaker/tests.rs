//! Quotes in invented news, and who said them.

use super::resolve_speakers;
use crate::document::Document;
use crate::entity::group_names;
use crate::notation::Marked;

mod strangers;
mod turned;

/// The speaker of each quote, by first content; `-` for nobody.
fn speakers(marked: &str) -> Vec<String> {
    let marked = Marked::read(marked);
    let document = Document::new(&marked.text);
    let (names, quotes) = marked.found(&document);
    let entities = group_names(&document, &names);
    let found = resolve_speakers(&document, &names, &entities, &quotes);
    let name = |id: usize| {
        let all = entities.list.iter().chain(&found.unnamed).nth(id);
        all.map_or("?".to_owned(), |e| e.name.clone())
    };
    found.attributions.iter().map(|a| a.speaker.map_or("-".to_owned(), |s| name(s.0 as usize))).collect()
}

fn check(marked: &str, expected: &[&str]) {
    assert_eq!(speakers(marked), expected, "{marked}");
}

#[test]
fn names() {
    check("“{1 We are ready,}” <1 [Marta Lindqvist|p]> said.", &["Marta Lindqvist"]);
    check("“{1 No,}” said <1 [Kremlin|o] spokesman [Oleg Baranov|p]>.", &["Oleg Baranov"]);
    check("<1 [Norway|l]'s Foreign Minister, [Ida Holm|p]>, said {1 that it would rain}.", &["Ida Holm"]);
    check("<1 [Lisbon|l] and [Madrid|l]> said {1 that they agreed}.", &["Lisbon"]);
    check("<1 The envoy>, [Ida Holm|p], who led the talks, said {1 that it rained}.", &["Ida Holm"]);
    check("<1 The envoy, Dr [Ida Holm|p]>, said {1 that it rained}.", &["Ida Holm"]);
    check("<1 Another, also named [Pavel|p]>, said {1 it rained}.", &["Pavel"]);
}

#[test]
fn pronouns() {
    check(
        "[Marta Lindqvist|p] met [Paulo Duarte|p] on Monday. “{1 It went well,}” <1 she> said.",
        &["Marta Lindqvist"],
    );
    check("[Paulo Duarte|p] spoke with [Oleg Baranov|p]. <1 He> said {1 it was late}.", &["Paulo Duarte"]);
    check(
        "<1 [Oleg Baranov|p]> said {1 [Paulo Duarte|p] was wrong}. “{2 He lied,}” <2 he> added.",
        &["Oleg Baranov", "Oleg Baranov"],
    );
    check(
        "<1 The workers> said {1 they were tired}. <2 They> said {2 that pay was low}.",
        &["The workers", "The workers"],
    );
    check(
        "<1 [Ida Holm|p] and [Oleg Baranov|p]> said {1 it rained}. <2 They> said {2 it would stop}.",
        &["Ida Holm", "Ida Holm"],
    );
    check("“{1 [Paulo Duarte|p] is late,}” <1 he> said.", &["-"]);
}

#[test]
fn phrases() {
    check(
        "Soldiers sleep. [Pavel|p], 60, a former miner, smiled. [Luka|p], 20, did not. “{1 I am cold,}” said <1 the young man>.",
        &["Luka"],
    );
    check(
        "[Pavel|p], a former miner, smiled. [Luka Horvat|p] came late. “{1 I am cold,}” said <1 the bearded miner>.",
        &["Pavel"],
    );
    check(
        "The [Danish|g] Prime Minister [Ida Holm|p] left. Rain fell. Snow fell.\n\n<1 The prime minister> said {1 she was late}.",
        &["Ida Holm"],
    );
    check(
        "[Ida Holm|p], 28, sat. [Marta Lind|p], 40, stood. “{1 I am cold,}” <1 the 28-year-old> said.",
        &["Ida Holm"],
    );
    check(
        "<1 The ministry of transport in [Ottawa|l]> said {1 it was late}.",
        &["The ministry of transport in Ottawa"],
    );
    check(
        "<1 The ministry> said {1 it was late}. <2 The embassy> said {2 it was not}.",
        &["The ministry", "The embassy"],
    );
    check(
        "<1 A stranger> told me {1 it was late}. <2 The secretary> said {2 it was not}.",
        &["A stranger", "The secretary"],
    );
    check(
        "[Marta Lind|p], 40, won. [Ida Holm|p], 49, lost. “{1 I am cold,}” <1 the 49-year-old [Italian|g]> said.",
        &["Ida Holm"],
    );
    check("“{1 It rains,}” <1 worth> said.", &["-"]);
    check("[Ida Holm|p], a pilot at the [Vimo|o] <1 who> said {1 it rained}, left.", &["Ida Holm"]);
    check(
        "[Ida Holm|p] and her husband, [Jonas Holm|p], left. <1 Her husband> said {1 it rained}.",
        &["Jonas Holm"],
    );
    check(
        "[Jonas Holm|p] and his daughter, [Ida Holm|p], left. “{1 It rains,}” <1 his daughter> said.",
        &["Ida Holm"],
    );
    check("<1 [Peru|l] last week> said {1 that it rained}.", &["Peru"]);
    check("<1 [Peru|l]'s navy> said {1 that two boats sank}.", &["Peru's navy"]);
    check(
        "<1 A spokeswoman for the mill> said {1 it was shut}. “{2 It is sad,}” <2 she> said.",
        &["A spokeswoman for the mill", "A spokeswoman for the mill"],
    );
}

#[test]
fn names_that_were_missed() {
    check(
        "Pavel, 60, a former miner, smiled. “{1 I am cold,}” said <1 the bearded miner>. “{2 Very,}” <2 he> said.",
        &["Pavel", "Pavel"],
    );
    check("[Ida Holm|p] left. <1 holm> argues {1 that it rained}.", &["Ida Holm"]);
    check("[Ida Holm|p] left. <1 She'd> said {1 that it rained}.", &["Ida Holm"]);
}

#[test]
fn papers_speak_for_who_made_them() {
    check("{1 Sales fell}, according to <1 a report by the [Vimo Institute|o]>.", &["Vimo Institute"]);
    check(
        "{1 Sales fell}, according to <1 a report by [Veltrian|g] broadcaster [Vimo|o]>. <2 The report> said {2 it would last}.",
        &["Vimo", "Vimo"],
    );
    check("{1 Nobody was hurt}, according to <1 police records released under a law>.", &["police"]);
    check("{1 It rained}, according to <1 records released by the clerk's office>.", &["the clerk's office"]);
    check("[Ida Holm|p] published a post on Friday. “{1 It rains,}” <1 the post> read.", &["Ida Holm"]);
    check(
        "{1 It rained}, according to <1 a study that appeared in the [Vimo Journal|o]>.",
        &["Vimo Journal"],
    );
    check("<1 A [Vimo University|o] poll> found {1 that sales fell}.", &["Vimo University"]);
    // A letter is whoever's has just spoken, a study is nobody's.
    check(
        "<1 [Ida Holm|p]> said {1 it was late}. {2 It rained}, <2 the letter> said.",
        &["Ida Holm", "Ida Holm"],
    );
    check("<1 [Ida Holm|p]> said {1 it was late}. <2 A study> said {2 it rained}.", &["Ida Holm", "A study"]);
    check("<1 Reports> say {1 that it rained}. [Ida Holm|p] left.", &["Reports"]);
    check("<1 A leaked memo> says {1 that it rained}.", &["-"]);
}

#[test]
fn lists_and_what_is_told_of_them() {
    check(
        "<1 The [Vimo Council for Ports|o] ([VCP|o]) and the [Sea Board|o] ([SB|o])> asked {1 for rain}.",
        &["Vimo Council for Ports"],
    );
    check(
        "<1 [Lisbon|l] and [Veltrian|g] officials> said {1 it rained}.",
        &["Lisbon and Veltrian officials"],
    );
    check(
        "<1 The women's wing in the press, led by [Ida Holm|p] and backed by [Ann Lee|p], [Eva Roe|p]> said {1 no}.",
        &["The women's wing"],
    );
    check("<1 The Port of Sund chair [Ida Holm|p]> said {1 it rained}.", &["Ida Holm"]);
    check(
        "{1 It rains}, according to <1 research and shipping firm [Vimo Works|o] ([VW|o])>.",
        &["Vimo Works"],
    );
    check(
        "<1 One [Republican|g]> said {1 no}. <2 [Republicans|g]> said {2 yes}.",
        &["One Republican", "Republican"],
    );
    check(
        "<1 [WHO|o] director [Ida Holm|p]> said {1 it rained}. <2 [WHO|o] officials> said {2 no}.",
        &["Ida Holm", "WHO officials"],
    );
    check("<1 Minister of Ports [Ida Holm|p] (TT)> said {1 it rained}.", &["Ida Holm"]);
    check("<1 Many [Republicans|g]> said {1 no}.", &["Many Republicans"]);
    check("<1 Nobody> said {1 it rained}. [Ida Holm|p] left.", &["-"]);
    check("<1 Sources close to [Ida Holm|p]> said {1 it rained}.", &["Sources close to Ida Holm"]);
}

#[test]
fn relative_clauses_and_asides() {
    check("[Ida Holm|p] of the [Vimo Office|o], <1 who> said {1 it was late}, left.", &["Ida Holm"]);
    check("He met [Ida Holm|p] on May 30, <1 who> said {1 it was late}.", &["Ida Holm"]);
    // "as a liar" is nobody new.
    check("[Ida Holm|p] attacked [Jonas Berg|p] as a fraud. <1 He> said {1 it was late}.", &["Jonas Berg"]);
}

#[test]
fn nobody_speaks_who_is_spoken_to() {
    check("[Ida Holm|p] left [Ann Lee|p] behind. “{1 It is late,}” <1 she> told [Ida Holm|p].", &["Ann Lee"]);
}

#[test]
fn whose_words_speak_of_somebody_else() {
    check(
        "[Ida Holm|p] met her sister, [Ann Lee|p]. <1 [Ann Lee|p]> said {1 it was late}. “{2 She was full of hope,}” <2 she> said.",
        &["Ann Lee", "Ann Lee"],
    );
    check(
        "[Ida Holm|p] called. [Ann Lee|p] came. “{1 <2 She> said {2 all was well,}}” <1 [Ann Lee|p]> said.",
        &["Ann Lee", "Ida Holm"],
    );
}

#[test]
fn names_beside_what_they_are() {
    check("{1 It rained}, <1 the [Vimo|o] news agency> reported.", &["Vimo"]);
    check(
        "<1 [Lin|p]'s manager A-jen> said {1 it rained}. <2 He> said {2 it would stop}.",
        &["A-jen", "A-jen"],
    );
    check("<1 The Director of Public Works (DPW) [Ida Holm|p]> said {1 it rained}.", &["Ida Holm"]);
    check(
        "<1 Three appeal judges - [Ida Holm|p], [Jonas Berg|p] and [Ann Lee|p]> - said {1 it rained}.",
        &["Three appeal judges"],
    );
    check(
        "{1 It is late}, according to <1 unnamed sources close to the talks>.",
        &["unnamed sources close to the talks"],
    );
}

#[test]
fn others_are_others() {
    check(
        "[Vimo|o] sells ships. <1 The [Duarte|p] government> said {1 it would buy none}.",
        &["The Duarte government"],
    );
    check("[Vimo|o] sells ships. <1 The ministry> said {1 it would buy none}.", &["The ministry"]);
    check(
        "<1 [Veltrian|g] officials> said {1 it rained}. <2 Harbour officials> said {2 it did not}.",
        &["Veltrian officials", "Harbour officials"],
    );
    check(
        "<1 19 percent of voters> said {1 yes}. <2 9 percent of voters> said {2 no}.",
        &["19 percent of voters", "9 percent of voters"],
    );
    check(
        "“{1 I used to shear you,}” <1 the shepherd> said. “{2 Never mind,}” <2 the ram> said.",
        &["the shepherd", "the ram"],
    );
}

#[test]
fn paragraphs_and_what_is_said_tell() {
    // They may be one, of whom nothing tells more.
    check("<1 A witness> said {1 it was late}. <2 They> said {2 it rained}.", &["A witness", "A witness"]);
    // Nobody speaks of himself by name.
    check("[Ida Holm|p] met [Marta Lind|p]. “{1 We all like [Ida|p],}” <1 she> said.", &["Marta Lind"]);
    check(
        "<1 [Glen Roe|p]> said {1 it was late}. <2 He> said {2 it rained}.\n\n[Bob Hale|p] is the member for the north.\n\n<3 He> said {3 it was dry}.",
        &["Glen Roe", "Glen Roe", "Bob Hale"],
    );
    check(
        "{1 The home will be sold}, says <1 the mill's chief executive>.\n\n<2 [Ida Holm|p]> said {2 it was time}.",
        &["Ida Holm", "Ida Holm"],
    );
    check("<1 A doctor> said {1 it was late}.\n\nDr. [Ida Holm|p] came on Monday.", &["Ida Holm"]);
}

#[test]
fn runs() {
    check(
        "“{1 No,}” <1 [Ida Holm|p]> said.\n\n“{2 Never again.}”\n\n“{3 Never.}”",
        &["Ida Holm", "Ida Holm", "Ida Holm"],
    );
    // What follows a clause is said by the same.
    check(
        "<1 [Ida Holm|p]> admitted {1 that it was late}. “{2 We lost.}” [Ann Lee|p] left.",
        &["Ida Holm", "Ida Holm"],
    );
    check("“{1 We won.}” Rain fell. “{2 We did,}” <2 [Ida Holm|p]> said.", &["Ida Holm", "Ida Holm"]);
    check("[Ida Holm|p] was blunt. “{1 No.}”", &["Ida Holm"]);
    check(
        "“{1 No,}” <1 [Ida Holm|p]> said.\n\n[Marta Lind|p] shook her head. “{2 [Ida Holm|p] lies.}”",
        &["Ida Holm", "Marta Lind"],
    );
    check(
        "“{1 No,}” <1 [Ida Holm|p]> said.\n\n[Jonas Berg|p] was glum: “{2 Two goals.}”",
        &["Ida Holm", "Jonas Berg"],
    );
}

#[test]
fn mentions_lead_back_to_a_name() {
    let marked = Marked::read(
        "[Luka|p], 20, sat. “{1 I am cold,}” said <1 the young man>. <2 He> said {2 it rained}.",
    );
    let document = Document::new(&marked.text);
    let (names, quotes) = marked.found(&document);
    let entities = group_names(&document, &names);
    let found = resolve_speakers(&document, &names, &entities, &quotes);
    let chain: Vec<(&str, Option<&str>)> = found
        .mentions
        .iter()
        .map(|m| (document.slice(m.span), m.antecedent.map(|a| document.slice(a))))
        .collect();
    assert_eq!(
        chain,
        [("I", Some("the young man")), ("the young man", Some("Luka")), ("He", Some("the young man"))]
    );
}

/// Every mention by noun phrase or pronoun, and the name of what it stands for.
fn mentions(marked: &str) -> Vec<String> {
    let marked = Marked::read(marked);
    let document = Document::new(&marked.text);
    let (names, quotes) = marked.found(&document);
    let entities = group_names(&document, &names);
    let found = resolve_speakers(&document, &names, &entities, &quotes);
    let all: Vec<_> = entities.list.iter().chain(&found.unnamed).collect();
    let line = |m: &super::Reference| format!("{}={}", document.slice(m.span), all[m.entity.0 as usize].name);
    found.mentions.iter().map(line).collect()
}

#[test]
fn interviews_without_labels() {
    let text = "An interview with shell collector [Ida Holm|p]\n\nHow did you begin?\n\nI found one on the shore.\n\n\
                Is it hard?\n\nIt was for me. He taught us all.\n\nWhat is next for you?\n\nI shall go on.";
    assert_eq!(mentions(text), ["you=Ida Holm", "I=Ida Holm", "me=Ida Holm", "you=Ida Holm", "I=Ida Holm"]);
    let two = "Interview: [Ida Holm|p] and [Jonas Berg|p] on shells\n\nHow did you begin?\n\nI am [Jonas Berg|p], I began.\n\n\
               And then?\n\nI met [Jonas|p].\n\nAnd now?\n\nI work with [Ida|p].";
    assert_eq!(mentions(two), ["I=Jonas Berg", "I=Jonas Berg", "I=Ida Holm", "I=Jonas Berg"]);
    // A column asks no one.
    assert_eq!(mentions("[Ida Holm|p] errs\n\nWhy?\n\nI know.\n\nHow?\n\nI read.\n\nWho?\n\nI."), [""; 0]);
}

#[test]
fn a_body_is_called_by_the_nouns_of_its_name() {
    assert_eq!(
        mentions("The [Holm Foundation|o] gave money. [Ida Lind|p] thanked the foundation."),
        ["the foundation=Holm Foundation"]
    );
}

#[test]
fn who_is_spoken_of_often_is_somebody() {
    assert_eq!(
        mentions("A widow sat down. She was tired. The widow left."),
        ["A widow=The widow", "She=The widow", "The widow=The widow"]
    );
    assert_eq!(mentions("A widow sat down. She was tired."), [""; 0]);
}

#[test]
fn any_length_is_read() {
    for part in ["he said she ", "the man ", "[Ann|p] told him ", "“{1 x}” he said ", "the minister's the "]
    {
        let marked = Marked::read(&part.replace("{1 x}", "x").repeat(40_000));
        let document = Document::new(&marked.text);
        let (names, quotes) = marked.found(&document);
        let entities = group_names(&document, &names);
        let found = resolve_speakers(&document, &names, &entities, &quotes);
        assert_eq!(found.attributions.len(), quotes.len(), "{part}");
    }
}
