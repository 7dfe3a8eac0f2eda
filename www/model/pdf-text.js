/**
 * The text of a PDF from where its words stand: lines, columns, paragraphs.
 *
 * A PDF has no paragraphs, only words at places. Words on one height are a line, unless a gutter parts
 * them; lines of one left edge are a column; a larger gap, an indent or a short line ends a paragraph.
 * What stands at the same height on most pages (running heads, page numbers) is left out, a hyphen at a
 * line's end is taken out where the word goes on. Tables come out as lines of words; turned text is read
 * as if it were not.
 *
 * @typedef {{ words: string, x: number, y: number, width: number, size: number }} PdfItem  `y` counts down from the top
 * @typedef {{ width: number, height: number, items: PdfItem[] }} PdfPage
 * @typedef {{ words: string, x: number, right: number, y: number, size: number }} Line
 */

/** A gap between words of a line that is this much of their size is a gutter between columns. */
const GUTTER = 1.3;
/** Heads and feet stand in so much of the page. */
const EDGE = 0.09;

/**
 * @param {PdfPage[]} pages
 * @returns {string} paragraphs with a blank line between them; "" where there is no text layer
 */
export function readPdfText(pages) {
  const all = pages.map((page) => ({ ...page, lines: findLines(page.items) }));
  const running = findRunning(all);
  /** @type {string[]} */
  const paragraphs = [];
  for (const { lines, width } of all) {
    const kept = lines.filter((line) => !running.has(keyOf(line)));
    for (const column of findColumns(kept, width)) {
      const found = joinLines(column);
      // A paragraph that runs over a column or a page goes on.
      const last = paragraphs.at(-1);
      if (last && found[0] && !/[.!?:;”"’')\]]$/.test(last) && /^[\p{Ll}]/u.test(found[0])) paragraphs[paragraphs.length - 1] = join(last, found.shift() ?? "");
      paragraphs.push(...found);
    }
  }
  return paragraphs.join("\n\n");
}

/** @param {PdfItem[]} items @returns {Line[]} from the top down, then from the left */
function findLines(items) {
  const sorted = items.filter(({ words }) => words.trim()).sort((a, b) => a.y - b.y || a.x - b.x);
  /** @type {PdfItem[][]} */
  const rows = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0].y - item.y) < Math.max(row[0].size, item.size) * 0.4) row.push(item);
    else rows.push([item]);
  }
  return rows.flatMap((row) => {
    row.sort((a, b) => a.x - b.x);
    /** @type {Line[]} */
    const lines = [];
    for (const { words, x, y, width, size } of row) {
      const line = lines.at(-1);
      const gap = line ? x - line.right : Infinity;
      if (line && gap < Math.max(size, line.size) * GUTTER) {
        const spaced = gap > size * 0.12 && !/\s$/.test(line.words) && !/^\s/.test(words);
        line.words += (spaced ? " " : "") + words;
        line.right = Math.max(line.right, x + width);
        line.size = Math.max(line.size, size);
      } else {
        lines.push({ words, x, right: x + width, y, size });
      }
    }
    return lines;
  });
}

/**
 * Lines that most pages share: by their height and their words, numbers aside.
 *
 * @param {{ height: number, lines: Line[] }[]} pages
 * @returns {Set<string>}
 */
function findRunning(pages) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  /** @type {Set<string>} */
  const numbers = new Set();
  for (const { height, lines } of pages) {
    const edge = lines.filter(({ y }) => y < height * EDGE || y > height * (1 - EDGE));
    for (const key of new Set(edge.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
    for (const line of edge) if (/^\s*(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|\/)\s*\d{1,4})?\s*$/i.test(line.words)) numbers.add(keyOf(line));
  }
  const most = Math.max(2, pages.length * 0.4);
  return new Set([...[...seen].filter(([, count]) => count >= most).map(([key]) => key), ...numbers]);
}

/** @param {Line} line */
function keyOf({ words, y }) {
  return `${Math.round(y / 4)} ${words.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase()}`;
}

/**
 * Columns from the left, each from the top; a line as wide as several columns stands by itself.
 *
 * @param {Line[]} lines
 * @param {number} width
 * @returns {Line[][]}
 */
