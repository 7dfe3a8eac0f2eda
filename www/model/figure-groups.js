/**
 * Figures as facts: grouped by what they count, with what may not agree; dates apart, in order of time.
 *
 * What is counted is read from the words that the core gives (`of`), else from the nearest word that tells
 * a toll ("killed", "injured") in the same clause, else from the kind. Two figures of one group are said not
 * to agree where they stand in different sentences about the same thing, differ by less than half, and
 * neither a bound, a range, rounding nor another year explains it. It misses what is counted in other words
 * ("soldiers" and "the dead"), and never says which one is right.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {{ key: string, words: string, ids: number[], differ: number[][] }} Group
 *   `key`: a toll, a kind, or the counted noun; `words`: what is counted, as the text says it, where it does;
 *   `differ`: sets of figures, in reading order, that may not agree
 * @typedef {{ words: Set<string>, years: string, apart: boolean, places: number[] }} Context of a figure; `apart`: it says itself that it tells of something else
 * @typedef {{ id: number, from: string, day: string }} Dated `from`: sortable, "2021-12-16"; `day`: ISO as found
 */

import { SpanIndex } from "./span-index.js";

/** What words near a number of people say of them. @type {[string, RegExp][]} */
const TOLLS = [
  ["dead", /\b(?:dead|deaths?|died|dies|dying|kill(?:s|ed|ing)?|fatalit(?:y|ies)|bodies|death toll|perished|drowned|lives)\b/gi],
  ["injured", /\b(?:injur(?:ed|ing|ies)|wound(?:s|ed|ing)|hurt|hospitali[sz]ed)\b/gi],
  ["missing", /\b(?:missing|unaccounted)\b/gi],
  ["arrested", /\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)|detentions?)\b/gi],
  ["displaced", /\b(?:displac(?:ed|ing)|evacuat(?:ed|ing|ions?)|homeless)\b/gi],
];
/** Between a number and a verb that is said of it: "14 were wounded". */
const OF_IT = /^[\w\s]{0,25}\b(?:were|was|are|is|been)\s$/;
/** Nouns for people: what a toll counts. */
const PEOPLE = /^(?:people|persons?|civilians?|men|women|children|kids|girls?|boys?|troops|police|victims?|others|students?|residents?|patients?|hostages?|refugees?|migrants?|militants?|members?|bystanders?|\w+(?:ers|ors|ists|ees|men|women))$/i;
/** Nouns of one meaning where they are counted. */
const SAME = new Map([["troop", "soldier"], ["serviceman", "soldier"], ["person", "people"]]);
/** How far from a number the word of its toll stands, in characters. */
const REACH = 45;
/** Counted by the dozen in any match or vote, and no two of them of one thing. */
const UNITS_OF_PLAY = /^(?:points?|times?|games?|goals?|sets?|matches|match|wins?|loss(?:es)?|shots?|runs?|yards?|seats?|votes?|rounds?|years?|months?|days?|ways?|things?|parts?|steps?|one)$/i;
/** Words by which a sentence sets what it counts apart from what others count. */
const APART = /\b(?:another|others?|second|similar(?:ly)?|previous(?:ly)?|original(?:ly)?|earlier|last (?:year|month|week)|compared|per|each|every|average)\b/i;
/** An amount of money below this is a price, of which a text may name many. */
const PRICE = 1_000_000;
/** Figures of one group, nearest in size, that are compared with each. */
const NEIGHBOURS = 12;
/** More figures of one group than this are no facts of one article, and not compared. */
const MOST_COMPARED = 400;
const END = /[.!?…]["”’)]?\s|\n/;
const ENDS = new RegExp(END, "g");
const PREPOSITION = /\s(?:of|in|from|who|whose|that|which|with|at|for|on|to|by|since|per|and|or|have|had|has|were|was|are|is)\b/i;
const COMMON = new Set("that this with from have were been their they them which when what will would could about after before more than least most over under into also said says told people million billion thousand hundred percent some many other another year years week month today monday tuesday wednesday thursday friday saturday sunday there where while your only just like according least around nearly almost".split(" "));

/** The kinds whose figures stand on a timeline. @param {Figure} figure */
export const isDate = ({ kind }) => kind === "date" || kind === "time";

/**
 * @param {Findings} findings
 * @returns {Group[]} those with something that may not agree first, then by size; what stands alone at the end
 */
export function groupFigures({ text, annotation }) {
  const { figures } = annotation;
  /** @type {Map<string, Group>} */
  const groups = new Map();
  figures.forEach((figure, id) => {
    if (isDate(figure)) return;
    const { key, words } = findCounted(text, figure);
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { key, words, ids: [id], differ: [] });
  });
  const all = [...groups.values()];
  for (const group of all) group.differ = findDiffering(text, annotation, group);
  // What is counted once needs no heading of its own.
  const alone = all.filter(({ key, ids }) => ids.length === 1 && key.startsWith("of:"));
  const grouped = all.filter((group) => !alone.includes(group));
  const singles = alone.flatMap(({ ids }) => ids);
  const rest = grouped.find(({ key }) => key === "kind:number");
  if (rest) rest.ids = [...rest.ids, ...singles].sort((a, b) => a - b);
  else if (singles.length) grouped.push({ key: "kind:number", words: "", ids: singles.sort((a, b) => a - b), differ: [] });
  return grouped.sort((a, b) => b.differ.length - a.differ.length || rank(a) - rank(b) || b.ids.length - a.ids.length || a.ids[0] - b.ids[0]);
}

