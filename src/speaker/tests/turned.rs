//! Whom the text has turned to since somebody spoke, and sources read by all their words.

use super::check;

#[test]
fn whom_the_text_has_turned_to() {
    check(
        "“{1 No,}” <1 [Ida Holm|p]> said. [Ann Lee|p] stopped by on Friday. It rained. “{2 Never,}” <2 she> said.",
        &["Ida Holm", "Ann Lee"],
    );
    check(
        "“{1 No,}” <1 [Ida Holm|p]> said. [Jonas Berg|p] was driving home when he saw it. “{2 It was bright.}”",
        &["Ida Holm", "Jonas Berg"],
    );
    check(
        "[Paul Berg|p] went to [Sund|l]. That is [Jonas Holm|p]'s hope. “{1 It is hard,}” <1 he> said.",
        &["Jonas Holm"],
    );
    check(
        "[Paul Berg|p] left. The words come from an interview with [Jonas Holm|p] in which <1 he> said {1 no}.",
        &["Jonas Holm"],
    );
    check("[Jonas Holm|p] left. The destroyer sailed. <1 He> said {1 no}.", &["Jonas Holm"]);
    // An aide to a king is no king.
    check("[Zuri Holm|p], an aide to the king, praised it. “{1 Well done,}” <1 she> said.", &["Zuri Holm"]);
    // A body speaks between the words of one who works there.
    check(
        "“{1 We grow,}” <1 [Ida Holm|p]> says. <2 The [Vimo Fair|o]> hopes {2 to travel}. “{3 We want all to come.}”",
        &["Ida Holm", "Vimo Fair", "Ida Holm"],
    );
}

#[test]
fn sources_by_all_their_words() {
    check(
        "<1 The prosecutors' document> says {1 that it rained}. <2 It> says {2 that nobody was hurt}.",
        &["The prosecutors", "The prosecutors"],
    );
    check("<1 Small and medium-sized publishers> said {1 no}.", &["Small and medium-sized publishers"]);
    check("<1 Federal and state officials> said {1 no}.", &["Federal and state officials"]);
    check("“{1 It leaks,}” reads <1 a July 15, 2005 memo by [Ida Holm|p]>.", &["Ida Holm"]);
    check("<1 [Ida Holm|p] a spokeswoman for the mill> said {1 no}.", &["Ida Holm"]);
    check("<1 Geologists with the [Vimo Survey|o]> said {1 no}.", &["Geologists with the Vimo Survey"]);
    check("[Vimo|o] sells ships. {1 Ten were sold}, according to <1 its website>.", &["Vimo"]);
    check("[Ida Holm|p] wrote a letter. “{1 Go,}” <1 the first part of the letter> says.", &["Ida Holm"]);
    check(
        "[La Gazeta|o] closed. {1 It was late}, <1 the newspaper> said. “{2 We go on,}” <2 it> claimed.",
        &["La Gazeta", "La Gazeta"],
    );
    check(
        "<1 [Vimo|o]> said {1 it rained}. <2 A study in 2016> estimated {2 that it was dry}.",
        &["Vimo", "A study in 2016"],
    );
    check(
        "“{1 <2 The left> is saying, “{2 That is true.}”}” <1 [Jonas Holm|p]> continued.",
        &["Jonas Holm", "The left"],
    );
    check(
        "“{1 <2 We> asked, ‘{2 How is it done?}’}” <1 [Jonas Holm|p]> said.",
        &["Jonas Holm", "Jonas Holm"],
    );
}
