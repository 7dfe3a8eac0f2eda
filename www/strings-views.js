/**
 * What the parts of the page say that are fetched when they are asked for: their share of the one table,
 * see strings.js.
 */

import { inLanguage, strings } from "./strings.js";

const { count } = strings;

export const words = inLanguage("views", {
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
  classroom: {
    title: "Classroom", hint: "Marks and lists are hidden. Select words in the article that somebody says, choose who says them and how, and mark them. Then compare.",
    by: "Who says it", how: "How it is told", direct: "word for word", indirect: "reported", mark: "Mark the selected words", drop: "Take this mark away",
    marked: (/** @type {number} */ n) => `${count(n, "mark", "marks")} so far.`,
    compare: "Compare", end: "End",
    score: (/** @type {number} */ points, /** @type {number} */ most) => `${strings.number(points)} of ${strings.number(most)} points`,
    found: (/** @type {number} */ hits, /** @type {number} */ all, /** @type {number} */ right) =>
      `You have ${strings.number(hits)} of the ${strings.quotes(all)} that were found, ${strings.number(right)} with the same speaker.`,
    right: "yours too", wrong: (/** @type {string} */ who) => `yours too, but said by ${who}`, otherKind: "told in the other way",
    missed: (/** @type {string} */ who) => `not among yours: ${who}`, own: "only yours", errs: "The page is a program and errs: where you differ, look at the article.",
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
});

const list = new Intl.ListFormat(strings.locale, { type: "conjunction" });
