/**
 * A story as a plain value that files and links carry, and back. What comes back may be anybody's: it is
 * taken only where every part of it has the form that it should have.
 *
 * @typedef {import("../types.ts").Anchor} Anchor
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").Story} Story
 * @typedef {import("../types.ts").Who} Who
 * @typedef {import("../types.ts").Part} Part
 * @typedef {{ format: 1, text?: string, date?: string | null, stated?: string, parts?: Part[], corrections: Correction[] }} Packed
 */

export const FORMAT = 1;
/** More corrections than this are nobody's work. */
const MOST = 20_000;

/**
 * @param {Story} story
 * @param {{ text?: boolean }} [options] whether its text goes along, or stands elsewhere in the file
 * @returns {Packed}
 */
export function packStory({ text, date, stated, parts, corrections }, { text: withText = true } = {}) {
  return { format: FORMAT, ...(withText ? { text } : {}), ...(date === undefined ? {} : { date }), ...(stated === undefined ? {} : { stated }), ...(parts?.length ? { parts } : {}), corrections };
}

/**
 * @param {unknown} value
 * @param {string} [text] where it stands elsewhere
 * @returns {{ text: string, date?: string | null, stated?: string, parts?: Part[], corrections: Correction[] } | null} null for what is no story
 */
export function unpackStory(value, text) {
  if (!isObject(value) || value.format !== FORMAT) return null;
  const whole = text ?? value.text;
  if (typeof whole !== "string" || !whole.trim()) return null;
  const { date, stated, parts, corrections = [] } = value;
  if (!Array.isArray(corrections) || corrections.length > MOST) return null;
  if (date !== undefined && date !== null && !isDay(date)) return null;
  if (stated !== undefined && !isDay(stated)) return null;
  const read = corrections.map(readCorrection);
  if (read.includes(null)) return null;
  if (parts !== undefined && !(Array.isArray(parts) && parts.length <= MOST && parts.every((part) => isPart(part, whole.length)))) return null;
  return {
    text: whole, corrections: /** @type {Correction[]} */ (read),
    ...(date === undefined ? {} : { date: /** @type {string | null} */ (date) }), ...(stated === undefined ? {} : { stated: /** @type {string} */ (stated) }),
    ...(parts === undefined ? {} : { parts: /** @type {Part[]} */ (parts).map(({ start, end, role }) => ({ start, end, role })) }),
  };
}

const STYLES = ["direct", "indirect", "mixed", "transcript"];
const KINDS = ["person", "organization", "place", "group", "product", "event", "other"];
const FIGURES = ["number", "ordinal", "percent", "money", "date", "time", "duration", "age", "quantity"];
/** What each correction holds beside `does`. @type {Record<string, Record<string, (value: unknown) => unknown>>} */
const FORMS = {
  speaker: { at: readAnchor, speaker: orNull(readWho) },
  check: { at: readAnchor },
  content: { at: readAnchor, content: (value) => (Array.isArray(value) && value.length < 100 ? allOf(value.map(readAnchor)) : undefined) },
  style: { at: readAnchor, style: oneOf(STYLES) },
  remove: { what: oneOf(["quote", "mention", "figure"]), at: readAnchor },
  forget: { who: readWho },
  "add-quote": { at: readAnchor, style: oneOf(STYLES), speaker: orNull(readWho) },
  "add-name": { at: readAnchor, who: readWho, kind: oneOf(KINDS) },
  "add-figure": { at: readAnchor, kind: oneOf(FIGURES) },
  rename: { who: readWho, name: readWords },
  kind: { who: readWho, kind: oneOf(KINDS) },
  merge: { who: readWho, into: readWho },
  split: { at: readAnchor, who: readWho },
  "figure-kind": { at: readAnchor, kind: oneOf(FIGURES) },
};

/** @param {unknown} value @returns {Correction | null} */
function readCorrection(value) {
  if (!isObject(value) || typeof value.does !== "string" || !Object.hasOwn(FORMS, value.does)) return null;
  /** @type {Record<string, unknown>} */
  const read = { does: value.does };
  for (const [name, form] of Object.entries(FORMS[value.does])) {
    read[name] = form(value[name]);
    if (read[name] === undefined) return null;
  }
  return /** @type {Correction} */ (read);
}

/** @param {unknown} value @returns {Anchor | undefined} */
function readAnchor(value) {
  if (!isObject(value)) return undefined;
  const { start, end, words, before, after } = value;
  const fits = isPosition(start) && isPosition(end) && start <= end && [words, before, after].every((one) => typeof one === "string");
  return fits ? /** @type {Anchor} */ ({ start, end, words, before, after }) : undefined;
}

/** @param {unknown} value @returns {Who | undefined} */
function readWho(value) {
  if (!isObject(value) || readWords(value.name) === undefined) return undefined;
  if (value.at === undefined) return { name: /** @type {string} */ (value.name) };
  const at = readAnchor(value.at);
  return at && { name: /** @type {string} */ (value.name), at };
}

/** @param {unknown} value */
function readWords(value) {
  return typeof value === "string" && value.length < 10_000 ? value : undefined;
}

/** @param {string[]} known @returns {(value: unknown) => unknown} */
function oneOf(known) {
  return (value) => (known.includes(/** @type {string} */ (value)) ? value : undefined);
}

/** @param {(value: unknown) => unknown} form @returns {(value: unknown) => unknown} */
function orNull(form) {
  return (value) => (value === null ? null : form(value));
}

/** @param {unknown[]} all */
function allOf(all) {
  return all.includes(undefined) ? undefined : all;
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {value is number} */
function isPosition(value) {
  return Number.isSafeInteger(value) && /** @type {number} */ (value) >= 0;
}

const ROLES = ["headline", "subheading", "byline", "dateline", "caption", "credit", "label", "litter"];

/** @param {unknown} value @param {number} length of the text */
function isPart(value, length) {
  return isObject(value) && isPosition(value.start) && isPosition(value.end) && value.start < value.end && value.end <= length && ROLES.includes(/** @type {string} */ (value.role));
}

/** @param {unknown} value */
function isDay(value) {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
