/**
 * What a developer reads on the console where something is wrong. Readers of the page see none of it.
 */

import { WORKER } from "../assets.js";

/** @param {Error & { code?: string }} error @returns {string} what it is and what to do */
export function explain({ code, message }) {
  const source = WORKER.origin === location.origin ? "'self'" : WORKER.origin;
  const advice = {
    "wasm-refused": `The Content-Security-Policy of this page refuses WebAssembly. Add to it: script-src ${source} 'wasm-unsafe-eval'`,
    "browser-old": "This browser is too old.",
    "core-missing": `The core could not be loaded. Check that its folder is complete and, where it lies on another host, sent with Access-Control-Allow-Origin; a Content-Security-Policy needs: script-src ${source} 'wasm-unsafe-eval'; connect-src ${source}`,
    crash: "The core stopped on this text.",
    "annotation-unfit": "The ready-made annotation does not fit; the story is read here instead.",
    "annotation-missing": "The ready-made annotation could not be loaded; the story is read here instead.",
  }[code ?? ""];
  return advice ? `${advice} (${message})` : message;
}

/** @param {string} selector */
export function noStory(selector) {
  return Object.assign(new Error(
    selector
      ? `There is no element “${selector}” on this page yet. The attribute "for" takes the CSS selector of the story; it is read as soon as it is there.`
      : `No element stands before this one. Give the CSS selector of the story in the attribute "for".`,
  ), { code: "no-story" });
}
