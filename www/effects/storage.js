/**
 * Keeps every article on this device, in the browser's own database (IndexedDB), until it is deleted.
 *
 * A browser may refuse (private windows, a full disk, a reader's settings): then everything goes on
 * without, and `onFail` is told once.
 *
 * @typedef {import("../types.ts").ShelfEntry} ShelfEntry
 * @typedef {import("../types.ts").Story} Story
 */

import { clear, createStore, delMany, get, set, update } from "./vendor.js";

const SHELF = "shelf";
const CURRENT = "current";

export class Storage {
  #store;
  #onFail;
  #failed = false;
  /** Writes follow each other, so that the newest state is the last one written. */
  #last = Promise.resolve();

  /** @param {(full: boolean) => void} onFail nothing can be kept; whether for want of room */
  constructor(onFail) {
    this.#onFail = onFail;
    try {
      this.#store = createStore("whosaid", "articles");
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @returns {Promise<ShelfEntry[]>} the newest first */
  async list() {
    return (await this.#read(SHELF)) ?? [];
  }

  /** @param {string} id @returns {Promise<Story | undefined>} */
  async load(id) {
    return this.#read(keyOf(id));
  }

  /** @returns {Promise<string | undefined>} id of the article that was open last */
  async current() {
    return this.#read(CURRENT);
  }

  /** @param {string | null} id */
  setCurrent(id) {
    return this.#write((store) => set(CURRENT, id ?? "", store));
  }

  /**
   * @param {Story} story
   * @param {ShelfEntry} entry
   */
  save(story, entry) {
    return this.#write(async (store) => {
      await set(keyOf(story.id), story, store);
      await update(SHELF, (/** @type {ShelfEntry[] | undefined} */ shelf) => [entry, ...(shelf ?? []).filter(({ id }) => id !== entry.id)].sort((a, b) => b.changed - a.changed), store);
    });
  }

  /** @param {string} id */
  remove(id) {
    return this.#write(async (store) => {
      await update(SHELF, (/** @type {ShelfEntry[] | undefined} */ shelf) => (shelf ?? []).filter((entry) => entry.id !== id), store);
      await delMany([keyOf(id)], store);
    });
  }

  /** Forgets everything. */
  clear() {
    return this.#write((store) => clear(store));
  }

  /** When all that was to be written is written. */
  settled() {
    return this.#last;
  }

  /** @param {string} key @returns {Promise<any>} */
  async #read(key) {
    if (!this.#store) return undefined;
    try {
      await this.#last;
      return await get(key, this.#store);
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  /** @param {(store: import("idb-keyval").UseStore) => Promise<unknown>} act @returns {Promise<void>} */
  #write(act) {
    const store = this.#store;
    if (!store) return Promise.resolve();
    this.#last = this.#last.then(() => act(store)).then(() => {}, (error) => this.#fail(error));
    return this.#last;
  }

  /** @param {unknown} error */
  #fail(error) {
    console.warn(error);
    if (!this.#failed) this.#onFail(error instanceof DOMException && error.name === "QuotaExceededError");
    this.#failed = true;
  }
}

/** @param {string} id */
function keyOf(id) {
  return `story:${id}`;
}
