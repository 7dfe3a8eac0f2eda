/**
 * A reader's own marks held against what was found: which quotes they have too, with the right speaker and
 * kind, which they missed, and which only they have.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {Span & { speaker: number | null, kind: "direct" | "indirect" }} OwnMark
 * @typedef {{ mark: number, quote: number, speaker: boolean, kind: boolean }} Hit
 */

import { kindOf } from "./findings.js";

/** A mark that covers so much of a quote, and lies so much in it, is one of it. */
const ENOUGH = 0.5;

/**
 * @param {Findings} findings
 * @param {OwnMark[]} marks
 * @returns {{ hits: Hit[], missed: number[], own: number[], points: number, most: number }} `points`: one for a quote, one for its
 *   speaker, one for its kind, less one for each mark that nothing stands behind, never below nothing
 */
export function scoreQuiz({ annotation: { quotes } }, marks) {
  /** @type {Hit[]} */
  const hits = [];
  const taken = new Set();
  const own = marks.flatMap((mark, index) => {
    let best = -1;
    let most = 0;
    quotes.forEach((quote, id) => {
      const like = taken.has(id) ? 0 : likeness(quote.content, mark);
      if (like > most) [best, most] = [id, like];
    });
    if (most < ENOUGH) return [index];
    taken.add(best);
    hits.push({ mark: index, quote: best, speaker: quotes[best].speaker === mark.speaker, kind: kindOf(quotes[best]) === mark.kind });
    return [];
  });
  const missed = quotes.flatMap((_, id) => (taken.has(id) ? [] : [id]));
  const points = hits.reduce((sum, { speaker, kind }) => sum + 1 + Number(speaker) + Number(kind), 0) - own.length;
  return { hits, missed, own, points: Math.max(0, points), most: 3 * quotes.length };
}

/** How well a mark is the words of a quote, from the first to the last. @param {Span[]} content @param {Span} mark */
function likeness(content, { start, end }) {
  if (!content.length) return 0;
  const [from, to] = [content[0].start, content[content.length - 1].end];
  const shared = Math.min(end, to) - Math.max(start, from);
  return shared <= 0 ? 0 : shared / Math.max(end - start, to - from);
}
