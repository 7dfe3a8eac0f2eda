/**
 * Every word that the embed says, in one table: what a host translates or words anew by `labels`.
 *
 * `{n}`, `{name}` and the like are filled in; where a number decides, the forms stand by the names of
 * `Intl.PluralRules`.
 *
 * @typedef {string | Partial<Record<Intl.LDMLPluralRule, string>>} Label
 * @typedef {typeof LABELS} Labels
 * @typedef {(label: keyof Labels, values?: Record<string, string | number>) => string} Say
 */

export const LABELS = {
  title: "Who says what",
  voices: { one: "{n} voice", other: "{n} voices" },
  quotes: { one: "{n} quote", other: "{n} quotes" },
  places: { one: "{n} place", other: "{n} places" },
  names: { one: "{n} name", other: "{n} names" },
  figures: { one: "{n} figure", other: "{n} figures" },
  words: { one: "{n} word", other: "{n} words" },
  nobodyNamed: "Nobody named as speaking",
  nothing: "Nothing found",
  listOfPlaces: "Places",
  listOfNames: "Names",
  listOfFigures: "Figures",
  listOfChecks: "To look at again",
  checkNobody: "a quote without a speaker",
  checkDoubt: "perhaps not by {name}",
  checkFigures: "may not agree with {others}",
  nobody: "Speaker not found",
  probably: "probably {name}",
  mixed: "reported, partly quoted",
  indirect: "reported",
  unresolved: "not found on the map",
  note: "Found automatically, on this device, by whosaid. It can be wrong.",
  credit: "Places from GeoNames, CC BY 4.0.",
  offer: "Show who says what",
  reading: "Reading the article…",
};

/**
 * @template {Record<string, Label>} Table
 * @param {string} lang a BCP 47 tag; English where the browser does not know it
 * @param {Partial<Record<string, Label>>} own
 * @param {Table} [table]
 * @returns {(label: keyof Table & string, values?: Record<string, string | number>) => string}
 */
export function makeSay(lang, own, table = /** @type {any} */ (LABELS)) {
  const known = knownLanguage(lang);
  const plural = new Intl.PluralRules(known);
  const number = new Intl.NumberFormat(known);
  return (name, values = {}) => {
    const label = /** @type {Label} */ (own[name] ?? table[name]);
    const words = typeof label === "string" ? label : label[plural.select(Number(values.n))] ?? label.other ?? "";
    return words.replace(/\{(\w+)\}/g, (hole, key) => {
      const value = values[key];
      return value === undefined ? hole : typeof value === "number" ? number.format(value) : value;
    });
  };
}

/** @param {string} lang */
export function knownLanguage(lang) {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ku-arab|nqo|pa-arab|ps|sd|syr|ug|ur|yi)\b/i;

/** @param {string} lang */
export const directionOf = (lang) => (RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr");
