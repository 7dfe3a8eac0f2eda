/**
 * The article in a whole page: a saved file, or everything that was selected and copied.
 *
 *     const page = cleanPage(parseInert(html));
 *     page.text; page.parts; page.leftOut;                       // as of a story
 *     page.headline; page.byline; page.date; page.language;      // "" where the page does not say
 *
 * The page is read into blocks, each is described and weighed (`classify.js`), and what is likely the article's is kept. Headline,
 * byline, captions and credits stay in the text as parts, and the rest can be put back.
 */

import { chooseArticle } from "./classify.js";
import { addShown, readMetadata } from "./metadata.js";
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
  chooseArticle(blocks.filter((block) => !block.why), { headline: metadata.headline, sizes: measure(root), root });
  return addShown(new Story(blocks), metadata);
}