const KINDS = ["kind:money", "kind:percent", "kind:quantity", "kind:duration", "kind:age", "kind:number", "kind:ordinal"];

/** @param {Group} group */
function rank({ key }) {
  return key.startsWith("toll:") ? 0 : key.startsWith("of:") ? 1 : 2 + KINDS.indexOf(key);
}

/**
 * What a figure counts.
 *
 * @param {string} text
 * @param {Figure} figure
 * @returns {{ key: string, words: string }}
 */
export function findCounted(text, figure) {
  const of = figure.of ? text.slice(figure.of.start, figure.of.end).replace(/\s+/g, " ").trim() : "";
  const head = of.split(PREPOSITION)[0].split(" ").at(-1) ?? "";
  if (figure.kind === "number" && (!of || PEOPLE.test(head) || isToll(of))) {
    const toll = findToll(text, figure, of);
    if (toll) return { key: `toll:${toll}`, words: "" };
  }
  if (!of || figure.kind !== "number") return { key: `kind:${figure.kind}`, words: "" };
  const noun = singular(head.toLowerCase());
  return { key: `of:${SAME.get(noun) ?? noun}`, words: head };
}

/** @param {string} words */
function isToll(words) {
  return TOLLS.some(([, pattern]) => new RegExp(pattern.source, "i").test(words));
}

/**
 * The nearest word of a toll in the clause around a number.
 *
 * @param {string} text
 * @param {Span} figure
 * @param {string} of
 */
function findToll(text, { start, end }, of) {
  const before = /[^.!?;:,—\n]*$/.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? "";
  const after = /^[^.!?;:,—\n]*/.exec(text.slice(end, end + REACH))?.[0] ?? "";
  // "killed 3 and wounded 5": each number is of the verb before it, unless the word that it counts tells.
  let best = "";
  let nearest = of ? REACH : 30;
  for (const [toll, pattern] of TOLLS) {
    for (const { index } of after.matchAll(pattern)) {
      const distance = OF_IT.test(after.slice(0, index)) ? index / 4 : index;
      if (distance < nearest && !/\b(?:and|but)\b.*\d/.test(after.slice(0, index))) [best, nearest] = [toll, distance];
    }
    for (const { index, 0: word } of before.matchAll(pattern)) {
      const distance = before.length - index - word.length;
      if (distance <= nearest && !/\d/.test(before.slice(index + word.length))) [best, nearest] = [toll, distance];
    }
  }
  return best;
}

/**
 * @param {import("../types.ts").Mention[]} mentions by start
 * @param {Span} span
 */
