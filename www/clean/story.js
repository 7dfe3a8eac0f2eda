/**
 * The text of a story on a page or in a file, its parts, what was left out and why, and the way back from offsets to the DOM.
 *
 *     const story = readStory(document.querySelector("#story"), { computedStyle: getComputedStyle });
 *     story.text;                                  // paragraphs with a blank line between them
 *     story.parts;                                 // [{ start, end, role: "caption" }, …], as in an annotation
 *     story.range({ start: 12, end: 20 });         // a DOM range
 *     story.leftOut;                               // [{ text, why: "related", at: 310 }, …]
 *
 * A `<blockquote>` or an embedded post without quotation marks of its own gets them, and who said it stands on the line after
 * it, behind a dash, so that the text alone says what the page said by its setting.
 *
 * @typedef {import("./walk.js").Block} Block
 * @typedef {import("./walk.js").Piece} Piece
 * @typedef {import("./walk.js").WalkOptions} WalkOptions
 * @typedef {import("./rules.js").Role} Role
 * @typedef {import("./rules.js").Why} Why
 * @typedef {{ start: number, end: number }} Span
 * @typedef {Span & { role: Role }} Part
 * @typedef {{ text: string, why: Why, at: number }} LeftOut  `at`: the offset in the text where it would stand
 * @typedef {Span & { cite: string | null }} Quotation  a blockquote or an embedded post, and its address where it gives one
 */

import { readBlocks } from "./walk.js";

/** A longer blockquote is a document or a mail, not something said. */
const LONGEST_QUOTATION = 1_500;
const MOST_PARAGRAPHS = 4;
const MARKS = /["“”„«»]/;
/** "— Ann Quell (@annquell) June 3, 2021": who, and what an embedded post adds. */
const HANDLE = /\s*\(\s*@\w+\s*\)[^]*$/;

/**
 * @param {Element | DocumentFragment} root
 * @param {WalkOptions} [options]
 */
export function readStory(root, options) {
  return new Story(readBlocks(root, options));
}

export class Story {
  text = "";
  /** @type {Part[]} by start; what no part covers is body */
  parts = [];
  /** @type {LeftOut[]} in the order of the page */
  leftOut = [];
  /** @type {Quotation[]} */
  quotations = [];
  /** @type {Piece[]} */
  #pieces = [];
  /** @type {Map<Text, Piece[]> | undefined} */
  #byNode;

  /** @param {Block[]} blocks those with a `why` are left out */
  constructor(blocks) {
    const quoted = chooseQuotations(blocks);
    /** @type {string[]} */
    const words = [];
    let length = 0;
    const push = (/** @type {string} */ more) => {
      words.push(more);
      length += more.length;
    };
    /** @type {Element | null} */
    let before = null;
    blocks.forEach((block, index) => {
      if (block.why) return this.#leaveOut(block, length);
      if (block.attribution) block = trimAttribution(block);
      if (!block.text) return;
      if (length) push(block.attribution && block.quote === before && before ? "\n" : "\n\n");
      const start = length;
      const marks = quoted.get(index);
      if (marks) push(marks.open);
      if (block.attribution && !/^[-–—]/.test(block.text)) push("— ");
      for (const piece of block.pieces) this.#pieces.push({ ...piece, start: piece.start + length });
      push(block.text);
      if (marks) push(marks.close);
      if (block.role) this.parts.push({ start, end: length, role: block.role });
      if (block.quote && !block.attribution) this.#quote(block.quote, before, start, length);
      before = block.quote;
    });
    this.text = words.join("");
  }

  /** @param {Block} block @param {number} at */
  #leaveOut({ text, why }, at) {
    const last = this.leftOut.at(-1);
    if (last && last.why === why && last.at === at) last.text += `\n\n${text}`;
    else this.leftOut.push({ text, why: /** @type {Why} */ (why), at });
  }

  /** @param {Element} element @param {Element | null} before @param {number} start @param {number} end */
  #quote(element, before, start, end) {
    const last = this.quotations.at(-1);
    if (last && before === element) last.end = end;
    else this.quotations.push({ start, end, cite: citeOf(element) });
  }

  /**
   * The DOM range of a span of the text, from its first to its last character; null where the page has changed since.
   *
   * @param {Span} span
   * @returns {Range | null}
   */
  range(span) {
    const pieces = this.#piecesOf(span);
    const first = pieces[0];
    const last = pieces.at(-1);
    return first && last ? makeRange(first, last) : null;
  }

  /**
   * The DOM ranges of a span of the text: more than one where something else stands in between.
   *
   * @param {Span} span
   * @returns {Range[]}
   */
  ranges(span) {
    /** @type {Range[]} */
    const ranges = [];
    for (const piece of this.#piecesOf(span)) {
      const range = makeRange(piece, piece);
      if (range) ranges.push(range);
    }
    return ranges;
  }

  /**
   * The text offset of a place in the DOM; null where it is no part of the story.
   *
   * @param {Node} node
   * @param {number} offset
   */
  offset(node, offset) {
    if (!this.#byNode) {
      this.#byNode = new Map();
      for (const piece of this.#pieces) {
        const list = this.#byNode.get(piece.node);
        if (list) list.push(piece);
        else this.#byNode.set(piece.node, [piece]);
      }
    }
    const piece = this.#byNode.get(/** @type {Text} */ (node))?.find((p) => p.offset <= offset && offset <= p.offset + p.length);
    return piece ? piece.start + offset - piece.offset : null;
  }

  /** @param {Span} span @returns {Piece[]} cut to the span */
  #piecesOf({ start, end }) {
    /** @type {Piece[]} */
    const found = [];
    for (let i = this.#firstAfter(start); i < this.#pieces.length && this.#pieces[i].start < end; i++) {
      const piece = this.#pieces[i];
      const from = Math.max(start, piece.start);
      const to = Math.min(end, piece.start + piece.length);
      if (to > from) found.push({ start: from, length: to - from, node: piece.node, offset: piece.offset + from - piece.start });
    }
    return found;
  }

  /** @param {number} position @returns {number} the index of the first piece that ends after it */
  #firstAfter(position) {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pieces[middle].start + this.#pieces[middle].length <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** @param {Piece} first @param {Piece} last @returns {Range | null} */
