// Paints findings over a page's own text by the CSS Custom Highlight API: the host's DOM stays as it is.
//
// The registry of highlights is shared by everybody on the page, other embeds and other versions of this one
// included: only names with our prefix are used, only our own ranges are ever taken out, and a name goes when its
// last range goes.

import { SPEAKER_COLOURS, highlightSheet } from './style.js';

const PREFIX = 'whosaid-';

/** Whether this browser can paint without touching the DOM. */
export const canPaint = () => typeof Highlight === 'function' && 'highlights' in CSS;

/** Sheets in use: one for each root and colour scheme. @type {Map<Node, Map<string, {sheet: CSSStyleSheet, users: number}>>} */
const sheets = new Map();

/** The marks of one embed. */
export class Painter {
  /** @param {Element} target */
  constructor(target) {
    this.target = target;
    /** @type {[string, Range][]} */
    this.painted = [];
    this.root = null;
    this.scheme = '';
  }

  /**
   * Paints `marks`, in place of what was painted before.
   * @param {Iterable<[string, Range]>} marks  names without the prefix
   */
  paint(marks) {
    this.clear();
    if (!canPaint()) return;
    this.#adoptSheet();
    for (const [kind, range] of marks) {
      const name = PREFIX + kind;
      let highlight = CSS.highlights.get(name);
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = priority(kind);
        CSS.highlights.set(name, highlight);
      }
      highlight.add(range);
      this.painted.push([name, range]);
    }
  }

  /** Takes all of this embed's marks away, and its style sheet. */
  clear() {
    for (const [name, range] of this.painted) {
      const highlight = CSS.highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) CSS.highlights.delete(name);
    }
    this.painted = [];
    this.#dropSheet();
  }

  /** Lets `ranges` glow for a moment. @param {Range[]} ranges */
  glow(ranges) {
    if (!canPaint() || ranges.length === 0) return;
    const name = `${PREFIX}glow`;
    const highlight = new Highlight(...ranges);
    highlight.priority = 100;
    CSS.highlights.set(name, highlight);
    setTimeout(() => CSS.highlights.get(name) === highlight && CSS.highlights.delete(name), 1200);
  }

  // Rules for ::highlight() only reach the tree that they stand in.
  #adoptSheet() {
    this.root = this.target.getRootNode();
    this.scheme = isDark(this.target) ? 'dark' : 'light';
    const byScheme = sheets.get(this.root) ?? new Map();
    sheets.set(this.root, byScheme);
    const entry = byScheme.get(this.scheme) ?? { sheet: highlightSheet(this.scheme), users: 0 };
    byScheme.set(this.scheme, entry);
    if (entry.users++ === 0) this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, entry.sheet];
  }

  #dropSheet() {
    const byScheme = this.root && sheets.get(this.root);
    const entry = byScheme?.get(this.scheme);
    if (entry && --entry.users === 0) {
      this.root.adoptedStyleSheets = this.root.adoptedStyleSheets.filter((sheet) => sheet !== entry.sheet);
      byScheme.delete(this.scheme);
      if (byScheme.size === 0) sheets.delete(this.root);
    }
    this.root = null;
  }
}

/** The highlight for a speaker's rank: the most heard have colours of their own, the others share one. */
export const speakerMark = (part, rank) => `${part}-${rank >= 0 && rank < SPEAKER_COLOURS ? rank + 1 : 0}`;

/** Tints below, underlines above. */
function priority(kind) {
  if (kind.startsWith('direct')) return 0;
  if (kind.startsWith('indirect')) return 1;
  return kind.startsWith('source') ? 2 : 3;
}

/** Whether the words of `element` stand light on dark, whatever made them so. */
function isDark(element) {
  const [r, g, b] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 140;
}
