/**
 * What the page shows, derived from an annotation: who speaks how much, in which colour, which
 * places, and how many of everything.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Hand} Hand
 * @typedef {import("../types.ts").Mention} Mention
 * @typedef {import("../types.ts").Quote} Quote
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 */

import { HUES } from "../palette.js";

/** Below this, the page says "probably". */
export const SURE = 0.8;

/** @returns {Hand} of a reader who has corrected nothing */
const noHand = () => ({ quotes: new Set(), mentions: new Set(), figures: new Set(), entities: new Set(), checked: new Set() });

/**
 * @param {string} text
 * @param {Annotation} annotation with the reader's corrections, where there are any
 * @param {Hand} [hand] what the reader had a hand in
 * @returns {Findings}
 */
export function deriveFindings(text, annotation, hand = noHand()) {
  const { entities, mentions, quotes, figures } = annotation;
  const words = quotes.map((quote) => countWords(text, quote.content));

  /** @type {number[][]} */
  const mentionsOf = entities.map(() => []);
  const names = entities.map(() => 0);
  mentions.forEach((mention, id) => {
    mentionsOf[mention.entity]?.push(id);
    if (mention.form === "name") names[mention.entity]++;
  });

  const speakers = groupBySpeaker(annotation, words);
  const hueOf = entities.map(() => 0);
  const speaks = entities.map(() => false);
  for (const { entity, hue } of speakers) {
    if (!entity) continue;
    hueOf[entity.id] = hue;
    speaks[entity.id] = true;
  }

  const named = (/** @type {(kind: string) => boolean} */ wanted) =>
    entities
      .filter((entity) => wanted(entity.kind) && names[entity.id])
      .map((entity) => ({ entity, names: names[entity.id], mentions: mentionsOf[entity.id] }))
      .sort((a, b) => b.names - a.names || a.mentions[0] - b.mentions[0]);
  const places = named((kind) => kind === "place");
  const people = named((kind) => kind === "person");
  const organizations = named((kind) => kind === "organization");
  const others = named((kind) => !["place", "person", "organization"].includes(kind));

  return {
    text, annotation, hand, words, mentionsOf, hueOf, speaks, speakers, places, people, organizations, others,
    counts: {
      direct: quotes.filter((quote) => kindOf(quote) === "direct").length,
      indirect: quotes.filter((quote) => kindOf(quote) === "indirect").length,
      stance: quotes.filter((quote) => kindOf(quote) === "stance").length,
      attribution: speakers.filter(({ entity }) => entity).length,
      person: people.length,
      organization: organizations.length,
      place: places.length,
      figure: figures.length,
      other: others.length,
    },
    doubtful: quotes.flatMap((quote, id) => (isDoubtful(quote) && !hand.checked.has(id) ? [id] : [])),
  };
}

/**
 * @param {Annotation} annotation
 * @param {number[]} words by quote
 * @returns {SpeakerFindings[]} most words first, the quotes without a speaker last
 */
function groupBySpeaker({ entities, quotes }, words) {
  /** @type {Map<number | null, SpeakerFindings>} */
  const groups = new Map();
  quotes.forEach((quote, id) => {
    const entity = quote.speaker === null ? null : entities[quote.speaker] ?? null;
    const key = entity?.id ?? null;
    const group = groups.get(key) ?? { entity, quotes: [], words: 0, hue: 0 };
    group.quotes.push(id);
    group.words += words[id];
    groups.set(key, group);
  });
  const sorted = [...groups.values()].sort(
    (a, b) => Number(!a.entity) - Number(!b.entity) || b.words - a.words || a.quotes[0] - b.quotes[0],
  );
  sorted.forEach((group, rank) => {
    group.hue = group.entity && rank < HUES ? rank + 1 : 0;
  });
  return sorted;
}

/**
 * @param {Quote} quote
 * @returns {boolean} told in the writer's words, though some may stand in quotation marks
 */
export function isReported(quote) {
  return quote.style === "indirect" || quote.style === "mixed";
}

/**
 * @param {Quote} quote
 * @returns {"direct" | "indirect" | "stance"} the kind of mark that it has
 */
export function kindOf(quote) {
  return quote.act === "stance" ? "stance" : isReported(quote) ? "indirect" : "direct";
}

/** @param {Quote} quote */
export function isDoubtful(quote) {
  return quote.certainty < SURE;
}

/**
 * Whether two annotations of a text differ in nothing but where places lie.
 *
 * @param {Annotation} one
 * @param {Annotation} other
 */
export function isSameButPlaces(one, other) {
  return isSame(one, other, "place");
}

/** @param {any} one @param {any} other @param {string} but a field that may differ @returns {boolean} */
function isSame(one, other, but) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = Object.keys(one).filter((key) => key !== but);
  return keys.length === Object.keys(other).filter((key) => key !== but).length && keys.every((key) => isSame(one[key], other[key], but));
}

/**
 * @param {string} text
 * @param {Span[]} spans
 */
export function countWords(text, spans) {
  return spans.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0), 0);
}

/**
 * The words of several spans, as one line.
 *
 * @param {string} text
 * @param {Span[]} spans
 */
export function wordsOf(text, spans) {
  return spans.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").replace(/\*\*/g, "").trim()).join(" … ");
}

/**
 * The mention that a quote's source is: the innermost one of its speaker, else the first.
 *
 * @param {Annotation} annotation
 * @param {Quote} quote
 * @returns {number | null} its index
 */
export function findSourceMention({ mentions }, quote) {
  let best = null;
  for (const source of quote.source) {
    for (let id = firstMentionFrom(mentions, source.start); id < mentions.length && mentions[id].start < source.end; id++) {
      const mention = mentions[id];
      if (mention.entity !== quote.speaker || mention.end > source.end) continue;
      if (best === null || mention.end - mention.start > mentions[best].end - mentions[best].start) best = id;
    }
  }
  return best;
}

/**
 * The quote that a span stands in: the innermost one.
 *
 * @param {Annotation} annotation
 * @param {Span} span
 * @returns {number | null} its index
 */
export function findQuoteAround({ quotes }, { start, end }) {
  let best = null;
  let shortest = Infinity;
  quotes.forEach((quote, id) => {
    for (const content of quote.content) {
      if (content.start <= start && end <= content.end && content.end - content.start < shortest) {
        best = id;
        shortest = content.end - content.start;
      }
    }
  });
  return best;
}

/**
 * How a mention was resolved, hop by hop: "he", "the young soldier", "Vladyslav".
 *
 * @param {Mention[]} mentions
 * @param {number} id
 * @returns {number[]} mention indices, the given one first
 */
export function traceAntecedents(mentions, id) {
  const chain = [id];
  let next = mentions[id].antecedent;
  while (next !== undefined && mentions[next] && !chain.includes(next) && chain.length < 8) {
    chain.push(next);
    next = mentions[next].antecedent;
  }
  return chain;
}

/**
 * @param {Mention[]} mentions by start
 * @param {number} position
 * @returns {number} index of the first that starts there or later
 */
function firstMentionFrom(mentions, position) {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
