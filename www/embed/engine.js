/**
 * One core for all the embeds of a page, started with the first and stopped soon after the last.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Part} Part
 */

import { GAZETTEER, importWorker, WASM, WORKER } from "../assets.js";
import { Annotator } from "../engine/annotator.js";

/** A framework may take an element out and put it back: the core waits this long, in milliseconds. */
const LINGER = 1000;
/** A host may change its story again and again: an older state of it may hold up a newer one for so long, in milliseconds. */
const GRACE = 1000;

export const FILES = { worker: WORKER, wasm: WASM, gazetteer: GAZETTEER, here: importWorker };

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
  #annotator = new Annotator(FILES, { grace: GRACE });

  /** Whether places have coordinates by now. */
  get mapped() {
    return this.#annotator.hasPlaces;
  }

  /** Begins to load, before there is a text. */
  start() {
    this.#annotator.start();
  }

  /**
   * Annotates a text; the articles of a page take turns.
   *
   * @param {string} text
   * @param {string[]} dates what the page states as the article's date, the best first
   * @param {Part[]} [parts] what its setting shows to be headline, caption and so on
   * @param {unknown} [owner] whose text it is: of each only the newest counts
   * @returns {Promise<{ annotation: Annotation, mapped: boolean }>} `mapped`: whether places have coordinates
   */
  async annotate(text, dates, parts, owner) {
    return this.#annotator.read(text, { stated: dates, parts }, owner);
  }

  /** @returns {Promise<boolean>} whether places have coordinates from now on */
  loadPlaces() {
    return this.#annotator.loadPlaces().then(() => true, () => false);
  }

  stop() {
    this.#annotator.stop();
  }
}
