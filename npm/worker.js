/**
 * `whosaid/worker`: the core off the page's thread, as promises.
 *
 *     const annotator = new Annotator();
 *     const annotation = await annotator.annotate(text, { date: "2023-06-27" });
 *     annotator.destroy();
 */

import { FILES } from "../www/embed/engine.js";
import { Annotator as Engine } from "../www/engine/annotator.js";
import { EngineError } from "../www/engine/error.js";

export { EngineError as WhosaidError };

export class Annotator {
  #engine = new Engine(FILES, { grace: 0 });
  #destroyed = false;
  #run = 0;

  /**
   * Annotates a text. Only the newest counts: an older one still unanswered is rejected with an AbortError,
   * as is one whose `signal` says so; both free the worker at once.
   *
   * @param {string} text
   * @param {{ date?: string | null, signal?: AbortSignal }} [options]
   */
  async annotate(text, { date = null, signal } = {}) {
    signal?.throwIfAborted();
    if (this.#destroyed) throw aborted("the annotator was destroyed");
    if (typeof text !== "string") throw new TypeError(`annotate(text): text must be a string, not ${typeof text}`);
    const run = ++this.#run;
    const giveUp = () => run === this.#run && this.#engine.giveUp();
    signal?.addEventListener("abort", giveUp);
    try {
      return (await this.#engine.read(text, { stated: [date] })).annotation;
    } catch (error) {
      const { code, message } = /** @type {EngineError} */ (error);
      if (signal?.aborted) throw signal.reason;
      throw code === "superseded" || this.#destroyed ? aborted(message) : error;
    } finally {
      signal?.removeEventListener("abort", giveUp);
    }
  }

  /** Fetches the gazetteer: places of texts annotated from here on have coordinates. @returns {Promise<void>} */
  async loadGazetteer() {
    if (this.#destroyed) throw aborted("the annotator was destroyed");
    return this.#engine.loadPlaces();
  }

  /** Ends the worker. */
  destroy() {
    this.#destroyed = true;
    this.#engine.stop();
  }
}

/** @param {string} message */
function aborted(message) {
  return new DOMException(message, "AbortError");
}