function makeRange(first, last) {
  const range = first.node.ownerDocument.createRange();
  try {
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + last.length);
  } catch {
    return null;
  }
  return range;
}

/**
 * The marks to put around the paragraphs of blockquotes that have none of their own.
 *
 * @param {Block[]} blocks
 * @returns {Map<number, { open: string, close: string }>} by index of the block
 */
function chooseQuotations(blocks) {
  /** @type {Map<Element, number[]>} */
  const groups = new Map();
  let whole = 0;
  blocks.forEach((block, index) => {
    if (block.why) return;
    whole += block.text.length;
    if (!block.quote || block.attribution) return;
    splitPost(block);
    if (block.attribution) return;
    const group = groups.get(block.quote);
    if (group) group.push(index);
    else groups.set(block.quote, [index]);
  });
  /** @type {Map<number, { open: string, close: string }>} */
  const marks = new Map();
  for (const group of groups.values()) {
    const size = group.reduce((sum, index) => sum + blocks[index].text.length, 0);
    const plain = group.every((index) => !MARKS.test(blocks[index].text) && !blocks[index].role && !blocks[index].row);
    if (!plain || size > LONGEST_QUOTATION || group.length > MOST_PARAGRAPHS || (size > whole / 2 && size > 300)) continue;
    group.forEach((index, i) => marks.set(index, { open: "“", close: i === group.length - 1 ? "”" : "" }));
  }
  return marks;
}

/** The last line of a quotation that starts with a dash, or of an embedded post, says who said it. @param {Block} block */
function splitPost(block) {
  if (/^[—–―]\s*\p{Lu}/u.test(block.text) && block.text.length < 160) block.attribution = true;
}

/** @param {Block} block @returns {Block} without an embedded post's handle and date */
function trimAttribution(block) {
  const cut = block.text.search(HANDLE);
  if (cut < 0) return block;
  const pieces = block.pieces.filter((piece) => piece.start < cut).map((piece) => ({ ...piece, length: Math.min(piece.length, cut - piece.start) }));
  return { ...block, text: block.text.slice(0, cut), pieces };
}

/** @param {Element} element */
function citeOf(element) {
  const links = element.querySelectorAll("a[href^='http']");
  return element.getAttribute("cite") ?? links[links.length - 1]?.getAttribute("href") ?? null;
}
