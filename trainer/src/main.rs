//! Trains and packs what whosaid ships. One subcommand a model.

mod corpus;
mod crf;
mod gazetteer;
mod judge;
mod names;
mod quotes;
mod random;
mod registry;
mod speakers;
mod stamp;
mod syntax;

/// Any failure ends the command with its message.
type Error = Box<dyn std::error::Error>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = arguments.split_first().map_or(("", &[][..]), |(c, r)| (c.as_str(), r));
    let done = match command {
        "names" => names::run(rest),
        "tag" => names::tag_lines(rest),
        "retune" => quotes::retune(rest),
        "quotes" => quotes::run(rest),
        "units" => quotes::units::run(rest),
        "judge" => judge::run(rest),
        "speakers" => speakers::run(rest),
        "freeze" => stamp::freeze(),
        "stamp" => stamp::stamp(),
        "syntax" => syntax::run(rest),
        "syntax-score" => syntax::score(rest),
        "gazetteer" => gazetteer::run(rest).map_err(|e| e.to_string()),
        _ => Err(
            "usage: whosaid-trainer names --corpora DIR --out FILE | tag MODEL < LINES | quotes --corpora DIR --out FILE \
             | retune MODEL --corpora DIR --out FILE | units MODEL --out DIR FILE... | speakers --corpora DIR --out FILE | gazetteer [FILE] \
             | freeze | stamp"
                .to_owned(),
        ),
    };
    if let Err(message) = done {
        eprintln!("whosaid-trainer: {message}");
        std::process::exit(2);
    }
}
