/**
 * Stretches of an article by position and by words, so that they are found again where the text has
 * moved: what the reader corrected stays with the words that it was said of.
 *
 * A position alone is wrong after the first typo mended above it; words alone may stand twice. So an
 * anchor holds both, and some of what stands around, as a W3C text quote selector does. Words that
 * were themselves rewritten are not found: whoever edits moves the anchors along ({@link moveAnchor}).
 *
 * @typedef {import("../types.ts").Anchor} Anchor
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Change} Change
 * @typedef {import("../types.ts").Span} Span
 */

/** Characters kept of what stands before and after. */
const CONTEXT = 32;
/** More places with the same words are not compared. */
const MOST = 2000;

/**
 * @param {string} text
 * @param {Span} span
 * @returns {Anchor}
 */
export function makeAnchor(text, { start, end }) {
  return { start, end, words: text.slice(start, end), before: text.slice(Math.max(0, start - CONTEXT), start), after: text.slice(end, end + CONTEXT) };
}

/**
 * Where an anchor lies in a text: where it was, else where its words stand in the likest company.
 *
 * @param {string} text
 * @param {Anchor} anchor
 * @returns {Span | null}
 */
export function findAnchor(text, { start, end, words, before, after }) {
  if (text.slice(start, end) === words) return { start, end };
  if (!words) return null;
  let best = null;
  let most = -Infinity;
  let at = text.indexOf(words);
  for (let seen = 0; at >= 0 && seen < MOST; seen++, at = text.indexOf(words, at + 1)) {
    const company = countSameEnd(text.slice(Math.max(0, at - CONTEXT), at), before) + countSameStart(text.slice(at + words.length, at + words.length + CONTEXT), after);
    const score = company - Math.abs(at - start) / (text.length + 1);
    if (score > most) {
      most = score;
      best = at;
    }
  }
  return best === null ? null : { start: best, end: best + words.length };
}

/**
 * The one stretch in which two texts differ.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Change}
 */
export function findChange(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, length: after.length - same - start };
}

/**
 * @template {Span} Some
 * @param {Some} span
 * @param {Change} change
 * @returns {Some} what was within the change is what came in its stead
 */
export function moveSpan(span, { start, end, length }) {
  const by = length - (end - start);
  const from = span.start >= end ? span.start + by : Math.min(span.start, start);
  const to = span.end <= start ? span.end : span.end >= end ? span.end + by : start + length;
  return { ...span, start: from, end: Math.max(from, to) };
}

/**
 * @param {Anchor} anchor
 * @param {Change} change
 * @param {string} text the changed one
 * @returns {Anchor}
 */
export function moveAnchor(anchor, change, text) {
  return makeAnchor(text, moveSpan(anchor, change));
}

/**
 * An annotation of a text that has changed since: good until it is read again.
 *
 * @param {Annotation} annotation
 * @param {Change} change
 * @returns {Annotation}
 */
export function moveAnnotation(annotation, change) {
  /** @template {Span} Some @param {Some} span */
  const move = (span) => moveSpan(span, change);
  return {
    ...annotation,
    parts: annotation.parts.map(move),
    mentions: annotation.mentions.map((mention) => moveSpan(mention, change)),
    quotes: annotation.quotes.map((quote) => ({ ...quote, content: quote.content.map(move), cue: quote.cue.map(move), source: quote.source.map(move) })),
    figures: annotation.figures.map((figure) => ({ ...moveSpan(figure, change), ...(figure.of ? { of: move(figure.of) } : {}) })),
  };
}

/**
 * How well a span is another one: 1 for the same, 0 where they do not meet.
 *
 * @param {Span} one
 * @param {Span} other
 */
export function overlap(one, other) {
  const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return shared <= 0 ? 0 : shared / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}

/** @param {string} one @param {string} other */
function countSameStart(one, other) {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  return same;
}

/** @param {string} one @param {string} other */
function countSameEnd(one, other) {
  let same = 0;
  while (same < Math.min(one.length, other.length) && one[one.length - 1 - same] === other[other.length - 1 - same]) same++;
  return same;
}
