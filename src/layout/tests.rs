//! The layout of small invented texts.

use super::{Role, find_layout, find_parts, place_parts};
use crate::annotation::{Part, PartRole};

/// The blocks of `text`, one a line: `H` headline, `P` paragraph, `A` aside, `T` turn with its label
/// in brackets; line breaks inside a block as `/`.
fn check(text: &str, expected: &[&str]) {
    let layout = find_layout(text, Vec::new());
    let found: Vec<String> = layout
        .blocks
        .iter()
        .map(|block| {
            let words = |span: crate::span::Span| {
                span.of(text)
                    .split('\n')
                    .map(str::trim)
                    .filter(|l| !l.is_empty())
                    .collect::<Vec<_>>()
                    .join("/")
            };
            match &block.role {
                Role::Headline => format!("H {}", words(block.span)),
                Role::Paragraph => format!("P {}", words(block.span)),
                Role::Aside => format!("A {}", words(block.span)),
                Role::Turn { label: None, body, opens: true } => format!("T ? {}", words(*body)),
                Role::Turn { label, body, .. } => {
                    format!("T [{}] {}", label.map(words).unwrap_or_default(), words(*body))
                }
            }
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// The text without its markup.
fn check_markup(text: &str, expected: &str) {
    let mut bare = String::new();
    let mut at = 0;
    for mark in find_layout(text, Vec::new()).markup {
        bare.push_str(&text[at..mark.start as usize]);
        at = mark.end as usize;
    }
    bare.push_str(&text[at..]);
    assert_eq!(bare, expected, "{text}");
}

#[test]
fn joins_wrapped_lines() {
    check(
        "The mayor of the old harbor town told a crowd of several hundred people on\n\
         Monday that the bridge would be closed for at least two years while engineers\n\
         look for cracks.\n\nNobody was hurt when a part of it fell into the river early in the morning, in\n\n\n\n\
         Lower Town, the police said.\n",
        &[
            "P The mayor of the old harbor town told a crowd of several hundred people on/\
             Monday that the bridge would be closed for at least two years while engineers/look for cracks.",
            "P Nobody was hurt when a part of it fell into the river early in the morning, in/\
             Lower Town, the police said.",
        ],
    );
    check(
        "A first paragraph.\r\nA second one.\r\n\r\nA third one.",
        &["P A first paragraph.", "P A second one.", "P A third one."],
    );
    check("One.\u{2029}Two.\u{2028}Three.\u{c}Four.", &["P One.", "P Two.", "P Three.", "P Four."]);
}

#[test]
fn finds_headlines() {
    let paragraph = "The bridge over the river will be closed for two years, the mayor said.";
    for (text, headline) in [
        ("Old Bridge to Close", "H Old Bridge to Close"),
        (
            "Old Bridge to Close for Years\nWhile Engineers Look for Cracks",
            "H Old Bridge to Close for Years/While Engineers Look for Cracks",
        ),
        ("# Old bridge", "H # Old bridge"),
        ("Old bridge\n==========", "H Old bridge/=========="),
        ("<h1>Old bridge</h1>", "H <h1>Old bridge</h1>"),
    ] {
        check(&format!("{text}\n\n{paragraph}"), &[headline, &format!("P {paragraph}")]);
    }
    check(
        &format!("{paragraph}\n\nTwo years of detours\n\n{paragraph}"),
        &[&format!("P {paragraph}"), "H Two years of detours", &format!("P {paragraph}")],
    );
}

#[test]
fn finds_asides() {
    for line in [
        "https://news.example/bridge",
        "Related article: Who Pays for Bridges?",
        "READ MORE: Who pays for bridges?",
        "By Jane Doe and John Roe",
        "© 2021 The Harbor Post",
        "Advertisement",
        "(Reporting by Jane Doe; Editing by John Roe)",
        "Page 2 of 3",
        "June 3, 2021",
        "* * *",
    ] {
        check(
            &format!("The bridge is closed now.\n\n{line}\n\nIt will stay closed."),
            &["P The bridge is closed now.", &format!("A {line}"), "P It will stay closed."],
        );
    }
}

#[test]
fn finds_turns() {
    check(
        "An interview follows.\n\n**HP:** Is it safe?\n**Dr. Roe:** No.\nNot at all.\n**HP:** Why?\n**dr.Roe:** Cracks.",
        &[
            "P An interview follows.",
            "T [HP] Is it safe?",
            "T [Dr. Roe] No.",
            "T [] Not at all.",
            "T [HP] Why?",
            "T [dr.Roe] Cracks.",
        ],
    );
    check(
        "DOE: Is it safe?\nSen. ROE (laughs): No.\nDOE: Why not?",
        &["T [DOE] Is it safe?", "T [Sen. ROE] No.", "T [DOE] Why not?"],
    );
    check("Q. Is it safe?\n\nA. No.", &["T [Q] Is it safe?", "T [A] No."]);
    check(
        "[00:01:02] DOE: Is it safe?\n[00:01:09] ROE: No.\n[00:01:15] DOE: Why not?",
        &["T [DOE] Is it safe?", "T [ROE] No.", "T [DOE] Why not?"],
    );
    check(
        ">> DOE: Is it safe?\n>> ROE: No.\n>> DOE: Why not?",
        &["T [DOE] Is it safe?", "T [ROE] No.", "T [DOE] Why not?"],
    );
    check(
        "**Jane Doe**\nIs it safe?\n\n**John Roe**\nNo.\n\n**Jane Doe**\nWhy?\n\n**John Roe**\nCracks.",
        &["T [Jane Doe] Is it safe?", "T [John Roe] No.", "T [Jane Doe] Why?", "T [John Roe] Cracks."],
    );
}

#[test]
fn knows_a_label_by_its_short_form() {
    check(
        "**Harbor Post (HP):** Is it safe?\n\n**Dr. Jane Roe:** No.\n\n**HP:** Why?\n\n**Roe:** Cracks.",
        &["T [Harbor Post (HP)] Is it safe?", "T [Dr. Jane Roe] No.", "T [HP] Why?", "T [Roe] Cracks."],
    );
    check(
        "00:01 DOE: Is it safe?\n00:09 ROE: No.\n00:15 DOE: [00:16] Why not?",
        &["T [DOE] Is it safe?", "T [ROE] No.", "T [DOE] Why not?"],
    );
    check(
        "**Q. Is it safe?**\n\nA. No.\n\n**Q. Why?**\n\nA. Cracks.",
        &["T [Q] Is it safe?", "T [A] No.", "T [Q] Why?", "T [A] Cracks."],
    );
}

#[test]
fn finds_questions_in_bold() {
    check(
        "We met her.\n\n**Is it safe?**\n\nI hope so.\n\nWe checked it.\n\n**Will you stay?**\n\nI will.\n\n\
         **And then?**\n\nWe go home.",
        &[
            "P We met her.",
            "T ? Is it safe?",
            "T ? I hope so.",
            "T [] We checked it.",
            "T ? Will you stay?",
            "T ? I will.",
            "T ? And then?",
            "T ? We go home.",
        ],
    );
    check(
        "It broke.\n\n**Is it safe?**\n\nNobody knows it.\n\n**Who pays?**\n\nThe town pays.\n\n**And then?**\n\nIt is sold.",
        &[
            "P It broke.",
            "P **Is it safe?**",
            "P Nobody knows it.",
            "P **Who pays?**",
            "P The town pays.",
            "P **And then?**",
            "P It is sold.",
        ],
    );
}

#[test]
fn takes_prose_for_no_interview() {
    check(
        "Note: The bridge is old.\n\nShe stated: It is safe.\n\nUpdate: It is closed.",
        &["P Note: The bridge is old.", "P She stated: It is safe.", "P Update: It is closed."],
    );
    check(
        "Adults: 12 euros\nChildren: 6 euros\nAdults: 14 euros",
        &["P Adults: 12 euros", "P Children: 6 euros", "P Adults: 14 euros"],
    );
}

#[test]
fn finds_datelines() {
    for (text, expected) in [
        ("KYIV, June 3 (Reuters) - A bridge", "KYIV, June 3 (Reuters) -|KYIV|June 3|Reuters"),
        ("WASHINGTON — A bridge", "WASHINGTON —|WASHINGTON||"),
        ("PORTLAND, Ore. (AP) — A bridge", "PORTLAND, Ore. (AP) —|PORTLAND, Ore.||AP"),
        ("(CNN) A bridge", "(CNN)|||CNN"),
        (" date 2021-12-16 A bridge", "date 2021-12-16||2021-12-16|"),
        ("Durban, May 17 2022 (IPS) - A bridge", "Durban, May 17 2022 (IPS) -|Durban|May 17 2022|IPS"),
        ("Published: 3 June 2021\n\nA bridge", "Published: 3 June 2021||3 June 2021|"),
        ("The Harbor Bridge Authority (HBA) said", ""),
        ("A bridge — an old one", ""),
    ] {
        let text = format!("{text} fell into the river on Monday, the police said.");
        let text = text.replace("2021 fell", "2021\n\nIt fell");
        let words = |span: Option<crate::span::Span>| span.map_or("", |s| s.of(&text));
        let found = find_layout(&text, Vec::new()).dateline.map_or(String::new(), |d| {
            [words(Some(d.span)), words(d.place), words(d.date), words(d.agency)].join("|")
        });
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn leaves_markup_out() {
    for (text, expected) in [
        ("It is **very** *old* and _weak_ now.", "It is very old and weak now."),
        ("A note* on 2*3 and snake_case, s***.", "A note* on 2*3 and snake_case, s***."),
        ("See [the plan](https://a.example/b_c_d) and ![map](m.png).", "See the plan and map."),
        ("- one\n- two", "one\ntwo"),
        ("> It fell,\n> he said.", "It fell,\nhe said."),
        ("<p>It <b>fell</b>.</p>", "It fell."),
        ("It&nbsp;fell &ndash; twice.", "Itfell &ndash; twice."),
        ("https://a.example/x_y_z_", "https://a.example/x_y_z_"),
    ] {
        check_markup(text, expected);
    }
}

#[test]
fn parts_paragraphs_of_html() {
    check(
        "<script>var a = '“Yes”';</script><p>It fell.</p><p>Nobody was hurt.</p>",
        &["A <script>var a = '“Yes”';</script>", "P <p>It fell.</p>", "P <p>Nobody was hurt.</p>"],
    );
}

/// Each part, given as its words and its role, is said back, and the text has these blocks.
fn check_given(text: &str, given: &[(&str, PartRole)], blocks: &[&str]) {
    let parts: Vec<Part> = given
        .iter()
        .map(|&(words, role)| {
            let start = text.find(words).expect("words of the text");
            let units = |byte: usize| text[..byte].encode_utf16().count() as u32;
            Part { start: units(start), end: units(start + words.len()), role }
        })
        .collect();
    let layout = find_layout(text, place_parts(text, &parts));
    let found: Vec<String> = layout
        .blocks
        .iter()
        .map(|b| match (b.part, &b.role) {
            (Some(part), _) => format!("{part:?}: {}", b.span.of(text)),
            (_, Role::Turn { label, body, .. }) => {
                format!("{}: {}", label.map_or("", |l| l.of(text)), body.of(text))
            }
            _ => b.span.of(text).to_string(),
        })
        .collect();
    assert_eq!(found, blocks);
    let said: Vec<(&str, PartRole)> = find_parts(&layout).iter().map(|p| (p.span.of(text), p.role)).collect();
    assert_eq!(said, given);
}

#[test]
fn takes_what_is_given() {
    check_given(
        "Café closes\nAna Roe\nThe café burnt down. Photo: Li Wen\nIt had stood there for a hundred years.",
        &[
            ("Café closes", PartRole::Headline),
            ("Ana Roe", PartRole::Byline),
            ("The café burnt down.", PartRole::Caption),
            ("Photo: Li Wen", PartRole::Credit),
        ],
        &[
            "Headline: Café closes",
            "Byline: Ana Roe",
            "Caption: The café burnt down.",
            "Credit: Photo: Li Wen",
            "It had stood there for a hundred years.",
        ],
    );
    check_given(
        "Ana Roe:\nWill it hold?\nDr. Li Wen: It will.\nI am sure of it.",
        &[("Ana Roe:", PartRole::Label), ("Dr. Li Wen:", PartRole::Label)],
        &["Ana Roe: Will it hold?", "Dr. Li Wen: It will.", ": I am sure of it."],
    );
    check_given(
        "From Narva, on Monday: the river rises and rises, and people leave their houses.",
        &[("From Narva, on Monday:", PartRole::Dateline)],
        &["From Narva, on Monday: the river rises and rises, and people leave their houses."],
    );
}

#[test]
fn the_inner_of_two_given_parts_holds() {
    let text = "A bridge in the rain. Ana Roe/HP and more.   ";
    let part = |start, end, role| Part { start, end, role };
    let given = [
        part(0, 42, PartRole::Caption),
        part(22, 32, PartRole::Credit),
        part(42, 99, PartRole::Litter),
        part(9, 9, PartRole::Byline),
        part(200, 300, PartRole::Byline),
    ];
    let placed: Vec<_> = place_parts(text, &given).iter().map(|p| (p.span.of(text), p.role)).collect();
    assert_eq!(
        placed,
        [
            ("A bridge in the rain. ", PartRole::Caption),
            ("Ana Roe/HP", PartRole::Credit),
            (" and more.", PartRole::Caption),
        ]
    );
}
