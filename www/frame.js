/**
 * The frame: shows the text that its host gives, marked, with the list of who says what.
 *
 * Takes `{ whosaid: 1, text }` from the window that holds it, and from no other. Sends
 * `{ whosaid: 1, type: "ready" }`, then `{ type: "height", height }` in CSS pixels each time it
 * changes, and `{ type: "annotation", annotation }`. It may stand in `sandbox="allow-scripts"`.
 */

import "./whosaid-article.js";
import { byId, element } from "./dom.js";

const story = byId("story");

/** @param {object} message */
function tell(message) {
  if (parent !== window) parent.postMessage({ whosaid: 1, ...message }, "*");
}

addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.whosaid !== 1 || typeof data.text !== "string") return;
  const paragraphs = data.text.split(/\n\s*\n/).filter((/** @type {string} */ words) => words.trim());
  story.replaceChildren(...paragraphs.map((/** @type {string} */ words) => element("p", {}, words)));
});

addEventListener("whosaid-ready", (event) => {
  tell({ type: "annotation", annotation: /** @type {CustomEvent} */ (event).detail.annotation });
});
new ResizeObserver(() => tell({ type: "height", height: document.body.offsetHeight })).observe(document.body);
tell({ type: "ready" });
