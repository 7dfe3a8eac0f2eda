//! Annotated coreference: which mentions of a text stand for one thing; the speakers of whole articles.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde::Deserialize;

/// A text and its clusters, in bytes.
pub struct Article {
    pub text: String,
    pub genre: String,
    pub mentions: Vec<Mention>,
    /// Whether every mention of anything is annotated, so that one without a cluster stands alone.
    pub whole: bool,
    /// Whether it tells only who speaks: a pronoun within the words for a speaker may be somebody else's.
    pub spoken: bool,
}

/// A gold mention, in bytes.
pub struct Mention {
    pub span: (u32, u32),
    /// Its head.
    pub head: (u32, u32),
    /// Mentions of one cluster have one number; who is mentioned once has one of his own.
    pub cluster: u32,
}

type Points = (usize, usize);

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(default)]
    genre: String,
    gold: Option<Gold>,
    #[serde(default)]
    coref: Vec<Vec<Points>>,
    #[serde(default)]
    tokens: Vec<(usize, usize, String, String)>,
}

#[derive(Deserialize)]
struct Gold {
    clusters: Vec<Vec<Points>>,
    min: Vec<Vec<Points>>,
    #[serde(default)]
    singletons: Vec<Single>,
}

#[derive(Deserialize)]
struct Single {
    start: usize,
    end: usize,
    min: Option<Points>,
}

/// Reads a file of articles, which may be compressed by gzip.
pub fn read(path: &Path) -> Result<Vec<Article>, String> {
    let say = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let file = if path.extension().is_some_and(|e| e == "gz") {
        let output = Command::new("gzip").arg("-dc").arg(path).output().map_err(|e| say(&e))?;
        String::from_utf8(output.stdout).map_err(|e| say(&e))?
    } else {
        std::fs::read_to_string(path).map_err(|e| say(&e))?
    };
    let lines = file.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).map(article).map_err(|e| say(&e))).collect()
}

fn article(line: Line) -> Article {
    let mut bytes: Vec<u32> = line.text.char_indices().map(|(i, _)| i as u32).collect();
    bytes.push(line.text.len() as u32);
    let span = |(s, e): Points| (bytes[s.min(bytes.len() - 1)], bytes[e.min(bytes.len() - 1)]);
    let mut mentions = Vec::new();
    let whole = line.gold.is_some();
    if let Some(gold) = &line.gold {
        for (cluster, (spans, heads)) in gold.clusters.iter().zip(&gold.min).enumerate() {
            for (points, head) in spans.iter().zip(heads) {
                mentions.push(Mention { span: span(*points), head: span(*head), cluster: cluster as u32 });
            }
        }
        for (i, single) in gold.singletons.iter().enumerate() {
            let points = (single.start, single.end);
            let cluster = (gold.clusters.len() + i) as u32;
            mentions.push(Mention { span: span(points), head: span(single.min.unwrap_or(points)), cluster });
        }
    }
    for (cluster, spans) in line.coref.iter().enumerate() {
        for points in spans {
            let head = span(head(*points, &line.tokens));
            mentions.push(Mention { span: span(*points), head, cluster: cluster as u32 });
        }
    }
    mentions.sort_by_key(|m| m.span.1 - m.span.0);
    Article { text: line.text, genre: line.genre, mentions, whole, spoken: false }
}

/// The head of a phrase that has no annotated one: its last noun before what a preposition or comma adds.
fn head((start, end): Points, tokens: &[(usize, usize, String, String)]) -> Points {
    let from = tokens.partition_point(|t| t.0 < start);
    let inside = tokens[from..].iter().take_while(|t| t.1 <= end);
    let mut head = None;
    for token in inside {
        let stops =
            matches!(token.2.as_str(), "IN" | "," | "WP" | "WDT" | "VBG" | "VBN" | "-LRB-" | "TO" | "CC");
        if stops && head.is_some() {
            break;
        }
        if token.2.starts_with("NN") || token.2.starts_with("PRP") {
            head = Some((token.0, token.1));
        }
    }
    head.unwrap_or((start, end))
}

/// An article whose quotes were attributed by reading: positions in a text that lies in a corpus.
#[derive(Deserialize)]
struct Attributed {
    article: String,
    corpus: String,
    unread: bool,
    voices: Vec<Vec<Points>>,
    quotes: Vec<Quoted>,
}

#[derive(Deserialize)]
struct Quoted {
    voice: Option<usize>,
    #[serde(default)]
    source: Vec<Points>,
}

#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

/// The articles of which the speakers are known, a cluster each with their sources; then those of them whose errors nobody
/// has read.
pub fn spoken(path: &Path, corpora: &Path) -> Result<(Vec<Article>, Vec<Article>), String> {
    let say = |e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let json = std::fs::read_to_string(path).map_err(|e| say(&e))?;
    let attributed: Vec<Attributed> = serde_json::from_str(&json).map_err(|e| say(&e))?;
    let mut texts: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    let (mut read, mut unread) = (Vec::new(), Vec::new());
    for article in &attributed {
        if !texts.contains_key(article.corpus.as_str()) {
            let file = corpora.parent().unwrap_or(corpora).join(&article.corpus);
            let lines = std::fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            let known = lines.lines().map(|line| serde_json::from_str(line).map(|t: Text| (t.id, t.text)));
            texts.insert(&article.corpus, known.collect::<Result<_, _>>().map_err(|e| say(&e))?);
        }
        let Some(text) = texts[article.corpus.as_str()].get(&article.article) else { continue };
        let list = if article.unread { &mut unread } else { &mut read };
        list.push(of_speakers(article, text));
    }
    Ok((read, unread))
}

fn of_speakers(article: &Attributed, text: &str) -> Article {
    let mut bytes = Vec::new();
    for (i, c) in text.char_indices() {
        bytes.extend(std::iter::repeat_n(i as u32, c.len_utf16()));
    }
    bytes.push(text.len() as u32);
    let span = |(s, e): Points| (bytes[s.min(bytes.len() - 1)], bytes[e.min(bytes.len() - 1)]);
    // Whatever stands within the words for a speaker stands for them.
    let mention = |cluster: usize, points| {
        let span = span(points);
        Mention { span, head: (span.1, span.0), cluster: cluster as u32 }
    };
    let voices = article.voices.iter().enumerate();
    let voices = voices.flat_map(|(i, spans)| spans.iter().map(move |s| (i, *s)));
    let sources = article.quotes.iter().filter_map(|q| Some((q.voice?, *q.source.first()?)));
    let mut mentions: Vec<Mention> = voices.chain(sources).map(|(i, points)| mention(i, points)).collect();
    mentions.sort_by_key(|m| m.span.1 - m.span.0);
    Article { text: text.to_owned(), genre: String::new(), mentions, whole: false, spoken: true }
}

impl Article {
    /// The cluster of what the program has resolved.
    pub fn cluster_of_choice(&self, start: u32, end: u32) -> Option<u32> {
        match self.spoken {
            true => self.mentions.iter().find(|m| m.span == (start, end)).map(|m| m.cluster),
            false => self.cluster(start, end),
        }
    }

    /// The cluster of the gold mention that a span stands for: the same words, or words inside it that hold its head.
    pub fn cluster(&self, start: u32, end: u32) -> Option<u32> {
        let same = self.mentions.iter().find(|m| m.span == (start, end));
        let inside =
            |m: &&Mention| m.span.0 <= start && end <= m.span.1 && start <= m.head.0 && m.head.1 <= end;
        same.or_else(|| self.mentions.iter().find(inside)).map(|m| m.cluster)
    }
}
