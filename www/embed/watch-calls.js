/** Many calls as one, once they have settled. */

/** How long a page has to be still before it is looked at, in milliseconds. */
const STILL = 250;
/** A page that is never still is looked at this often. */
const AT_LEAST_EVERY = 2000;

/**
 * Calls `act` once a run of calls has settled.
 *
 * @param {() => void} act
 * @param {AbortSignal} signal calls nothing more
 * @param {() => number} [least] how long it waits at least, in milliseconds
 * @returns {() => void}
 */
export function settle(act, signal, least = () => 0) {
  let timer = 0;
  let since = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return () => {
    if (signal.aborted) return;
    const now = performance.now();
    since ||= now;
    const due = Math.max(since + least(), Math.min(now + STILL, since + AT_LEAST_EVERY));
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      since = 0;
      act();
    }, Math.max(0, due - now));
  };
}
