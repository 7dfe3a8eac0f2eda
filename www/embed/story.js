/**
 * The text of a story on the page, read as the page itself reads HTML, and the way back from text offsets to DOM
 * ranges. The DOM is only read.
 */

import { Story as CleanStory } from "../clean/story.js";
import { readBlocks } from "../clean/walk.js";

/** Ours may stand in the story. */
const OURS = "whosaid-article";

export class Story {
  #story;
  #pieces;

  /** @param {Element} root @param {{ ignore?: string }} [options] a selector of what is left out beside */
  constructor(root, { ignore = "" } = {}) {
    const left = isSelector(root, ignore) ? `${OURS}, ${ignore}` : OURS;
    const blocks = readBlocks(root, { ignore: left, leftOut: false, computedStyle: (element) => getComputedStyle(element) });
    this.#pieces = blocks.flatMap(({ pieces }) => pieces);
    this.#story = new CleanStory(blocks);
  }

  get text() {
    return this.#story.text;
  }

  /** How it is laid out, as in an annotation. */
  get parts() {
    return this.#story.parts;
  }

  /** Whether the same words stand in the same nodes. @param {Story} other */
  equals(other) {
    return this.text === other.text && this.#pieces.length === other.#pieces.length &&
      this.#pieces.every(({ node, offset, length }, i) => node === other.#pieces[i].node && offset === other.#pieces[i].offset && length === other.#pieces[i].length);
  }

  /**
   * The DOM ranges of a span of the text, as few as there can be: none of them lies on what is no part of the story.
   *
   * @param {import("../types.ts").Span} span
   * @returns {Range[]}
   */
  ranges(span) {
    /** @type {Range[]} */
    const joined = [];
    for (const range of this.#story.ranges(span)) {
      const last = joined.at(-1);
      if (last && joins(last, range)) last.setEnd(range.endContainer, range.endOffset);
      else joined.push(range);
    }
    return joined;
  }

  /** The text offset of a place in the DOM; null where it is no part of the story. @param {Node} node @param {number} offset */
  offset(node, offset) {
    return this.#story.offset(node, offset);
  }
}

/** Whether only white space lies between two ranges of one tree. @param {Range} before @param {Range} after */
function joins(before, after) {
  if (before.endContainer === after.startContainer) return !before.endContainer.textContent?.slice(before.endOffset, after.startOffset).trim();
  if (before.endContainer.getRootNode() !== after.startContainer.getRootNode()) return false;
  const between = before.cloneRange();
  between.setStart(before.endContainer, before.endOffset);
  between.setEnd(after.startContainer, after.startOffset);
  return !between.toString().trim() && !between.cloneContents().querySelector("img, picture, video, svg, canvas, iframe");
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
