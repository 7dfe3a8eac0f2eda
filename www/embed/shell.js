/**
 * The bar that an embed shows from the start, and what folds out of it: its room is kept, so that
 * nothing moves when the findings come.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("./options.js").Settings} Settings
 */

import { element } from "../dom.js";
import { whenUnseen } from "./room.js";
import { directionOf, knownLanguage } from "./strings.js";
import { BAR, listSheet } from "./style.js";

export class Shell {
  /** Where the findings go. */
  body = element("div", { class: "body", translate: "no" });
  #title = element("h2", { part: "title" });
  #status = element("p", { class: "soft", role: "status", part: "summary" });
  #note = element("p", { class: "soft small", part: "note" });
  #panel = element("details", { class: "panel", part: "panel" },
    element("summary", { class: "bar-line", part: "bar" }, this.#title, this.#status), this.body, this.#note);
  #frame = element("section", { part: "list" }, this.#panel);
  #root;
  #host;
  #gone = new AbortController();
  /** Whether a reader opened or closed it: it then stays so. */
  #chosen = false;

  /**
   * @param {ShadowRoot} root
   * @param {() => void} onOpen a reader wants to see what there is
   */
  constructor(root, onOpen) {
    this.#root = root;
    this.#host = /** @type {HTMLElement} */ (root.host);
    root.adoptedStyleSheets = [listSheet()];
    this.#panel.firstElementChild?.addEventListener("click", () => {
      this.#chosen = true;
      if (!this.#panel.open) onOpen(); // as it is about to be
    });
    this.#frame.hidden = true;
    root.append(this.#frame);
    this.#appear();
  }

  /**
   * @param {Settings} settings
   * @param {import("./strings.js").Say} say
   */
  dress({ lang, list }, say) {
    this.#frame.lang = knownLanguage(lang);
    this.#frame.dir = directionOf(lang);
    this.#frame.setAttribute("aria-label", say("title"));
    if (this.#title.textContent !== say("title")) this.#title.textContent = say("title");
    if (list === "open" && !this.#chosen && !this.#panel.open) {
      whenUnseen(this.#host, this.#gone.signal, () => {
        if (!this.#chosen) this.#panel.open = true;
      });
    }
  }

  /** @param {Scheme} scheme of the page around it @param {number} size of the story's type, in CSS pixels */
  colour(scheme, size) {
    this.#panel.className = `panel ${scheme}`;
    this.#frame.style.setProperty("--size", `${Math.min(20, Math.max(15, size))}px`);
  }

  /** Said once, not at every reading. @param {string} status @param {string} [note] */
  say(status, note = "") {
    if (this.#status.textContent !== status) this.#status.textContent = status;
    if (this.#note.textContent !== note) this.#note.textContent = note;
  }

  /** The credit of the map, beside the note. @param {string} words @param {string} href */
  credit(words, href) {
    this.#note.append(" ", element("a", { href, part: "credit" }, words));
  }

  open() {
    this.#chosen = true;
    this.#panel.open = true;
  }

  /** Nothing is seen any more; the room goes when nobody sees it go. */
  hide() {
    this.#frame.classList.add("gone");
    this.body.replaceChildren();
    whenUnseen(this.#host, this.#gone.signal, () => {
      if (this.#frame.classList.contains("gone")) this.#frame.hidden = true;
    });
  }

  unhide() {
    if (!this.#frame.classList.contains("gone")) return;
    this.#frame.classList.remove("gone");
    this.#appear();
  }

  #appear() {
    whenUnseen(this.#host, this.#gone.signal, () => {
      if (!this.#frame.classList.contains("gone")) this.#frame.hidden = false;
    }, BAR);
  }

  remove() {
    this.#gone.abort();
    this.#root.replaceChildren();
  }
}
