//! What a block is: headline, crosshead, aside, or a paragraph.
//!
//! The headline is the short block above the text; a crosshead is a short line without a final stop
//! between paragraphs ("Two more soldiers killed"). Asides are what newsrooms put between
//! paragraphs: links, credits, "Related article: …".

use super::aside::find_aside;
use super::blocks::bare;
use super::given::role_of;
use super::html::tag_at;
use super::structure::{ends_sentence, heading_mark, is_rule};
use super::{Block, Role};
use crate::span::Span;

/// Marks asides and what Markdown or HTML marks as a heading.
pub(super) fn mark_asides_and_headings(text: &str, markup: &[Span], blocks: &mut [Block]) {
    for block in blocks {
        let words = block.span.of(text);
        if let Some(part) = block.part {
            block.role = role_of(part).unwrap_or(Role::Paragraph);
        } else if is_heading(words) {
            block.role = Role::Headline;
        } else if let Some(part) = find_aside(bare(text, markup, block.span)) {
            (block.role, block.part) = (Role::Aside, part);
        }
    }
}

/// Marks the headline and the crossheads among the paragraphs. `kept` tells of the blocks that are
/// none, whatever their form.
pub(super) fn mark_headlines(text: &str, markup: &[Span], blocks: &mut [Block], kept: &[bool]) {
    let forms: Vec<Form> = blocks.iter().map(|b| Form::of(text, markup, b)).collect();
    let Some(first) = blocks.iter().position(Block::is_prose) else { return };
    for i in first..blocks.len() {
        if !blocks[i].is_prose() || kept.get(i) == Some(&true) {
            continue;
        }
        let after = (i + 1..blocks.len()).find(|&j| blocks[j].role != Role::Aside);
        let Some(after) = after.filter(|&j| j <= i + 4) else { continue };
        let on_top = i == first && blocks[..i].iter().all(|b| b.role == Role::Aside || b.part.is_some());
        let before = i.checked_sub(1).is_none_or(|j| forms[j].stops || blocks[j].role != Role::Paragraph);
        let form = &forms[i];
        let heading = if on_top {
            form.headline && (forms[after].long || !forms[after].headline || form.titled)
        } else {
            form.crosshead && before && forms[after].long
        };
        if heading {
            blocks[i].role = Role::Headline;
        }
    }
}

/// What a block looks like.
struct Form {
    /// Short, begins with a capital, figure or quotation mark, and has no final stop.
    headline: bool,
    /// The same, and shorter, outside quotation marks.
    crosshead: bool,
    /// In capitals or set apart by emphasis as a whole.
    titled: bool,
    /// As long as a paragraph is, or with a final stop; or an item of a list.
    long: bool,
    stops: bool,
}

impl Form {
    fn of(text: &str, markup: &[Span], block: &Block) -> Self {
        let whole = block.span.of(text);
        if whole.len() > 400 {
            let stops = ends_sentence(whole);
            return Self { headline: false, crosshead: false, titled: false, long: true, stops };
        }
        let words = bare(text, markup, block.span);
        let stops = ends_sentence(words);
        let count = words.split_whitespace().count();
        let emphasized = whole.len() > words.len() + 3 && whole.starts_with("**") && whole.ends_with("**");
        let shouted = words.bytes().filter(u8::is_ascii_uppercase).count() > 6
            && !words.bytes().any(|b| b.is_ascii_lowercase());
        let opens =
            words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '‘' || c == '\'');
        let titled = emphasized || shouted;
        let question = words.ends_with('?') && super::structure::is_title_case(words);
        let open = !stops && !words.ends_with([',', ';', '-', '—', '–']) || question;
        let quoted = words.starts_with(['"', '“', '«']);
        Self {
            headline: words.len() < 200 && count >= 2 && (open || titled) && (opens || quoted),
            crosshead: words.len() < if titled { 150 } else { 80 }
                && (1..=if titled { 24 } else { 10 }).contains(&count)
                && open
                && opens
                && !item(whole),
            titled,
            long: count >= 12 || stops && count >= 5 || item(whole),
            stops,
        }
    }
}

/// An item of a list is no crosshead.
fn item(words: &str) -> bool {
    super::structure::item_mark(words) > 0 || words.starts_with(['|', '>'])
}

fn is_heading(words: &str) -> bool {
    let tagged = words.starts_with('<') && tag_at(words).is_some_and(|t| t.heading && !t.closing);
    let underlined = || {
        words.len() < 400
            && words.rsplit_once('\n').is_some_and(|(above, line)| {
                let line = line.trim();
                !above.contains('\n')
                    && !line.is_empty()
                    && is_rule(line)
                    && matches!(line.as_bytes()[0], b'=' | b'-')
            })
    };
    heading_mark(words) > 0 || tagged || underlined()
}
