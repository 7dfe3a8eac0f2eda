/**
 * The article in a whole page: a saved file, or everything that was selected and copied.
 *
 *     const page = cleanPage(parseInert(html));
 *     page.text; page.parts; page.leftOut;                       // as of a story
 *     page.headline; page.byline; page.date; page.language;      // "" where the page does not say
 *
 * The page is read into blocks, each block is described and weighed, and what is likely the article is kept.
 */

import { describeBlocks } from "./features.js";
import { readMetadata } from "./metadata.js";
import { Story } from "./story.js";
import { measure, readBlocks } from "./walk.js";

/** @typedef {Story & import("./metadata.js").Metadata} CleanPage */

/**
 * @param {Document} page parsed, inert
 * @param {{ ignore?: string }} [options]
 * @returns {CleanPage}
 */
export function cleanPage(page, { ignore } = {}) {
  const root = page.body ?? page.documentElement;
  const metadata = readMetadata(page);
  const blocks = readBlocks(root, { ignore, boxes: false });
  const live = blocks.filter((block) => !block.why);
  const { names, rows, boxOf } = describeBlocks(live, { headline: metadata.headline, sizes: measure(root), root });
  const inBest = names.indexOf("best");
  live.forEach((block, i) => {
    if (!rows[i][inBest] || boxOf[i]) block.why = boxOf[i] ?? "other";
  });
  return Object.assign(new Story(blocks), metadata);
}
