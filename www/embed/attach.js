/**
 * whosaid on somebody's page, with or without a custom element: what is shown where, and when it begins.
 *
 *     const guest = attach(document.querySelector("article"), { container: document.querySelector("aside") });
 *     guest.update({ kinds: "quotes figures" });
 *     guest.destroy();
 *
 * This much is fetched with the page; `reading.js` and the core follow when a story is to be read.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Part} Part
 * @typedef {import("./options.js").Options} Options
 * @typedef {import("./options.js").Settings} Settings
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {import("./reading.js").Reason} Reason
 * @typedef {object} Hooks
 * @property {(ready: { annotation: Annotation, text: string, reason: Reason }) => void} [onReady]  Once a text.
 * @property {(choice: Choice) => void} [onSelect]  A reader chose something, in the story or in the list.
 * @property {() => void} [onEmpty]  There are no words to read, or none in English.
 * @property {(error: Error & { code?: string }) => void} [onError]
 * @typedef {object} Place
 * @property {Element | ShadowRoot} [container]  Where the list goes; without it there are marks alone.
 * @property {(text: string, dates: string[], parts: Part[]) => Promise<Annotation>} [annotate]  Another core: an extension's own worker,
 *   a server's. `dates`: what the page states as the article's, the best first; `parts`: what its setting shows to be headline, caption and so on.
 */

import { looksEnglish } from "../language.js";
import { savesData, whenNear } from "./begin.js";
import { acquireEngine, releaseEngine } from "./engine.js";
import { isForeign } from "./find-story.js";
import { makeSettings, warn } from "./options.js";
import { schemeOf } from "./scheme.js";
import { Shell } from "./shell.js";
import { makeSay } from "./strings.js";
import { explain } from "./trouble.js";

/**
 * Reads a story on the page, marks who says what in it and, in `container`, lists it.
 *
 * @param {Element | string} target the story, or its CSS selector
 * @param {Options & Hooks & Place} [options]
 * @throws {TypeError} where there is no such element
 */
export function attach(target, options = {}) {
  const element = typeof target === "string" ? document.querySelector(target) : target;
  if (element?.nodeType !== 1) throw new TypeError(`attach(target): target must be an element, or the selector of one, not ${String(target)}`);
  const { container, annotate } = options;
  /** @type {HTMLElement | null} */
  let own = null;
  let root = /** @type {ShadowRoot | null} */ (container?.nodeType === 11 ? container : null);
  if (container && !root) {
    own = document.createElement("div");
    own.setAttribute("data-whosaid-ignore", ""); // where it stands in the story
    root = own.attachShadow({ mode: "open" });
    container.append(own);
  }
  let all = options;
  const guest = new Guest(root, {
    onReady: (ready) => all.onReady?.(ready),
    onSelect: (choice) => all.onSelect?.(choice),
    onEmpty: () => all.onEmpty?.(),
    onError: (error) => all.onError?.(error),
  }, annotate);
  guest.set(all);
  guest.follow(element);
  return {
    /** @returns {Annotation | null} of the story as it was last read; null before */
    get annotation() {
      return guest.annotation;
    },
    /** The text that the annotation's positions count in. */
    get text() {
      return guest.text;
    },
    /** Changes what was chosen; what is not named stays. @param {Options & Hooks} changes */
    update(changes) {
      all = { ...all, ...changes };
      guest.set(all);
    },
    /** Reads now, however it was to be loaded. */
    read: () => guest.begin(),
    /** Leads a reader there, as a choice in the list does. @param {Choice} choice */
    choose: (choice) => guest.choose(choice),
    /** Takes everything away. */
    destroy() {
      guest.stop();
      own?.remove();
    },
  };
}

/** What stands behind an element, or behind `attach`. */
export class Guest {
  /** @type {Element | null} */
  target = null;
  /** @type {import("./reading.js").Reading | null} */
  #reading = null;
  /** @type {import("./reading.js").List | null} */
  #list = null;
  /** @type {Shell | null} */
  #shell = null;
  /** @type {Settings} */
  #settings = makeSettings({});
  #say = makeSay("en", {});
  /** Ends what belongs to the story that is followed now. */
  #following = new AbortController();
  /** Whether a reader asked, on a page that waits for that. */
  #asked = false;
  #holdsEngine = false;
  /** What is about to be read, while the code for it comes. @type {Element | null} */
  #pending = null;
  /** @type {((shell: Shell) => import("./reading.js").List) | null} */
  #makeList = null;
  #root;
  #hooks;
  #annotate;
  /** @type {Map<string, Promise<unknown>>} */
  #sources = new Map();

  /**
   * @param {ShadowRoot | null} root of the list
   * @param {Required<Omit<Hooks, "onEmpty">> & Hooks} hooks
   * @param {Place["annotate"]} [annotate]
   */
  constructor(root, hooks, annotate) {
    this.#root = root;
    this.#hooks = hooks;
    this.#annotate = annotate;
  }

  /** @returns {Annotation | null} */
  get annotation() {
    return this.#reading?.findings?.annotation ?? null;
  }

  get text() {
    return this.#reading?.findings?.text ?? "";
  }

