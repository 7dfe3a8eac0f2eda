/**
 * `<whosaid-article for="#story">`: annotates an article that is already on the page.
 *
 * The article's own DOM and text stay as they are: marks are painted by the CSS Custom Highlight API,
 * the list of findings stands in this element's shadow root, and an event carries the annotation.
 * Removing the element takes everything away again.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 */

import { Guest } from "./attach.js";
import { findStory } from "./find-story.js";
import { ATTRIBUTES, optionsOf, warn } from "./options.js";
import { noStory } from "./trouble.js";
import { settle } from "./watch-calls.js";

/** Where only a server renders there are no elements: the class can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * The class is pure: `whosaid-article.js` registers it.
 *
 * Attributes: `for`, the CSS selector of the article (without it, the element before this one); those of
 * `options.js`; `quiet`, which is `list="none"`. Properties: `target`, the article itself or its selector;
 * `annotation`, as it was read or, set, as it was made before; `labels`; `text`. Events, all bubbling:
 * `whosaid-ready` with `{ annotation, text, reason }` once for each text, `whosaid-select` with
 * `{ kind, index }`, `whosaid-error` with `{ error }`.
 */
export class WhosaidArticle extends Base {
  static observedAttributes = ["for", "quiet", ...ATTRIBUTES];

  /** @type {Element | string | null} */
  #given = null;
  /** @type {unknown} */
  #annotation = null;
  /** @type {import("./options.js").Options["labels"]} */
  #labels = null;
  #guest;
  /** Ends what was begun when the element was put on a page. @type {AbortController | null} */
  #connection = null;

  constructor() {
    super();
    this.#guest = new Guest(this.attachShadow({ mode: "open" }), {
      onReady: (ready) => this.#tell("whosaid-ready", ready),
      onSelect: (choice) => this.#tell("whosaid-select", choice),
      onError: (error) => this.#tell("whosaid-error", { error }),
    });
  }

  /** The annotation of the article as it was last read; null before. Set: one made before. @returns {Annotation | null} */
  get annotation() {
    return this.#guest.annotation;
  }

  set annotation(annotation) {
    this.#annotation = annotation;
    if (this.#connection) this.#set();
  }

  /** Other words for the list. */
  get labels() {
    return this.#labels;
  }

  set labels(labels) {
    this.#labels = labels;
    if (this.#connection) this.#set();
  }

  /** The text that the annotation's offsets count, in UTF-16 code units. */
  get text() {
    return this.#guest.text;
  }

  /** The article: what was set here, else what the attribute `for` finds. @returns {Element | null} */
  get target() {
    const given = this.#given;
    if (given && typeof given !== "string") return given;
    try {
      return findStory(this, given ?? this.getAttribute("for") ?? "");
    } catch {
      return null; // no selector at all
    }
  }

  /** @param {Element | string | null} element */
  set target(element) {
    const fits = !element || typeof element === "string" || element.nodeType === 1;
    if (!fits) warn(`target takes an element, or the selector of one, not ${String(element)}`);
    this.#given = fits ? element : null;
    if (this.#connection) this.#follow({ say: true });
  }

  /** Reads now, however it was to be loaded. */
  read() {
    return this.#guest.begin();
  }

  connectedCallback() {
    if (this.#connection) return;
    // A property set before the class was there hides the accessor.
    for (const name of /** @type {const} */ (["target", "annotation", "labels"])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      Reflect.deleteProperty(this, name);
      Object.assign(this, { [name]: value });
    }
    this.#connection = new AbortController();
    const { signal } = this.#connection;
    if (document.readyState === "loading") {
      // The article may stand below this element, and not be there yet.
      document.addEventListener("DOMContentLoaded", () => this.#begin(signal), { once: true, signal });
    } else {
      this.#begin(signal);
    }
  }

  disconnectedCallback() {
    this.#connection?.abort();
    this.#connection = null;
    this.#guest.stop();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#connection || before === now) return;
    if (name === "for") this.#follow({ say: true });
    else this.#set();
  }

  /** @param {AbortSignal} signal */
  #begin(signal) {
    // An article that a framework takes out and puts back anew is followed.
    const observer = new MutationObserver(settle(() => this.#follow(), signal));
    for (const root of new Set([this.getRootNode(), document])) observer.observe(root, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
    this.#set();
    this.#follow({ say: true });
  }

  #set() {
    const options = optionsOf(this);
    this.#guest.set({ ...options, labels: this.#labels ?? options.labels, annotation: this.#annotation ?? undefined });
  }

  /** Reads the article that the element now points at. @param {{ say?: boolean }} [options] complain where there is none */
  #follow({ say = Boolean(this.#guest.target) } = {}) {
    const { target } = this;
    if (target && target === this.#guest.target) return;
    this.#guest.follow(target);
    if (target || !say) return;
    const error = noStory(typeof this.#given === "string" ? this.#given : this.getAttribute("for") ?? "");
    warn(error.message);
    this.#tell("whosaid-error", { error });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
