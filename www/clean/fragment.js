/**
 * Rich text from a clipboard, or a piece of HTML: all of it is meant, unless it is a whole page.
 *
 * A browser copies what was selected with the elements around it and styles written out; Word, Google Docs and mail programs
 * write HTML of their own. Headline, byline, caption and paragraphs are parted by their elements, never glued.
 */

import { parseInert } from "./inert.js";
import { cleanPage } from "./page.js";
import { Story, readStory } from "./story.js";

/** Less of the words in boxes, and the selection was of a story, not of a page. */
const PAGE_PARTS = "nav, footer, header, [role=navigation], [role=contentinfo], [role=banner], aside";

/**
 * @param {string} html as the clipboard or a file has it
 * @returns {import("./page.js").CleanPage}
 */
export function cleanHtml(html) {
  const page = parseInert(html);
  return isPage(page) ? cleanPage(page) : cleanFragment(page.body ?? page.documentElement, page);
}

/**
 * @param {Element | DocumentFragment} fragment
 * @param {Document} [page] where it came from, for its metadata
 * @returns {import("./page.js").CleanPage}
 */
export function cleanFragment(fragment, page) {
  const story = readStory(fragment);
  const language = (page?.documentElement.getAttribute("lang") ?? "").toLowerCase();
  return Object.assign(story, { headline: "", byline: "", date: "", language });
}

/** @param {Document} page @returns {boolean} whether it is, or was copied with, more than a story */
function isPage(page) {
  if (page.querySelector("meta[property^='og:'], meta[name=viewport], script[type='application/ld+json']")) return true;
  return page.querySelectorAll(PAGE_PARTS).length >= 2;
}
