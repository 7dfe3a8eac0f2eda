/**
 * The map above the list of places. It is fetched when there is first a place to show on it; its room
 * is kept from the start, so that nothing moves.
 *
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 */

import { element } from "../dom.js";
import { strings } from "../strings.js";

export class MapPane {
  #root;
  #handlers;
  /** @type {Promise<import("../map/map.js").PlaceMap | null> | null} */
  #map = null;
  /** @type {Findings | null} */
  #wanted = null;
  /** @type {Findings | null} */
  #drawn = null;
  /** @type {number | null} the entity chosen */
  #chosen = null;

  /**
   * @param {HTMLElement} root
   * @param {{ choose(place: EntityFindings): void, point(entity: number | null): void }} handlers
   */
  constructor(root, handlers) {
    this.#root = root;
    this.#handlers = handlers;
  }

  /**
   * @param {Findings | null} findings
   * @param {{ open: boolean, mapped: boolean }} state whether the list of places is open; whether their
   *   coordinates are known by now
   */
  async show(findings, { open, mapped }) {
    this.#wanted = findings;
    const places = findings?.places ?? [];
    const located = places.some(({ entity }) => entity.place);
    this.#root.hidden = !open || !(located || (places.length > 0 && !mapped));
    if (this.#root.hidden || !located) return;
    this.#map ??= this.#make();
    const drawn = await this.#map;
    if (!drawn) this.#map = null; // tried again when it is next opened
    if (!drawn || this.#wanted !== findings) return;
    if (this.#drawn !== findings) drawn.show(places);
    this.#drawn = findings;
    drawn.select(this.#chosen);
  }

  /** @param {number | null} entity */
  async select(entity) {
    this.#chosen = entity;
    (await this.#map)?.select(entity);
  }

  /** Shows which place is under the reader's hand elsewhere. @param {number | null} entity */
  async point(entity) {
    if (!this.#root.hidden) (await this.#map)?.point(entity);
  }

  async #make() {
    try {
      const { PlaceMap } = await import("../map/map.js");
      const made = new PlaceMap(this.#root, this.#handlers);
      if (await made.load()) return made;
    } catch (error) {
      console.warn(error);
    }
    this.#root.replaceChildren(element("p", { class: "map-caption" }, strings.map.missing));
    return null;
  }
}
