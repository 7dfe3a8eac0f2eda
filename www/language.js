/**
 * Whether a text looks English, by its commonest words: enough to warn a reader, no more.
 * A short text is foreign only where it has the little words of another language and hardly any of English.
 */

const COMMONEST = new Set(
  ("the of and to in a is that for it on was with as are be this by at from have has had he his she her " +
    "they their not but an which who were or said will would its been we you i").split(" "),
);
/** Commonest words of neighbouring languages that are no English words. */
const FOREIGN = new Set(
  ("der das und nicht ist ein eine einen mit von für auf dem des sich auch wird sei haben hat zu bei nach dass sagte le les une est dans " +
    "pour qui sur avec pas du au aux ce cette ont été sont plus par los las una por para del se su como más según il lo gli che di della dei " +
    "delle non sono è nel alla het een van niet zijn voor aan bij werd não uma com em os da dos och att som är det ikke og til w na się nie jest że").split(" "),
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
    if (letters && letters.replace(/\p{Script=Latin}/gu, "").length * 2 >= letters.length) return false;
    const foreign = words.filter((word) => FOREIGN.has(word)).length;
    return foreign < 2 || foreign <= words.filter((word) => COMMONEST.has(word)).length;
  }
  return words.filter((word) => COMMONEST.has(word)).length >= words.length * LEAST_SHARE;
}
