/**
 * The frame: shows the text that its host gives, marked, with the list of who says what.
 *
 * Takes `{ whosaid: 1, text, id?, options? }` from the window that holds it, and from no other: `id` comes back with all that is
 * said of that text, `options` are the attributes of `<whosaid-article>` by name, such as `{ kinds: "all", theme: "dark" }`.
 * Sends `{ whosaid: 1, type: "ready" }`, then
 * `{ type: "height", height }` in CSS pixels each time it changes, `{ type: "annotation", annotation, id }` once for each text, and
 * `{ type: "error", code, message, id }`. It may stand in `sandbox="allow-scripts"`.
 */

import "./whosaid-article.js";
import { byId, element } from "./dom.js";

/** What a host may set; where the text comes from is the frame's. */
const OPTIONS = ["kinds", "min-certainty", "places", "list", "card", "loading", "theme", "lang", "labels"];

const story = byId("story");
const guest = /** @type {HTMLElement} */ (document.querySelector("whosaid-article"));
/** The host's name for the text that is shown. @type {unknown} */
let id;

/** @param {object} message */
function tell(message) {
  // To whoever holds the frame: nothing in it is not the host's own already.
  if (parent !== window) parent.postMessage({ whosaid: 1, ...message }, "*");
}

addEventListener("message", ({ source, data }) => {
  if (source !== parent || data?.whosaid !== 1 || typeof data.text !== "string") return;
  id = data.id;
  for (const name of OPTIONS) {
    const value = data.options?.[name];
    if (["string", "number"].includes(typeof value)) guest.setAttribute(name, String(value));
  }
  const theme = guest.getAttribute("theme");
  document.documentElement.style.colorScheme = theme === "light" || theme === "dark" ? theme : "";
  const paragraphs = data.text.split(/\n\s*\n/).filter((/** @type {string} */ words) => words.trim());
  story.textContent = "";
  for (const words of paragraphs) story.append(element("p", {}, words)); // one at a time: there may be more than a call takes
});

addEventListener("whosaid-ready", (event) => {
  const { annotation, text } = /** @type {CustomEvent} */ (event).detail;
  if (text) tell({ type: "annotation", annotation, id });
});
addEventListener("whosaid-error", (event) => {
  const { error } = /** @type {CustomEvent} */ (event).detail;
  tell({ type: "error", code: error.code ?? "unknown", message: error.message, id });
});
new ResizeObserver(() => tell({ type: "height", height: document.body.offsetHeight })).observe(document.body);
tell({ type: "ready" });
