/**
 * On a phone the list is a sheet at the bottom, at one of three heights: its tabs, half, nearly all.
 */

import { isNarrow } from "../dom.js";
import { strings } from "../strings.js";

/** @typedef {"peek" | "half" | "full"} Height */
const HEIGHTS = /** @type {Height[]} */ (["peek", "half", "full"]);
const LEAST_PULL = 40;

export class Sheet {
  #root;
  #handle;

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} handle
   */
  constructor(root, handle) {
    this.#root = root;
    this.#handle = handle;
    handle.addEventListener("click", () => this.set(HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length]));
    this.#pull();
    this.set("peek");
  }

  /** @returns {Height} */
  get height() {
    return /** @type {Height} */ (this.#root.dataset.height);
  }

  /** @param {Height} height */
  set(height) {
    this.#root.dataset.height = height;
    document.documentElement.dataset.sheet = height;
    this.#handle.setAttribute("aria-label", strings.sheet[height]);
    this.#handle.setAttribute("aria-expanded", String(height !== "peek"));
  }

  /** Lifts the sheet where it shows its tabs alone. */
  lift() {
    if (isNarrow() && this.height === "peek") this.set("half");
  }

  /** Makes room for the text. */
  lower() {
    if (isNarrow() && this.height === "full") this.set("half");
  }

  #pull() {
    let from = 0;
    let pulled = false;
    this.#handle.addEventListener("pointerdown", (event) => {
      from = event.clientY;
      pulled = false;
      this.#handle.setPointerCapture(event.pointerId);
    });
    this.#handle.addEventListener("pointermove", (event) => {
      if (!this.#handle.hasPointerCapture(event.pointerId)) return;
      const by = event.clientY - from;
      if (Math.abs(by) < LEAST_PULL) return;
      const to = HEIGHTS[HEIGHTS.indexOf(this.height) + (by < 0 ? 1 : -1)];
      if (to) this.set(to);
      from = event.clientY;
      pulled = true;
    });
    this.#handle.addEventListener("click", (event) => pulled && event.stopImmediatePropagation(), { capture: true });
  }
}
