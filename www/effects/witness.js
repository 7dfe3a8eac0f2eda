/**
 * Counts what the page and its worker have asked of the network since the reader gave a text: the
 * browser's own record, so that the promise can be checked as it is read.
 */

export class Witness {
  #annotator;
  #onCount;
  /** Requests of the page so far. */
  #page = 0;
  /** @type {number | null} all requests when the reader's text came; null before */
  #since = null;

  /**
   * @param {import("../engine/annotator.js").Annotator} annotator
   * @param {(requests: number) => void} onCount called again whenever the count may have changed
   */
  constructor(annotator, onCount) {
    this.#annotator = annotator;
    this.#onCount = onCount;
    // The observer counts on where the record itself is full.
    new PerformanceObserver((list) => {
      this.#page += list.getEntries().length;
      this.count();
    }).observe({ type: "resource", buffered: true });
  }

  /** Counts from now on. */
  async start() {
    this.#since = await this.#all();
    await this.count();
  }

  async count() {
    if (this.#since === null) return;
    const now = await this.#all();
    // A worker started anew, after a crash, has counted from nothing.
    this.#since = Math.min(this.#since, now);
    this.#onCount(now - this.#since);
  }

  /** All requests so far; where the worker cannot run it has asked for nothing. */
  async #all() {
    return this.#page + (await this.#annotator.countRequests());
  }
}
