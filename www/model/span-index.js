/**
 * Spans to ask which of them a stretch stands in, without looking at all of them.
 *
 * @typedef {import("../types.ts").Span} Span
 */

export class SpanIndex {
  #spans;
  /** The farthest end among the spans up to each: where the walk back may stop. @type {number[]} */
  #reach = [];

  /** @param {(Span & { id: number })[]} spans in any order */
  constructor(spans) {
    this.#spans = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
    let far = -1;
    for (const { end } of this.#spans) this.#reach.push((far = Math.max(far, end)));
  }

  /**
   * @param {Span} span
   * @returns {number | null} id of the shortest span that holds all of it
   */
  innermost({ start, end }) {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#spans[middle].start <= start) low = middle + 1;
      else high = middle;
    }
    let best = null;
    for (let at = low - 1; at >= 0 && this.#reach[at] >= end; at--) {
      const other = this.#spans[at];
      if (other.end >= end && (best === null || other.end - other.start < best.end - best.start)) best = other;
    }
    return best ? best.id : null;
  }
}
