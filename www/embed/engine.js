/**
 * One core for all the embeds of a page, started with the first and stopped soon after the last.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 */

import { Core } from "./core.js";

/** A framework may take an element out and put it back: the core waits this long, in milliseconds. */
const LINGER = 1000;

/** @type {Engine | null} */
let engine = null;
let users = 0;

/** The core of the page; to be given back by {@link releaseEngine}. */
export function acquireEngine() {
  users++;
  return (engine ??= new Engine());
}

export function releaseEngine() {
  if (--users) return;
  setTimeout(() => {
    if (users) return;
    engine?.stop();
    engine = null;
  }, LINGER);
}

class Engine {
  /** Whether places have coordinates by now. */
  mapped = false;
  /** @type {Core | null} */
  #core = null;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Promise<boolean> | undefined} */
  #places;

  /** Begins to load, before there is a text. */
  start() {
    return (this.#core ??= new Core());
  }

  /**
   * Annotates a text; the articles of a page take turns.
   *
   * @param {string} text
   * @param {string[]} dates what the page states as the article's date, the best first
   * @returns {Promise<Annotation>}
   */
  annotate(text, dates) {
    const turn = this.#last.then(() => this.#annotateNow(text, dates));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** @returns {Promise<boolean>} whether places have coordinates from now on */
  loadPlaces() {
    this.#places ??= this.start().loadGazetteer().then(() => (this.mapped = true), () => {
      this.#places = undefined;
      return false;
    });
    return this.#places;
  }

  stop() {
    this.#core?.stop();
    this.#core = null;
  }

  /** @param {string} text @param {string[]} dates @param {boolean} [again] @returns {Promise<Annotation>} */
  async #annotateNow(text, dates, again = false) {
    const core = this.start();
    try {
      return await core.annotate(text, dates);
    } catch (error) {
      // Whatever went wrong, the next text is a new core's: one that trapped must not be called again.
      if (this.#core === core) {
        core.stop();
        this.#core = null;
        this.#places = undefined;
        this.mapped = false;
      }
      // A worker may be ended by its browser, for want of memory: a new one tries once.
      if (!again && /** @type {any} */ (error).code === "worker-refused") return this.#annotateNow(text, dates, true);
      throw error;
    }
  }
}
