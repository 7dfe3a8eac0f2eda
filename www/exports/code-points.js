/**
 * From UTF-16 code units, in which the page counts, to Unicode code points, in which W3C selectors and brat
 * do. One pass over the text, then each position by a search.
 */

export class CodePoints {
  /** Positions of the second halves of pairs, in order. @type {number[]} */
  #pairs = [];

  /** @param {string} text */
  constructor(text) {
    for (const { index } of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#pairs.push(index + 1);
  }

  /** @param {number} units @returns {number} code points before it */
  at(units) {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle] < units) low = middle + 1;
      else high = middle;
    }
    return units - low;
  }
}
