/**
 * Whether a text looks English, by its commonest words: enough to warn a reader, no more.
 * A short text passes, since nothing can be said of it.
 */

const COMMONEST = new Set(
  ("the of and to in a is that for it on was with as are be this by at from have has had he his she her " +
    "they their not but an which who were or said will would its been we you i").split(" "),
);
/** Running English has about 0.4; Dutch, German or French below 0.1. */
const LEAST_SHARE = 0.16;
const LEAST_WORDS = 25;
const SAMPLE = 20000;

/** @param {string} text */
export function looksEnglish(text) {
  const words = text.slice(0, SAMPLE).toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) {
    const letters = words.join("");
    return !letters || letters.replace(/\p{Script=Latin}/gu, "").length * 2 < letters.length;
  }
  return words.filter((word) => COMMONEST.has(word)).length >= words.length * LEAST_SHARE;
}
