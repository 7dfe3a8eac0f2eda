/**
 * Which blocks of a whole page are its article.
 *
 * A linear model over what is to be seen of each block (`features.js`, `weights.js`) says how likely it is. A short block
 * between two of the article's is kept with less, since subheadings and list items say little by themselves; where nearly nothing is
 * kept, the likeliest are. Headline, byline, captions and credits are no running text but belong to it where they stand in it.
 *
 * @typedef {import("./walk.js").Block} Block
 * @typedef {import("./rules.js").Why} Why
 */

import { describeBlocks, normal } from "./features.js";
import { BYLINE, toDay } from "./metadata.js";
import { WEIGHTS } from "./weights.js";

/** In log-odds, as all scores are. */
const LEAST = 0;
const LEAST_BETWEEN = -0.5;
const LEAST_ALIKE = -1.5;
const SHORTEST_PARAGRAPH = 120;
/** Fewer kept characters are less than the articles that were learnt from; then what is nearly as likely as the likeliest is
 * kept, and whatever stands in no box and is not mostly links: of three sentences none may be lost. */
const SHORTEST = 400;
const NEARLY = 2.5;
const LONGEST_CAPTION = 600;
const LONGEST_BYLINE = 160;

/**
 * Sets the reason on each block that is not of the article, and the role of those that are no running text.
 *
 * @param {Block[]} blocks of a whole page, in its order, none of them left out yet
 * @param {{ headline: string, sizes: Map<Node, number>, root: Node }} page
 */
export function chooseArticle(blocks, page) {
  if (!blocks.length) return;
  const { names, rows, boxOf } = describeBlocks(blocks, page);
  const weights = names.map((name) => WEIGHTS[name] ?? 0);
  const scores = rows.map((row) => weights.reduce((sum, weight, n) => sum + weight * row[n], 0));
  const kept = keep(blocks, scores, boxOf);
  const first = kept.indexOf(true);
  const last = kept.lastIndexOf(true);
  const headline = findHeadline(blocks, page.headline, first);
  /** @type {Set<string>} */
  const shownParts = new Set();
  blocks.forEach((block, i) => {
    const { role, text } = block;
    if (role !== null && role !== "subheading" && shownParts.has(text)) {
      block.why = "repeat";
    } else if (i === headline) {
      block.role = "headline";
    } else if (role === "caption" || role === "credit") {
      const shown = i >= first - 6 && i <= last + 2 && text.length <= LONGEST_CAPTION && !boxOf[i] && block.linked < text.length / 2;
      if (!shown) block.why = boxOf[i] ?? "other";
    } else if ((role === "byline" || role === "label") && !kept[i]) {
      const shown = role === "byline" && i > headline && headline >= 0 && i >= first - 8 && i <= first + 1 && text.length <= LONGEST_BYLINE && (!boxOf[i] || boxOf[i] === "about") && isByline(text);
      if (!shown) block.why = boxOf[i] ?? "other";
    } else if (!kept[i]) {
      block.why = boxOf[i] ?? "other";
    } else if (role === "byline" || role === "label") {
      block.role = text.length > LONGEST_BYLINE ? null : role;
    }
    if (block.role && !block.why) shownParts.add(text);
  });
}

/** @param {Block[]} blocks @param {number[]} scores @param {(Why | null)[]} boxOf @returns {boolean[]} */
function keep(blocks, scores, boxOf) {
  let kept = scores.map((score) => score > LEAST);
  const size = blocks.reduce((sum, { text }, i) => sum + (kept[i] ? text.length : 0), 0);
  if (size < SHORTEST) {
    const least = Math.max(-NEARLY, scores.reduce((most, score) => Math.max(most, score), -Infinity) - NEARLY);
    kept = scores.map((score, i) => score > least || (!boxOf[i] && !blocks[i].role && blocks[i].linked < blocks[i].text.length / 2));
  }
  const between = (/** @type {number} */ i) => (kept[i - 1] || kept[i - 2] || false) && (kept[i + 1] || kept[i + 2] || false);
  // The last paragraph of many looks like the first of what follows, but for where it stands.
  const goesOn = (/** @type {number} */ i) => blocks[i].text.length > SHORTEST_PARAGRAPH && [i - 1, i + 1].some((k) =>
    kept[k] && blocks[k].element.tagName === "P" && blocks[i].element.tagName === "P" && blocks[k].element.parentElement === blocks[i].element.parentElement);
  return kept.map((is, i) => is || (scores[i] > LEAST_BETWEEN && between(i)) || (scores[i] > LEAST_ALIKE && goesOn(i)));
}

/**
 * The headline as it stands above the article: the heading that says what the metadata says, and nearest to it.
 *
 * @param {Block[]} blocks
 * @param {string} stated
 * @param {number} first the article's first block
 */
function findHeadline(blocks, stated, first) {
  const wanted = normal(stated);
  if (!wanted) return -1;
  for (let i = Math.min(first + 3, blocks.length - 1); i >= 0; i--) {
    if (normal(blocks[i].text) === wanted && (blocks[i].linked < blocks[i].text.length || blocks[i].element.closest("h1, h2"))) return i;
  }
  return -1;
}

/** @param {string} text @returns {boolean} whether it names who wrote it or when, not a button beside it */
function isByline(text) {
  return BYLINE.test(text) || toDay(text) !== "" || /^\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}.'’-]*|d[aei]|van|von|and|,))+$/u.test(text);
}
