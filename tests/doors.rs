//! The command line gives what the library gives, on every test text. `tests/node/doors.test.mjs`
//! says the same of the wasm package and the command line.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use whosaid::{Options, annotate_with};

/// The seeds, the texts that broke such tools before, and mixtures of all of them.
fn texts() -> Vec<String> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut seeds: Vec<_> = fs::read_dir(format!("{root}/seeds"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    seeds.sort();
    let mut texts: Vec<String> = seeds.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    let nasty = fs::read_to_string(format!("{root}/tests/texts/nasty.json")).unwrap();
    texts.extend(serde_json::from_str::<Vec<String>>(&nasty).unwrap());
    let pieces: Vec<String> =
        texts.iter().flat_map(|text| text.split_inclusive(' ')).map(String::from).collect();
    let mut random = 1u64;
    texts.extend((0..60).map(|_| {
        let mixed = (0..80).map(|_| {
            random = random.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            pieces[(random >> 33) as usize % pieces.len()].as_str()
        });
        mixed.collect::<String>()
    }));
    texts
}

#[test]
fn the_command_line_gives_what_the_library_gives() {
    give_the_same(None);
}

#[test]
fn with_a_date_as_well() {
    give_the_same(Some("2023-06-27"));
}

fn give_the_same(date: Option<&str>) {
    let texts = texts();
    let options = Options::shipped().date(date.map(|date| date.parse().unwrap()));
    let mut child = Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .arg("--jsonl")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let lines: String = texts
        .iter()
        .enumerate()
        .map(|(id, text)| format!("{}\n", json!({ "id": id, "text": text, "date": date })))
        .collect();
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());

    let output = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.lines().count(), texts.len());
    for (id, (text, line)) in texts.iter().zip(output.lines()).enumerate() {
        // Both by way of the same reader of numbers.
        let mut expected: Value =
            serde_json::from_str(&serde_json::to_string(&annotate_with(text, &options)).unwrap()).unwrap();
        expected["id"] = json!(id);
        let given: Value = serde_json::from_str(line).unwrap();
        assert_eq!(given, expected, "{text:?}");
    }
}
