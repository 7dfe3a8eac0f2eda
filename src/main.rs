//! The command line: `whosaid FILE...`, `whosaid --jsonl`, `whosaid --parquet`. All of it is in [`whosaid::cli`].

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    whosaid::cli::run(std::env::args_os()).into()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
