/**
 * What the bookmarklet (made in embed-page.js) runs in whatever page a reader is on: finds the article there, marks it, and shows the list at the side. Called
 * again it goes away. Where the page forbids it, a word says so and what to do instead.
 *
 * The page is a stranger's: nothing of it is changed but for one element of ours at its end, and nothing leaves it.
 */

import { element, makeSheet } from "./dom.js";
import { findArticle } from "./embed/find-article.js";
import { attach } from "./whosaid-article.js";

const HERE = new URL("./", import.meta.url).href;
const INSTEAD = `Copy the article and paste it at ${HERE}`;
const WORDS = /** @type {Record<string, string>} */ ({
  nothing: "whosaid found no article in English on this page.",
  "not-english": "whosaid reads English alone, and this page says that it is in another language.",
  "wasm-refused": `This page's policy forbids WebAssembly. ${INSTEAD}`,
  "core-missing": `This page's policy forbids whosaid to load its core. ${INSTEAD}`,
  "browser-old": "This browser is too old for whosaid.",
});

const STYLE = `
:host { all: initial; position: fixed; inset-block: 0; inset-inline-end: 0; z-index: 2147483646; }
aside { all: initial; box-sizing: border-box; display: block; inline-size: min(360px, 100vw); max-block-size: 100vh; overflow: auto; overscroll-behavior: contain; padding: 8px 16px 16px;
  color-scheme: light dark; background: light-dark(#fcfbf8, #191815); color: light-dark(#22201c, #e9e6df); border-inline-start: 1px solid color-mix(in srgb, currentColor 25%, transparent);
  box-shadow: 0 0 16px rgb(0 0 0 / .2); font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
p { margin: 8px 0; }
button { all: unset; cursor: pointer; min-block-size: 32px; min-inline-size: 32px; text-align: center; font-size: 20px; float: inline-end; }
button:focus-visible { outline: 2px solid currentColor; }
@media (max-width: 640px) { :host { inset-block: auto 0; inset-inline: 0; } aside { inline-size: 100vw; max-block-size: 40vh; } }
@media print { :host { display: none; } }`;

/** Takes everything away, where there is something. @type {(() => void) | null} */
let end = null;

/** Reads the page, or takes the marks away again. */
export function toggle() {
  if (end) return end();
  const host = element("div", { "data-whosaid-ignore": "" });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [makeSheet(STYLE)];
  const close = element("button", { type: "button", "aria-label": "Close" }, "×");
  const word = element("p", { role: "status" });
  const place = element("div");
  root.append(element("aside", { "aria-label": "whosaid" }, close, word, place));
  document.body.append(host);
  /** @type {ReturnType<typeof attach> | null} */
  let guest = null;
  end = () => {
    guest?.destroy();
    host.remove();
    end = null;
  };
  close.addEventListener("click", () => end?.());
  const say = (/** @type {string} */ code, words = "") => {
    word.textContent = WORDS[code] ?? words;
    place.hidden = true;
  };
  const article = findArticle(document);
  if (!article) return say("nothing");
  guest = attach(article, {
    container: place, kinds: "all", list: "open", loading: "eager",
    onEmpty: () => say("nothing"),
    onError: ({ code, message }) => say(code ?? "", `whosaid could not read this page: ${message}`),
  });
}
