/**
 * An element that grows pushes away what stands below it. This waits until nobody sees that.
 */

import { parentOf } from "./find-story.js";

/**
 * Calls `act` as soon as a new height of the element moves nothing under a reader's eyes: it is out of
 * sight, nothing follows it there, its room was kept by the host, or the reader has just clicked or
 * pressed a key, after which a page may move. (Whether a page was painted yet, no browser says in time.)
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} act
 * @param {number} [needed] the height that it will have, in CSS pixels, where that is known
 */
export function whenUnseen(element, signal, act, needed = Infinity) {
  if (signal.aborted) return;
  if (!wouldShift(element, needed)) return act();
  const done = new AbortController();
  const finish = () => {
    if (done.signal.aborted) return;
    done.abort();
    observer?.disconnect();
    act();
  };
  signal.addEventListener("abort", () => {
    done.abort();
    observer?.disconnect();
  });
  const observer = typeof IntersectionObserver !== "function" ? null
    : new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting === false && !wouldShift(element, needed) && finish());
  observer?.observe(element);
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, finish, { signal: done.signal, capture: true, passive: true });
}

/** @param {Element} element @param {number} needed */
function wouldShift(element, needed) {
  const { top, bottom, left, right, height } = element.getBoundingClientRect();
  if (height >= needed || top >= innerHeight) return false;
  // Above what is seen: the browser holds the page in its place, where it knows how to.
  if (bottom < 0) return !CSS.supports?.("overflow-anchor", "auto");
  for (let node = /** @type {Element | null} */ (element); node && node !== document.body; node = parentOf(node)) {
    for (let next = node.nextElementSibling; next; next = next.nextElementSibling) {
      const below = next.getBoundingClientRect();
      if (below.height && below.top >= bottom - 1 && below.top < innerHeight && below.left < right && left < below.right) return true;
    }
  }
  return false;
}
