/**
 * The frame: shows the text that its host gives, marked, with the list of who says what; or the list alone.
 *
 * Takes `{ whosaid: 1, text, id?, options? }` from the window that holds it, and from no other: `id` comes back with all that is
 * said of that text, `options` are the attributes of `<whosaid-article>` by name, such as `{ kinds: "all", theme: "dark" }`, and
 * `show: "list"`, which leaves the text out. The same may stand behind the `#` of the frame's address, for how it looks from the
 * start; and `origin`, the one origin that it then listens to and speaks to: `frame.html#theme=dark&origin=https://news.example`.
 *
 * Sends `{ whosaid: 1, type: "ready" }`, then `{ type: "height", height }` in CSS pixels each time it changes, `{ type:
 * "annotation", annotation, id }` once for each text, `{ type: "select", kind, index, id }` as a reader chooses something, and
 * `{ type: "error", code, message, id }`. It may stand in `sandbox="allow-scripts"`.
 */

import "./whosaid-article.js";
import { byId, element } from "./dom.js";

/** What a host may set; where the text comes from is the frame's. */
const OPTIONS = ["kinds", "min-certainty", "places", "list", "card", "checks", "loading", "theme", "lang", "labels"];

const story = byId("story");
const guest = /** @type {HTMLElement} */ (document.querySelector("whosaid-article"));
const start = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
/** The host's name for the text that is shown. @type {unknown} */
let id;
let height = -1;

/** @param {object} message */
function tell(message) {
  // Without an origin to whoever holds the frame: nothing in it is not the host's own already.
  if (parent !== window) parent.postMessage({ whosaid: 1, ...message }, start.origin || "*");
}

/** A frame out of sight is not rendered, and no observer tells of it: so it is measured whenever something was done. */
function tellHeight() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (now !== height) tell({ type: "height", height: (height = now) });
}

/** @param {Record<string, unknown>} options */
function set(options) {
  for (const name of OPTIONS) {
    const value = options[name];
    if (typeof value === "string" || typeof value === "number") guest.setAttribute(name, String(value));
  }
  const theme = guest.getAttribute("theme");
  document.documentElement.style.colorScheme = theme === "light" || theme === "dark" ? theme : "";
  if (typeof options.show !== "string") return;
  const alone = options.show === "list";
  document.documentElement.classList.toggle("list-alone", alone);
  story.toggleAttribute("inert", alone);
}

addEventListener("message", ({ source, origin, data }) => {
  if (source !== parent || (start.origin && origin !== start.origin) || data?.whosaid !== 1 || typeof data.text !== "string") return;
  id = data.id;
  if (data.options && typeof data.options === "object") set(data.options);
  const paragraphs = data.text.split(/\n\s*\n/).filter((/** @type {string} */ words) => words.trim());
  story.textContent = "";
  for (const words of paragraphs) story.append(element("p", {}, words)); // one at a time: there may be more than a call takes
  tellHeight();
});

addEventListener("whosaid-ready", (event) => {
  const { annotation, text } = /** @type {CustomEvent} */ (event).detail;
  if (text) tell({ type: "annotation", annotation, id });
  tellHeight();
});
addEventListener("whosaid-select", (event) => tell({ type: "select", .../** @type {CustomEvent} */ (event).detail, id }));
addEventListener("whosaid-error", (event) => {
  const { error } = /** @type {CustomEvent} */ (event).detail;
  tell({ type: "error", code: error.code ?? "unknown", message: error.message, id });
});
new ResizeObserver(tellHeight).observe(document.body);
set(start);
tell({ type: "ready" });
tellHeight();
