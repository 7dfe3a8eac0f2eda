//! The command line: one annotation a file, or JSON Lines in and out.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use std::io::{BufRead, Write};
    // A first form: JSON Lines only.
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line.unwrap()).unwrap();
        let mut found = serde_json::to_value(whosaid::annotate(line["text"].as_str().unwrap())).unwrap();
        found["id"] = line["id"].clone();
        writeln!(out, "{found}").unwrap();
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