  /** @param {Options} options */
  set(options) {
    const before = this.#settings;
    this.#settings = { ...makeSettings(options), annotation: options.annotation ?? (options.src === before.src ? before.annotation : null) };
    this.#say = makeSay(this.#settings.lang, this.#settings.labels);
    if (!this.target) return;
    this.#dress();
    if (this.#reading) this.#refresh();
  }

  /** Points at a story, or at none. @param {Element | null} target */
  follow(target) {
    if (target === this.target) return;
    this.#leave();
    this.target = target;
    if (!target) return this.#shell?.hide();
    this.#following = new AbortController();
    const { signal } = this.#following;
    if (isForeign(target)) {
      this.#shell?.hide();
      this.#hooks.onError(Object.assign(new Error("the page says that the story is not in English"), { code: "not-english" }));
      return;
    }
    this.#dress();
    const { loading, src, annotation } = this.#settings;
    const costly = !src && !annotation && !this.#annotate;
    if (loading === "eager" || this.#asked) this.begin();
    else if (loading === "click" || (costly && savesData())) this.#shell?.say(this.#say("offer"));
    else whenNear(target, signal, () => this.begin());
  }

  /** Begins to read, if it has not. */
  async begin() {
    const { target } = this;
    const { signal } = this.#following;
    if (!target || this.#reading || signal.aborted || this.#pending === target) return;
    this.#pending = target;
    this.#shell?.say(this.#say("reading"));
    try {
      const { src } = this.#settings;
      if (!this.#annotate) {
        const engine = acquireEngine();
        this.#holdsEngine = true;
        // All at once: none of it waits for another. For a story in another language nothing of it is fetched.
        if (!src && !this.#settings.annotation && looksEnglish(target.textContent ?? "")) {
          engine.start();
          if (this.#settings.map) engine.loadPlaces();
        }
      }
      const [{ Reading, List }] = await Promise.all([import("./reading.js"), this.#fetchSource()]);
      if (signal.aborted) return;
      this.#makeList = (shell) => new List(shell, (choice, by) => {
        this.#reading?.lead(choice, by);
        this.#select(choice);
      }, signal);
      this.#reading = new Reading(target, this.#settings, this.#engine(), {
        onView: () => this.#show(),
        onReady: (reason) => this.annotation && this.#hooks.onReady({ annotation: this.annotation, text: this.text, reason }),
        onEmpty: () => {
          this.#shell?.hide();
          this.#hooks.onEmpty?.();
        },
        onError: (error) => this.#fail(error),
        onUnfit: (error) => this.#complain(error),
        onChoose: (choice) => this.#select(choice),
        onScheme: () => this.#colour(),
        root: this.#root,
      });
    } catch (error) {
      if (!signal.aborted) this.#fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Choice} choice */
  choose(choice) {
    this.#list?.choose(choice);
    this.#reading?.lead(choice);
  }

  stop() {
    this.#leave();
    this.target = null;
    this.#shell?.remove();
    this.#shell = null;
  }

  #leave() {
    this.#following.abort();
    this.#reading?.stop();
    this.#reading = null;
    this.#pending = null;
    this.#list = null;
    this.#makeList = null;
    if (this.#holdsEngine) releaseEngine();
    this.#holdsEngine = false;
  }

  /** @returns {import("./reading.js").Engine} */
  #engine() {
    if (!this.#annotate) {
      const engine = acquireEngine();
      releaseEngine();
      return engine;
    }
    const annotate = this.#annotate;
    return { mapped: true, annotate: async (text, dates, parts) => ({ annotation: await annotate(text, dates, parts), mapped: true }), loadPlaces: async () => true };
  }

  /** A ready-made annotation, where the settings name one. */
  async #fetchSource() {
    const { src } = this.#settings;
    if (!src || this.#settings.annotation) return;
    const loading = this.#sources.get(src) ?? fetchJson(src);
    this.#sources.set(src, loading);
    try {
      const annotation = await loading;
      if (this.#settings.src === src) this.#settings = { ...this.#settings, annotation };
    } catch (error) {
      this.#complain(Object.assign(/** @type {Error} */ (error), { code: "annotation-missing" }));
    }
  }

  async #refresh() {
    await this.#fetchSource();
    this.#reading?.update(this.#settings);
    this.#show();
  }

  /** The bar, as the settings want it. */
  #dress() {
    if (!this.#root || this.#settings.list === "none") {
      this.#shell?.remove();
      this.#shell = null;
      this.#list = null;
      return;
    }
    this.#shell ??= new Shell(this.#root, () => {
      this.#asked = true;
      this.begin();
    });
    this.#shell.unhide();
    this.#shell.dress(this.#settings, this.#say);
    this.#colour();
  }

  #colour() {
    if (!this.#root || !this.target) return;
    const { theme } = this.#settings;
    this.#shell?.colour(theme === "auto" ? schemeOf(this.#root.host) : theme, parseFloat(getComputedStyle(this.target).fontSize) || 16);
  }

  #show() {
    const view = this.#reading?.view;
    if (!view || !this.#shell) return;
    this.#list ??= this.#makeList?.(this.#shell) ?? null;
    this.#list?.show(view, this.#settings, this.#say);
  }

  /** @param {Choice} choice */
  #select(choice) {
    this.#list?.choose(choice);
    this.#hooks.onSelect(choice);
  }

  /** Readers see nothing of it. @param {Error & { code?: string }} error */
  #fail(error) {
    this.#shell?.hide();
    this.#complain(error);
  }

  /** @param {Error & { code?: string }} error */
  #complain(error) {
    warn(explain(error));
    this.#hooks.onError(error);
  }
}

/** @param {string} address */
async function fetchJson(address) {
  const url = new URL(address, document.baseURI);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} for ${url}`);
  return response.json();
}