function findColumns(lines, width) {
  const gutters = findGutters(lines, width);
  if (!gutters.length) return [lines];
  const columnOf = (/** @type {Line} */ { x, right }) => {
    const crossed = gutters.some((gutter) => x < gutter - 2 && right > gutter + 2);
    return crossed ? -1 : gutters.filter((gutter) => x >= gutter - 2).length;
  };
  /** @type {Line[][]} */
  const found = [];
  /** @type {Line[][]} */
  let columns = [];
  const close = () => {
    found.push(...columns.filter(Boolean));
    columns = [];
  };
  let spanning = false;
  for (const line of lines) {
    const column = columnOf(line);
    if (column < 0) {
      close();
      if (spanning) found[found.length - 1].push(line);
      else found.push([line]);
    } else {
      (columns[column] ??= []).push(line);
    }
    spanning = column < 0;
  }
  close();
  return found;
}

/**
 * Where columns begin: left edges that many lines share, with the lines before them ending short of it.
 *
 * @param {Line[]} lines
 * @param {number} width
 * @returns {number[]}
 */
function findGutters(lines, width) {
  if (lines.length < 8) return [];
  const left = lines.reduce((least, { x }) => Math.min(least, x), Infinity);
  /** @type {Map<number, number>} */
  const starts = new Map();
  for (const { x } of lines) starts.set(Math.round(x / 6), (starts.get(Math.round(x / 6)) ?? 0) + 1);
  const edges = [...starts].filter(([edge, count]) => count >= lines.length * 0.18 && edge * 6 > left + width * 0.12).map(([edge]) => edge * 6).sort((a, b) => a - b);
  /** @type {number[]} */
  const gutters = [];
  for (const edge of edges) {
    if (gutters.some((gutter) => edge - gutter < width * 0.1)) continue;
    const crossing = lines.filter(({ x, right }) => x < edge - 8 && right > edge + 2).length;
    if (crossing <= lines.length * 0.25) gutters.push(edge - 4);
  }
  return gutters;
}

/**
 * @param {Line[]} lines of one column
 * @returns {string[]} paragraphs
 */
function joinLines(lines) {
  if (!lines.length) return [];
  const sizes = lines.map(({ size }) => size).sort((a, b) => a - b);
  const leads = lines.slice(1).map(({ y }, i) => y - lines[i].y).filter((lead) => lead > 0).sort((a, b) => a - b);
  // Of few lines most may be paragraphs of their own: then the type says what lies close.
  const usual = leads[leads.length >> 1] ?? sizes[0] * 1.2;
  const lead = lines.length < 8 ? Math.min(usual, sizes[sizes.length >> 1] * 1.4) : usual;
  const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
  const left = lines.map(({ x }) => x).sort((a, b) => a - b)[lines.length >> 1];
  /** @type {string[]} */
  const paragraphs = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const words = line.words.replace(/\s+/g, " ").trim();
    const apart = !before || line.y - before.y > lead * 1.35 || line.y < before.y
      || Math.abs(line.size - before.size) > 0.12 * Math.max(line.size, before.size)
      || (line.x > left + line.size * 0.7 && before.x <= left + line.size * 0.5 && Math.abs(line.x - left) < (right - left) * 0.3)
      || (before.right < left + (right - left) * 0.8 && /[.!?”"’']$/.test(before.words.trim()));
    if (apart) paragraphs.push(words);
    else paragraphs[paragraphs.length - 1] = join(paragraphs[paragraphs.length - 1], words);
  });
  return paragraphs;
}

/**
 * One line behind another: a hyphen where a word was broken goes, others stay.
 *
 * @param {string} before
 * @param {string} after
 */
function join(before, after) {
  if (/\u00ad$/.test(before)) return before.slice(0, -1) + after;
  if (/\p{Ll}[-\u2010]$/u.test(before) && /^\p{Ll}/u.test(after)) {
    const first = /[\p{L}]+(?=[-\u2010]$)/u.exec(before)?.[0] ?? "";
    // "well-" and "co-" as they stand; most breaks are within a word.
    return /^(?:well|co|non|anti|self|ex|vice|half|long|short|high|low|mid|so|post|pre)$/i.test(first) ? before + after : before.slice(0, -1) + after;
  }
  return /[-–—]$/.test(before) && /\p{L}[-–—]$/u.test(before) ? before + after : `${before} ${after}`;
}
