//! Reading treebanks: CoNLL-U to running texts with trees.

use std::io::Read;
use std::ops::Range;
use std::path::Path;

/// A document of a treebank, as the text that its words make.
#[derive(Default)]
pub struct Treed {
    pub text: String,
    pub words: Vec<Word>,
    /// Its sentences, as ranges of words.
    pub sentences: Vec<Range<usize>>,
}

/// A word of a tree. Several may share a span: "don't" is two.
pub struct Word {
    /// Where it stands, in bytes.
    pub start: u32,
    pub end: u32,
    pub form: String,
    pub upos: String,
    pub xpos: String,
    /// The index of its head; `None` at the root.
    pub head: Option<usize>,
    pub relation: String,
}

impl Word {
    /// Its relation without what stands after the colon.
    pub fn broad(&self) -> &str {
        self.relation.split(':').next().unwrap_or("")
    }
}

/// Reads a gzipped file.
pub fn read_treebank(path: &Path) -> Result<Vec<Treed>, String> {
    let name = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let file = std::fs::File::open(path).map_err(|e| name(&e))?;
    let mut rows = String::new();
    flate2::read::MultiGzDecoder::new(file).read_to_string(&mut rows).map_err(|e| name(&e))?;
    let mut documents: Vec<Treed> = Vec::new();
    let mut paragraph = true;
    for block in rows.split("\n\n") {
        let mut sentence: Vec<&str> = Vec::new();
        for line in block.lines() {
            if line.starts_with("# newdoc") || documents.is_empty() {
                documents.push(Treed::default());
                paragraph = true;
            } else if line.starts_with("# newpar") {
                paragraph = true;
            }
            if !line.starts_with('#') {
                sentence.push(line);
            }
        }
        if let Some(document) = documents.last_mut().filter(|_| !sentence.is_empty()) {
            document.push(&sentence, paragraph).ok_or_else(|| name(&"not CoNLL-U"))?;
            paragraph = false;
        }
    }
    Ok(documents)
}

impl Treed {
    /// Adds a sentence.
    fn push(&mut self, lines: &[&str], paragraph: bool) -> Option<()> {
        if !self.text.is_empty() {
            self.text.push_str(if paragraph { "\n\n" } else { " " });
        }
        let first = self.words.len();
        let mut fused: Option<(usize, u32, bool)> = None;
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            let &[id, form, _, upos, xpos, _, head, relation, _, misc] = cells.as_slice() else {
                return None;
            };
            let glued = misc.contains("SpaceAfter=No");
            if let Some((_, last)) = id.split_once('-') {
                fused = Some((last.parse().ok()?, self.text.len() as u32, glued));
                self.text.push_str(form);
                continue;
            }
            if id.contains('.') {
                continue;
            }
            let id: usize = id.parse().ok()?;
            let mut start = self.text.len() as u32;
            let mut space = !glued;
            match fused {
                Some((last, at, glued)) => {
                    start = at;
                    space = id == last && !glued;
                    if id == last {
                        fused = None;
                    }
                }
                None => self.text.push_str(form),
            }
            let end = self.text.len() as u32;
            if space {
                self.text.push(' ');
            }
            let head: usize = head.parse().ok()?;
            self.words.push(Word {
                start,
                end,
                form: form.to_owned(),
                upos: upos.to_owned(),
                xpos: xpos.to_owned(),
                head: head.checked_sub(1).map(|head| first + head),
                relation: relation.to_owned(),
            });
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.place_fused(first);
        self.sentences.push(first..self.words.len());
        Some(())
    }

    /// The parts of "Elena's" get spans of their own, where their letters make up the whole.
    fn place_fused(&mut self, first: usize) {
        let mut i = first;
        while i < self.words.len() {
            let (start, end) = (self.words[i].start, self.words[i].end);
            let length = self.words[i..].iter().take_while(|w| (w.start, w.end) == (start, end)).count();
            if length > 1 {
                let parts = &mut self.words[i..i + length];
                let joined: String = parts.iter().map(|w| w.form.as_str()).collect();
                if joined == self.text[start as usize..end as usize] {
                    let mut at = start;
                    for word in parts {
                        word.start = at;
                        at += word.form.len() as u32;
                        word.end = at;
                    }
                }
            }
            i += length;
        }
    }
}
