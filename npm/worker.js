/**
 * `whosaid/worker`: the core off the page's thread, as promises.
 *
 *     const annotator = new Annotator();
 *     const annotation = await annotator.annotate(text, { date: "2023-06-27" });
 *     annotator.destroy();
 */

import { Core } from "../www/embed/core.js";

export { CoreError as WhosaidError } from "../www/embed/core.js";

export class Annotator {
  /** @type {Core | null} */
  #core = null;
  #run = 0;
  #destroyed = false;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();
  /** @type {Promise<void> | null} */
  #places = null;
  /** Takes back what an older text waits for. @type {((reason: Error) => void) | null} */
  #supersede = null;

  /**
   * Annotates a text. Only the newest counts: an older one still unanswered is rejected with an AbortError,
   * as is one whose `signal` says so; both free the worker at once.
   *
   * @param {string} text
   * @param {{ date?: string | null, signal?: AbortSignal }} [options]
   */
  async annotate(text, { date = null, signal } = {}) {
    signal?.throwIfAborted();
    if (typeof text !== "string") throw new TypeError(`annotate(text): text must be a string, not ${typeof text}`);
    if (this.#supersede) this.#interrupt(aborted("a newer text came first"));
    const core = this.#start();
    const run = ++this.#run;
    const work = core.annotate(text, date === null ? [] : [date]);
    /** @type {Promise<never>} */
    const end = new Promise((_, reject) => {
      this.#supersede = reject;
      signal?.addEventListener("abort", () => run === this.#run && this.#interrupt(signal.reason), { once: true });
    });
    try {
      return await Promise.race([work, end]);
    } catch (error) {
      // One that trapped must not be called again.
      if (this.#core === core && run === this.#run) this.#stop();
      throw error;
    } finally {
      if (run === this.#run) this.#supersede = null;
    }
  }

  /** Fetches the gazetteer: places of texts annotated from here on have coordinates. @returns {Promise<void>} */
  loadGazetteer() {
    return (this.#places ??= this.#start().loadGazetteer().catch((error) => {
      this.#places = null;
      throw error;
    }));
  }

  /** Ends the worker. */
  destroy() {
    this.#destroyed = true;
    this.#interrupt(aborted("the annotator was destroyed"));
    this.#stop();
  }

  #start() {
    if (this.#destroyed) throw aborted("the annotator was destroyed");
    if (this.#core) return this.#core;
    const core = (this.#core = new Core());
    // A worker started anew knows no places yet.
    if (this.#places) this.#places = core.loadGazetteer().catch(() => {});
    return core;
  }

  /** @param {any} reason */
  #interrupt(reason) {
    const supersede = this.#supersede;
    this.#supersede = null;
    if (!supersede) return;
    supersede(reason);
    this.#stop(); // what it still reads nobody waits for
  }

  #stop() {
    this.#core?.stop();
    this.#core = null;
  }
}

/** @param {string} message */
function aborted(message) {
  return new DOMException(message, "AbortError");
}
