/**
 * A list of any length of which only what is near the window is made: a stretch of items, and at each end
 * a button for more that presses itself when it comes near.
 */

import { element } from "../dom.js";
import { strings } from "../strings.js";

/** Items made at first, and with each press. */
const STRETCH = 80;

/** @template Item */
export class LongList {
  root;
  #items;
  #make;
  #from = 0;
  #to = 0;
  /** @type {Map<Item, number> | null} */
  #indices = null;
  #earlier;
  #later;
  #observer;

  /**
   * @param {HTMLElement} root a list or the body of a table
   * @param {Item[]} items
   * @param {(item: Item) => HTMLElement} make
   */
  constructor(root, items, make) {
    this.root = root;
    this.#items = items;
    this.#make = make;
    this.#earlier = this.#makeMore(() => this.#grow(-1));
    this.#later = this.#makeMore(() => this.#grow(1));
    this.#observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting && root.isConnected) this.#grow(target === this.#earlier ? -1 : 1);
      }
    }, { root: root.closest(".panel-body"), rootMargin: "600px" });
    this.#set(0);
  }

  /** @param {Item[]} items others in place of these */
  show(items) {
    if (items === this.#items) return;
    this.#items = items;
    this.#indices = null;
    this.#set(0);
  }

  get length() {
    return this.#items.length;
  }

  /** Makes an item that may be far from what is made. @param {Item} item @returns {boolean} whether it is in the list */
  reveal(item) {
    this.#indices ??= new Map(this.#items.map((one, index) => [one, index]));
    const at = this.#indices.get(item);
    if (at === undefined) return false;
    if (at < this.#from || at >= this.#to) this.#set(Math.max(0, at - STRETCH / 2));
    return true;
  }

  /** Everything, for paper. */
  showAll() {
    while (this.#to < this.#items.length) this.#grow(1);
    while (this.#from > 0) this.#grow(-1);
  }

  /** @param {number} from */
  #set(from) {
    this.#from = this.#to = from;
    this.root.replaceChildren();
    this.#grow(1);
  }

  /** @param {1 | -1} by */
  #grow(by) {
    const from = by > 0 ? this.#to : Math.max(0, this.#from - STRETCH);
    const to = by > 0 ? Math.min(this.#items.length, this.#to + STRETCH) : this.#from;
    const made = this.#items.slice(from, to).map((item) => this.#make(item));
    const held = document.activeElement === this.#earlier.querySelector("button") || document.activeElement === this.#later.querySelector("button");
    for (const more of [this.#earlier, this.#later]) {
      this.#observer.unobserve(more);
      more.remove();
    }
    if (by > 0) this.root.append(...made);
    else this.root.prepend(...made);
    this.#from = Math.min(this.#from, from);
    this.#to = Math.max(this.#to, to);
    this.#setMore(this.#earlier, this.#from, (more) => this.root.prepend(more));
    this.#setMore(this.#later, this.#items.length - this.#to, (more) => this.root.append(more));
    if (held) /** @type {HTMLElement | null} */ (made[by > 0 ? 0 : made.length - 1]?.querySelector("a, button"))?.focus({ preventScroll: true });
    this.root.dispatchEvent(new CustomEvent("grown", { bubbles: true }));
  }

  /**
   * @param {HTMLElement} more
   * @param {number} left
   * @param {(more: HTMLElement) => void} put
   */
  #setMore(more, left, put) {
    if (!left) return;
    /** @type {HTMLElement} */ (more.querySelector("button")).textContent = strings.more(left);
    put(more);
    this.#observer.observe(more);
  }

  /** @param {() => void} onPress */
  #makeMore(onPress) {
    const button = element("button", { type: "button", class: "quiet" });
    button.addEventListener("click", onPress);
    return this.root instanceof HTMLTableSectionElement
      ? element("tr", { class: "more" }, element("td", { colspan: 9 }, button))
      : element("li", { class: "more" }, button);
  }
}
