/**
 * Paints marks over a page's own text by the CSS Custom Highlight API: the host's DOM stays as it is.
 *
 * Everybody on the page shares the registry of highlights, other embeds and other versions of this one
 * included: only names with our prefix are used, only our own ranges are ever taken out, and a name
 * goes with its last range. Painted anew, a range that is the same stays, and so does the style sheet:
 * a browser works out a page's style anew for each sheet that comes.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("./marks.js").MarkName} MarkName
 * @typedef {Document | ShadowRoot} Root
 */

import { query } from "./begin.js";
import { highlightRules, PREFIX } from "./highlight-style.js";

/** How long the chosen words glow, in milliseconds. */
const GLOW = 1200;

/** @type {Map<Root, Map<Scheme, { sheet: CSSStyleSheet, users: number }>>} */
const adopted = new Map();

/** The marks of one article. */
export class Painter {
  /** By name and place. @type {Map<string, { name: string, range: Range }>} */
  #painted = new Map();
  /** What takes a sheet out of a tree again, by tree. @type {Map<Root, { scheme: Scheme, drop: () => void }>} */
  #sheets = new Map();
  /** Ends a glow. */
  #endGlow = () => {};
  #view;

  /** @param {Element} target */
  constructor(target) {
    // A story may stand in a frame: its window has a registry and sheets of its own.
    this.#view = /** @type {Window & typeof globalThis} */ (target.ownerDocument.defaultView ?? window);
  }

  /**
   * Paints, in place of what was painted before.
   *
   * @param {Iterable<[MarkName, Range]>} marks
   * @param {Scheme} scheme
   */
  paint(marks, scheme) {
    const registry = registryOf(this.#view);
    if (!registry) return;
    // There a browser gives every mark the colours of a selection: only quoted words are worth them.
    const forced = query("(forced-colors: active)").matches;
    /** @type {Map<string, { name: string, range: Range }>} */
    const wanted = new Map();
    const roots = new Set();
    for (const [name, range] of marks) {
      if (forced && !name.startsWith("direct")) continue;
      const full = `${PREFIX[scheme]}${name}`;
      wanted.set(keyOf(full, range), { name: full, range });
      roots.add(/** @type {Root} */ (range.startContainer.getRootNode()));
    }
    for (const root of roots) this.#adopt(root, scheme);
    // What a host's change has moved has another place by now, and is no longer what it was.
    const before = this.#painted;
    this.#painted = new Map();
    for (const [key, mark] of before) {
      if (wanted.has(key) && keyOf(mark.name, mark.range) === key && !this.#painted.has(key)) this.#painted.set(key, mark);
      else remove(registry, mark);
    }
    for (const [key, mark] of wanted) {
      if (this.#painted.has(key)) continue;
      /** @type {Highlight} */
      const highlight = registry.get(mark.name) ?? new /** @type {any} */ (this.#view).Highlight();
      if (!highlight.size) {
        highlight.priority = priorityOf(mark.name);
        registry.set(mark.name, highlight);
      }
      highlight.add(mark.range);
      this.#painted.set(key, mark);
    }
    for (const root of [...this.#sheets.keys()]) if (!roots.has(root)) this.#dropSheet(root);
  }

  /** Takes this article's marks away, and their style sheets. */
  clear() {
    this.#endGlow();
    const registry = registryOf(this.#view);
    for (const mark of this.#painted.values()) if (registry) remove(registry, mark);
    this.#painted.clear();
    for (const root of [...this.#sheets.keys()]) this.#dropSheet(root);
  }

  /** Lets words glow once. @param {Range[]} ranges @param {Scheme} scheme */
  glow(ranges, scheme) {
    const registry = registryOf(this.#view);
    if (!registry || !ranges.length) return;
    const name = `${PREFIX[scheme]}glow`;
    const highlight = new /** @type {any} */ (this.#view).Highlight(...ranges);
    highlight.priority = 100;
    registry.set(name, highlight);
    this.#endGlow = () => registry.get(name) === highlight && registry.delete(name);
    setTimeout(this.#endGlow, GLOW);
  }

  /** @param {Root} root @param {Scheme} scheme */
  #adopt(root, scheme) {
    const former = this.#sheets.get(root);
    if (former?.scheme === scheme) return;
    this.#sheets.set(root, { scheme, drop: adoptSheet(root, scheme, this.#view) });
    former?.drop();
  }

  /** @param {Root} root */
  #dropSheet(root) {
    this.#sheets.get(root)?.drop();
    this.#sheets.delete(root);
  }
}

/** @type {WeakMap<Node, number>} */
const numbers = new WeakMap();
let lastNumber = 0;

/** @param {string} name @param {Range} range */
function keyOf(name, { startContainer, startOffset, endContainer, endOffset }) {
  return `${name} ${numberOf(startContainer)}:${startOffset} ${numberOf(endContainer)}:${endOffset}`;
}

/** @param {Node} node */
function numberOf(node) {
  const known = numbers.get(node);
  if (known) return known;
  numbers.set(node, ++lastNumber);
  return lastNumber;
}

/** @param {HighlightRegistry} registry @param {{ name: string, range: Range }} mark */
function remove(registry, { name, range }) {
  const highlight = registry.get(name);
  highlight?.delete(range);
  if (highlight?.size === 0) registry.delete(name);
}

/**
 * Where this browser can paint without touching the DOM, and the host has not broken it; the list is
 * shown in any case.
 *
 * @param {any} view
 * @returns {HighlightRegistry | null}
 */
function registryOf(view) {
  try {
    const registry = view.CSS.highlights;
    const works = new view.Highlight().size === 0 && ["get", "set", "delete"].every((name) => typeof registry[name] === "function");
    return works ? registry : null;
  } catch {
    return null;
  }
}

/** Tints below, lines above. @param {string} name with its prefix */
function priorityOf(name) {
  return /-direct-/.test(name) ? 0 : /-indirect-/.test(name) ? 1 : /-source-/.test(name) ? 2 : 3;
}

/**
 * Rules for `::highlight()` only reach the tree that they stand in.
 *
 * @param {Root} root
 * @param {Scheme} scheme
 * @param {any} view the window whose tree it is: a sheet of another is refused
 * @returns {() => void} takes the sheet out again, with its last user
 */
function adoptSheet(root, scheme, view) {
  const sheets = adopted.get(root) ?? new Map();
  adopted.set(root, sheets);
  let entry = sheets.get(scheme);
  if (!entry) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(highlightRules(scheme));
    sheets.set(scheme, (entry = { sheet, users: 0 }));
  }
  if (!entry.users++) root.adoptedStyleSheets.push(entry.sheet);
  return () => {
    if (--entry.users) return;
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
    sheets.delete(scheme);
    if (!sheets.size) adopted.delete(root);
  };
}
