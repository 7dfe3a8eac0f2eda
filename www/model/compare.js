/**
 * Two articles held against each other: voices in both and in one only, the same words told again or told
 * otherwise, the same thing told by another source, figures that differ. Two versions of one story are two articles
 * most of whose sentences are the same: what changed between them is what stands in one only.
 *
 * Quotes are paired by the words that they share (Dice over words that are not among the commonest), the
 * likest pairs first; figures by what they count and the words of their sentences. Other words for the same
 * are not found.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {{ name: string, a: SpeakerFindings | null, b: SpeakerFindings | null }} Voice
 * @typedef {{ words: string, in: "both" | "a" | "b" }} Piece
 * @typedef {{ a: number, b: number, likeness: number, pieces: Piece[], same: boolean, otherSource: boolean }} Pair quotes that
 *   say the same; `pieces`: their words, those that only one has told apart
 * @typedef {{ a: number, b: number }} Figures that differ
 */

import { quoteWords } from "./exports.js";
import { findCounted, isDate, sentenceAt } from "./figure-groups.js";

/** From here on two quotes are taken for one. */
const LIKE = 0.5;
/** Quotes that share fewer words are one only where they are the same. */
const LEAST_SHARED = 2;
/** A word that more quotes of the other article have tells nothing. */
const TOO_COMMON = 25;
/** Longer quotes are not aligned word by word. */
const LONGEST = 400;
/** Two articles with this share of sentences in common are versions of one. */
const VERSION = 0.4;

/**
 * @param {Findings} a
 * @param {Findings} b
 */
export function compare(a, b) {
  const voices = pairVoices(a, b);
  const pairs = pairQuotes(a, b, voices);
  const [inA, inB] = [new Set(pairs.map((pair) => pair.a)), new Set(pairs.map((pair) => pair.b))];
  const left = (/** @type {Findings} */ { annotation }, /** @type {Set<number>} */ paired) => annotation.quotes.flatMap((_, id) => (paired.has(id) ? [] : [id]));
  return {
    voices, pairs, onlyA: left(a, inA), onlyB: left(b, inB), figures: pairFigures(a, b),
    versions: shareOfSentences(a.text, b.text) >= VERSION,
    figuresOnly: figuresInOne(a, b),
  };
}

/** @param {Findings} a @param {Findings} b @returns {Voice[]} in both first, then by words */
function pairVoices(a, b) {
  /** @type {Map<string, SpeakerFindings[]>} by the name's last word */
  const byName = new Map();
  for (const speaker of b.speakers) {
    if (!speaker.entity) continue;
    push(byName, keyOf(speaker.entity), speaker);
  }
  const taken = new Set();
  /** @type {Voice[]} */
  const voices = [];
  for (const speaker of a.speakers) {
    const { entity } = speaker;
    if (!entity) continue;
    const other = (byName.get(keyOf(entity)) ?? []).find((one) => !taken.has(one) && isSame(entity, /** @type {NonNullable<typeof one.entity>} */ (one.entity)));
    if (other) taken.add(other);
    voices.push({ name: entity.name, a: speaker, b: other ?? null });
  }
  for (const speaker of b.speakers) if (speaker.entity && !taken.has(speaker)) voices.push({ name: speaker.entity.name, a: null, b: speaker });
  const words = (/** @type {Voice} */ { a, b }) => (a?.words ?? 0) + (b?.words ?? 0);
  return voices.sort((one, other) => Number(!one.a || !one.b) - Number(!other.a || !other.b) || words(other) - words(one));
}

/**
 * @template Key, Item
 * @param {Map<Key, Item[]>} map
 * @param {Key} key
 * @param {Item} item
 */
function push(map, key, item) {
  const items = map.get(key);
  if (items) items.push(item);
  else map.set(key, [item]);
}

/** @param {{ kind: string, name: string }} entity */
function keyOf({ kind, name }) {
  const words = nameWords(name);
  return kind === "person" ? soundOf(words.at(-1) ?? "") : words.join(" ");
}

/** Zelenskyy and Zelenskiy, Gaddafi and Gadafi: one name in other letters. @param {string} surname */
function soundOf(surname) {
  return surname.replace(/kh/g, "h").replace(/[yij]+/g, "i").replace(/(.)\1/g, "$1");
}

