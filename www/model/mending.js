/**
 * From what a reader asks for to the corrections that say so: of this finding, or of all like it.
 *
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Quote} Quote
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Target} Target
 * @typedef {import("../types.ts").Who} Who
 */

import { makeAnchor } from "./anchor.js";
import { wordsOf } from "./findings.js";
import { spanOf } from "./targets.js";

/** A word, for moving the ends of a quote. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*|[^\s\p{L}\p{N}]+/gu;

/**
 * How an entity is named in a correction: by its fullest mention, else by its name alone.
 *
 * @param {Findings} findings
 * @param {number} id
 * @returns {Who}
 */
export function whoIs({ annotation, mentionsOf, text }, id) {
  const { name } = annotation.entities[id];
  const all = mentionsOf[id] ?? [];
  const best = all.find((mention) => annotation.mentions[mention].form === "name") ?? all[0];
  return best === undefined ? { name } : { name, at: makeAnchor(text, annotation.mentions[best]) };
}

/**
 * The findings that a correction of one may be meant for as well: quotes with the same speaker,
 * mentions and figures of the same words.
 *
 * @param {Findings} findings
 * @param {Target} target
 * @returns {number[]} itself among them
 */
export function findAlike(findings, target) {
  const { annotation, text } = findings;
  const { quotes, mentions, figures } = annotation;
  if (target.kind === "quote") {
    const { speaker, source } = quotes[target.id];
    const said = wordsOf(text, source).toLowerCase();
    return quotes.flatMap((quote, id) =>
      id === target.id || (speaker !== null ? quote.speaker === speaker : said && quote.speaker === null && wordsOf(text, quote.source).toLowerCase() === said) ? [id] : []);
  }
  const all = target.kind === "mention" ? mentions : figures;
  const words = wordsOf(text, [all[target.id]]);
  const { entity } = target.kind === "mention" ? mentions[target.id] : { entity: null };
  return all.flatMap((other, id) =>
    wordsOf(text, [other]) === words && (entity === null || mentions[id].entity === entity) ? [id] : []);
}

/**
 * @param {Findings} findings
 * @param {number[]} quotes
 * @param {number | string | null} to an entity, a name that is new to the text, or nobody
 * @returns {Correction[]}
 */
export function setSpeaker(findings, quotes, to) {
  const speaker = to === null ? null : typeof to === "number" ? whoIs(findings, to) : { name: to };
  return quotes.map((id) => ({ does: "speaker", at: anchorOf(findings, { kind: "quote", id }), speaker }));
}

/** @param {Findings} findings @param {number} quote @returns {Correction[]} */
export function confirm(findings, quote) {
  return [{ does: "check", at: anchorOf(findings, { kind: "quote", id: quote }) }];
}

/** @param {Findings} findings @param {Target["kind"]} what @param {number[]} ids @returns {Correction[]} */
export function remove(findings, what, ids) {
  return ids.map((id) => ({ does: "remove", what, at: anchorOf(findings, { kind: what, id }) }));
}

/** @param {Findings} findings @param {number} quote @param {Quote["style"]} style @returns {Correction[]} */
export function setStyle(findings, quote, style) {
  return [{ does: "style", at: anchorOf(findings, { kind: "quote", id: quote }), style }];
}

/** @param {Findings} findings @param {number} quote @param {Span[]} content @returns {Correction[]} */
export function setContent(findings, quote, content) {
  return [{ does: "content", at: anchorOf(findings, { kind: "quote", id: quote }), content: content.map((span) => makeAnchor(findings.text, span)) }];
}

/**
 * What was said with one end moved by a word.
 *
 * @param {Findings} findings
 * @param {number} quote
 * @param {"start" | "end"} end
 * @param {1 | -1} by
 * @returns {Correction[]} none where there is no word left to move over
 */
export function moveEnd(findings, quote, end, by) {
  const { text, annotation } = findings;
  const content = annotation.quotes[quote].content;
  const index = end === "start" ? 0 : content.length - 1;
  const at = content[index][end];
  // Never out of the paragraph.
  const from = text.lastIndexOf("\n\n", at - 1) + 1;
  const below = text.indexOf("\n\n", at);
  const paragraph = text.slice(from, below < 0 ? text.length : below);
  const borders = [...paragraph.matchAll(WORD)].map((word) => from + word.index + (end === "start" ? 0 : word[0].length));
  const to = by > 0 ? borders.find((border) => border > at) : borders.findLast((border) => border < at);
  const moved = { ...content[index], [end]: to };
  if (to === undefined || moved.start >= moved.end) return [];
  return setContent(findings, quote, content.map((span, i) => (i === index ? moved : span)));
}

/**
 * @param {Findings} findings
 * @param {Span} span
 * @param {{ style: Quote["style"], speaker: number | string | null }} as
 * @returns {Correction[]}
 */
export function addQuote(findings, span, { style, speaker }) {
  const who = speaker === null ? null : typeof speaker === "number" ? whoIs(findings, speaker) : { name: speaker };
  return [{ does: "add-quote", at: makeAnchor(findings.text, span), style, speaker: who }];
}

/**
 * @param {Findings} findings
 * @param {Span} span
 * @param {Entity["kind"]} kind
 * @returns {Correction[]}
 */
export function addName(findings, span, kind) {
  const name = wordsOf(findings.text, [span]);
  const known = findings.annotation.entities.find((entity) => entity.name === name);
  return [{ does: "add-name", at: makeAnchor(findings.text, span), who: known ? whoIs(findings, known.id) : { name }, kind }];
}

/** @param {Findings} findings @param {Span} span @param {Figure["kind"]} kind @returns {Correction[]} */
export function addFigure(findings, span, kind = "number") {
  return [{ does: "add-figure", at: makeAnchor(findings.text, span), kind }];
}

/** @param {Findings} findings @param {number} figure @param {Figure["kind"]} kind @returns {Correction[]} */
export function setFigureKind(findings, figure, kind) {
  return [{ does: "figure-kind", at: anchorOf(findings, { kind: "figure", id: figure }), kind }];
}

/** @param {Findings} findings @param {number} entity @param {string} name @returns {Correction[]} */
export function rename(findings, entity, name) {
  return [{ does: "rename", who: whoIs(findings, entity), name }];
}

/** @param {Findings} findings @param {number} entity @param {Entity["kind"]} kind @returns {Correction[]} */
export function setKind(findings, entity, kind) {
  return [{ does: "kind", who: whoIs(findings, entity), kind }];
}

/** @param {Findings} findings @param {number} entity @param {number} into @returns {Correction[]} */
export function merge(findings, entity, into) {
  return [{ does: "merge", who: whoIs(findings, entity), into: whoIs(findings, into) }];
}

/**
 * @param {Findings} findings
 * @param {number[]} mentions that are somebody else's
 * @param {number | string} to an entity, or a name that is new
 * @returns {Correction[]}
 */
export function split(findings, mentions, to) {
  const who = typeof to === "number" ? whoIs(findings, to) : { name: to };
  return mentions.map((id) => ({ does: "split", at: anchorOf(findings, { kind: "mention", id }), who }));
}

/** @param {Findings} findings @param {number} entity @returns {Correction[]} no name at all, wherever it stands */
export function forgetName(findings, entity) {
  return [{ does: "forget", who: whoIs(findings, entity) }];
}

/** @param {Findings} findings @param {Target} target */
function anchorOf(findings, target) {
  return makeAnchor(findings.text, spanOf(findings, target));
}
