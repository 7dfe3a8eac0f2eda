//! The command line as its users meet it: the built program, files, pipes, exit status.

#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/000_dfebd88ad925917b.txt");

#[test]
fn annotates_files_in_order() {
    let other = write("order.txt", "“Yes,” Olena Marchuk said on Monday.".as_bytes());
    let result = whosaid(&[SEED, &other, SEED], b"");
    let lines = lines(&result);
    assert!(result.status.success());
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0], lines[2]);
    assert_ne!(lines[0], lines[1]);
    let text = fs::read_to_string(SEED).expect("a seed");
    assert_eq!(
        stdout(&result).lines().next(),
        Some(&*serde_json::to_string(&whosaid::annotate(&text)).expect("JSON"))
    );
    assert!(stdout(&result).starts_with("{\"version\":2,\"parts\":["), "the contract's order");
}

#[test]
fn annotates_the_other_files_where_one_is_missing() {
    let result = whosaid(&["/nowhere/at all.txt", SEED], b"");
    assert_eq!(result.status.code(), Some(1));
    assert_eq!(lines(&result).len(), 1);
    assert!(stderr(&result).contains("/nowhere/at all.txt: cannot read it"), "{}", stderr(&result));
}

#[test]
fn refuses_what_is_no_utf8() {
    let latin = write("latin.txt", b"caf\xE9 society");
    let wide = write("wide.txt", b"\xFF\xFEh\0i\0");
    let result = whosaid(&[&latin, &wide], b"");
    assert_eq!(result.status.code(), Some(1));
    assert!(stderr(&result).contains("not UTF-8 at byte 3 (0xE9)"), "{}", stderr(&result));
    assert!(stderr(&result).contains("it is UTF-16"), "{}", stderr(&result));
}

#[test]
fn reads_standard_input() {
    let text = "“Yes,” said Olena Marchuk.";
    let plain = whosaid(&["-"], text.as_bytes());
    assert!(plain.status.success());
    assert_eq!(stdout(&plain).trim_end(), serde_json::to_string(&whosaid::annotate(text)).expect("JSON"));
    // A byte order mark is not counted.
    let marked = whosaid(&["-"], format!("\u{FEFF}{text}").as_bytes());
    assert_eq!(stdout(&marked), stdout(&plain));
    assert!(whosaid(&["-"], b"").status.success());
}

#[test]
fn annotates_json_lines_in_order() {
    let mut input = String::new();
    for i in 0..700 {
        input.push_str(
            &serde_json::json!({"id": i, "text": "“Yes,” said Olena Marchuk. ".repeat(i % 7), "more": [1]})
                .to_string(),
        );
        input.push('\n');
    }
    let result = whosaid(&["--jsonl"], input.as_bytes());
    assert!(result.status.success());
    let ids: Vec<Value> = lines(&result).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, (0..700).map(Value::from).collect::<Vec<_>>());
    assert!(stdout(&result).starts_with("{\"id\":0,\"version\":2,\"parts\":["));
}

#[test]
fn tells_which_lines_are_bad_and_goes_on() {
    let input = b"{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": 2, \"text\":\n\n{\"id\": 3}\n{\"id\": 4, \"text\": 5}\n[]\n\xFF\n{\"id\": null, \"text\": \"\"}";
    let result = whosaid(&["--jsonl"], input);
    assert_eq!(result.status.code(), Some(1));
    assert_eq!(lines(&result).len(), 2);
    let errors = stderr(&result);
    for hint in [
        "line 2: not JSON",
        "line 4: wants",
        "missing field `text`",
        "line 5: wants",
        "line 6: wants",
        "line 7: not UTF-8",
    ] {
        assert!(errors.contains(hint), "{hint}: {errors}");
    }
    assert!(!errors.contains("line 3"), "a blank line is no error: {errors}");
}

#[test]
fn takes_the_date_of_the_articles() {
    let iso = |result: &Output| -> Vec<String> {
        let lines = lines(result);
        lines.iter().map(|line| line["figures"][0]["iso"].as_str().unwrap_or("none").to_string()).collect()
    };
    let story = write("dated.txt", b"It rained on Tuesday.");
    assert_eq!(iso(&whosaid(&[&story], b"")), ["XXXX-WXX-2"]);
    assert_eq!(iso(&whosaid(&["--date", "2023-06-29", &story], b"")), ["2023-06-27"]);

    let input = br#"{"id": 1, "text": "It rained on Tuesday."}
{"id": 2, "text": "It rained on Tuesday.", "date": "2021-12-16"}
{"id": 3, "text": "It rained on Tuesday.", "date": null}
{"id": 4, "text": "It rained on Tuesday.", "date": "2021-12-16T09:30:00Z"}
"#;
    assert_eq!(iso(&whosaid(&["--jsonl"], input)), ["XXXX-WXX-2", "2021-12-14", "XXXX-WXX-2", "2021-12-14"]);
    let given = whosaid(&["--jsonl", "--date=2023-06-29"], input);
    assert_eq!(iso(&given), ["2023-06-27", "2021-12-14", "2023-06-27", "2021-12-14"]);

    let explained = whosaid(&["--explain", "figures", "--date", "2023-06-29", &story], b"");
    assert!(stdout(&explained).contains("2023-06-27"));
}

