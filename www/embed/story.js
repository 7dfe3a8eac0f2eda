// The text of an element already on the page, and the way back from text offsets to DOM ranges.
//
// Block elements part paragraphs, line breaks part lines, runs of white space count as one space, as a
// reader sees them. What is no part of the story (scripts, navigation, form fields, editable and hidden
// elements, anything marked data-whosaid-ignore) is left out. The DOM is only read.

const IGNORED = new Set([
  'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'NAV', 'FORM', 'BUTTON', 'SELECT', 'TEXTAREA', 'INPUT', 'IFRAME',
  'OBJECT', 'SVG', 'MATH', 'CANVAS', 'VIDEO', 'AUDIO', 'DIALOG', 'WHOSAID-ARTICLE',
]);
const INLINE = /^(inline|contents|ruby)/;

/**
 * @typedef {object} Piece  A run of the text that stands in one text node, character for character.
 * @property {number} start   Its offset in the text, in UTF-16 code units.
 * @property {number} length
 * @property {Text} node
 * @property {number} offset  Where it starts in the node.
 */

/** The text of an element, with the place in the DOM of each of its characters. */
export class Story {
  /** @param {Element} root */
  constructor(root) {
    this.text = '';
    /** @type {Piece[]} */
    this.pieces = [];
    this.#readChildren(root, false);
    this.text = this.text.trimEnd();
  }

  /**
   * The DOM range of the code units from `start` up to, not including, `end`; null where they are not in the DOM.
   * @param {number} start
   * @param {number} end
   * @returns {Range | null}
   */
  range(start, end) {
    const first = this.#piece(start);
    const last = this.#piece(end - 1);
    if (!first || !last || end <= start) return null;
    const from = Math.max(start, first.start);
    const to = Math.min(end, last.start + last.length);
    const range = document.createRange();
    try {
      range.setStart(first.node, first.offset + from - first.start);
      range.setEnd(last.node, last.offset + to - last.start);
    } catch {
      return null; // the page has changed the node since
    }
    return range;
  }

  /**
   * The text offset of a place in the DOM, null where it is no part of the story.
   * @param {Node} node
   * @param {number} offset
   */
  offset(node, offset) {
    const piece = this.pieces.find((p) => p.node === node && p.offset <= offset && offset <= p.offset + p.length);
    return piece ? piece.start + offset - piece.offset : null;
  }

  /** The last piece that starts at or before `at`, or the first after it where none holds it. */
  #piece(at) {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieces[middle].start <= at) low = middle + 1;
      else high = middle;
    }
    return this.pieces[low - 1] ?? this.pieces[0];
  }

  #readChildren(parent, preformatted) {
    for (const child of parent.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) this.#readText(child, preformatted);
      else if (child.nodeType === Node.ELEMENT_NODE) this.#readElement(child, preformatted);
    }
  }

  #readElement(element, preformatted) {
    if (element.tagName === 'BR') {
      this.#break('\n');
      return;
    }
    if (IGNORED.has(element.tagName.toUpperCase()) || element.matches('[data-whosaid-ignore], [contenteditable]:not([contenteditable="false"]), [hidden]')) {
      return;
    }
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility === 'hidden') return;
    const block = !INLINE.test(style.display);
    if (block) this.#break('\n\n');
    this.#readChildren(element, style.whiteSpace.startsWith('pre'));
    if (block) this.#break('\n\n');
  }

  /** Line ends between blocks; never two breaks where one is enough. */
  #break(lines) {
    if (this.text === '' || this.text.endsWith(lines)) return;
    let end = this.text.length;
    while (end > 0 && (this.text[end - 1] === ' ' || this.text[end - 1] === '\n')) end--;
    const last = this.pieces.at(-1);
    if (last && last.start + last.length > end) {
      last.length = end - last.start;
      if (last.length <= 0) this.pieces.pop();
    }
    this.text = this.text.slice(0, end) + lines;
  }

  #readText(node, preformatted) {
    const data = node.data;
    for (const run of data.matchAll(preformatted ? /[^]+/g : /\S+|\s+/g)) {
      const words = run[0];
      const space = !preformatted && /^\s/.test(words) && words !== '\u00a0';
      if (space && (this.text === '' || /\s$/.test(this.text))) continue;
      const last = this.pieces.at(-1);
      const glued = last && last.node === node && last.offset + last.length === run.index && last.start + last.length === this.text.length;
      const length = space ? 1 : words.length;
      if (glued) last.length += length;
      else this.pieces.push({ start: this.text.length, length, node, offset: run.index });
      this.text += space ? ' ' : words;
    }
  }
}
