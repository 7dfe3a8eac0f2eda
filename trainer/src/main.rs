//! Trains and packs what whosaid ships. One subcommand a model.
fn main() {
    eprintln!("usage: whosaid-trainer names|gazetteer …");
    std::process::exit(2);
}
