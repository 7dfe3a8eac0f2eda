/**
 * `<whosaid-article for="#story">`: annotates an article that is already on the page.
 *
 * The article's own DOM and text stay as they are: marks are painted by the CSS Custom Highlight API,
 * the list of findings stands in this element's shadow root, and an event carries the annotation.
 * Removing the element takes everything away again.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("./reading.js").Choice} Choice
 */

import { List } from "./list.js";
import { schemeOf } from "./paint.js";
import { Reading } from "./reading.js";
import { strings } from "./strings.js";
import { settle } from "./watch.js";

/** Where only a server renders there are no elements: the class can be imported all the same. */
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * The class is pure: `whosaid-article.js` registers it.
 *
 * Attributes: `for`, the CSS selector of the article (without it, the element before this one);
 * `quiet`, marks without the list. Property: `target`, the article itself, where no selector reaches it.
 * Events, all bubbling: `whosaid-ready` with `{ annotation, text }` each time the article was read
 * (a second time when places have got their coordinates), `whosaid-select` with `{ kind, index }`,
 * `whosaid-error` with `{ error }`.
 */
export class WhosaidArticle extends Base {
  static observedAttributes = ["for", "quiet"];

  #list;
  /** @type {Element | null} */
  #given = null;
  /** @type {Reading | null} */
  #reading = null;
  /** Ends what was begun when the element was put on a page. @type {AbortController | null} */
  #connection = null;

  constructor() {
    super();
    this.#list = new List(this.attachShadow({ mode: "open" }), (choice) => this.#choose(choice));
  }

  /** The annotation of the article as it was last read; null before. @returns {Annotation | null} */
  get annotation() {
    return this.#reading?.findings?.annotation ?? null;
  }

  /** The text that the annotation's offsets count, in UTF-16 code units. */
  get text() {
    return this.#reading?.findings?.text ?? "";
  }

  /** The article: what was set here, else what the attribute `for` finds. @returns {Element | null} */
  get target() {
    return this.#given ?? this.#findTarget();
  }

  set target(element) {
    this.#given = element;
    if (this.#connection) this.#follow({ say: true });
  }

  connectedCallback() {
    if (this.#connection) return;
    // A property set before the class was there hides the accessor.
    if (Object.hasOwn(this, "target")) {
      const { target } = this;
      Reflect.deleteProperty(this, "target");
      this.target = target;
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
    this.#reading?.stop();
    this.#reading = null;
    this.#list.clear();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#connection || before === now) return;
    if (name === "for") this.#follow({ say: true });
    else this.#show();
  }

  /** @param {AbortSignal} signal */
  #begin(signal) {
    // An article that a framework takes out and puts back anew is followed.
    const observer = new MutationObserver(settle(() => this.#follow(), signal));
    for (const root of new Set([this.getRootNode(), document])) observer.observe(root, { childList: true, subtree: true });
    signal.addEventListener("abort", () => observer.disconnect());
    this.#follow({ say: true });
  }

  /** Reads the article that the element now points at. @param {{ say?: boolean }} [options] complain where there is none */
  #follow({ say = Boolean(this.#reading) } = {}) {
    const { target } = this;
    if (target && target === this.#reading?.target) return;
    const former = this.#reading;
    this.#reading = target && new Reading(target, {
      onRead: ({ findings }) => {
        this.#show();
        this.#tell("whosaid-ready", { annotation: findings?.annotation, text: findings?.text });
      },
      onError: (error) => this.#fail(error),
      onChoose: (choice) => this.#tell("whosaid-select", this.#list.choose(choice)),
      onScheme: () => this.#list.colour(schemeOf(this)),
    });
    former?.stop(); // after the new one has begun: the core is kept
    if (target) this.#say(strings.reading);
    else if (say) this.#fail(new Error(strings.noTarget(this.getAttribute("for") ?? "")));
  }

  #findTarget() {
    const selector = this.getAttribute("for");
    if (!selector) return this.previousElementSibling;
    try {
      const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      return root.querySelector(selector) ?? document.querySelector(selector);
    } catch {
      return null; // no selector at all
    }
  }

  #show() {
    this.#dress();
    if (this.#reading?.findings) this.#list.show(this.#reading.findings, this.#reading.mapped);
  }

  /** @param {string} words */
  #say(words) {
    this.#dress();
    this.#list.say(words);
  }

  #dress() {
    this.#list.hide(this.hasAttribute("quiet"));
    this.#list.colour(schemeOf(this));
  }

  /** @param {Choice} choice */
  #choose(choice) {
    this.#reading?.show(choice);
    this.#tell("whosaid-select", this.#list.choose(choice));
  }

  /** @param {Error & { code?: string }} error */
  #fail(error) {
    const { origin } = new URL(import.meta.url);
    const source = origin === location.origin ? "'self'" : origin;
    this.#say(error.code ? strings.errors[error.code]?.(source) ?? strings.failed : error.message);
    this.#tell("whosaid-error", { error });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
