/**
 * The one thing that a reader has chosen, and what comes next to it.
 *
 * A target is an index in one annotation. To stay with its words when the text is read again or
 * corrected it is kept as a {@link Place}: kind, position and words.
 *
 * @typedef {import("../types.ts").Anchor} Anchor
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Target} Target
 * @typedef {{ kind: Target["kind"], at: Anchor }} Place
 */

import { findAnchor, makeAnchor, overlap } from "./anchor.js";

/**
 * Where a target stands: a quote's first words, a mention, a figure.
 *
 * @param {Findings} findings
 * @param {Target} target
 * @returns {Span}
 */
export function spanOf({ annotation }, { kind, id }) {
  if (kind === "mention") return annotation.mentions[id];
  if (kind === "figure") return annotation.figures[id];
  return annotation.quotes[id].content[0] ?? { start: 0, end: 0 };
}

/**
 * @param {Findings} findings
 * @param {Target} target
 * @returns {Place}
 */
export function placeOf(findings, target) {
  return { kind: target.kind, at: makeAnchor(findings.text, spanOf(findings, target)) };
}

/**
 * @param {Findings} findings
 * @param {Place} place
 * @returns {Target | null} the finding that stands there now
 */
export function findTarget(findings, { kind, at }) {
  const span = findAnchor(findings.text, at);
  if (!span) return null;
  const { quotes, mentions, figures } = findings.annotation;
  const like = kind === "quote" ? quotes.map(({ content }) => Math.max(0, ...content.map((content) => overlap(content, span))))
    : (kind === "mention" ? mentions : figures).map((other) => overlap(other, span));
  let best = -1;
  like.forEach((value, id) => {
    if (value > 0.3 && (best < 0 || value > like[best])) best = id;
  });
  return best < 0 ? null : { kind, id: best };
}

/**
 * The next quote from where the reader is.
 *
 * @param {Findings} findings
 * @param {Target | null} target
 * @param {1 | -1} by
 * @param {number} [position] where the reader's eye is, if nothing is chosen
 * @returns {Target | null}
 */
export function nextQuote({ annotation: { quotes } }, target, by, position) {
  const count = quotes.length;
  if (!count) return null;
  if (target?.kind === "quote") return { kind: "quote", id: (target.id + by + count) % count };
  if (position === undefined) return { kind: "quote", id: by > 0 ? 0 : count - 1 };
  const after = quotes.findIndex(({ content }) => (content[0]?.start ?? 0) >= position);
  const id = by > 0 ? (after < 0 ? 0 : after) : ((after < 0 ? count : after) - 1 + count) % count;
  return { kind: "quote", id };
}

/**
 * The next mention of the entity that is chosen, or of the speaker of the quote that is.
 *
 * @param {Findings} findings
 * @param {Target | null} target
 * @param {1 | -1} by
 * @returns {Target | null}
 */
export function nextMention({ annotation, mentionsOf }, target, by) {
  if (!target || target.kind === "figure") return null;
  if (target.kind === "mention") {
    const all = mentionsOf[annotation.mentions[target.id].entity];
    return { kind: "mention", id: all[(all.indexOf(target.id) + by + all.length) % all.length] };
  }
  const { speaker, content } = annotation.quotes[target.id];
  const all = speaker === null ? [] : mentionsOf[speaker];
  if (!all.length) return null;
  const here = content[0]?.start ?? 0;
  const after = all.findIndex((id) => annotation.mentions[id].start >= here);
  const next = by > 0 ? (after < 0 ? 0 : after) : ((after < 0 ? all.length : after) - 1 + all.length) % all.length;
  return { kind: "mention", id: all[next] };
}

/**
 * The next quote that is to be checked, round from the last to the first.
 *
 * @param {Findings} findings
 * @param {Target | null} target
 * @returns {Target | null}
 */
export function nextToCheck({ doubtful, annotation }, target) {
  if (!doubtful.length) return null;
  const here = target?.kind === "quote" ? target.id : -1;
  const id = doubtful.find((other) => other > here && other < annotation.quotes.length) ?? doubtful[0];
  return { kind: "quote", id };
}
