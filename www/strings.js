/**
 * Every word that the page says from a script, in one table: the place to translate.
 * (The words that never change stand in index.html.)
 *
 * @typedef {import("./types.ts").Findings} Findings
 */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const count = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
const LOCALE = "en-GB";
const numbers = new Intl.NumberFormat(LOCALE);
const percents = new Intl.NumberFormat(LOCALE, { style: "percent" });
const number = (/** @type {number} */ n) => numbers.format(n);

export const strings = {
  /** Of dates, numbers and names of countries. */
  locale: LOCALE,
  count,
  number,
  percent: (/** @type {number} */ share) => percents.format(share),
  /** @param {Findings} findings */
  summary({ counts, speakers, annotation }) {
    const speaking = speakers.filter(({ entity }) => entity);
    const allPeople = speaking.every(({ entity }) => entity?.kind === "person");
    const parts = [
      !speaking.length ? "nobody named as speaking"
      : allPeople
        ? count(speaking.length, "person speaks", "people speak")
        : count(speaking.length, "speaker", "speakers"),
      count(annotation.quotes.length, "quote", "quotes"),
      count(counts.place, "place", "places"),
      count(counts.figure, "figure", "figures"),
    ];
    const said = parts.join(", ");
    return said[0].toUpperCase() + said.slice(1);
  },
  date: {
    stated: "as the article says",
    open: "the article does not say",
    given: "as you say",
    none: "no day, as you say",
  },
  toCheck: (/** @type {number} */ n) => `${number(n)} to check`,
  toCheckLabel: "Go to the next quote whose speaker is in doubt",
  reading: "Reading…",
  nothingFound: "Nothing found: no quotes, names or figures in this text. Is it a news article?",
  noQuotes: "No quotes found. Names and figures are marked.",
  notEnglish: "This does not look like English. whosaid reads English only: take what is marked with care.",

  errors: {
    "wasm-refused":
      "This site’s Content-Security-Policy refuses WebAssembly. Whoever runs it must add 'wasm-unsafe-eval' to script-src, also in the header sent with worker.js.",
    "browser-old":
      "This browser is too old for the reader. Update it: Chrome and Edge 91, Firefox 89 and Safari 16.4, or newer, can run it.",
    "worker-refused":
      "The browser could not start the reader. Serve this folder over http (a file opened from disk cannot run workers), and allow worker-src 'self'. Then reload.",
    "core-missing": "The reader could not be loaded. Check the connection, then reload the page.",
    "places-missing": "The map data could not be loaded: places are marked, but have no coordinates. Reload to try again.",
    crash: "The reader stopped on this text. The article stands unmarked; another text will work.",
    unknown: "Something went wrong while reading. Try again, or reload the page.",
    "sample-missing": "The example could not be loaded. Paste an article of your own.",
    empty: "There is no text in it. Copy the words of an article and paste them here.",
    binary: (/** @type {string} */ name) =>
      `${name} is not a text file. Save the article as .txt, .md or .html, or copy its words and paste them.`,
    address:
      "That is the address of a page, and no page can fetch another for you. Open it, select all (Ctrl+A), copy and paste it here, or save it and open the file.",
    notOurs: (/** @type {string} */ name) => `${name} is not one that this page wrote, or it was changed: it could not be opened with its corrections.`,
    part: "This part of the page could not be loaded. Check the connection, then try again.",
    stands: "The article before still stands.",
    scanned: (/** @type {string} */ name) => `${name} holds pictures of pages, no words. Have it read by a program for text recognition first, or type the part that you need.`,
    nothingIn: (/** @type {string} */ name) => `${name} holds no words.`,
    damaged: (/** @type {string} */ name) => `${name} is damaged or protected and could not be read. Open it elsewhere, copy its words and paste them here.`,
    notText: (/** @type {string} */ name, /** @type {string} */ kind) =>
      `${name} is ${/** @type {Record<string, string>} */ ({ picture: "a picture", archive: "an archive", "old Word": "an old Word document", RTF: "an RTF document" })[kind] ?? "no text"}. Save it as .docx, .pdf, .html or .txt, or copy its words and paste them.`,
    large: (/** @type {string} */ name, /** @type {number} */ limit) =>
      `${name} is larger than ${limit} MB. Paste the part that you want to read.`,
    unreadable: (/** @type {string} */ name) => `${name} could not be read. Try again, or copy its words and paste them.`,
    copy: "The browser did not allow copying. Use Download instead.",
  },

  version: { ready: "A new version of this page is ready.", use: "Use it now", others: "Close the other tabs of this page first; then it is used." },
  windowTitle: (/** @type {string} */ title) => (title ? `${title} – whosaid` : "whosaid: who said what, where and how much"),
  lost: (/** @type {number} */ n) => `${count(n, "correction is", "corrections are")} of words that are no longer there; kept in case they come back.`,

  requests: (/** @type {number} */ n) =>
    (n ? `${strings.number(n)} of its own files fetched since, nothing sent.` : "0 requests since you gave it."),

  leftOut: {
    said: (/** @type {string} */ kinds) => `Left out of the page: ${kinds}.`,
    show: "Show what was left out", putBack: "Put it back", none: "Nothing more was left out.", more: "and more",
    kinds: /** @type {Record<string, string>} */ ({
      menu: "menus", aside: "side boxes", related: "related links", share: "sharing buttons", newsletter: "newsletter boxes",
      comments: "comments", form: "forms", hidden: "hidden words", advertisement: "advertisements", footer: "the foot of the page",
      paywall: "subscription notices", ignored: "what the page sets apart", deleted: "deleted words", popup: "pop-ups", tags: "tags",
      about: "notes about the author or paper", repeat: "repeated words", editable: "fields", other: "other words around the article",
    }),
  },
  several: (/** @type {number} */ n) => `${n} articles opened; the others are under Articles.`,

  kinds: {
    direct: "Quotes", indirect: "Reported", attribution: "Who said it", person: "People",
    organization: "Organizations", place: "Places", figure: "Figures", other: "Other names", stance: "Stances",
  },
  /** How a kind of mark looks and what it means. */
  kindWords: {
    direct: "Words in quotation marks and turns of an interview: tinted in their speaker’s colour.",
    indirect: "What somebody said or thinks, in the writer’s words: a dotted line in the speaker’s colour.",
    attribution: "Who said it, and the verb: a thin line in the speaker’s colour; the name stands in the margin.",
    person: "People who do not speak here: a fine grey line.",
    organization: "Organizations that do not speak here: a fine grey line.",
    place: "Places: a solid grey line; wavy where the map does not know them.",
    figure: "Numbers, money, measures and dates: a double grey line.",
    other: "Nationalities, parties, products and events: a fine grey line. Off at first.",
    stance: "What somebody wants, supports or condemns, though no words of theirs are told: a dashed line. Off at first.",
  },
  shown: (/** @type {string} */ kind) => `${kind} shown.`,
  hidden: (/** @type {string} */ kind) => `${kind} hidden.`,

  styles: {
    direct: "Quoted word for word", mixed: "Reported, partly quoted", indirect: "Reported", transcript: "Turn in an interview",
  },
  acts: { said: "said", thought: "a view", stance: "a stance" },
  entityKinds: {
    person: "person", organization: "organization", place: "place", group: "group", product: "product", event: "event",
    other: "name",
  },
  figureKinds: {
    number: "number", ordinal: "rank", percent: "percent", money: "money", date: "date", time: "time",
    duration: "duration", age: "age", quantity: "measure",
  },
  bounds: { about: "about", over: "over", under: "under", "at-least": "at least", "at-most": "at most" },

  shelf: {
    untitled: "Untitled", none: "No articles yet. What you paste, open or type is kept here, on this device only.",
    corrections: (/** @type {number} */ n) => count(n, "correction", "corrections"),
    compare: (/** @type {string} */ title) => `Compare with “${title}”`,
    remove: (/** @type {string} */ title) => `Delete “${title}”`,
    removed: (/** @type {string} */ title) => `“${title}” deleted.`,
    forget: "Forget everything", sure: "Really? Everything here is deleted for good",
    forgotten: "Everything is forgotten: no article, no correction is left on this device.",
    gone: "That article was deleted from this device.",
    full: "There is no room left on this device: what you do from here on is lost when you leave. Export it, or delete older articles.",
    refused: "This browser keeps nothing for the page (a private window, perhaps): what you do is lost when you leave. Export what you need.",
    empty: "No article. Paste one anywhere on this page, open a file or choose an example.",
  },
  history: {
    steps: /** @type {Record<string, string>} */ ({
      link: "opening a link", paste: "paste", file: "opening a file", typed: "typed article", sample: "example", kept: "opening an article", edit: "typing", date: "date",
      delete: "deleting an article", speaker: "speaker", check: "checking", content: "what was said", style: "kind of quote", remove: "deletion", addition: "addition",
      name: "name", kind: "kind", merge: "merging", split: "splitting", figure: "figure", back: "putting back",
    }),
    undo: (/** @type {string} */ what) => `Undo: ${what}`,
    redo: (/** @type {string} */ what) => `Redo: ${what}`,
    nothingToUndo: "Nothing to undo", nothingToRedo: "Nothing to redo",
    undone: (/** @type {string} */ what) => `Undone: ${what}.`,
    redone: (/** @type {string} */ what) => `Redone: ${what}.`,
  },
  print: {
    published: (/** @type {string} */ day) => `Published ${day}`,
    made: (/** @type {string} */ day) => `Marked by whosaid on ${day}; a program, which errs`,
    names: "Names", doubt: "“?” not found or not sure.",
  },
  link: {
    copy: "Link", long: (/** @type {number} */ n) => `${number(n)} characters`,
    tooLong: (/** @type {number} */ n) => `${number(n)} characters: too long for most programs. Take a file instead`,
    copied: (/** @type {number} */ n) => `Link copied: ${number(n)} characters, the article inside.`,
    broken: "That link is cut short or damaged: there is no article in it. Ask for it again, or for a file.",
    noQuote: "The quote that this link leads to is not found in this article.",
    elsewhere: "That link leads to a quote of an article that is not on this device. Ask for a link that holds the article.",
  },
  /** What can be taken away: its name, and for whom it is. */
  take: {
    quotes: ["Copy the quotes"], copyJson: ["Copy as JSON"], link: ["Copy a link", "the article and your corrections are in it, and go to no server"],
    html: ["Web page", "marks, lists and corrections in one file; opens here again"],
    docx: ["Word document", "to check, quote by quote"],
    xlsx: ["Spreadsheet", "quotes, figures and names"],
    csv: ["Quotes as CSV"], "csv-figures": ["Figures as CSV"], "csv-names": ["Names as CSV"],
    markdown: ["Markdown", "to check, quote by quote"],
    json: ["JSON", "for programs; opens here again"],
    jsonld: ["Web Annotations", "JSON-LD by the W3C; opens here again"],
    brat: ["brat", "standoff files for annotators"],
  },
  export: {
    paragraph: (/** @type {number} */ n) => `paragraph ${n}`, inDoubt: "probably", copyQuote: "Copy",
  },
  aloud: {
    on: "Speakers are said in the text.", off: "Speakers stand in the margin.",
    says: (/** @type {string} */ name) => `${name}: `, unknown: "Somebody not found",
  },
  editing: { on: "Editing. Escape ends it.", off: "No longer editing." },
  mend: {
    right: "That is right", speaker: "Another speaker…", ends: "Move its ends…", kind: "Kind…", back: "Back",
    noQuote: "Not a quote", noName: "Not a name…", noFigure: "Not a figure",
    spelling: "Spelling…", merge: "Same as…", split: "Somebody else…", set: "Set", nobody: "Nobody named",
    somebodyElse: "Another name", whoElse: "Who or what else",
    newName: (/** @type {string} */ name) => `New: ${name}`,
    start: "Begins", end: "Ends",
    move: (/** @type {string} */ end, /** @type {number} */ by) => `${end === "start" ? "Begins" : "Ends"} a word ${by < 0 ? "earlier" : "later"}`,
    deleteOne: "Only here", deleteAll: (/** @type {number} */ n) => `All ${n} like it`, deleteName: (/** @type {string} */ name) => `${name}, everywhere`,
    alsoAlike: (/** @type {number} */ n) => `and the ${number(n)} like it`,
    alsoSource: (/** @type {number} */ n) => `and the ${count(n, "other quote", "other quotes")} of the same source`,
    alsoSpeaker: (/** @type {number} */ n, /** @type {string} */ name) => `and the ${count(n, "other quote", "other quotes")} by ${name}`,
    byHand: "by hand", checked: "checked by hand",
    allChecked: "All is checked.", left: (/** @type {number} */ n) => `${number(n)} left to check.`,
    bar: "Mark the selected words", asQuote: "Quote", asReported: "Reported", asContent: "What was said", asFigure: "Figure",
    pickHint: "Arrow keys move word by word, with Shift they take more words in; Enter marks them.",
  },

  speakerNotFound: "Speaker not found",
  probably: (/** @type {string} */ name) => `probably ${name}`,
  perhaps: "perhaps",
  orPerhaps: "or perhaps",
  /** "Taras, the captain or two women" */
  either: new Intl.ListFormat("en-GB", { type: "disjunction" }),
  quotes: (/** @type {number} */ n) => count(n, "quote", "quotes"),
  words: (/** @type {number} */ n) => count(n, "word", "words"),
  mentions: (/** @type {number} */ n) => count(n, "mention", "mentions"),
  times: (/** @type {number} */ n) => (n === 1 ? "once" : n === 2 ? "twice" : `${number(n)} times`),
  share: (/** @type {number} */ percent) => `${percent}% of all words said`,
  notResolved: "not found on the map",
  coordinates(/** @type {number} */ latitude, /** @type {number} */ longitude) {
    const degrees = (/** @type {number} */ value) => Math.abs(value).toFixed(2);
    return `${degrees(latitude)}° ${latitude < 0 ? "S" : "N"}, ${degrees(longitude)}° ${longitude < 0 ? "W" : "E"}`;
  },

  weekOf: (/** @type {string} */ monday) => `week of ${monday}`,

  map: {
    label: "Map of the places in this article, the one named most often first",
    nearer: "Nearer", farther: "Farther", world: "World", region: "Region",
    toWorld: "Show the whole world", toRegion: "Show the region of this article",
    caption: (/** @type {number} */ n, /** @type {number} */ outside, /** @type {number} */ unfound) => [
      count(n, "place", "places"),
      outside ? `${number(outside)} out of view` : "",
      unfound ? `${number(unfound)} not found` : "",
    ].filter(Boolean).join(", "),
    missing: "The map could not be loaded. The list below has every place.",
  },

  tabs: { speakers: "Speakers", places: "Places", figures: "Figures", names: "Names" },
  none: {
    quotes: "Nobody is quoted in this text.", voice: "Nobody is quoted in this text.", places: "No places in this text.",
    facts: "No figures in this text.", dates: "No dates in this text.", names: "No names in this text.",
  },
  waysToShow: "Ways to show this list",
  ways: { quotes: "Quotes", voice: "Share of voice", places: "Places", facts: "Figures", dates: "Timeline", names: "Names" },
  more: (/** @type {number} */ n) => `${number(n)} more`,
  fetching: "One moment…",
  noMatch: (/** @type {string} */ words) => `Nothing here matches “${words}”.`,
  nameGroups: { people: "People", organizations: "Organizations", others: "Other names" },
  listLabel: (/** @type {string} */ tab) => `${tab} in this article`,

  card: {
    why: "Why", quote: "the quote", source: "source", cue: "cue", close: "Close", previous: "Previous", next: "Next",
    continues: "No source of its own: it goes on from the words before it.",
    unnamed: "The text does not say who.",
    label: "About this passage",
    saidBy: (/** @type {string} */ name) => `Said by ${name}`,
    counts: (/** @type {string} */ what) => `counts: ${what}`,
    within: (/** @type {string} */ name) => `in the words of ${name}`,
    withinUnknown: "in words of somebody not found",
    speaksIn: (/** @type {string} */ quotes) => `speaks in ${quotes}`,
    goTo: (/** @type {string} */ words) => `Go to “${words}”`,
    goToIn: (/** @type {string} */ words) => `“${words}”`,
  },
  quotePosition: (/** @type {number} */ at, /** @type {number} */ of, /** @type {string} */ who, /** @type {string} */ words) =>
    `Quote ${at} of ${of}, ${who}: ${words}`,
  mentionPosition: (/** @type {number} */ at, /** @type {number} */ of, /** @type {string} */ name) =>
    `${name}, mention ${at} of ${of}.`,
  figurePosition: (/** @type {string} */ words, /** @type {string} */ value) => (value ? `${words}: ${value}` : words),
  copied: "Copied.",
  downloaded: "Downloaded.",
  sheet: { peek: "Show the list", half: "Show more of the list", full: "Hide the list" },
  unnamedFile: "The file",
};

/** What the parts say that are fetched later, in another language. @type {Record<string, object>} */
const parts = {};

/**
 * Puts another language in the place of this one.
 *
 * @param {object} table of the form of {@link strings}, or a part of it
 * @param {Record<string, object>} others tables of parts that are fetched later
 */
export function translate(table, others) {
  merge(strings, table);
  Object.assign(parts, others);
}

/**
 * A part's own table, in the language of the page.
 *
 * @template {object} Table
 * @param {string} part
 * @param {Table} table
 * @returns {Table}
 */
export function inLanguage(part, table) {
  if (parts[part]) merge(table, parts[part]);
  return table;
}

/** @param {any} into @param {any} from */
function merge(into, from) {
  for (const [key, value] of Object.entries(from)) {
    if (Object.getPrototypeOf(value) === Object.prototype) merge((into[key] ??= {}), value);
    else into[key] = value;
  }
}
