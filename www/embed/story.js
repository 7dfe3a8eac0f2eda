/**
 * The text of an element already on the page, and the way back from text offsets to DOM ranges.
 *
 * Block elements part paragraphs, line breaks part lines, runs of white space count as one space, as
 * a reader sees them. What is no part of the story (scripts, navigation, form fields, editable and
 * hidden elements, anything marked data-whosaid-ignore) is left out. The DOM is only read.
 *
 * @typedef {object} Piece  A run of the text that stands in one text node, character for character.
 * @property {number} start  its offset in the text, in UTF-16 code units
 * @property {number} length
 * @property {Text} node
 * @property {number} offset  where it starts in the node
 */

const LEFT_OUT =
  "script, style, noscript, template, nav, form, button, select, textarea, input, iframe, object, svg, math, canvas, " +
  "video, audio, dialog, whosaid-article, [hidden], [data-whosaid-ignore], [contenteditable]:not([contenteditable='false'])";
/** From narrow to wide. */
const GAPS = ["", " ", "\n", "\n\n"];
const INLINE = /^(inline|contents|ruby)/;

export class Story {
  /** @type {string[]} */
  #words = [];
  #length = 0;
  /** @type {"" | " " | "\n" | "\n\n"} what parts the next words from the last */
  #gap = "";
  /** @type {Piece[]} */
  #pieces = [];
  #leftOut;
  #page;

  /** @param {Element} root @param {{ ignore?: string }} [options] a selector of what is left out beside */
  constructor(root, { ignore = "" } = {}) {
    this.#page = root.ownerDocument;
    this.#leftOut = isSelector(root, ignore) ? `${LEFT_OUT}, ${ignore}` : LEFT_OUT;
    this.#read(root);
    this.text = this.#words.join("");
    this.#words = [];
  }

  /** Whether the same words stand in the same nodes. @param {Story} other */
  equals(other) {
    return this.text === other.text && this.#pieces.length === other.#pieces.length &&
      this.#pieces.every(({ node, offset, length }, i) => node === other.#pieces[i].node && offset === other.#pieces[i].offset && length === other.#pieces[i].length);
  }

  /**
   * The DOM range of a span of the text; null where the page has changed since.
   *
   * @param {import("../types.ts").Span} span
   * @returns {Range | null}
   */
  range({ start, end }) {
    const first = this.#pieceAt(start);
    const last = this.#pieceAt(end - 1);
    if (!first || !last || end <= start) return null;
    const range = this.#page.createRange();
    try {
      range.setStart(first.node, first.offset + Math.min(start - first.start, first.length));
      range.setEnd(last.node, last.offset + Math.min(end - last.start, last.length));
    } catch {
      return null;
    }
    return range;
  }

  /**
   * The text offset of a place in the DOM; null where it is no part of the story.
   *
   * @param {Node} node
   * @param {number} offset
   */
  offset(node, offset) {
    const piece = this.#pieces.find((p) => p.node === node && p.offset <= offset && offset <= p.offset + p.length);
    return piece ? piece.start + offset - piece.offset : null;
  }

  /**
   * The last piece that starts at or before a position.
   *
   * @param {number} position
   * @returns {Piece | undefined}
   */
  #pieceAt(position) {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle].start <= position) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[low - 1];
  }

  /** A page may nest deeper than the stack of calls allows. @param {Element} root */
  #read(root) {
    const preformatted = getComputedStyle(root).whiteSpace.startsWith("pre");
    /** @type {{ next: Node | null, preformatted: boolean, block: boolean }[]} */
    const open = [{ next: root.firstChild, preformatted, block: false }];
    for (let level = open.at(-1); level; level = open.at(-1)) {
      const node = level.next;
      if (!node) {
        if (level.block) this.#part("\n\n");
        open.pop();
        continue;
      }
      level.next = node.nextSibling;
      if (node.nodeType === 3) {
        this.#readText(/** @type {Text} */ (node), level.preformatted);
        continue;
      }
      if (node.nodeType !== 1) continue;
      const element = /** @type {Element} */ (node);
      if (element.localName === "br") {
        this.#part("\n");
        continue;
      }
      if (element.matches(this.#leftOut)) continue;
      const { display, visibility, whiteSpace } = getComputedStyle(element);
      if (display === "none" || visibility === "hidden") continue;
      const block = !INLINE.test(display);
      if (block) this.#part("\n\n");
      open.push({ next: element.firstChild, preformatted: whiteSpace.startsWith("pre"), block });
    }
  }

  /** @param {Text} node @param {boolean} preformatted */
  #readText(node, preformatted) {
    // A no-break space is a character of its own: only what the browser collapses is collapsed.
    for (const { 0: words, index } of node.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(words)) this.#add(words, node, index);
      else if (preformatted) this.#part(/\n[^]*\n/.test(words) ? "\n\n" : words.includes("\n") ? "\n" : " ");
      else this.#part(" ");
    }
  }

  /** @param {" " | "\n" | "\n\n"} gap the widest of several counts */
  #part(gap) {
    if (GAPS.indexOf(gap) > GAPS.indexOf(this.#gap)) this.#gap = gap;
  }

  /** @param {string} words @param {Text} node @param {number} offset */
  #add(words, node, offset) {
    if (this.#length && this.#gap) this.#push(this.#gap);
    this.#gap = "";
    const start = this.#length;
    const last = this.#pieces.at(-1);
    // Words of one node stay one piece as long as text and node run in step.
    if (last?.node === node && offset - last.offset === start - last.start) last.length = offset + words.length - last.offset;
    else this.#pieces.push({ start, length: words.length, node, offset });
    this.#push(words);
  }

  /** @param {string} words */
  #push(words) {
    this.#words.push(words);
    this.#length += words.length;
  }
}

/** @param {Element} root @param {string} selector */
function isSelector(root, selector) {
  if (!selector.trim()) return false;
  try {
    root.matches(selector);
    return true;
  } catch {
    return false;
  }
}
