/**
 * Which of a list's items have the words that the reader filters by, looked through in slices so that no
 * list is too long for a frame; and the words marked where they stand, without a change of the page.
 */

const SLICE_MS = 8;
const NAME = "whosaid-filter";
/** More places are not marked. */
const MOST = 2000;

/**
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => boolean} matches
 * @param {AbortSignal} signal
 * @returns {Item[] | Promise<Item[] | null>} those that match, at once where that takes no time; null where given up
 */
export function sift(items, matches, signal) {
  /** @type {Item[]} */
  const found = [];
  let next = 0;
  const goOn = () => {
    const until = performance.now() + SLICE_MS;
    while (next < items.length) {
      const item = items[next++];
      if (matches(item)) found.push(item);
      if ((next & 63) === 0 && performance.now() > until) return false;
    }
    return true;
  };
  if (goOn()) return found;
  return new Promise((done) => {
    const later = () => {
      if (signal.aborted) return done(null);
      if (goOn()) return done(found);
      setTimeout(later);
    };
    setTimeout(later);
  });
}

/**
 * Marks the words in what is shown, by the browser's own highlights where it has them.
 *
 * @param {HTMLElement} root
 * @param {string} words in small letters; none to take the marks away
 */
export function markWords(root, words) {
  const { highlights } = /** @type {any} */ (CSS);
  if (!highlights) return;
  highlights.delete(NAME);
  if (!words) return;
  /** @type {Range[]} */
  const ranges = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && ranges.length < MOST; node = walker.nextNode()) {
    const text = (node.nodeValue ?? "").toLowerCase();
    if (text.length !== node.nodeValue?.length) continue;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      ranges.push(range);
    }
  }
  if (ranges.length) highlights.set(NAME, new /** @type {any} */ (globalThis).Highlight(...ranges));
}
