/**
 * Files that this page wrote, opened again with all corrections: JSON, a page of HTML, Web Annotations.
 *
 * @typedef {import("../types.ts").Given} Given
 */

import { unpackStory } from "../model/story-file.js";

/**
 * @param {string} words of the file
 * @returns {Given | null} null for what this page did not write, or somebody broke
 */
export function openAgain(words) {
  const page = /<script type="application\/json" id="whosaid-story">([^<]*)<\/script>/.exec(words);
  const value = parse(page ? page[1] : words);
  if (typeof value !== "object" || value === null) return null;
  const story = page ? unpackStory(value) : "story" in value ? unpackStory(value.story) : "whosaid" in value && "text" in value ? unpackStory(value.whosaid, String(value.text)) : null;
  return story && { what: "file", ...story };
}

/** @param {string} words @returns {unknown} */
function parse(words) {
  try {
    return JSON.parse(words.replace(/^\ufeff/, ""));
  } catch {
    return null;
  }
}
