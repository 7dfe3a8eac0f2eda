/**
 * Which marks go over which stretch of text, and how they nest: nothing here touches the page.
 *
 * Marks overlap as they like in an annotation (a quote holds names, a source holds a name and a
 * title, an unclosed quote may run into the next one). Elements cannot: where two marks cross, the
 * later one is cut in two.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Block} Block
 * @typedef {import("../types.ts").Mark} Mark
 * @typedef {import("../types.ts").Span} Span
 */

import { findQuotedWords } from "./quoted-words.js";

/** Outer marks first, where two cover the same words. */
const RANK = { strong: 0, emphasis: 1, quote: 2, said: 3, source: 4, cue: 5, mention: 6, figure: 7 };

/** Deeper nesting than news has; more marks on one word are not drawn. */
const DEEPEST = 24;

/**
 * Every mark of an annotation, in reading order. Turns of an interview are whole paragraphs and
 * drawn as such: see {@link findTurns}.
 *
 * @param {string} text
 * @param {Annotation} annotation
 * @returns {Mark[]}
 */
export function collectMarks(text, annotation) {
  /** @type {Mark[]} */
  const marks = [];
  const add = (/** @type {Mark["type"]} */ type, /** @type {number} */ id, /** @type {Span} */ { start, end }) => {
    if (start < end && end <= text.length) marks.push({ type, id, start, end });
  };
  annotation.quotes.forEach((quote, id) => {
    if (quote.style !== "transcript") for (const span of quote.content) add("quote", id, span);
    if (quote.style === "mixed") {
      for (const span of quote.content) for (const said of findQuotedWords(text, span)) add("said", id, said);
    }
    for (const span of quote.source) add("source", id, span);
    for (const span of quote.cue) add("cue", id, span);
  });
  annotation.mentions.forEach((mention, id) => add("mention", id, mention));
  annotation.figures.forEach((figure, id) => add("figure", id, figure));
  return marks.sort(inOrder);
}

/**
 * The turns of an interview by start, to find the one that a paragraph belongs to.
 *
 * @param {Annotation} annotation
 * @returns {{ start: number, end: number, id: number }[]}
 */
export function findTurns(annotation) {
  return annotation.quotes
    .flatMap((quote, id) => (quote.style === "transcript" ? quote.content.map((span) => ({ ...span, id })) : []))
    .sort((a, b) => a.start - b.start);
}

/**
 * Hands each block in turn the marks that touch it, cut to its borders. One pass: both lists are in
 * reading order.
 *
 * @param {Block[]} blocks
 * @param {Mark[]} marks from {@link collectMarks}
 * @returns {Generator<Mark[], undefined>}
 */
export function* dealMarks(blocks, marks) {
  let next = 0;
  /** @type {Mark[]} */
  let open = [];
  for (const block of blocks) {
    open = open.filter((mark) => mark.end > block.start);
    while (next < marks.length && marks[next].start < block.end) {
      if (marks[next].end > block.start) open.push(marks[next]);
      next++;
    }
    const emphasis = block.emphasis.map(({ start, end, strong }) => ({
      type: /** @type {Mark["type"]} */ (strong ? "strong" : "emphasis"), id: 0, start, end,
    }));
    yield [...open, ...emphasis]
      .map((mark) => ({ ...mark, start: Math.max(mark.start, block.start), end: Math.min(mark.end, block.end) }))
      .sort(inOrder);
  }
}

/**
 * Walks a block from left to right, opening and closing marks so that they nest.
 *
 * @param {Span} block
 * @param {Mark[]} marks from {@link dealMarks}
 * @param {{ open(mark: Mark): void, close(): void, text(start: number, end: number): void }} visitor
 */
export function walkMarks(block, marks, visitor) {
  /** @type {Mark[]} */
  const stack = [];
  const rest = marks.slice().reverse(); // next mark last, so that pop() takes it
  let at = block.start;
  const advance = (/** @type {number} */ to) => {
    if (to > at) visitor.text(at, to);
    at = Math.max(at, to);
  };
  const closeUntil = (/** @type {number} */ position) => {
    while (stack.length && stack[stack.length - 1].end <= position) {
      advance(/** @type {Mark} */ (stack.pop()).end);
      visitor.close();
    }
  };
  for (let mark = rest.pop(); mark; mark = rest.pop()) {
    closeUntil(mark.start);
    if (stack.length >= DEEPEST) continue;
    const top = stack[stack.length - 1];
    if (top && mark.end > top.end) {
      insertInOrder(rest, { ...mark, start: top.end });
      mark = { ...mark, end: top.end };
    }
    advance(mark.start);
    visitor.open(mark);
    stack.push(mark);
  }
  closeUntil(Infinity);
  advance(block.end);
}

/**
 * @param {Mark} a
 * @param {Mark} b
 */
function inOrder(a, b) {
  return a.start - b.start || b.end - a.end || RANK[a.type] - RANK[b.type] || a.id - b.id;
}

/**
 * @param {Mark[]} reversed sorted from last to first
 * @param {Mark} mark
 */
function insertInOrder(reversed, mark) {
  let low = 0;
  let high = reversed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(reversed[middle], mark) > 0) low = middle + 1;
    else high = middle;
  }
  reversed.splice(low, 0, mark);
}
