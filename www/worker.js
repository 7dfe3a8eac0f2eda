/**
 * The core, off the main thread. A module worker in a file of its own, so that a page under a
 * strict Content-Security-Policy can run it.
 *
 * Takes `{ id, call, args }`, answers `{ id, ok: true, value }` or
 * `{ id, ok: false, error: { code, name, message } }`; every call gets its answer.
 */

import { annotate, countRequests, findDate, loadPlaces, read } from "./core.js";

/** @type {Record<string, (...args: any[]) => Promise<unknown>>} */
const calls = { annotate, countRequests, findDate, loadPlaces, read };

self.addEventListener("message", async ({ data: { id, call, args } }) => {
  try {
    if (!Object.hasOwn(calls, call)) throw new Error(`no call named ${call}`);
    const value = await calls[call](...args);
    self.postMessage({ id, ok: true, value });
  } catch (error) {
    const { name, message, code = "unknown" } = /** @type {any} */ (error);
    self.postMessage({ id, ok: false, error: { name, message, code } });
  }
});