function mentionsIn(mentions, { start, end }) {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].start < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < mentions.length && mentions[last].start < end) last++;
  return mentions.slice(low, last);
}

/** @param {string} noun */
function singular(noun) {
  if (/(?:ss|us|is)$/.test(noun)) return noun;
  return noun.replace(/ies$/, "y").replace(/(x|ch|sh|ss)es$/, "$1").replace(/s$/, "");
}

/**
 * @param {string} text
 * @param {Annotation} annotation
 * @param {Group} group
 * @returns {number[][]}
 */
function findDiffering(text, { figures, mentions, entities }, { key, ids }) {
  const counted = key.startsWith("toll:") || (key.startsWith("of:") && !UNITS_OF_PLAY.test(key.slice(3)));
  if (ids.length < 2 || !(counted || key === "kind:money")) return [];
  const valued = ids.filter((id) => figures[id].value !== undefined && figures[id].low === undefined && (counted || valueOf(figures[id]) >= PRICE))
    .sort((a, b) => valueOf(figures[a]) - valueOf(figures[b]) || a - b);
  if (valued.length > MOST_COMPARED) return [];
  const sentences = new Map(valued.map((id) => [id, sentenceAt(text, figures[id])]));
  const words = new Map();
  const wordsAt = (/** @type {number} */ id) => {
    const { start, end } = /** @type {Span} */ (sentences.get(id));
    if (!words.has(id)) {
      const places = mentionsIn(mentions, { start, end }).flatMap(({ entity }) => (entities[entity].kind === "place" ? [entity] : []));
      words.set(id, { ...contentWords(text.slice(start, end)), places });
    }
    return words.get(id);
  };
  // Values that one sentence names side by side ("up from 78 to 81") are told apart by it.
  const together = new Set();
  for (let i = 0; i < valued.length; i++) {
    for (let j = i + 1; j < valued.length && j <= i + NEIGHBOURS; j++) {
      if (sentences.get(valued[i])?.start === sentences.get(valued[j])?.start) together.add(`${valueOf(figures[valued[i]])} ${valueOf(figures[valued[j]])}`);
    }
  }
  /** @type {Map<number, number>} each to the first of its set */
  const first = new Map();
  const find = (/** @type {number} */ id) => {
    while (first.get(id) !== undefined && first.get(id) !== id) id = /** @type {number} */ (first.get(id));
    return id;
  };
  for (let i = 0; i < valued.length; i++) {
    for (let j = i + 1; j < valued.length && j <= i + NEIGHBOURS; j++) {
      const [a, b] = [figures[valued[i]], figures[valued[j]]];
      if (valueOf(b) > valueOf(a) * 1.5) break;
      if (!mayDiffer(a, b) || together.has(`${valueOf(a)} ${valueOf(b)}`)) continue;
      if (!isSameThing(key, wordsAt(valued[i]), wordsAt(valued[j]))) continue;
      first.set(find(valued[j]), find(valued[i]));
      first.set(find(valued[i]), find(valued[i]));
    }
  }
  /** @type {Map<number, number[]>} */
  const sets = new Map();
  for (const id of valued) {
    if (!first.has(id)) continue;
    const root = find(id);
    const set = sets.get(root);
    if (set) set.push(id);
    else sets.set(root, [id]);
  }
  return [...sets.values()].map((set) => set.sort((a, b) => a - b));
}

/** @param {Figure} figure */
function valueOf({ value, low, high }) {
  return value ?? low ?? high ?? 0;
}

/** @param {Figure} less @param {Figure} more whether two values for one thing would not agree */
function mayDiffer(less, more) {
  const [low, high] = [valueOf(less), valueOf(more)];
  if (low === high || high < 3 || less.unit !== more.unit || less.kind !== more.kind) return false;
  if (less.kind === "number" && low >= 1900 && high <= 2100) return false; // years
  // "about 80" and 82, "over 80" and 82, "nearly 90" and 88: a round number speaks of the other.
  const near = (high - low) / high < 0.1;
  if (near && (less.bound === "about" || less.bound === "over" || less.bound === "at-least") && isRounder(low, high)) return false;
  if (near && (more.bound === "about" || more.bound === "under" || more.bound === "at-most") && isRounder(high, low)) return false;
  return true;
}

