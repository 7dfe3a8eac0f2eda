/**
 * Keeps what the session holds: each article on this device as it changes, the list of recent ones,
 * and the browser's own Back and Forward.
 *
 * @typedef {import("../types.ts").Session} Session
 * @typedef {import("../types.ts").ShelfEntry} ShelfEntry
 * @typedef {import("../types.ts").Story} Story
 * @typedef {import("../session/session.js").Action} Action
 */

import { countWords } from "../model/findings.js";
import { isOwn } from "../session/session.js";
import { titleOf } from "../session/title.js";
import { Storage } from "./storage.js";

/** Typing is written after a pause, in milliseconds; all else at once. */
const PAUSE = 300;

export class Keeping {
  /** @type {ShelfEntry[]} the newest first */
  shelf = [];
  #storage;
  #onShelf;
  /** @type {Map<string, Story>} of this visit, also where nothing can be kept */
  #known = new Map();
  #timer = 0;
  /** @type {Story | null} waiting for the pause */
  #unsaved = null;

  /**
   * @param {{ onFail(full: boolean): void, onShelf(shelf: ShelfEntry[]): void }} handlers
   */
  constructor({ onFail, onShelf }) {
    this.#storage = new Storage(onFail);
    this.#onShelf = onShelf;
    for (const type of ["visibilitychange", "pagehide"]) addEventListener(type, () => this.#saveNow(), { capture: true });
  }

  /** @returns {Promise<string | undefined>} the article to open with */
  async start() {
    const kept = await this.#storage.list();
    // What came in the meantime stands on it too, also where nothing can be kept.
    this.#setShelf([...this.shelf, ...kept.filter(({ id }) => !this.shelf.some((entry) => entry.id === id))]);
    return history.state?.story ?? ((await this.#storage.current()) || undefined);
  }

  /** @param {string} id @returns {Promise<Story | undefined>} */
  async find(id) {
    return this.#known.get(id) ?? this.#storage.load(id);
  }

  /**
   * @param {Session} before
   * @param {Session} now
   * @param {Action} action
   */
  follow(before, now, action) {
    const { story } = now;
    if (action.type === "forget") return this.#forget();
    // One put back, or taken away again, by undoing and redoing.
    const shelved = (action.type === "undo" ? before.past : action.type === "redo" ? before.future : []).at(-1)?.shelved;
    if (action.type === "shelve") this.#remove(action.story.id);
    else if (shelved && action.type === "undo") this.#save(shelved);
    else if (shelved) this.#remove(shelved.id);
    if (before.story && before.story.id !== story?.id) this.#saveNow();
    if (!story) return void this.#storage.setCurrent(null);
    if (story === before.story) return;
    this.#known.set(story.id, story);
    if (before.story?.id !== story.id) {
      this.#storage.setCurrent(story.id);
      this.#visit(story, action, before.story);
    }
    if (action.type === "return" || !isOwn(story)) return;
    if (action.type === "edit") this.#saveSoon(story);
    else this.#save(story);
  }

  /** When all is written. */
  settled() {
    this.#saveNow();
    return this.#storage.settled();
  }

  /**
   * @param {Story} story
   * @param {Action} action
   * @param {Story | null} before
   */
  #visit(story, action, before) {
    const state = { story: story.id };
    if (action.type === "open" && before) history.pushState(state, "", location.pathname + location.search);
    else if (action.type !== "return" || history.state?.story !== story.id) history.replaceState(state, "");
  }

  /** @param {Story} story */
  #saveSoon(story) {
    this.#unsaved = story;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#saveNow(), PAUSE);
  }

  #saveNow() {
    const story = this.#unsaved;
    this.#unsaved = null;
    if (story) this.#save(story);
  }

  /** @param {Story} story */
  #save(story) {
    if (this.#unsaved?.id === story.id) this.#unsaved = null;
    const { id, text, parts, changed, corrections } = story;
    /** @type {ShelfEntry} */
    const entry = { id, title: titleOf(text, parts), changed, corrections: corrections.length, words: countWords(text.slice(0, 1_000_000), [{ start: 0, end: 1_000_000 }]) };
    this.#known.set(id, story);
    this.#setShelf([entry, ...this.shelf.filter((other) => other.id !== id)].sort((a, b) => b.changed - a.changed));
    this.#storage.save(story, entry);
  }

  /** @param {string} id */
  #remove(id) {
    if (this.#unsaved?.id === id) this.#unsaved = null;
    this.#known.delete(id);
    this.#setShelf(this.shelf.filter((entry) => entry.id !== id));
    this.#storage.remove(id);
  }

  #forget() {
    this.#unsaved = null;
    this.#known.clear();
    this.#setShelf([]);
    this.#storage.clear();
    history.replaceState(null, "");
  }

  /** @param {ShelfEntry[]} shelf */
  #setShelf(shelf) {
    this.shelf = shelf;
    this.#onShelf(shelf);
  }
}
