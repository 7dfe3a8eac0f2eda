/**
 * Holds the session's one value and tells of each new one.
 *
 * @typedef {import("../types.ts").Session} Session
 * @typedef {import("./session.js").Action} Action
 */

import { EMPTY, reduce } from "./session.js";

export class Store {
  /** @type {Session} */
  state = EMPTY;
  #onChange;

  /** @param {(before: Session, now: Session, action: Action) => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** @param {Action} action */
  dispatch(action) {
    const before = this.state;
    this.state = reduce(before, action);
    if (this.state !== before) this.#onChange(before, this.state, action);
  }
}
