/**
 * Share of voice: how many words each speaker has, quoted and reported, where each is first heard, and by
 * which verbs the writer lets them speak. Nothing is guessed of anybody.
 *
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {{ entity: Entity | null, hue: number, words: number, quoted: number, reported: number, first: number, paragraph: number, verbs: { verb: string, count: number }[] }} Voice
 *   `quoted`: words in quotation marks or turns; `first`: the quote that comes first; `paragraph`: where, from 1
 */

import { countWords, wordsOf } from "./findings.js";
import { findQuotedWords } from "./quoted-words.js";

/**
 * @param {Findings} findings
 * @returns {{ voices: Voice[], said: number, all: number }} most words first; `all`: words of the whole text
 */
export function shareOfVoice({ text, annotation, speakers, words }) {
  const starts = findParagraphs(text);
  const voices = speakers.map(({ entity, hue, quotes, words: all }) => {
    let quoted = 0;
    /** @type {Map<string, number>} */
    const verbs = new Map();
    for (const id of quotes) {
      const quote = annotation.quotes[id];
      if (quote.style === "direct" || quote.style === "transcript") quoted += words[id];
      else if (quote.style === "mixed") quoted += Math.min(words[id], quote.content.reduce((sum, span) => sum + countWords(text, findQuotedWords(text, span)), 0));
      const verb = wordsOf(text, quote.cue).toLowerCase();
      if (verb) verbs.set(verb, (verbs.get(verb) ?? 0) + 1);
    }
    const first = quotes.reduce((best, id) => (startOf(annotation.quotes[id]) < startOf(annotation.quotes[best]) ? id : best), quotes[0]);
    return {
      entity, hue, words: all, quoted, reported: all - quoted, first, paragraph: paragraphAt(starts, startOf(annotation.quotes[first])),
      verbs: [...verbs].map(([verb, count]) => ({ verb, count })).sort((a, b) => b.count - a.count),
    };
  });
  return { voices, said: words.reduce((sum, one) => sum + one, 0), all: countWords(text, [{ start: 0, end: text.length }]) };
}

/** @param {{ content: { start: number }[] }} quote */
function startOf({ content }) {
  return content[0]?.start ?? 0;
}

/**
 * @param {string} text
 * @returns {number[]} where its paragraphs begin
 */
export function findParagraphs(text) {
  return [...text.matchAll(/\S[^\n]*/g)].map(({ index }) => index);
}

/**
 * @param {number[]} starts of paragraphs
 * @param {number} position
 * @returns {number} the paragraph that a position stands in, from 1
 */
export function paragraphAt(starts, position) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(1, low);
}
