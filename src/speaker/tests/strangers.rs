//! Roles that are somebody else's: strangers, aides, deputies, namesakes.

use super::{check, speakers};

#[test]
fn a_role_is_not_whom_something_befell() {
    for (marked, speaker) in [
        (
            "[Nadia Karim|p], 29, was found dead on Friday. <1 The coroner> said {1 she had been ill}.",
            "The coroner",
        ),
        (
            "[Amina Yusuf|p] was shot outside her shop on Monday. <1 The sheriff> said {1 she would live}.",
            "The sheriff",
        ),
        (
            "Police arrested [Dario Conti|p] at his home. <1 The prosecutor> said {1 the evidence was strong}.",
            "The prosecutor",
        ),
        (
            "[Tomas Rehn|p] was sacked as chief executive in May. <1 The chairman> said {1 the board had lost faith in him}.",
            "The chairman",
        ),
        ("[Ida Holm|p] died in hospital. <1 The surgeon> said {1 nothing could be done}.", "The surgeon"),
        ("[Ida Holm|p] was elected in May. <1 The mayor> said {1 work would begin}.", "Ida Holm"),
    ] {
        check(marked, &[speaker]);
    }
}

#[test]
fn an_aide_is_not_the_boss() {
    for (marked, speaker) in [
        ("<1 An aide to Senator [Cole|p]> said {1 the deal was close}.", "An aide to Senator Cole"),
        (
            "{1 Talks have failed}, <1 a source close to Minister [Ana Duarte|p]> said.",
            "a source close to Minister Ana Duarte",
        ),
        (
            "“{1 Nobody was hurt,}” <1 a deputy to Chief [Reyes|p]> said outside the station.",
            "a deputy to Chief Reyes",
        ),
        ("<1 Minister of Ports [Ida Holm|p]> said {1 it rained}.", "Ida Holm"),
    ] {
        check(marked, &[speaker]);
    }
}

#[test]
fn two_roles_are_two() {
    for (marked, expected) in [
        (
            "<1 The president> said {1 the vote would go ahead}. <2 The vice president> said {2 it would be put off}.",
            ["The president", "The vice president"],
        ),
        (
            "<1 The premier> said {1 the port would open}. <2 The former premier> said {2 it would not}.",
            ["The premier", "The former premier"],
        ),
        (
            "<1 The first witness> said {1 it was dark}. <2 The second witness> said {2 the street was well lit}.",
            ["The first witness", "The second witness"],
        ),
        (
            "<1 The deputy mayor> said {1 it was late}. <2 The mayor> said {2 it was not}.",
            ["The deputy mayor", "The mayor"],
        ),
        (
            "<1 The mayor> said {1 it was late}. <2 The mayor> said {2 it was cold}.",
            ["The mayor", "The mayor"],
        ),
    ] {
        check(marked, &expected);
    }
}

#[test]
fn he_is_the_subject_of_the_sentence_before() {
    let marked = "Her brother, <1 [Peter Zhao|p]>, said {1 he was pleased}. The club's new owner, [Magnus Thiel|p], arrives in June. \
             <2 He> said {2 he could not wait}.";
    assert_eq!(speakers(marked).last().map(String::as_str), Some("Magnus Thiel"), "{marked}");
}
