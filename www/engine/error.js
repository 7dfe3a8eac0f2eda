/** Why the core failed: `code` is for programs, `message` for the console. */
export class EngineError extends Error {
  /**
   * @param {string} code `wasm-refused`, `browser-old`, `core-missing`, `worker-refused`, `places-missing`, `crash`,
   *   `superseded`, `stopped` or `unknown`
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "WhosaidError";
    this.code = code;
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {Error & { code: string }} the same error, with its code
 */
export function withCode(error, code) {
  const known = error instanceof Error ? error : new Error(String(error));
  return Object.assign(known, { code });
}
