/** How long a page has to be still before it is looked at again, in milliseconds. */
const STILL = 250;
/** A page that is never still is looked at this often. */
const AT_LEAST_EVERY = 2000;

/**
 * Calls `act` once a run of calls has settled.
 *
 * @param {() => void} act
 * @param {AbortSignal} signal calls nothing more
 * @returns {() => void}
 */
export function settle(act, signal) {
  let timer = 0;
  let since = 0;
  signal.addEventListener("abort", () => clearTimeout(timer));
  return () => {
    if (signal.aborted) return;
    const now = performance.now();
    since ||= now;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      since = 0;
      act();
    }, Math.max(0, Math.min(STILL, since + AT_LEAST_EVERY - now)));
  };
}
