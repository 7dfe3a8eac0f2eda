/**
 * Rich text from a clipboard, or a piece of HTML: all of it is meant, unless it is a whole page.
 *
 *     const { text, parts, leftOut, headline, byline, date } = cleanHtml(clipboard.getData("text/html"));
 *
 * A browser copies what was selected with the elements around it and styles written out; Word, Google Docs and mail programs
 * write HTML of their own. Headline, byline, date, caption and paragraphs are parted by their elements, never glued, and those
 * that no element names are known by where they stand and what they say. A selection of a whole page is cleaned as a page.
 */

import { parseInert } from "./inert.js";
import { BYLINE, addShown, readMetadata, toDay } from "./metadata.js";
import { cleanPage } from "./page.js";
import { Story } from "./story.js";
import { readBlocks } from "./walk.js";

/**
 * @typedef {import("./walk.js").Block} Block
 * @typedef {import("./page.js").CleanPage} CleanPage
 */

const PAGE_PARTS = "nav, footer, header nav, [role=navigation], [role=contentinfo], [role=banner]";
const HEAD = "meta[property^='og:' i], meta[name=viewport], script[type='application/ld+json' i], meta[name=description]";
/** So many lines of links alone are menus. */
const MOST_LINK_LINES = 15;
/** What stands above the first paragraph of at least so many characters heads it. */
const SHORTEST_PARAGRAPH = 120;
const LONGEST_LINE = 160;

/**
 * @param {string} html as a clipboard or a file has it
 * @returns {CleanPage}
 */
export function cleanHtml(html) {
  const page = parseInert(html);
  const root = page.body ?? page.documentElement;
  if (page.querySelector(HEAD) || page.querySelectorAll(PAGE_PARTS).length > 1) return cleanPage(page);
  const blocks = readBlocks(root);
  const linkLines = blocks.filter(({ text, linked, why }) => !why && linked > text.length * 0.8).length;
  return linkLines > MOST_LINK_LINES && linkLines > blocks.length / 4 ? cleanPage(page) : finish(blocks, page);
}

/**
 * @param {Element | DocumentFragment} fragment
 * @param {{ ignore?: string }} [options]
 * @returns {CleanPage}
 */
export function cleanFragment(fragment, options) {
  return finish(readBlocks(fragment, options), null);
}

/** @param {Block[]} blocks @param {Document | null} page @returns {CleanPage} */
function finish(blocks, page) {
  nameHead(blocks.filter((block) => !block.why));
  const language = (page?.documentElement.getAttribute("lang") ?? "").toLowerCase();
  // The title of a document that a program wrote is seldom its headline.
  const metadata = page ? readMetadata(page) : { byline: "", date: "", time: "" };
  return addShown(new Story(blocks), { headline: "", byline: metadata.byline, date: metadata.date, time: metadata.time, language });
}

/**
 * Names what stands above the first paragraph: the headline, the byline, the date.
 *
 * @param {Block[]} blocks
 */
function nameHead(blocks) {
  const first = blocks.findIndex(({ text, role }) => role === null && (text.length >= SHORTEST_PARAGRAPH || /[.!?]["'”’]?$/.test(text)) && !BYLINE.test(text));
  const head = blocks.slice(0, Math.max(0, first));
  const isTitle = (/** @type {Block} */ { element, text }) => text.length <= LONGEST_LINE && (element.tagName === "H1" || /\bMsoTitle\b|\btitle\b|headline/i.test(element.getAttribute("class") ?? ""));
  const headline = head.find(isTitle) ?? head.find(({ role }) => role === "subheading" || role === "headline");
  if (headline) headline.role = "headline";
  for (const block of head) {
    const { text, role } = block;
    if (role === null && text.length <= LONGEST_LINE && (BYLINE.test(text) || isDay(text))) block.role = "byline";
  }
}

/** @param {string} text @returns {boolean} whether it is a date and little else */
function isDay(text) {
  return toDay(text) !== "" && text.length <= 60 && !/[.!?]$/.test(text);
}
