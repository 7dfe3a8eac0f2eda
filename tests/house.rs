//! What ARCHITECTURE.md says of the source, read off the source: words stand once, in the lexicon; no module imports
//! upwards; no two files need each other.
//!
//! What is not yet so stands in `tests/house/`: those lists may only shrink.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A list in code has fewer words than this.
const LIST: usize = 9;

/// Modules by storey, the lowest first: each may import those before it.
const STOREYS: &[&str] = &[
    "span",
    "hash",
    "rule",
    "crf",
    "lexicon",
    "text",
    "annotation",
    "points",
    "layout",
    "token",
    "sentence",
    "document",
    "name",
    "syntax",
    "entity",
    "quote",
    "notation",
    "review",
    "speaker",
    "figure",
    "place",
    "judge",
    "pipeline",
    "assemble",
    "probe",
    "rules",
    "table",
    "wasm",
    "cli",
];

#[test]
fn words_stand_once() {
    let mut seen: BTreeMap<String, PathBuf> = BTreeMap::new();
    for path in files("src/lexicon", "tsv") {
        let text = fs::read_to_string(&path).unwrap();
        let words = text.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').next().unwrap());
        let words: Vec<&str> = words.collect();
        assert!(words.is_sorted(), "{}: {:?}", path.display(), words.windows(2).find(|w| w[0] > w[1]));
        // A verb of saying has its own line beside what else the word is.
        for word in words.into_iter().filter(|_| !path.ends_with("reporting.tsv")) {
            let before = seen.insert(word.to_owned(), path.clone());
            assert_eq!(before, None, "{word} stands in {}, too", path.display());
        }
    }
}

#[test]
fn lists_of_words_stand_in_the_lexicon() {
    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for (module, code) in sources() {
        let words: usize = lists(&code).iter().map(Vec::len).sum();
        if words > 0 {
            found.insert(module, words);
        }
    }
    let text = fs::read_to_string("tests/house/lists.tsv").unwrap();
    let allowed: BTreeMap<&str, usize> = text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(module, words)| (module, words.parse().unwrap()))
        .collect();
    for (module, words) in found {
        let most = allowed.get(module.as_str()).copied().unwrap_or(0);
        assert!(words <= most, "{module} has lists of {words} words: put them into src/lexicon/");
    }
}

#[test]
fn no_module_imports_upwards() {
    for (module, imported) in imports() {
        let storey = |m: &str| {
            let top = m.split('/').next().unwrap_or_default();
            let at = STOREYS.iter().position(|s| *s == top);
            at.unwrap_or_else(|| panic!("{top} has no storey: put it into tests/house.rs"))
        };
        for other in imported {
            assert!(storey(&other) <= storey(&module), "{module} imports {other}, which stands above it");
        }
    }
}

#[test]
fn no_two_files_need_each_other() {
    let imports = imports();
    let reach = |from: &String| {
        let mut reached: BTreeSet<&String> = BTreeSet::new();
        let mut next = vec![from];
        while let Some(module) = next.pop() {
            for other in imports.get(module).into_iter().flatten() {
                // What a folder's files share stands in its `mod.rs`.
                if !module.starts_with(&format!("{other}/")) && reached.insert(other) {
                    next.push(other);
                }
            }
        }
        reached
    };
    let circles = imports.keys().filter(|module| reach(module).contains(module));
    let circles: Vec<String> = circles.cloned().collect();
    let allowed = fs::read_to_string("tests/house/circles.tsv").unwrap();
    let news: Vec<&String> = circles.iter().filter(|c| !allowed.lines().any(|a| a == c.as_str())).collect();
    assert!(news.is_empty(), "files that need each other: {news:#?}");
}

