/**
 * The list of articles kept on this device, newest first, each with a way to open and to delete it.
 *
 * @typedef {import("../types.ts").ShelfEntry} ShelfEntry
 */

import { element } from "../dom.js";
import { strings } from "../strings.js";

const when = () => new Intl.DateTimeFormat(strings.locale, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

export class Shelf {
  #dialog;
  #list;
  #handlers;
  /** @type {ShelfEntry[]} */
  #entries = [];
  /** @type {string | null} */
  #open = null;

  /**
   * @param {HTMLDialogElement} dialog with a list, a button to forget everything and one to close
   * @param {{ open(id: string): void, compare(id: string): void, remove(id: string): void, forget(): void }} handlers
   */
  constructor(dialog, handlers) {
    this.#dialog = dialog;
    this.#handlers = handlers;
    this.#list = /** @type {HTMLElement} */ (dialog.querySelector("ul"));
    const forget = /** @type {HTMLButtonElement} */ (dialog.querySelector(".forget"));
    // Asked once more in its own place: nothing brings it back.
    forget.addEventListener("click", () => {
      if (!forget.hasAttribute("data-sure")) {
        forget.setAttribute("data-sure", "");
        forget.textContent = strings.shelf.sure;
        return;
      }
      handlers.forget();
      dialog.close();
    });
    dialog.addEventListener("close", () => {
      forget.removeAttribute("data-sure");
      forget.textContent = strings.shelf.forget;
    });
    dialog.querySelector(".main")?.addEventListener("click", () => dialog.close());
  }

  show() {
    this.#render();
    this.#dialog.showModal();
  }

  /**
   * @param {ShelfEntry[]} entries
   * @param {string | null} open id of the article on the page
   */
  update(entries, open) {
    this.#entries = entries;
    this.#open = open;
    if (this.#dialog.open) this.#render();
  }

  #render() {
    const held = document.activeElement;
    const index = held instanceof HTMLElement && this.#list.contains(held) ? [...this.#list.querySelectorAll(".delete:not(.compare-with)")].indexOf(held) : -1;
    this.#list.replaceChildren(...this.#entries.map((entry) => this.#makeItem(entry)));
    if (!this.#entries.length) this.#list.append(element("li", { class: "empty" }, strings.shelf.none));
    if (index >= 0) {
      const buttons = /** @type {NodeListOf<HTMLElement>} */ (this.#list.querySelectorAll(".delete:not(.compare-with)"));
      (buttons[Math.min(index, buttons.length - 1)] ?? /** @type {HTMLElement | null} */ (this.#dialog.querySelector(".main")))?.focus();
    }
  }

  /** @param {ShelfEntry} entry */
  #makeItem({ id, title, changed, corrections, words }) {
    const open = element("button", { type: "button", class: "kept", "aria-current": id === this.#open ? "true" : null },
      element("span", { class: "kept-title" }, title || strings.shelf.untitled),
      element("span", { class: "description" }, [when().format(changed), strings.words(words), corrections ? strings.shelf.corrections(corrections) : ""].filter(Boolean).join(" · ")));
    open.addEventListener("click", () => {
      this.#dialog.close();
      this.#handlers.open(id);
    });
    const remove = element("button", { type: "button", class: "delete", "aria-label": strings.shelf.remove(title) }, "×");
    remove.addEventListener("click", () => this.#handlers.remove(id));
    if (!this.#open || id === this.#open) return element("li", {}, open, remove);
    const compare = element("button", { type: "button", class: "delete compare-with", title: strings.shelf.compare(title), "aria-label": strings.shelf.compare(title) }, "⇄");
    compare.addEventListener("click", () => {
      this.#dialog.close();
      this.#handlers.compare(id);
    });
    return element("li", {}, open, compare, remove);
  }
}
