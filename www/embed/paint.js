/**
 * Paints marks over a page's own text by the CSS Custom Highlight API: the host's DOM stays as it is.
 *
 * Everybody on the page shares the registry of highlights, other embeds and other versions of this one
 * included: only names with our prefix are used, only our own ranges are ever taken out, and a name
 * goes with its last range.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("./marks.js").MarkName} MarkName
 */

import { highlightSheet, PREFIX } from "./style.js";

/** How long the chosen words glow, in milliseconds. */
const GLOW = 1200;

/** @type {Map<Document | ShadowRoot, Map<Scheme, { sheet: CSSStyleSheet, users: number }>>} */
const adopted = new Map();

/** The marks of one article. */
export class Painter {
  /** @type {[string, Range][]} */
  #painted = [];
  /** @type {(() => void) | null} */
  #dropSheet = null;
  #target;

  /** @param {Element} target */
  constructor(target) {
    this.#target = target;
  }

  /**
   * Paints, in place of what was painted before.
   *
   * @param {Iterable<[MarkName, Range]>} marks
   */
  paint(marks) {
    this.clear();
    if (!canPaint()) return;
    const scheme = schemeOf(this.#target);
    this.#dropSheet = adoptSheet(/** @type {Document | ShadowRoot} */ (this.#target.getRootNode()), scheme);
    // There a browser gives every mark the colours of a selection: only quoted words are worth them.
    const forced = matchMedia("(forced-colors: active)").matches;
    for (const [name, range] of marks) {
      if (forced && !name.startsWith("direct")) continue;
      const full = `${PREFIX[scheme]}${name}`;
      let highlight = CSS.highlights.get(full);
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = priorityOf(name);
        CSS.highlights.set(full, highlight);
      }
      highlight.add(range);
      this.#painted.push([full, range]);
    }
  }

  /** Takes this article's marks away, and their style sheet. */
  clear() {
    for (const [name, range] of this.#painted) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
    this.#painted = [];
    this.#dropSheet?.();
    this.#dropSheet = null;
  }

  /** Lets words glow once. @param {Range[]} ranges */
  glow(ranges) {
    if (!canPaint() || !ranges.length) return;
    const name = `${PREFIX[schemeOf(this.#target)]}glow`;
    const highlight = new Highlight(...ranges);
    highlight.priority = 100;
    CSS.highlights.set(name, highlight);
    setTimeout(() => CSS.highlights.get(name) === highlight && CSS.highlights.delete(name), GLOW);
  }
}

/** Whether this browser can paint without touching the DOM; the list is shown in any case. */
function canPaint() {
  return typeof Highlight === "function" && "highlights" in CSS;
}

/** Tints below, lines above. @param {MarkName} name */
function priorityOf(name) {
  return name.startsWith("direct") ? 0 : name.startsWith("indirect") ? 1 : name.startsWith("source") ? 2 : 3;
}

/**
 * Rules for `::highlight()` only reach the tree that they stand in.
 *
 * @param {Document | ShadowRoot} root
 * @param {Scheme} scheme
 * @returns {() => void} takes the sheet out again, with its last user
 */
function adoptSheet(root, scheme) {
  const sheets = adopted.get(root) ?? new Map();
  adopted.set(root, sheets);
  const entry = sheets.get(scheme) ?? { sheet: highlightSheet(scheme), users: 0 };
  sheets.set(scheme, entry);
  if (!entry.users++) root.adoptedStyleSheets.push(entry.sheet);
  return () => {
    if (--entry.users) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
    sheets.delete(scheme);
    if (!sheets.size) adopted.delete(root);
  };
}

/**
 * Whether words stand dark on light or light on dark, whatever made them so: the reader's scheme,
 * a class, a box of another colour.
 *
 * @param {Element} element
 * @returns {Scheme}
 */
export function schemeOf(element) {
  const { color } = getComputedStyle(element);
  const [a, b, c] = (color.match(/(?<![\w-])[\d.]+/g) ?? []).map(Number);
  const lightness =
    color.startsWith("ok") ? a
    : color.startsWith("l") ? a / 100
    : (0.2126 * a + 0.7152 * b + 0.0722 * c) / (color.startsWith("rgb") ? 255 : 1);
  return lightness > 0.55 ? "dark" : "light";
}
