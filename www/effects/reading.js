/**
 * Has the core read the open article: first as soon as it can, then once more when the places have
 * coordinates. One job at a time: a newer one ends the one before, by its signal.
 *
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Story} Story
 * @typedef {object} Handlers
 * @property {(story: Story, found: { stated: string | null, annotation: Annotation }, again: boolean) => void | Promise<void>} onFound
 *   `again`: the same text was shown with its marks before
 * @property {(story: Story) => void | Promise<void>} onDone all is found that will be
 * @property {() => void} onPlacesMissing there is no gazetteer; places are marked without coordinates
 * @property {(error: unknown) => void} onFail
 */

import { EngineError } from "../engine/error.js";

export class Reading {
  #annotator;
  #handlers;
  #job = new AbortController();
  /** Whether it is known by now if places have coordinates. */
  mapped = false;

  /**
   * @param {import("../engine/annotator.js").Annotator} annotator
   * @param {Handlers} handlers
   */
  constructor(annotator, handlers) {
    this.#annotator = annotator;
    this.#handlers = handlers;
  }

  /**
   * @param {Story} story
   * @param {{ again?: boolean, after?: number }} [options] whether its marks are on the page already; how
   *   long to wait for a newer one first, in milliseconds
   */
  async read(story, { again = false, after = 0 } = {}) {
    const { signal } = this.stop();
    try {
      if (after) await new Promise((done) => setTimeout(done, after));
      if (signal.aborted) return;
      const options = { date: story.date, stated: [story.stated], parts: story.parts, stances: true };
      const first = await this.#annotator.read(story.text, options);
      if (signal.aborted) return;
      await this.#handlers.onFound(story, first, again);
      const found = !signal.aborted && (await this.#loadPlaces(signal));
      if (found && !first.mapped && !signal.aborted) {
        const second = await this.#annotator.read(story.text, options);
        if (!signal.aborted) await this.#handlers.onFound(story, second, true);
      }
      if (!signal.aborted) await this.#handlers.onDone(story);
    } catch (error) {
      if (signal.aborted || (error instanceof EngineError && error.code === "superseded")) return;
      this.#handlers.onFail(error);
    }
  }

  /** Ends the job under way, and begins another that does nothing yet. */
  stop() {
    this.#job.abort();
    this.#annotator.giveUp();
    this.#job = new AbortController();
    return this.#job;
  }

  /**
   * @param {AbortSignal} signal
   * @returns {Promise<boolean>} whether places have coordinates from now on
   */
  async #loadPlaces(signal) {
    try {
      await this.#annotator.loadPlaces();
      this.mapped = true;
      return true;
    } catch (error) {
      this.mapped = true;
      if (signal.aborted) return false;
      console.warn(error);
      this.#handlers.onPlacesMissing();
      return false;
    }
  }
}
