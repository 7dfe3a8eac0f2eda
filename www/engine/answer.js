/**
 * The worker's side of the line: takes `{ id, call, args }`, answers `{ id, value }` or
 * `{ id, error: { code, message } }`; every call gets its answer. The other side is `thread.js`.
 *
 * @param {Record<string, (...args: any[]) => unknown>} calls what may be called
 */
export function answerCalls(calls) {
  self.addEventListener("message", async ({ data: { id, call, args } }) => {
    try {
      if (!Object.hasOwn(calls, call)) throw new Error(`no call named ${call}`);
      self.postMessage({ id, value: await calls[call](...args) });
    } catch (error) {
      const { name, message, code = "unknown" } = /** @type {any} */ (error);
      self.postMessage({ id, error: { code, message: `${name}: ${message}` } });
    }
  });
}
