/**
 * A link that holds an article with all corrections in its fragment, compressed: no server ever sees a
 * fragment, so the article goes to nobody but whoever has the link.
 *
 * @typedef {import("../types.ts").Given} Given
 * @typedef {import("../types.ts").Story} Story
 */

import { packStory, unpackStory } from "../model/story-file.js";

/** No article is longer, in bytes; a small link may claim to be. */
const MOST = 20 * 1024 * 1024;

/**
 * @param {Story} story
 * @returns {Promise<string>} what stands behind `#article=`
 */
export async function packLink(story) {
  const stream = new Blob([JSON.stringify(packStory(story))]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = "";
  for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/**
 * @param {string} packed
 * @returns {Promise<Omit<Given, "what"> | null>} null where it is cut short, or none of ours
 */
export async function unpackLink(packed) {
  try {
    const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let words = "";
    let read = 0;
    for (let part = await reader.read(); part.value; part = await reader.read()) {
      read += part.value.length;
      if (read > MOST) {
        await reader.cancel();
        return null;
      }
      words += decoder.decode(part.value, { stream: true });
    }
    return unpackStory(JSON.parse(words + decoder.decode()));
  } catch {
    return null;
  }
}