/// Every file of the library with its module ("quote/cue"), without comments and tests.
fn sources() -> Vec<(String, String)> {
    let mut sources = Vec::new();
    for path in files("src", "rs") {
        let module = path.strip_prefix("src").unwrap().with_extension("");
        let module = module.to_str().unwrap().trim_end_matches("/mod").to_owned();
        let apart = module.split('/').any(|part| part == "tests" || part == "notation");
        if apart || matches!(module.as_str(), "lib" | "main") || module.starts_with("lexicon/") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let tests = text.match_indices("\n#[cfg(test)]\n").map(|(at, _)| at);
        let tests = tests.filter(|at| text[*at..].lines().nth(2).is_some_and(|l| l.ends_with("mod tests {")));
        let text = &text[..tests.last().unwrap_or(text.len())];
        let code: Vec<&str> = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect();
        sources.push((module, code.join("\n")));
    }
    assert!(sources.len() > 100);
    sources
}

/// All files below a folder with an extension, in order.
fn files(folder: impl AsRef<Path>, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The lists of words in some code: literals with nothing but `|`, `,` and space between them.
fn lists(code: &str) -> Vec<Vec<&str>> {
    let mut lists: Vec<Vec<&str>> = Vec::new();
    let mut list: Vec<&str> = Vec::new();
    let mut rest = code;
    while let Some(c) = rest.chars().next() {
        match c {
            '"' => {
                let mut end = 1;
                while end < rest.len() && rest.as_bytes()[end] != b'"' {
                    end += 1 + usize::from(rest.as_bytes()[end] == b'\\');
                }
                let word = &rest[1..end.min(rest.len())];
                if word.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '\'' | '-'))
                    && word.contains(char::is_lowercase)
                {
                    list.push(word);
                }
                rest = rest.get(end + 1..).unwrap_or_default();
                continue;
            }
            '|' | ',' | ' ' | '\n' => {}
            _ => lists.push(std::mem::take(&mut list)),
        }
        // The quotation mark of a character is none of a literal.
        rest = rest.strip_prefix("'\"'").unwrap_or(&rest[c.len_utf8()..]);
    }
    lists.retain(|list| list.len() >= LIST);
    lists
}

/// What each file imports, by module.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let sources = sources();
    let mut modules: BTreeSet<&str> = sources.iter().map(|(module, _)| module.as_str()).collect();
    modules.extend(["lexicon"]);
    let find = |path: &[&str]| -> Option<String> {
        (1..=path.len()).rev().map(|n| path[..n].join("/")).find(|p| modules.contains(p.as_str()))
    };
    let mut imports = BTreeMap::new();
    for (module, code) in &sources {
        let here: Vec<&str> = module.split('/').collect();
        let mut paths: Vec<String> = Vec::new();
        for statement in code.split("\nuse ").skip(1).chain(code.split("\npub use ").skip(1)) {
            unfold("", statement.split(';').next().unwrap(), &mut paths);
        }
        for start in ["crate::", "super::"] {
            paths.extend(code.match_indices(start).map(|(at, _)| {
                let end = |c: char| !(c.is_alphanumeric() || matches!(c, '_' | ':'));
                code[at..].split(end).next().unwrap().to_owned()
            }));
        }
        let imported: &mut BTreeSet<String> = imports.entry(module.clone()).or_default();
        for path in &paths {
            let path: Vec<&str> = path.split("::").filter(|p| !p.is_empty()).collect();
            let up = path.iter().take_while(|p| **p == "super").count();
            let target = match path[0] {
                "crate" => find(&path[1..]),
                "super" => find(&[&here[..here.len().saturating_sub(up)], &path[up..]].concat()),
                _ => find(&[&here[..], &path].concat()).filter(|t| t != module),
            };
            imported.extend(target.filter(|t| t != module));
        }
    }
    imports
}

/// The paths of a `use`: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn unfold(before: &str, tree: &str, paths: &mut Vec<String>) {
    let tree = tree.trim();
    let Some((head, inside)) = tree.split_once('{') else {
        paths.push(format!("{before}{}", tree.split(" as ").next().unwrap_or_default()));
        return;
    };
    let inside = &inside[..inside.rfind('}').unwrap_or(inside.len())];
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                unfold(&format!("{before}{head}"), &inside[start..at], paths);
                start = at + 1;
            }
            _ => {}
        }
    }
    unfold(&format!("{before}{head}"), &inside[start..], paths);
}
