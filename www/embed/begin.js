/**
 * When a story is read: at once, as it comes near what the reader sees, or when a reader asks.
 */

/** How near, in CSS pixels: some two screens of a phone. */
const NEAR = 1200;

/** Whether readers pay for what they load. */
export function savesData() {
  return /** @type {any} */ (navigator).connection?.saveData === true || query("(prefers-reduced-data: reduce)").matches;
}

/** Calls `act` once as the target comes near; never where it is not shown. @param {Element} target @param {AbortSignal} signal @param {() => void} act */
export function whenNear(target, signal, act) {
  const { IntersectionObserver } = /** @type {any} */ (target.ownerDocument.defaultView ?? globalThis);
  if (typeof IntersectionObserver !== "function") return act();
  const observer = new IntersectionObserver((/** @type {IntersectionObserverEntry[]} */ entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    act();
  }, { rootMargin: `${NEAR}px 0px` });
  observer.observe(target);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * A media query, also where a host has broken `matchMedia`: it then never matches.
 *
 * @param {string} media
 * @returns {{ matches: boolean, addEventListener?: MediaQueryList["addEventListener"] }}
 */
export function query(media) {
  try {
    return matchMedia(media) ?? { matches: false };
  } catch {
    return { matches: false };
  }
}