#[test]
fn takes_the_parts_of_a_text() {
    let input = br#"{"id": 1, "text": "It rained.", "parts": [{"start": 0, "end": 10, "role": "caption"}]}
{"id": 2, "text": "It rained.", "parts": [{"start": 0, "end": 11, "role": "caption"}]}
{"id": 3, "text": "It rained.", "parts": [{"start": 0, "end": 10, "role": "title"}]}
{"id": 4, "text": "It rained.", "parts": null}
"#;
    let result = whosaid(&["--jsonl"], input);
    let lines: Vec<Value> = stdout(&result).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["parts"], serde_json::json!([{"start": 0, "end": 10, "role": "caption"}]));
    let errors = stderr(&result);
    assert!(
        errors.contains("line 2: \"parts\": number 1 goes from 0 to 11 in a text of 10 UTF-16 code units"),
        "{errors}"
    );
    assert!(errors.contains("line 3:") && errors.contains("unknown variant `title`"), "{errors}");
}

#[test]
fn refuses_what_is_no_date() {
    let input = br#"{"id": 1, "text": "Hello.", "date": "27 June"}
{"id": 2, "text": "Hello.", "date": 20230627}
{"id": 3, "text": "Hello.", "date": "2023-06-27"}
"#;
    let result = whosaid(&["--jsonl"], input);
    assert_eq!(result.status.code(), Some(1));
    assert_eq!(lines(&result).len(), 1);
    let errors = stderr(&result);
    assert!(
        errors.contains("line 1: \"date\": \"27 June\" is no date; give the day as YYYY-MM-DD"),
        "{errors}"
    );
    assert!(errors.contains("line 2: wants"), "{errors}");
    let result = whosaid(&["--date", "2023-02-30", SEED], b"");
    assert_eq!(result.status.code(), Some(2));
    assert!(stderr(&result).contains("--date: \"2023-02-30\" is no date"), "{}", stderr(&result));
}

#[test]
fn writes_of_which_text_an_annotation_is() {
    let text = "“Yes,” Olena Marchuk said on Monday. 🌍";
    let file = write("check.txt", format!("{text}\n").as_bytes());
    let plain = lines(&whosaid(&[&file], b"")).remove(0);
    let with = |what: &str| lines(&whosaid(&["--check", what, &file], b"")).remove(0);

    // Beside the annotation, which is the same.
    let mut hashed = with("hash");
    let hash = hashed.as_object_mut().expect("an object").remove("hash").expect("a hash");
    assert_eq!(hashed, plain);
    let length = text.encode_utf16().count();
    assert!(hash.as_str().is_some_and(|hash| hash.starts_with(&format!("{length}-"))), "{hash}");
    assert_eq!(with("text")["text"], format!("{text}\n"));

    let line = format!("{{\"id\": 7, \"text\": {}}}\n", Value::from(text));
    let lined = lines(&whosaid(&["--jsonl", "--check", "hash"], line.as_bytes())).remove(0);
    assert_eq!((&lined["id"], &lined["hash"]), (&Value::from(7), &hash));
    let other = lines(&whosaid(&["--check", "hash", "-"], "“Yes,” she said.".as_bytes())).remove(0);
    assert_ne!(other["hash"], hash);
}

#[test]
fn accepts_empty_input() {
    let result = whosaid(&["--jsonl"], b"");
    assert!(result.status.success());
    assert!(result.stdout.is_empty() && result.stderr.is_empty());
}

#[test]
fn answers_each_line_at_once() {
    let mut child = spawn(&["--jsonl"]);
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"Hello.\"}}").expect("a reader");
        let mut line = String::new();
        output.read_line(&mut line).expect("an answer");
        assert!(line.starts_with(&format!("{{\"id\":{id},")), "{line}");
    }
    drop(input);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn ends_quietly_where_nobody_reads() {
    let mut child = spawn(&["--jsonl"]);
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    for id in 0..2000 {
        if writeln!(input, "{{\"id\": {id}, \"text\": \"“Yes,” said Olena Marchuk.\"}}").is_err() {
            break;
        }
    }
    drop(input);
    let result = child.wait_with_output().expect("an end");
    assert!(result.status.success());
    assert_eq!(stderr(&result), "");
}

#[test]
fn helps() {
    let help = whosaid(&["--help"], b"");
    assert!(help.status.success() && stdout(&help).contains("whosaid --jsonl"));
    let version = whosaid(&["--version"], b"");
    assert_eq!(stdout(&version), concat!("whosaid ", env!("CARGO_PKG_VERSION"), "\n"));
    let unknown = whosaid(&["--frobnicate"], b"");
    assert_eq!(unknown.status.code(), Some(2));
    assert!(
        stderr(&unknown).contains("unknown option '--frobnicate'") && stderr(&unknown).contains("--help")
    );
    assert_eq!(whosaid(&[], b"").status.code(), Some(2));
}

#[test]
fn explains() {
    for view in ["blocks", "tokens", "sentences", "names", "quotes", "figures"] {
        assert!(whosaid(&["--explain", view, SEED], b"").status.success(), "{view}");
    }
    let tokens = whosaid(&["--explain", "tokens", "-"], "Zelenskyy.He".as_bytes());
    assert_eq!(stdout(&tokens).lines().count(), 3);
}

fn spawn(arguments: &[&str]) -> std::process::Child {
    Command::new(env!("CARGO_BIN_EXE_whosaid"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs")
}

/// Runs the program with `input` on its standard input.
fn whosaid(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = spawn(arguments);
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // From a thread of its own: the program writes while it reads.
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let result = child.wait_with_output().expect("an end");
    let _ = writer.join();
    result
}

fn stdout(result: &Output) -> String {
    String::from_utf8(result.stdout.clone()).expect("UTF-8")
}

fn stderr(result: &Output) -> String {
    String::from_utf8(result.stderr.clone()).expect("UTF-8")
}

fn lines(result: &Output) -> Vec<Value> {
    stdout(result).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// A file of the test's own.
fn write(name: &str, bytes: &[u8]) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(name);
    fs::write(&path, bytes).expect("a folder to write to");
    path.to_str().expect("a plain path").to_string()
}
