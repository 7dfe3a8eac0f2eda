/**
 * From places in the article on the page to positions in its text and back. What is shown is the text
 * without the marks of Markdown; words that the page itself put in (who speaks, in the reading mode) are
 * no part of it.
 *
 * @typedef {import("../types.ts").Block} Block
 */

/** Words of the page's own among those of the article. */
export const ADDED = ".said-by";

/**
 * @param {Element} paragraph
 * @param {Block} block whose it is
 * @param {Node} node in the paragraph
 * @param {number} offset in the node, as in a DOM range
 * @returns {number} in the text
 */
export function positionIn(paragraph, block, node, offset) {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  let shown = range.toString().length;
  for (const added of paragraph.querySelectorAll(ADDED)) {
    const part = document.createRange();
    part.selectNodeContents(added);
    if (range.comparePoint(added, 0) > 0) continue;
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    shown -= part.toString().length;
  }
  let at = block.start;
  for (const hidden of block.hidden) {
    if (hidden.start - at > shown) break;
    shown -= Math.max(0, hidden.start - at);
    at = hidden.end;
  }
  return Math.min(at + shown, block.end);
}

/**
 * @param {Element} paragraph
 * @param {Block} block
 * @param {number} position in the text, within the block
 * @returns {{ node: Node, offset: number }}
 */
export function placeIn(paragraph, block, position) {
  let shown = position - block.start;
  for (const hidden of block.hidden) if (hidden.start < position) shown -= Math.min(position, hidden.end) - hidden.start;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  /** @type {Node | null} */
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement?.closest(ADDED)) continue;
    const length = node.nodeValue?.length ?? 0;
    if (shown <= length) return { node, offset: shown };
    shown -= length;
    last = node;
  }
  return last ? { node: last, offset: last.nodeValue?.length ?? 0 } : { node: paragraph, offset: 0 };
}
