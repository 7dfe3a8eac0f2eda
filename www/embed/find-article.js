/**
 * The article of a page that nobody points at: for the extension and the bookmarklet.
 *
 * The page is read into blocks and weighed as a whole page is everywhere (`clean/classify.js`); the story is the smallest element that
 * holds nearly all of what was kept. It misses articles that a page parts over several places: the largest share is taken then.
 */

import { chooseArticle } from "../clean/classify.js";
import { readMetadata } from "../clean/metadata.js";
import { measure, readBlocks } from "../clean/walk.js";
import { parentOf } from "./find-story.js";

/** So much of the article's words the element has to hold. */
const NEARLY_ALL = 0.9;
/** Fewer characters are a teaser, or a page without an article. */
const SHORTEST = 200;

/** @param {Document} page as it is shown @returns {Element | null} */
export function findArticle(page) {
  const root = page.body;
  if (!root) return null;
  const view = page.defaultView ?? window;
  const blocks = readBlocks(root, { boxes: false, computedStyle: (element) => view.getComputedStyle(element) });
  const { headline } = readMetadata(page);
  chooseArticle(blocks.filter(({ why }) => !why), { headline, sizes: measure(root), root });
  /** @type {Map<Element, number>} */
  const held = new Map();
  let all = 0;
  for (const { element, text, why, role } of blocks) {
    if (why || role) continue;
    all += text.length;
    for (let node = /** @type {Element | null} */ (element); node; node = parentOf(node)) held.set(node, (held.get(node) ?? 0) + text.length);
  }
  if (all < SHORTEST) return null;
  let best = /** @type {Element} */ (root);
  for (;;) {
    const next = [...best.children].find((child) => (held.get(child) ?? 0) >= all * NEARLY_ALL);
    if (!next) return best;
    best = next;
  }
}
