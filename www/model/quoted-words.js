/**
 * @typedef {import("../types.ts").Span} Span
 */

/**
 * The words in quotation marks inside a writer's clause, with the marks left out.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Span[]}
 */
export function findQuotedWords(text, span) {
  /** @type {Span[]} */
  const found = [];
  // A mark at the very edge belongs to the words, though not to the span.
  const from = /["“”„«'‘]/.test(text[span.start - 1] ?? "") ? span.start - 1 : span.start;
  const to = /["“”»'’]/.test(text[span.end] ?? "") ? span.end + 1 : span.end;
  const words = text.slice(from, to);
  for (const match of words.matchAll(/["“”„«»]([^"“”„«»]+)["“”»«]|(?<!\p{L})['‘]([^'‘’]+)['’](?!\p{L})/gu)) {
    found.push({ start: from + match.index + 1, end: from + match.index + match[0].length - 1 });
  }
  return found;
}
