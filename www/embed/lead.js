/**
 * Leads a reader to words of a story, wherever they stand: in boxes that scroll, in closed
 * `<details>`, under a sticky header, in a frame as high as its page.
 */

import { query } from "./begin.js";
import { parentOf } from "./find-story.js";

/** @param {Range} range */
export function leadTo(range) {
  const words = range.startContainer.parentElement;
  if (!words) return;
  const boxes = [];
  for (let node = /** @type {Element | null} */ (words); node; node = parentOf(node)) {
    if (node.localName === "details") /** @type {HTMLDetailsElement} */ (node).open = true;
    else if (scrolls(node)) boxes.push(node);
  }
  const behavior = query("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  const view = words.ownerDocument.defaultView ?? window;
  if (isSeen(range, words)) {
    // Of the frame; what the page around it shows of that, only the browser knows.
    if (view.parent !== view) words.scrollIntoView({ block: "nearest", behavior });
    return;
  }
  for (const box of boxes) centre(range, box.getBoundingClientRect(), (top) => box.scrollBy({ top, behavior: "instant" }));
  const page = words.ownerDocument.scrollingElement;
  if (page && page.scrollHeight > view.innerHeight + 1) {
    centre(range, { top: 0, bottom: view.innerHeight }, (top) => view.scrollBy({ top, behavior }));
  }
  // The page around a frame scrolls too, where the frame itself need not.
  if (view.parent !== view) words.scrollIntoView({ block: page && page.scrollHeight > view.innerHeight + 1 ? "nearest" : "center", behavior });
}

/** @param {Element} element */
function scrolls(element) {
  const page = element.ownerDocument;
  if (element === page.scrollingElement || element === page.body || element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll|hidden/.test(getComputedStyle(element).overflowY);
}

/**
 * Whether a reader sees the words: nothing lies over them, no box cuts them off.
 *
 * @param {Range} range
 * @param {Element} words
 */
function isSeen(range, words) {
  const { left, top, bottom, width } = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const root = /** @type {Document | ShadowRoot} */ (words.getRootNode());
  const view = words.ownerDocument.defaultView ?? window;
  if (!width || top < 0 || bottom > view.innerHeight) return false;
  const hit = root.elementFromPoint(left + Math.min(width / 2, 8), (top + bottom) / 2);
  return Boolean(hit && (words.contains(hit) || hit.contains(words)));
}

/**
 * @param {Range} range
 * @param {{ top: number, bottom: number }} box
 * @param {(by: number) => void} scroll
 */
function centre(range, box, scroll) {
  const { top, bottom } = range.getBoundingClientRect();
  const room = box.bottom - box.top;
  // Words longer than their room begin near its top.
  const by = bottom - top > room / 2 ? top - box.top - room / 4 : (top + bottom) / 2 - (box.top + box.bottom) / 2;
  if (Math.abs(by) > 1) scroll(by);
}
