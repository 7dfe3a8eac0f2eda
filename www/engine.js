/**
 * One core for all the embeds of a page, started with the first and stopped soon after the last.
 *
 * Where this script comes from the page's own origin the core runs in a worker. A browser starts no
 * worker from another origin, nor in a sandboxed frame, nor where the page's policy forbids it: there
 * the core runs on the page's own thread, some ten milliseconds an article.
 *
 * @typedef {import("./types.ts").Annotation} Annotation
 * @typedef {{ annotate(text: string, date: string[]): Promise<Annotation>, loadPlaces(): Promise<void> }} Core
 */

import { Annotator } from "./annotator.js";

const WORKER = new URL("./worker.js", import.meta.url);
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
  /** @type {Annotator | null} */
  #worker = null;
  /** @type {Promise<Core>} */
  #core;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Promise<boolean> | undefined} */
  #places;

  constructor() {
    const mayWork = location.origin !== "null" && WORKER.origin === location.origin;
    if (mayWork) this.#worker = new Annotator({ worker: WORKER });
    this.#core = this.#worker ? Promise.resolve(this.#worker) : import("./core.js");
  }

  /**
   * Annotates a text. A worker answers only the newest one, so the articles of a page take turns.
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
    this.#places ??= this.#core
      .then((core) => core.loadPlaces())
      .then(() => (this.mapped = true), () => {
        this.#places = undefined;
        return false;
      });
    return this.#places;
  }

  stop() {
    this.#worker?.destroy();
  }

  /** @param {string} text @param {string[]} dates @returns {Promise<Annotation>} */
  async #annotateNow(text, dates) {
    const core = await this.#core;
    try {
      return await core.annotate(text, dates);
    } catch (error) {
      if (core !== this.#worker || /** @type {any} */ (error).code !== "worker-refused") throw error;
      this.stop();
      this.#worker = null;
      this.#core = import("./core.js");
      return this.#annotateNow(text, dates);
    }
  }
}
