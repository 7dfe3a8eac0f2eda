/**
 * What cleaning left out of a page: said under the summary, shown on demand, put back piece by piece.
 *
 * @typedef {import("../types.ts").LeftOut} LeftOut
 * @typedef {import("../types.ts").Story} Story
 */

import { byId, element } from "../dom.js";
import { strings } from "../strings.js";

/** So many kinds are named in the notice; the list has them all. */
const MOST = 3;

export class LeftOutDialog {
  #dialog = /** @type {HTMLDialogElement} */ (byId("left-out"));
  #list = byId("left-out-list");
  #onPutBack;
  /** @type {Story | null} */
  #story = null;

  /** @param {(left: LeftOut) => void} onPutBack */
  constructor(onPutBack) {
    this.#onPutBack = onPutBack;
    this.#dialog.querySelector(".ends .main")?.addEventListener("click", () => this.#dialog.close());
  }

  /** @param {Story | null} story the open one */
  update(story) {
    this.#story = story;
    if (this.#dialog.open) this.#render();
  }

  /** @param {Story} story @returns {(string | Node)[]} for the notice */
  say({ leftOut = [] }) {
    if (!leftOut.length) return [];
    const { said, show, kinds, more } = strings.leftOut;
    const all = [...new Set(leftOut.map(({ why }) => kinds[why] ?? kinds.other))];
    const button = element("button", { type: "button", id: "left-out-show" }, show);
    button.addEventListener("click", () => {
      this.#render();
      this.#dialog.showModal();
    });
    return [said(all.length > MOST ? [...all.slice(0, MOST), more].join(", ") : all.join(", ")), " ", button];
  }

  #render() {
    const { kinds, putBack, none } = strings.leftOut;
    const all = this.#story?.leftOut ?? [];
    this.#list.replaceChildren(...all.map((left) => {
      const button = element("button", { type: "button" }, putBack);
      button.addEventListener("click", () => this.#onPutBack(left));
      return element("section", {}, element("h3", {}, kinds[left.why] ?? kinds.other), element("p", {}, left.text), button);
    }));
    if (!all.length) this.#list.append(element("p", {}, none));
  }
}
