//! States and provinces by the telephone numbers of a text: "call 304-555-0100" is a number of West Virginia.
//!
//! Local papers name their town as if there were no other of its name, but give numbers to call. The area codes are those
//! that the North American Numbering Plan had given out by 2024; one counts once, however often it is printed. Missed:
//! numbers of other countries, and towns whose code is another state's.

use crate::document::Document;
use crate::token::{Gap, TokenKind};

/// Area codes by state or province, as [`fold_name`](super::fold_name) writes it.
const CODES: &[(&str, &[u16])] = &[
    ("alabama", &[205, 251, 256, 334, 659, 938]),
    ("alaska", &[907]),
    ("alberta", &[368, 403, 587, 780, 825]),
    ("arizona", &[480, 520, 602, 623, 928]),
    ("arkansas", &[327, 479, 501, 870]),
    ("british columbia", &[236, 250, 257, 604, 672, 778]),
    (
        "california",
        &[
            209, 213, 279, 310, 323, 341, 350, 408, 415, 424, 442, 510, 530, 559, 562, 619, 626, 628, 650,
            657, 661, 669, 707, 714, 747, 760, 805, 818, 820, 831, 840, 858, 909, 916, 925, 949, 951,
        ],
    ),
    ("colorado", &[303, 719, 720, 970, 983]),
    ("connecticut", &[203, 475, 860, 959]),
    ("delaware", &[302]),
    ("district of columbia", &[202, 771]),
    (
        "florida",
        &[
            239, 305, 321, 352, 386, 407, 448, 561, 656, 689, 727, 728, 754, 772, 786, 813, 850, 863, 904,
            941, 954,
        ],
    ),
    ("georgia", &[229, 404, 470, 478, 678, 706, 762, 770, 912, 943]),
    ("hawaii", &[808]),
    ("idaho", &[208, 986]),
    ("illinois", &[217, 224, 309, 312, 331, 447, 464, 618, 630, 708, 730, 773, 779, 815, 847, 861, 872]),
    ("indiana", &[219, 260, 317, 463, 574, 765, 812, 930]),
    ("iowa", &[319, 515, 563, 641, 712]),
    ("kansas", &[316, 620, 785, 913]),
    ("kentucky", &[270, 364, 502, 606, 859]),
    ("louisiana", &[225, 318, 337, 504, 985]),
    ("maine", &[207]),
    ("manitoba", &[204, 431, 584]),
    ("maryland", &[227, 240, 301, 410, 443, 667]),
    ("massachusetts", &[339, 351, 413, 508, 617, 774, 781, 857, 978]),
    ("michigan", &[231, 248, 269, 313, 517, 586, 616, 679, 734, 810, 906, 947, 989]),
    ("minnesota", &[218, 320, 507, 612, 651, 763, 952]),
    ("mississippi", &[228, 601, 662, 769]),
    ("missouri", &[314, 417, 557, 573, 636, 660, 816, 975]),
    ("montana", &[406]),
    ("nebraska", &[308, 402, 531]),
    ("nevada", &[702, 725, 775]),
    ("new brunswick", &[428, 506]),
    ("new hampshire", &[603]),
    ("new jersey", &[201, 551, 609, 640, 732, 848, 856, 862, 908, 973]),
    ("new mexico", &[505, 575]),
    (
        "new york",
        &[
            212, 315, 332, 347, 363, 516, 518, 585, 607, 624, 631, 646, 680, 716, 718, 838, 845, 914, 917,
            929, 934,
        ],
    ),
    ("newfoundland and labrador", &[709, 879]),
    ("north carolina", &[252, 336, 472, 704, 743, 828, 910, 919, 980, 984]),
    ("north dakota", &[701]),
    ("nova scotia", &[782, 902]),
    ("ohio", &[216, 220, 234, 326, 330, 380, 419, 436, 440, 513, 567, 614, 740, 937]),
    ("oklahoma", &[405, 539, 572, 580, 918]),
    ("ontario", &[226, 249, 289, 343, 365, 382, 416, 437, 519, 548, 613, 647, 683, 705, 742, 753, 807, 905]),
    ("oregon", &[458, 503, 541, 971]),
    ("pennsylvania", &[215, 223, 267, 272, 412, 445, 484, 570, 582, 610, 717, 724, 814, 835, 878]),
    ("quebec", &[263, 354, 367, 418, 438, 450, 468, 514, 579, 581, 819, 873]),
    ("rhode island", &[401]),
    ("saskatchewan", &[306, 474, 639]),
    ("south carolina", &[803, 821, 839, 843, 854, 864]),
    ("south dakota", &[605]),
    ("tennessee", &[423, 615, 629, 731, 865, 901, 931]),
    (
        "texas",
        &[
            210, 214, 254, 281, 325, 346, 361, 409, 430, 432, 469, 512, 682, 713, 726, 737, 806, 817, 830,
            832, 903, 915, 936, 940, 945, 956, 972, 979,
        ],
    ),
    ("utah", &[385, 435, 801]),
    ("vermont", &[802]),
    ("virginia", &[276, 434, 540, 571, 686, 703, 757, 804, 826, 948]),
    ("washington", &[206, 253, 360, 425, 509, 564]),
    ("west virginia", &[304, 681]),
    ("wisconsin", &[262, 274, 353, 414, 534, 608, 715, 920]),
    ("wyoming", &[307]),
];

/// The states and provinces whose telephone numbers a text gives, each code once.
pub fn find_phones(document: &Document) -> Vec<&'static str> {
    let mut seen: Vec<u16> = Vec::new();
    let digits = |i: usize, length: usize| {
        document
            .tokens
            .get(i)
            .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() == length)
    };
    let mark = |i: usize, marks: &[&str]| {
        document.tokens.get(i).is_some_and(|token| token.gap == Gap::None)
            && marks.contains(&document.word(i))
    };
    for i in 0..document.tokens.len() {
        if !digits(i, 3) {
            continue;
        }
        // "304-555-0100", "(304) 555-0100"
        let after = if mark(i + 1, &["-", "–", "."])
            || i > 0 && document.word(i - 1) == "(" && mark(i + 1, &[")"])
        {
            i + 2
        } else {
            i + 1
        };
        let rest = digits(after, 3) && mark(after + 1, &["-", "–", "."]) && digits(after + 2, 4);
        // "304.555.0100" and "555.0100" are single numbers.
        if let Ok(code) = document.word(i).parse()
            && rest
            && !seen.contains(&code)
            && seen.len() < 8
        {
            seen.push(code);
        }
    }
    let state = |code: u16| CODES.iter().find(|(_, codes)| codes.binary_search(&code).is_ok());
    seen.into_iter().filter_map(|code| Some(state(code)?.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_once() {
        let mut all: Vec<u16> = CODES.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        assert!(CODES.iter().all(|(_, codes)| codes.is_sorted()));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn finds_numbers_to_call() {
        for (text, expected) in [
            ("Call 304-555-0100 or 304-555-0101.", "west virginia"),
            ("Call Ana Ruiz at (416) 555-0100, ext. 2, or 806-555-0102.", "ontario; texas"),
            ("In 2019 it was 304-555, and 304 people paid 555-010.", ""),
        ] {
            assert_eq!(find_phones(&Document::new(text)).join("; "), expected, "{text}");
        }
    }
}
