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

  /** @param {Element} root */
  constructor(root) {
    this.#readChildren(root, getComputedStyle(root).whiteSpace.startsWith("pre"));
    this.text = this.#words.join("");
    this.#words = [];
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
    const range = document.createRange();
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

  /**
   * @param {Element} parent
   * @param {boolean} preformatted
   */
  #readChildren(parent, preformatted) {
    for (const child of parent.childNodes) {
      if (child instanceof Text) this.#readText(child, preformatted);
      else if (child instanceof Element) this.#readElement(child);
    }
  }

  /** @param {Element} element */
  #readElement(element) {
    if (element.tagName === "BR") return this.#part("\n");
    if (element.matches(LEFT_OUT)) return;
    const { display, visibility, whiteSpace } = getComputedStyle(element);
    if (display === "none" || visibility === "hidden") return;
    const block = !INLINE.test(display);
    if (block) this.#part("\n\n");
    this.#readChildren(element, whiteSpace.startsWith("pre"));
    if (block) this.#part("\n\n");
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
