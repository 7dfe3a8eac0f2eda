/** Every word that the embed says, in one table: the place to translate. */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
const count = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

export const strings = {
  title: "Who says what",
  /**
   * @param {number} speakers
   * @param {number} quotes
   * @param {number} places
   * @param {number} figures
   */
  summary(speakers, quotes, places, figures) {
    if (!quotes && !places && !figures) return "No quotes, places or figures found.";
    const who = speakers ? count(speakers, "voice", "voices") : "Nobody named as speaking";
    return [who, count(quotes, "quote", "quotes"), count(places, "place", "places"), count(figures, "figure", "figures")].join(", ");
  },
  quotes: (/** @type {number} */ n) => count(n, "quote", "quotes"),
  words: (/** @type {number} */ n) => count(n, "word", "words"),
  places: "Places",
  figures: "Figures",
  nobody: "Speaker not found",
  probably: (/** @type {string} */ name) => `probably ${name}`,
  mixed: "reported, partly quoted",
  indirect: "reported",
  unresolved: "not found on the map",
  note: "Found automatically, on this device, by whosaid. It can be wrong.",
  reading: "Reading the article…",
  empty: "There is no text to read yet.",
  notEnglish: "This does not look like English, the only language that whosaid reads. Take it with care.",
  noTarget: (/** @type {string} */ selector) =>
    selector
      ? `There is no element “${selector}” on this page. The attribute "for" takes the CSS selector of the article; it is read as soon as it is there.`
      : `No element stands before this one. Give the CSS selector of the article in the attribute "for".`,
  /** By the codes of AnnotatorError; `source` is where whosaid is served from. @type {Record<string, (source: string) => string>} */
  errors: {
    "wasm-refused": (source) => `The Content-Security-Policy of this page refuses WebAssembly. Add to it: script-src ${source} 'wasm-unsafe-eval'`,
    "browser-old": () => "This browser is too old for whosaid: an update helps.",
    "core-missing": (source) =>
      `The reader could not be loaded. Check that its folder is complete and, where it lies on another host, sent with Access-Control-Allow-Origin; a Content-Security-Policy needs: script-src ${source} 'wasm-unsafe-eval'; connect-src ${source}`,
    crash: () => "The reader stopped on this article.",
  },
  failed: "The article could not be read.",
};
