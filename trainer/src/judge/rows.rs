//! The rows of whole articles, each with what a reader says of it.

use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use whosaid::annotation::{Act, Style};
use whosaid::document::Document;
use whosaid::judge::model::Kind;
use whosaid::pipeline::Findings;
use whosaid::span::Span;
use whosaid::{entity, judge};

/// A quote that the program found, and whether a reader has it.
pub struct Row {
    /// The keys of its features.
    pub keys: Vec<u32>,
    /// How its words are given.
    pub style: Style,
    /// What is done with them.
    pub act: Act,
    /// Whether it is the best match of a reader's quote.
    pub had: bool,
    /// Whether, besides, its speaker is the reader's.
    pub right: bool,
    /// Which table of certainties it has.
    pub kind: Kind,
    /// Its words, for people.
    pub words: String,
}

/// A quote that a reader is sure of, with a speaker.
pub struct Wanted {
    /// Whether all of it stands in quotation marks.
    pub direct: bool,
    /// The rows that have half of its words or more, the best first, each with whether its speaker is right.
    pub rows: Vec<(usize, bool)>,
}

/// An article that was read.
pub struct Article {
    /// Whether the answers hold the quotes of which the reader was in doubt.
    pub whole: bool,
    /// What the program found.
    pub rows: Vec<Row>,
    /// What the reader is sure of.
    pub wanted: Vec<Wanted>,
}

#[derive(Deserialize)]
struct Answers {
    article: String,
    corpus: String,
    /// Kept to measure with.
    #[serde(default)]
    unread: bool,
    voices: Vec<Vec<[usize; 2]>>,
    quotes: Vec<Answer>,
}

#[derive(Deserialize)]
struct Answer {
    style: String,
    content: Vec<[usize; 2]>,
    voice: Option<usize>,
    #[serde(default, alias = "doubtful")]
    doubt: bool,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
}

/// Half of the words have to be shared.
const SHARED: f64 = 0.5;

/// The answers of the articles from here on hold no quotes in doubt, but for those of the web.
const WHOLE: usize = 169;

