/**
 * An annotation made before, for instance once on the site's server: checked against the words on the
 * page, so that no mark lies on other words than those it was made for.
 *
 * Beside the annotation it may hold `text`, the text that its positions count in: then it may differ from
 * the page in white space alone, and positions are counted over. Or it may hold `hash`, which must be the
 * page's own text's, see {@link hashOf}. With neither, every position must lie in the text. The command line
 * writes both (`--check`, `src/cli/check.rs`).
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Span} Span
 */

const VERSIONS = [1, 2];

/**
 * @param {any} given
 * @param {string} text of the page
 * @returns {Annotation} counting in that text
 * @throws where it is none, or not of this text
 */
export function fitAnnotation(given, text) {
  const { text: source, hash, ...annotation } = given ?? {};
  if (!VERSIONS.includes(annotation.version) || !["entities", "mentions", "quotes", "figures"].every((list) => Array.isArray(annotation[list]))) {
    throw withCode("not an annotation of whosaid");
  }
  if (typeof source === "string" && source !== text) return moveTo(annotation, mapSpaces(source, text));
  if (typeof hash === "string" && hash !== hashOf(text)) throw withCode(`the annotation is of another text: its hash is ${hash}, the page's ${hashOf(text)}`);
  moveTo(annotation, (at) => {
    if (!Number.isInteger(at) || at < 0 || at > text.length) throw withCode(`position ${at} does not lie in the text`);
    return at;
  });
  return annotation;
}

/**
 * The length of a text in UTF-16 code units and its FNV-1a hash of 32 bits over them, as in
 * "5120-811c9dc5": a check against mistakes, not against malice. White space at the end counts for nothing.
 *
 * @param {string} text
 */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  let { length } = text;
  while (length && " \t\r\n".includes(text[length - 1])) length--;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  return `${length}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {(position: number) => number}
 */
function mapSpaces(from, to) {
  const positions = new Uint32Array(from.length + 1);
  let at = 0;
  for (let i = 0; i < from.length; i++) {
    if (isSpace(from[i])) {
      positions[i] = at;
      continue;
    }
    while (at < to.length && isSpace(to[at])) at++;
    if (to[at] !== from[i]) throw withCode(`the annotation is of another text: they part at “${from.slice(i, i + 40)}”`);
    positions[i] = at++;
  }
  positions[from.length] = at;
  if (to.slice(at).trim()) throw withCode("the annotation is of another text: the page goes on where it ends");
  // The end of a span is behind its last character, not before the next one.
  return (position) => (position > 0 && position <= from.length && !isSpace(from[position - 1]) ? positions[position - 1] + 1 : positions[position]);
}

const isSpace = (/** @type {string} */ character) => /\s/.test(character);

/** @param {any} annotation @param {(position: number) => number} map @returns {Annotation} */
function moveTo(annotation, map) {
  // A start is mapped by the character that it stands before, an end by the one it stands behind.
  const span = (/** @type {any} */ given) => ({ ...given, start: given.end > given.start ? map(given.start + 1) - 1 : map(given.start), end: map(given.end) });
  const spans = (/** @type {any[]} */ list) => list.map(span);
  try {
    return {
      ...annotation,
      ...(annotation.parts && { parts: spans(annotation.parts) }),
      mentions: spans(annotation.mentions),
      quotes: annotation.quotes.map((/** @type {any} */ quote) => ({ ...quote, content: spans(quote.content), cue: spans(quote.cue), source: spans(quote.source) })),
      figures: annotation.figures.map((/** @type {any} */ figure) => ({ ...span(figure), ...(figure.of && { of: span(figure.of) }) })),
    };
  } catch (error) {
    throw /** @type {any} */ (error).code ? error : withCode("not an annotation of whosaid");
  }
}

/** @param {string} message */
function withCode(message) {
  return Object.assign(new Error(message), { code: "annotation-unfit" });
}
