/**
 * Cuts an article into the stretches that are set on the page: headline, headings, paragraphs.
 *
 * Only how the text looks: what it means is the core's work. Texts come with blank lines between
 * paragraphs, with a line a paragraph, or hard-wrapped at some width (copied from a PDF or a mail);
 * `**bold**`, `*italics*` and `## headings` are set as such and their marks not shown.
 *
 * @typedef {import("../types.ts").Block} Block
 * @typedef {import("../types.ts").Part} Part
 * @typedef {{ start: number, end: number, text: string }} Line
 */

const LONGEST_HEADLINE = 160;
/** A longer paragraph is set in parts: no browser lays out a book in one. */
const LONGEST_PARAGRAPH = 12_000;

/**
 * @param {string} text
 * @param {Part[] | null} [parts] what is known to be headline, caption and so on, by start; `null`: nothing is known yet, and the
 *   look of the lines has to do
 * @returns {Block[]} in order; together they hold every character that is not white space
 */
export function splitBlocks(text, parts = null) {
  const blocks = cut(text);
  return parts ? blocks.map((block) => withPart(block, parts)) : blocks;
}

/**
 * A block as what is known of the layout has it: the first short line is a headline only where it is known to be one.
 *
 * @param {Block} block
 * @param {Part[]} parts
 * @returns {Block}
 */
function withPart(block, parts) {
  const covers = (/** @type {Part} */ { start, end }) => Math.min(end, block.end) - Math.max(start, block.start) > (block.end - block.start) / 2;
  const part = parts.find(covers)?.role;
  if (part === "headline") return { ...block, role: "headline" };
  if (part === "subheading") return { ...block, role: "heading" };
  if (part) return { ...block, role: "paragraph", part };
  return block.role === "headline" ? { ...block, role: "paragraph" } : block;
}

/** @param {string} text @returns {Block[]} */
function cut(text) {
  const groups = splitAtBlankLines(text);
  /** @type {Block[]} */
  const blocks = [];
  groups.forEach((lines, index) => {
    if (index === 0) {
      const count = countHeadlineLines(lines, groups.length > 1);
      if (count) blocks.push(makeBlock(text, lines.slice(0, count), "headline"));
      lines = lines.slice(count);
    }
    const paragraphs = isHardWrapped(lines) ? splitWrapped(lines) : lines.flatMap(splitLongLine).map((line) => [line]);
    for (const paragraph of paragraphs) {
      blocks.push(makeBlock(text, paragraph, isHeading(paragraph, groups.length > 1) ? "heading" : "paragraph"));
    }
  });
  return blocks;
}

/**
 * Cuts lines that are too long for one paragraph, after a word where there is one.
 *
 * @param {Line} line
 * @returns {Line[]}
 */
function splitLongLine(line) {
  if (line.text.length <= LONGEST_PARAGRAPH) return [line];
  /** @type {Line[]} */
  const parts = [];
  for (let from = 0; from < line.text.length; ) {
    let to = Math.min(from + LONGEST_PARAGRAPH, line.text.length);
    if (to < line.text.length) {
      const space = line.text.lastIndexOf(" ", to);
      if (space > from) to = space + 1;
      else if (/[\uDC00-\uDFFF]/.test(line.text[to])) to--; // not between the halves of a letter
    }
    const raw = line.text.slice(from, to);
    const trimmed = raw.trim();
    const start = line.start + from + raw.indexOf(trimmed);
    if (trimmed) parts.push({ start, end: start + trimmed.length, text: trimmed });
    from = to;
  }
  return parts;
}

/**
 * @param {string} text
 * @returns {Line[][]} lines without the white space around them
 */
function splitAtBlankLines(text) {
  /** @type {Line[][]} */
  const groups = [];
  /** @type {Line[]} */
  let group = [];
  const close = () => {
    if (group.length) groups.push(group);
    group = [];
  };
  for (const match of text.matchAll(/[^\r\n\u2028\u2029]+|\r\n?|[\n\u2028\u2029]/g)) {
    const raw = match[0];
    if (/^[\r\n\u2028\u2029]/.test(raw)) {
      // A line break that follows a line break: the line between them is blank.
      const before = match.index - 1;
      if (before >= 0 && /[\r\n\u2028\u2029]/.test(text[before])) close();
      continue;
    }
    const trimmed = raw.trim();
    if (!trimmed) {
      close();
      continue;
    }
    const start = match.index + raw.indexOf(trimmed);
    group.push({ start, end: start + trimmed.length, text: trimmed });
  }
  close();
  return groups;
}

