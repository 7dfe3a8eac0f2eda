/**
 * Undo and redo, each with the name of what it would undo.
 *
 * @typedef {import("../types.ts").Session} Session
 */

import { byId } from "../dom.js";
import { strings } from "../strings.js";

export class HistoryButtons {
  #undo = /** @type {HTMLButtonElement} */ (byId("undo"));
  #redo = /** @type {HTMLButtonElement} */ (byId("redo"));

  /** @param {{ undo(): unknown, redo(): unknown }} ways */
  constructor({ undo, redo }) {
    this.#undo.addEventListener("click", undo);
    this.#redo.addEventListener("click", redo);
    this.update({ story: null, past: [], future: [] });
  }

  /** @param {Session} session */
  update({ past, future }) {
    const { steps, undo, redo, nothingToUndo, nothingToRedo } = strings.history;
    const name = (/** @type {import("../types.ts").Step | undefined} */ step) => (step ? steps[step.what] ?? step.what : "");
    this.#label(this.#undo, past.length ? undo(name(past.at(-1))) : nothingToUndo, past.length > 0);
    this.#label(this.#redo, future.length ? redo(name(future.at(-1))) : nothingToRedo, future.length > 0);
  }

  /** @param {HTMLButtonElement} button @param {string} label @param {boolean} enabled */
  #label(button, label, enabled) {
    button.disabled = !enabled;
    button.title = label;
    button.setAttribute("aria-label", label);
  }
}