/** @param {number} round @param {number} other */
function isRounder(round, other) {
  const zeros = (/** @type {number} */ value) => /0*$/.exec(String(Math.round(value)))?.[0].length ?? 0;
  return zeros(round) > zeros(other);
}

/**
 * Whether two sentences tell of one thing, by the words that they share.
 *
 * @param {string} key
 * @param {Context} one
 * @param {Context} other
 */
function isSameThing(key, one, other) {
  if (one.apart || other.apart || (one.years && other.years && one.years !== other.years)) return false;
  if (one.places.length && other.places.length && !one.places.some((place) => other.places.includes(place))) return false;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  const least = Math.min(one.words.size, other.words.size) || 1;
  if (key.startsWith("toll:")) return shared >= 1 || least < 4;
  return shared >= 3 && shared / least >= 0.4;
}

/**
 * @param {string} sentence
 * @returns {Omit<Context, "places">}
 */
function contentWords(sentence) {
  const words = new Set();
  for (const [word] of sentence.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    if (!COMMON.has(word)) words.add(word.replace(/(?:ing|ed|es|s)$/, "").slice(0, 8));
  }
  return { words, apart: APART.test(sentence), years: [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].map(([year]) => year).sort().join() };
}

/**
 * The sentence around a span, at most some 400 characters long.
 *
 * @param {string} text
 * @param {Span} span
 * @returns {Span}
 */
export function sentenceAt(text, { start, end }) {
  const from = Math.max(0, start - 200);
  let begin = from;
  for (const { index, 0: mark } of text.slice(from, start).matchAll(ENDS)) begin = from + index + mark.length;
  const rest = text.slice(end, end + 200);
  const stop = END.exec(rest);
  return { start: begin, end: end + (stop ? stop.index + stop[0].trimEnd().length : rest.length) };
}

/**
 * Dates in order of time, then those that the text leaves open.
 *
 * @param {Findings} findings
 * @returns {{ fixed: Dated[], open: number[] }}
 */
export function orderDates({ annotation: { figures } }) {
  /** @type {Dated[]} */
  const fixed = [];
  /** @type {number[]} */
  const open = [];
  figures.forEach((figure, id) => {
    if (!isDate(figure)) return;
    const from = figure.iso ? sortable(figure.iso) : null;
    if (from) fixed.push({ id, from, day: /** @type {string} */ (figure.iso) });
    else open.push(id);
  });
  fixed.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id - b.id));
  return { fixed, open };
}

/**
 * @param {string} iso
 * @returns {string | null} "2021-12-16", with the first of a longer time; null where the year is open
 */
function sortable(iso) {
  const [first] = iso.split("/");
  const decade = /^(\d{2,3})X{1,2}$/.exec(first);
  if (decade) return `${decade[1].padEnd(4, "0")}-00-00`;
  const week = /^(\d{4})-W(\d\d)(?:-(\d))?/.exec(first);
  if (week) {
    const fourth = new Date(Date.UTC(Number(week[1]), 0, 4));
    const day = Date.UTC(Number(week[1]), 0, 4 - ((fourth.getUTCDay() + 6) % 7) + 7 * (Number(week[2]) - 1) + Number(week[3] ?? 1) - 1);
    return new Date(day).toISOString().slice(0, 10);
  }
  const day = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(first);
  return day ? `${day[1]}-${day[2] ?? "00"}-${day[3] ?? "00"}` : null;
}

/**
 * Who said each figure: the quote that it stands in, by figure.
 *
 * @param {Annotation} annotation
 * @returns {(number | null)[]}
 */
export function findSayers({ quotes, figures }) {
  const index = new SpanIndex(quotes.flatMap(({ content }, id) => content.map((span) => ({ ...span, id }))));
  return figures.map((figure) => index.innermost(figure));
}
