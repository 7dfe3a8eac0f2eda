/**
 * The findings as JSON: the core's value, corrected, with the words beside the offsets; and the story with
 * its corrections, by which it opens again.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Story} Story
 */

import { packStory } from "../model/story-file.js";

/**
 * @param {Findings} findings
 * @param {Story} story
 */
export function toJson({ text, annotation, hand }, story) {
  const words = (/** @type {Span} */ span) => ({ ...span, words: text.slice(span.start, span.end) });
  const quotes = annotation.quotes.map((quote, id) => ({
    ...quote, content: quote.content.map(words), cue: quote.cue.map(words), source: quote.source.map(words),
    ...(hand.quotes.has(id) ? { byHand: true } : {}),
  }));
  const mentions = annotation.mentions.map(words);
  const figures = annotation.figures.map((figure) => ({ ...words(figure), ...(figure.of ? { of: words(figure.of) } : {}) }));
  return `${JSON.stringify({ unit: "UTF-16 code units", text, ...annotation, quotes, mentions, figures, whosaid: packStory(story, { text: false }) }, null, 2)}\n`;
}
