//! Trains and packs what whosaid ships. One subcommand a model.

mod corpus;
mod crf;
mod names;
mod random;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((command, rest)) if command == "names" => names::run(rest),
        _ => Err("usage: whosaid-trainer names --corpora DIR --out FILE".to_owned()),
    };
    if let Err(message) = done {
        eprintln!("whosaid-trainer: {message}");
        std::process::exit(2);
    }
}