/**
 * How many of the first lines are the headline: short ones, set apart from what follows.
 *
 * @param {Line[]} lines
 * @param {boolean} moreFollows
 */
function countHeadlineLines(lines, moreFollows) {
  // A sentence is a lede without a headline.
  if (lines.length === 1) return moreFollows && lines[0].text.length <= LONGEST_HEADLINE && !/^#|\.["'”’)]?$/.test(lines[0].text) ? 1 : 0;
  let count = 0;
  while (count < Math.min(3, lines.length) && isHeadlineLine(lines[count].text)) count++;
  // The lines of a wrapped paragraph look like headlines, but for what comes next.
  const next = lines[count];
  if (count === lines.length) return moreFollows ? count : 0;
  return next && /^[\p{Ll}]/u.test(next.text) ? 0 : count;
}

/** @param {string} line */
function isHeadlineLine(line) {
  return line.length <= 110 && !/[.!?:;,]["'”’]?$|[.!?]["'”’]? \S/.test(line) && !/^#|^\*\*/.test(line);
}

/**
 * @param {Line[]} lines
 * @param {boolean} blanksSeparate
 */
function isHeading([line, second], blanksSeparate) {
  if (second || !line) return false;
  if (/^#{1,6}\s/.test(line.text)) return true;
  return blanksSeparate && line.text.length <= 60 && line.text.split(/\s+/).length >= 2
    && /^[\p{Lu}\d]/u.test(line.text) && !/^By /.test(line.text) && !/[.!?:;,…"'”’)\]]$|:\/\//.test(line.text);
}

/**
 * Lines that break in mid-sentence at about the same width belong together.
 *
 * @param {Line[]} lines
 */
function isHardWrapped(lines) {
  if (lines.length < 2) return false;
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  if (longest > 140) return false;
  let continued = 0;
  for (let i = 1; i < lines.length; i++) {
    if (/[\p{Ll}\p{Lu}\p{N},\-–—]$/u.test(lines[i - 1].text) && !/:\/\//.test(lines[i - 1].text)) continued++;
  }
  return continued * 2 >= lines.length - 1;
}

/**
 * Inside a wrapped stretch, a line that ends early and ends a sentence ends its paragraph.
 *
 * @param {Line[]} lines
 */
function splitWrapped(lines) {
  const longest = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  /** @type {Line[][]} */
  const paragraphs = [[]];
  lines.forEach((line, i) => {
    paragraphs[paragraphs.length - 1].push(line);
    const short = line.text.length < longest * 0.7 && /[.!?]["'”’]?$/.test(line.text);
    if (short && i < lines.length - 1) paragraphs.push([]);
  });
  return paragraphs;
}

/**
 * @param {string} text
 * @param {Line[]} lines
 * @param {Block["role"]} role
 * @returns {Block}
 */
function makeBlock(text, lines, role) {
  const start = lines[0].start;
  const end = lines[lines.length - 1].end;
  /** @type {Block} */
  const block = { start, end, role, hidden: [], emphasis: [] };
  const words = text.slice(start, end);
  const hash = /^#{1,6}\s+/.exec(words);
  if (hash) block.hidden.push({ start, end: start + hash[0].length });
  for (const match of words.matchAll(/(\*\*|__|\*)(?=[^\s*_])([^*\n]{0,600}?[^\s*_])\1(?![\w*])/g)) {
    const [whole, marker] = match;
    if (marker === "__" && /\w/.test(words[match.index - 1] ?? " ")) continue;
    const from = start + match.index;
    const to = from + whole.length;
    block.hidden.push({ start: from, end: from + marker.length }, { start: to - marker.length, end: to });
    block.emphasis.push({ start: from, end: to, strong: marker.length === 2 });
  }
  return block;
}
