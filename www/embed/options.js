/**
 * What a host may choose, from the attributes of an element or the options of `attach`, made whole.
 * A value that is none of those there are is said on the console, and the usual one stands.
 *
 * @typedef {"quotes" | "names" | "places" | "figures"} Kind
 * @typedef {object} Options  As a host gives them; all may be left out.
 * @property {string | Kind[]} [kinds]  What is marked and listed: "quotes" where not given; "all".
 * @property {number | string} [minCertainty]  Quotes whose certainty is lower are not shown; 0 to 1.
 * @property {"map" | "none"} [places]  "none": no gazetteer is fetched, places have no country.
 * @property {"collapsed" | "open" | "none"} [list]
 * @property {"show" | "none"} [card]  Whether a click on a mark, or a choice in the list, opens a card there.
 * @property {"auto" | "show" | "none"} [checks]  Whether what a writer should look at again is listed: over a field where not given.
 * @property {"lazy" | "eager" | "click"} [loading]  When: as the story comes near, at once, or when a reader asks.
 * @property {"auto" | "light" | "dark"} [theme]
 * @property {string} [lang]  Of the labels.
 * @property {Record<string, import("./strings.js").Label> | string | null} [labels]  Other words for the list; as an object or its JSON.
 * @property {string} [ignore]  CSS selector of what in the story is no part of it.
 * @property {unknown} [annotation]  Made before: no core is fetched.
 * @property {string} [src]  Address of such an annotation, as JSON.
 *
 * @typedef {object} Settings  The same, whole.
 * @property {Set<Kind>} kinds
 * @property {number} minCertainty
 * @property {boolean} map  Whether places are looked up.
 * @property {"collapsed" | "open" | "none"} list
 * @property {"show" | "none"} card
 * @property {"auto" | "show" | "none"} checks
 * @property {"lazy" | "eager" | "click"} loading
 * @property {"auto" | "light" | "dark"} theme
 * @property {string} lang
 * @property {Record<string, import("./strings.js").Label>} labels
 * @property {string} ignore
 * @property {any} annotation
 * @property {string} src
 */

/** @type {Kind[]} */
const KINDS = ["quotes", "names", "places", "figures"];

/** What an element takes as attributes; each is the option of that name. */
export const ATTRIBUTES = ["kinds", "min-certainty", "places", "list", "card", "checks", "loading", "theme", "lang", "labels", "ignore", "src"];

/** @param {Element} element @returns {Options} */
export function optionsOf(element) {
  const entries = ATTRIBUTES.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [[name === "min-certainty" ? "minCertainty" : name, value]];
  });
  const options = Object.fromEntries(entries);
  if (element.hasAttribute("quiet")) options.list = "none";
  return options;
}

/** @param {Options} options @returns {Settings} */
export function makeSettings(options) {
  const kinds = readKinds(options.kinds ?? "quotes");
  return {
    kinds,
    minCertainty: readShare(options.minCertainty ?? 0),
    map: kinds.has("places") && oneOf("places", options.places, ["map", "none"]) === "map",
    list: oneOf("list", options.list, ["collapsed", "open", "none"]),
    card: oneOf("card", options.card, ["show", "none"]),
    checks: oneOf("checks", options.checks, ["auto", "show", "none"]),
    loading: oneOf("loading", options.loading, ["lazy", "eager", "click"]),
    theme: oneOf("theme", options.theme, ["auto", "light", "dark"]),
    lang: options.lang || "en",
    labels: readLabels(options.labels ?? {}),
    ignore: options.ignore ?? "",
    annotation: options.annotation ?? null,
    src: options.src ?? "",
  };
}

/** Said once each, however often an element is put on a page. @type {Set<string>} */
const said = new Set();

/** A word for the developer, where readers do not see it. @param {string} words */
export function warn(words) {
  if (said.has(words)) return;
  said.add(words);
  console.warn(`whosaid: ${words}`);
}

/** @param {string | Kind[]} value */
function readKinds(value) {
  const asked = typeof value === "string" ? value.split(/[\s,]+/).filter(Boolean) : [...value];
  if (asked.includes("all")) return new Set(KINDS);
  const known = asked.filter((kind) => KINDS.includes(/** @type {Kind} */ (kind)));
  if (known.length < asked.length) warn(`kinds="${asked.join(" ")}": there are ${KINDS.join(", ")} and all`);
  return new Set(/** @type {Kind[]} */ (known.length ? known : ["quotes"]));
}

/** @param {number | string} value */
function readShare(value) {
  const share = Number(value);
  if (share >= 0 && share <= 1) return share;
  warn(`min-certainty="${value}": it takes a number from 0 to 1`);
  return 0;
}

/**
 * @template {string} Choice
 * @param {string} name
 * @param {string | undefined} value
 * @param {Choice[]} choices the usual one first
 * @returns {Choice}
 */
function oneOf(name, value, choices) {
  const choice = choices.find((choice) => choice === value);
  if (choice === undefined && value) warn(`${name}="${value}": there are ${choices.join(", ")}`);
  return choice ?? choices[0];
}

/** @param {Record<string, unknown> | string} value */
function readLabels(value) {
  try {
    const labels = typeof value === "string" ? JSON.parse(value) : value;
    if (labels && typeof labels === "object") return labels;
  } catch {}
  warn("labels: it takes an object of words, or its JSON");
  return {};
}