/// Reads the answers and the texts they are about, and finds the rows of each. Of `web`, whose answers hold every quote, those
/// that are kept to measure with are left out.
pub fn read(answers: &Path, web: &Path, shared: &Path) -> Result<Vec<Article>, String> {
    let open = |path: &Path| -> Result<Vec<Answers>, String> {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
    };
    let mut answers = open(answers)?;
    let first_of_web = answers.len();
    answers.extend(open(web)?.into_iter().filter(|a| !a.unread));
    let wanted: FxHashSet<&str> = answers.iter().map(|a| a.article.as_str()).collect();
    let mut texts: FxHashMap<String, String> = FxHashMap::default();
    for corpus in answers.iter().map(|a| a.corpus.as_str()).collect::<FxHashSet<_>>() {
        let path = shared.join(corpus);
        let lines = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for line in lines.lines() {
            let line: Line = serde_json::from_str(line).map_err(|e| format!("{}: {e}", path.display()))?;
            if wanted.contains(line.id.as_str()) {
                texts.insert(line.id, line.text);
            }
        }
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let size = answers.len().div_ceil(threads).max(1);
    let all: Vec<(usize, &Answers)> = answers.iter().enumerate().collect();
    std::thread::scope(|scope| {
        let parts: Vec<_> = all
            .chunks(size)
            .map(|part| {
                let texts = &texts;
                scope.spawn(move || -> Result<Vec<Article>, String> {
                    part.iter()
                        .map(|(i, answers)| {
                            let text =
                                texts.get(&answers.article).ok_or(format!("no {}", answers.article))?;
                            Ok(article(text, answers, *i < WHOLE || *i >= first_of_web))
                        })
                        .collect()
                })
            })
            .collect();
        let mut articles = Vec::new();
        for part in parts {
            articles.extend(part.join().map_err(|_| "a thread failed")??);
        }
        Ok(articles)
    })
}

/// Where the words of some spans start.
fn words_of(text: &str, spans: &[Span]) -> FxHashSet<usize> {
    let mut words = FxHashSet::default();
    for span in spans {
        let mut inside = false;
        for (at, c) in span.of(text).char_indices() {
            let word = c.is_alphanumeric() || c == '_';
            if word && !inside {
                words.insert(span.start as usize + at);
            }
            inside = word;
        }
    }
    words
}

fn dice(one: &FxHashSet<usize>, two: &FxHashSet<usize>) -> f64 {
    let both = one.intersection(two).count();
    if one.is_empty() && two.is_empty() { 0.0 } else { 2.0 * both as f64 / (one.len() + two.len()) as f64 }
}

fn article(text: &str, answers: &Answers, whole: bool) -> Article {
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let span = |[start, end]: [usize; 2]| Span::new(bytes[start], bytes[end]);
    let found = Findings::of(Document::new(text));
    let keys = found.judge_keys();
    let Findings { names, entities, quotes, speakers, .. } = found;

    // The entities that are mentioned over the end of a place of each voice.
    let named = names.iter().zip(&entities.of_name).map(|(name, &entity)| (name.span, entity));
    let mentions: Vec<(Span, entity::EntityId)> =
        named.chain(speakers.mentions.iter().map(|m| (m.span, m.entity))).collect();
    let voices: Vec<FxHashSet<u32>> = answers
        .voices
        .iter()
        .map(|places| {
            let lasts: Vec<u32> = places.iter().map(|&place| span(place).end - 1).collect();
            let over = |s: Span| lasts.iter().any(|&last| s.start <= last && last < s.end);
            mentions.iter().filter(|(span, _)| over(*span)).map(|(_, entity)| entity.0).collect()
        })
        .collect();

    let ours: Vec<FxHashSet<usize>> = quotes.iter().map(|q| words_of(text, &q.content)).collect();
    let theirs: Vec<FxHashSet<usize>> = answers
        .quotes
        .iter()
        .map(|q| words_of(text, &q.content.iter().map(|&s| span(s)).collect::<Vec<_>>()))
        .collect();
    let is_right = |row: usize, answer: &Answer| {
        let speaker = speakers.attributions[row].speaker;
        match answer.voice {
            Some(voice) => speaker.is_some_and(|s| voices[voice].contains(&s.0)),
            None => speaker.is_none(),
        }
    };
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, one) in ours.iter().enumerate() {
        for (j, two) in theirs.iter().enumerate() {
            let shared = dice(one, two);
            if shared >= SHARED {
                pairs.push((shared, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (mut of_row, mut of_answer) = (vec![None; ours.len()], vec![None; theirs.len()]);
    for &(_, i, j) in &pairs {
        if of_row[i].is_none() && of_answer[j].is_none() {
            (of_row[i], of_answer[j]) = (Some(j), Some(i));
        }
    }
    let rows = quotes
        .iter()
        .zip(keys)
        .enumerate()
        .map(|(i, (quote, keys))| Row {
            keys,
            style: quote.style,
            act: quote.act,
            had: of_row[i].is_some(),
            right: of_row[i].is_some_and(|j| is_right(i, &answers.quotes[j])),
            kind: judge::kind_of(quote, speakers.attributions[i].speaker.is_some()),
            words: {
                let of = |spans: &[Span]| spans.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ");
                format!("{} | {} | {}", of(&quote.source), of(&quote.cue), of(&quote.content))
                    .replace('\n', " ")
            },
        })
        .collect();
    let wanted = answers.quotes.iter().enumerate().filter(|(_, q)| !q.doubt && q.voice.is_some());
    let wanted = wanted
        .map(|(j, answer)| Wanted {
            direct: answer.style == "direct",
            rows: pairs.iter().filter(|p| p.2 == j).map(|p| (p.1, is_right(p.1, answer))).collect(),
        })
        .collect();
    Article { whole, rows, wanted }
}
