/**
 * The findings as W3C Web Annotations: one collection with one page, in JSON-LD.
 *
 * Each piece of a quote is a target of its own, with two selectors for the same stretch: a position in
 * Unicode code points, and the exact words with 32 characters of what stands around. A place is identified
 * by its GeoNames URI. The text and the reader's corrections ride along as a JSON literal (`story`), by
 * which the file opens again.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Story} Story
 */

import { isDoubtful, wordsOf } from "../model/findings.js";
import { packStory } from "../model/story-file.js";
import { CodePoints } from "./code-points.js";

const CONTEXT = 32;
/** What the collection says beside W3C's own vocabulary. */
export const STORY = "urn:whosaid:story";

/**
 * @param {Findings} findings
 * @param {Story} story
 * @param {{ title: string, id: string, made: string }} about `id`: an absolute URI; `made`: ISO 8601, in UTC
 */
export function toWebAnnotation(findings, story, { title, id, made }) {
  const { text, annotation, hand } = findings;
  const points = new CodePoints(text);
  const source = `${id}#text`;
  const select = (/** @type {Span} */ { start, end }) => {
    // Nothing of the context may begin or end within a pair.
    let from = Math.max(0, start - CONTEXT);
    let to = Math.min(text.length, end + CONTEXT);
    if (/[\udc00-\udfff]/.test(text[from] ?? "")) from++;
    if (/[\ud800-\udbff]/.test(text[to - 1] ?? "")) to--;
    return {
      type: "SpecificResource",
      source,
      selector: [
        { type: "TextPositionSelector", start: points.at(start), end: points.at(end) },
        { type: "TextQuoteSelector", exact: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) },
      ],
    };
  };
  const words = (/** @type {string} */ purpose, /** @type {string} */ value) => ({ type: "TextualBody", purpose, value, format: "text/plain" });
  const make = (/** @type {string} */ name, /** @type {string} */ motivation, /** @type {object[]} */ body, /** @type {Span[]} */ spans, /** @type {boolean} */ byHand) => ({
    id: `${id}#${name}`, type: "Annotation", motivation, created: made, generator: GENERATOR,
    body: byHand ? [...body, words("editing", "corrected by hand")] : body,
    target: spans.length === 1 ? select(spans[0]) : spans.map(select),
  });
  const quotes = annotation.quotes.map((quote, number) => {
    const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
    return make(`quote-${number + 1}`, "identifying", [
      ...(speaker ? [words("identifying", isDoubtful(quote) ? `probably ${speaker.name}` : speaker.name)] : []),
      words("classifying", `${quote.style} quotation`), words("tagging", quote.act),
      ...(quote.cue.length ? [words("describing", wordsOf(text, quote.cue))] : []),
    ], quote.content, hand.quotes.has(number));
  });
  const mentions = annotation.mentions.filter(({ form }) => form === "name").map((mention, number) => {
    const entity = annotation.entities[mention.entity];
    const { geonames } = entity.place ?? {};
    return make(`name-${number + 1}`, "identifying", [
      ...(geonames ? [{ type: "SpecificResource", purpose: "identifying", source: `https://sws.geonames.org/${geonames}/` }] : []),
      words("identifying", entity.name), words("classifying", entity.kind),
    ], [mention], hand.entities.has(mention.entity));
  });
  const figures = annotation.figures.map((figure, number) => {
    const value = figure.iso ?? (figure.value ?? [figure.low, figure.high].filter((end) => end !== undefined).join("/"));
    return make(`figure-${number + 1}`, "classifying", [
      words("classifying", figure.kind), ...(value === "" ? [] : [words("describing", [value, figure.unit].filter((part) => part !== undefined).join(" "))]),
    ], [figure], hand.figures.has(number));
  });
  const items = [...quotes.filter(({ target }) => !Array.isArray(target) || target.length), ...mentions, ...figures];
  return {
    "@context": ["http://www.w3.org/ns/anno.jsonld", { story: { "@id": STORY, "@type": "@json" } }],
    id, type: "AnnotationCollection", label: title, created: made, generator: GENERATOR, total: items.length,
    story: packStory(story),
    first: { id: `${id}#page`, type: "AnnotationPage", partOf: id, startIndex: 0, items },
  };
}

const GENERATOR = { id: "urn:whosaid", type: "Software", name: "whosaid" };
