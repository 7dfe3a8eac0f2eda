/**
 * What the parts of the page say that are fetched when they are asked for: their share of the one table,
 * see strings.js.
 */

import { strings } from "./strings.js";

const { count } = strings;

export const words = {
  figures: {
    columns: { text: "In the text", value: "Value", who: "Who said it" },
    caption: "Figures by what they count. The heads of the columns sort within each group.",
    sortBy: (/** @type {string} */ column) => `Sort by: ${column}`,
    groups: /** @type {Record<string, string>} */ ({
      "toll:dead": "Dead", "toll:injured": "Injured", "toll:missing": "Missing", "toll:arrested": "Arrested", "toll:displaced": "Displaced",
      "kind:money": "Money", "kind:percent": "Percentages", "kind:quantity": "Measures", "kind:duration": "How long", "kind:age": "Ages",
      "kind:ordinal": "Ranks", "kind:number": "Other numbers",
    }),
    differ: (/** @type {string[]} */ values) => `${list.format(values)} may not agree`,
    differNote: "Told of one thing, as it seems: look at both.",
    article: "the article",
    noValue: "no exact value",
  },
  dates: {
    open: "No fixed day", openNote: "Give the day of publication above, and “Tuesday” gets a date.",
    inYear: (/** @type {string} */ year) => year,
  },
  voice: {
    columns: { who: "Who", words: "Words", share: "Share", first: "First in", verbs: "Verbs" },
    caption: "Share of voice: the words of each speaker, quoted and reported.",
    quoted: (/** @type {number} */ n) => `${strings.words(n)} quoted`,
    reported: (/** @type {number} */ n) => `${strings.words(n)} reported`,
    paragraph: (/** @type {number} */ n) => `¶ ${strings.number(n)}`,
    total: (/** @type {number} */ said, /** @type {number} */ all) =>
      `${strings.number(said)} of ${count(all, "word", "words")} are somebody’s, ${strings.percent(said / (all || 1))}.`,
    verb: (/** @type {string} */ verb, /** @type {number} */ n) => (n > 1 ? `${verb} ${strings.number(n)}×` : verb),
    noVerb: "no verb",
    key: "Full colour: quoted; pale: reported.",
  },
  compare: {
    title: "Two articles side by side", versions: "Two versions of one story", this: "this one", other: "the other",
    voices: (/** @type {number} */ both, /** @type {number} */ all) => `${count(all, "voice", "voices")}, ${strings.number(both)} in both`,
    reworded: (/** @type {number} */ n) => `Told otherwise: ${strings.quotes(n)}`,
    same: (/** @type {number} */ n) => `Word for word in both: ${strings.quotes(n)}`,
    only: (/** @type {number} */ n, /** @type {string} */ where) => `Only in ${where}: ${strings.quotes(n)}`,
    gone: (/** @type {number} */ n) => `Only in this version: ${strings.quotes(n)}`, added: (/** @type {number} */ n) => `Only in the other: ${strings.quotes(n)}`,
    figuresDiffer: (/** @type {number} */ n) => count(n, "figure differs", "figures differ"),
    figuresGone: (/** @type {number} */ n) => `Only in this version: ${count(n, "figure", "figures")}`, figuresAdded: (/** @type {number} */ n) => `Only in the other: ${count(n, "figure", "figures")}`,
    byOthers: (/** @type {string} */ one, /** @type {string} */ other) => `${one} here, ${other} there`,
  },
};

const list = new Intl.ListFormat(strings.locale, { type: "conjunction" });
