/**
 * Sees when a story may have become another, or look another: its words, what hides or shows it, the
 * page's colours. Says so once the page is still again, and ever more seldom where nothing comes of it.
 */

import { query } from "./begin.js";
import { parentOf } from "./find-story.js";

/** How long to wait after a look in vain, in milliseconds. */
const STILL = 250;
/** What is looked at in vain is looked at this seldom, in the end. */
const AT_MOST_EVERY = 8000;

/** How long to wait before the next look: longer after each that was in vain. */
export class Patience {
  #wait = 0;
  #last = 0;

  get wait() {
    // After a quiet time all is forgotten.
    if (performance.now() - this.#last > 2 * AT_MOST_EVERY) this.#wait = 0;
    return this.#wait;
  }

  /** @param {boolean} inVain */
  learn(inVain) {
    const wait = this.wait;
    this.#last = performance.now();
    this.#wait = inVain ? Math.min(AT_MOST_EVERY, wait ? wait * 2 : STILL) : 0;
  }
}

/** Attributes by which words come and go or count for something, wherever they stand. */
const TELLING = ["hidden", "open", "datetime", "lang", "data-whosaid-ignore", "data-whosaid-date", "contenteditable"];

/**
 * @param {Element} target
 * @param {AbortSignal} signal
 * @param {{ onText: () => void, onLooks: () => void }} listener `onText`: other words are likely;
 *   `onLooks`: another look is, which may show or hide words
 */
export function watchStory(target, signal, { onText, onLooks }) {
  const page = target.ownerDocument;
  const within = new MutationObserver((records) => {
    if (records.some(({ attributeName }) => !attributeName || TELLING.includes(attributeName))) onText();
    else onLooks();
  });
  within.observe(target, { childList: true, characterData: true, subtree: true, attributeFilter: [...TELLING, "class", "style", "aria-hidden"] });

  // What is around it may hide it, or turn dark: a class, a style, a late sheet.
  const around = new MutationObserver(onLooks);
  for (let node = parentOf(target); node; node = parentOf(node)) around.observe(node, { attributes: true });
  around.observe(page.head ?? page.documentElement, { childList: true, characterData: true, subtree: true });
  page.addEventListener("load", onLooks, { capture: true, signal });
  page.addEventListener("toggle", onLooks, { capture: true, signal });
  for (const media of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    query(media).addEventListener?.("change", onLooks, { signal });
  }

  // What is written in a field is no change of the DOM.
  target.addEventListener("input", onText, { signal, passive: true });
  target.addEventListener("change", onText, { signal, passive: true });

  // Whatever shows or hides words also changes how much room they take.
  const size = typeof ResizeObserver === "function" ? new ResizeObserver(onLooks) : null;
  size?.observe(target);
  signal.addEventListener("abort", () => {
    within.disconnect();
    around.disconnect();
    size?.disconnect();
  });
}
