/**
 * The core as promises, whoever asks: the page, an embed, the npm package. Nothing here knows how a page looks.
 *
 *     const annotator = new Annotator(files);
 *     const { annotation } = await annotator.read(text);
 *     await annotator.loadPlaces();              // from here on, places have coordinates
 *     annotator.stop();
 *
 * Articles take turns; of each only the newest text counts. Nothing stops the core in mid-text but the end of its
 * thread, so a text that nobody waits for any more is given a moment, then its thread is ended and a new one goes on.
 *
 * @typedef {import("./core.js").ReadOptions} ReadOptions
 * @typedef {import("./thread.js").Files} Files
 * @typedef {import("./core.js").Found} Found
 * @typedef {{ text: string, options: ReadOptions, owner: unknown, again: boolean, resolve: (found: Found) => void, reject: (error: Error) => void }} Request
 */

import { EngineError } from "./error.js";
import { Thread } from "./thread.js";

/** So long, in milliseconds, may an older text hold up a newer one. */
const GRACE = 250;

export class Annotator {
  /** Whether places of the next text will have coordinates. */
  hasPlaces = false;
  /** @type {Thread | null} */
  #thread = null;
  /** @type {Request[]} at most one an owner */
  #queue = [];
  /** @type {Request | null} */
  #reading = null;
  /** @type {Promise<void> | null} */
  #places = null;
  /** Whether a thread before this one had places. */
  #wantsPlaces = false;
  #files;
  #grace;

  /**
   * @param {Files} files
   * @param {{ grace?: number }} [options]
   */
  constructor(files, { grace = GRACE } = {}) {
    this.#files = files;
    this.#grace = grace;
  }

  /** Begins to load, before there is a text. @returns {Thread} */
  start() {
    if (this.#thread) return this.#thread;
    this.#thread = new Thread(this.#files);
    if (this.#wantsPlaces) this.loadPlaces().catch(() => {});
    return this.#thread;
  }

  /**
   * Annotates a text. Only the newest of an owner counts: an older one still unanswered is rejected with the code
   * `superseded`.
   *
   * @param {string} text
   * @param {ReadOptions} [options]
   * @param {unknown} [owner] whose text it is, where there are several
   * @returns {Promise<Found>}
   */
  read(text, options = {}, owner = this) {
    this.giveUp(owner);
    return new Promise((resolve, reject) => {
      this.#queue.push({ text, options, owner, again: false, resolve, reject });
      this.#next();
    });
  }

  /** Gives up whatever text of an owner is being read or waits. @param {unknown} [owner] */
  giveUp(owner = this) {
    const queued = this.#queue.find((request) => request.owner === owner);
    this.#queue = this.#queue.filter((request) => request !== queued);
    queued?.reject(superseded());
    const reading = this.#reading;
    if (!reading || reading.owner !== owner) return;
    reading.reject(superseded());
    const end = () => {
      if (this.#reading !== reading) return;
      this.#reading = null;
      this.#endThread(superseded());
      this.#next();
    };
    if (!this.#grace) return end();
    // What is still loading serves the newer text as well.
    this.#thread?.ready.then(() => setTimeout(end, this.#grace), () => {});
  }

  /**
   * Fetches the gazetteer, once a thread; places of the texts annotated afterwards have coordinates.
   *
   * @returns {Promise<void>}
   */
  loadPlaces() {
    return (this.#places ??= this.#loadPlaces().catch((error) => {
      this.#places = null;
      throw error;
    }));
  }

  /** @returns {Promise<number>} what the worker has asked of the network so far; 0 where there is none */
  async countRequests() {
    return (await this.#thread?.call("countRequests", []).catch(() => 0)) ?? 0;
  }

  /** Lets go of everything; a text that comes later starts a new thread. */
  stop() {
    const reason = new EngineError("stopped", "the core was stopped");
    const lost = [...this.#queue, ...(this.#reading ? [this.#reading] : [])];
    this.#queue = [];
    this.#reading = null;
    this.#wantsPlaces = false;
    this.#endThread(reason);
    for (const { reject } of lost) reject(reason);
  }

  async #next() {
    const request = this.#reading ? undefined : this.#queue.shift();
    if (!request) return;
    this.#reading = request;
    const thread = this.start();
    try {
      request.resolve(await thread.read(request.text, request.options));
    } catch (error) {
      if (this.#reading === request) this.#fail(request, thread, /** @type {EngineError} */ (error));
    }
    if (this.#reading !== request) return;
    this.#reading = null;
    this.#next();
  }

  /** @param {Request} request @param {Thread} thread @param {EngineError} error */
  #fail(request, thread, error) {
    // Whatever went wrong, the next text is a new thread's: a core that trapped must not be called again.
    if (this.#thread === thread) this.#endThread(error);
    // A worker may be ended by its browser, for want of memory: a new one tries once.
    if (error.code === "worker-refused" && thread.answered && !request.again) this.#queue.unshift({ ...request, again: true });
    else request.reject(error);
  }

  async #loadPlaces() {
    for (;;) {
      const thread = this.start();
      try {
        await thread.loadGazetteer();
        if (this.#thread === thread) {
          this.hasPlaces = this.#wantsPlaces = true;
          return;
        }
      } catch (error) {
        // A thread that was ended for a newer text has a successor.
        if (/** @type {EngineError} */ (error).code !== "superseded") throw error;
      }
    }
  }

  /** @param {EngineError} reason */
  #endThread(reason) {
    const thread = this.#thread;
    this.#thread = null;
    if (this.hasPlaces) this.#places = null;
    this.hasPlaces = false;
    thread?.end(reason);
  }
}

function superseded() {
  return new EngineError("superseded", "a newer text came first");
}