/** @param {string} name */
function nameWords(name) {
  return name.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[.’']s?\b/g, "").replace(/^(?:the|an?) /, "").match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A surname alone may be anybody's of that name; two first names are two people. @param {{ kind: string, name: string }} one @param {{ kind: string, name: string }} other */
function isSame(one, other) {
  if (one.kind !== "person") return true;
  const [first, second] = [nameWords(one.name), nameWords(other.name)];
  return first.length === 1 || second.length === 1 || first[0]?.[0] === second[0]?.[0];
}

const COMMON = new Set("the a an of and or to in on at for is are was were be been it that this with as by we i he she they you not have has had will would our their his her its from but".split(" "));

/** @param {string} words */
function tokens(words) {
  return words.toLowerCase().match(/[\p{L}\p{N}$£€%]+(?:['’.,][\p{L}\p{N}]+)*/gu) ?? [];
}

/**
 * @param {Findings} a
 * @param {Findings} b
 * @param {Voice[]} voices
 * @returns {Pair[]} by where they stand in the first
 */
function pairQuotes(a, b, voices) {
  const read = (/** @type {Findings} */ findings) => findings.annotation.quotes.map((_, id) => {
    const words = quoteWords(findings, id);
    const all = tokens(words);
    return { words, all, content: new Set(all.filter((token) => !COMMON.has(token))) };
  });
  const [first, second] = [read(a), read(b)];
  /** @type {Map<string, number[]>} */
  const having = new Map();
  second.forEach(({ content }, id) => content.forEach((word) => push(having, word, id)));
  /** @type {{ a: number, b: number, likeness: number }[]} */
  const found = [];
  first.forEach(({ words, content }, id) => {
    /** @type {Map<number, number>} */
    const shared = new Map();
    for (const word of content) {
      const others = having.get(word) ?? [];
      if (others.length <= TOO_COMMON) for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const likeness = (2 * count) / (content.size + second[other].content.size);
      if (likeness >= LIKE && (count >= LEAST_SHARED || bare(words) === bare(second[other].words))) found.push({ a: id, b: other, likeness });
    }
  });
  found.sort((one, other) => other.likeness - one.likeness || one.a - other.a);
  const [inA, inB] = [new Set(), new Set()];
  /** @type {Map<string, Voice>} */
  const voiceOf = new Map();
  for (const voice of voices) {
    if (voice.a) voiceOf.set(`a${voice.a.entity?.id}`, voice);
    if (voice.b) voiceOf.set(`b${voice.b.entity?.id}`, voice);
  }
  /** @type {Pair[]} */
  const pairs = [];
  for (const pair of found) {
    if (inA.has(pair.a) || inB.has(pair.b)) continue;
    inA.add(pair.a);
    inB.add(pair.b);
    const [by, other] = [a.annotation.quotes[pair.a].speaker, b.annotation.quotes[pair.b].speaker];
    const same = bare(first[pair.a].words) === bare(second[pair.b].words);
    const otherSource = by !== null && other !== null && voiceOf.get(`a${by}`) !== voiceOf.get(`b${other}`);
    pairs.push({ ...pair, same, otherSource, pieces: align(first[pair.a].words, second[pair.b].words) });
  }
  return pairs.sort((one, other) => one.a - other.a);
}

/** A quote without its marks. @param {string} words */
function bare(words) {
  return tokens(words).join(" ");
}

/**
 * The words of two quotes side by side: the longest common sequence, and what only one has.
 *
 * @param {string} one
 * @param {string} other
 * @returns {Piece[]}
 */
export function align(one, other) {
  const [first, second] = [one.match(/\S+\s*/g) ?? [], other.match(/\S+\s*/g) ?? []];
  if (first.length > LONGEST || second.length > LONGEST) return [{ words: one, in: "a" }, { words: other, in: "b" }];
  const key = (/** @type {string} */ word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "") || word.trim();
  const [keys, otherKeys] = [first.map(key), second.map(key)];
  const width = second.length + 1;
  const longest = new Uint16Array((first.length + 1) * width);
  for (let i = first.length - 1; i >= 0; i--) {
    for (let j = second.length - 1; j >= 0; j--) {
      longest[i * width + j] = keys[i] === otherKeys[j] ? longest[(i + 1) * width + j + 1] + 1 : Math.max(longest[(i + 1) * width + j], longest[i * width + j + 1]);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  const add = (/** @type {string} */ words, /** @type {Piece["in"]} */ where) => {
    const last = pieces.at(-1);
    if (last?.in === where) last.words += words;
    else pieces.push({ words, in: where });
  };
  let [i, j] = [0, 0];
  while (i < first.length || j < second.length) {
    if (i < first.length && j < second.length && keys[i] === otherKeys[j]) {
      add(second[j], "both");
      i++;
      j++;
    } else if (j >= second.length || (i < first.length && longest[(i + 1) * width + j] >= longest[i * width + j + 1])) add(first[i++], "a");
    else add(second[j++], "b");
  }
  return pieces;
}

/** @param {Findings} findings */
function describeFigures({ text, annotation: { figures } }) {
  return figures.flatMap((figure, id) => {
    const value = figure.value ?? figure.low;
    if (isDate(figure) || figure.kind === "ordinal" || value === undefined) return [];
    const { start, end } = sentenceAt(text, figure);
    const content = new Set(tokens(text.slice(start, end)).filter((token) => token.length > 3 && !COMMON.has(token)).map((token) => token.replace(/(?:ing|ed|es|s)$/, "")));
    return [{ id, key: `${findCounted(text, figure).key} ${figure.unit ?? ""}`, value, high: figure.high ?? value, content }];
  });
}

/**
 * Figures that count the same thing in sentences alike, with other values.
 *
 * @param {Findings} a
 * @param {Findings} b
 * @returns {Figures[]}
 */
function pairFigures(a, b) {
  const [first, second] = [describeFigures(a), describeFigures(b)];
  /** @type {Map<string, typeof second>} */
  const byKey = new Map();
  for (const figure of second) push(byKey, figure.key, figure);
  const known = new Set(first.map(({ key, value }) => `${key} ${value}`));
  /** @type {{ a: number, b: number, likeness: number, first: number }[]} */
  const found = [];
  for (const figure of first) {
    const others = (byKey.get(figure.key) ?? []).slice(0, 200);
    if (others.some(({ value, high }) => value === figure.value && high === figure.high)) continue; // the other has it too
    for (const other of others) {
      if (known.has(`${other.key} ${other.value}`)) continue;
      let shared = 0;
      for (const word of figure.content) if (other.content.has(word)) shared++;
      const likeness = (2 * shared) / (figure.content.size + other.content.size || 1);
      const near = Math.max(figure.value, other.value) <= 3 * Math.min(figure.value, other.value);
      if (near && ((likeness >= 0.35 && shared >= 2) || (figure.key.startsWith("toll:") && shared >= 1))) found.push({ a: figure.id, b: other.id, likeness, first: figure.id });
    }
  }
  found.sort((one, other) => other.likeness - one.likeness || one.first - other.first);
  const [inA, inB] = [new Set(), new Set()];
  return found.filter((pair) => !inA.has(pair.a) && !inB.has(pair.b) && inA.add(pair.a) && inB.add(pair.b)).map(({ a, b }) => ({ a, b })).sort((one, other) => one.a - other.a);
}

/** Figures of one article whose value the other has not, for two versions of a story. @param {Findings} a @param {Findings} b */
function figuresInOne(a, b) {
  const [first, second] = [describeFigures(a), describeFigures(b)];
  const has = (/** @type {typeof first} */ all) => new Set(all.map(({ key, value, high }) => `${key} ${value} ${high}`));
  const [inA, inB] = [has(first), has(second)];
  return {
    a: first.filter(({ key, value, high }) => !inB.has(`${key} ${value} ${high}`)).map(({ id }) => id),
    b: second.filter(({ key, value, high }) => !inA.has(`${key} ${value} ${high}`)).map(({ id }) => id),
  };
}

/** @param {string} a @param {string} b */
function shareOfSentences(a, b) {
  const split = (/** @type {string} */ text) => new Set((text.match(/[^.!?\n]+/g) ?? []).map((sentence) => tokens(sentence).join(" ")).filter((words) => words.length > 20));
  const [first, second] = [split(a), split(b)];
  let shared = 0;
  for (const sentence of first) if (second.has(sentence)) shared++;
  return shared / (Math.min(first.size, second.size) || 1);
}
