/** @type {{ createScriptURL(url: string): unknown } | null | undefined} */
let policy;
/** @type {Set<string>} */
const ours = new Set();

/**
 * Under `require-trusted-types-for 'script'` a worker's address must come from a policy; ours is
 * named `whosaid` and knows no address but those of our own files.
 *
 * @param {string} address of a file of ours
 * @returns {string} or what stands for it under such a policy
 */
export function trusted(address) {
  ours.add(address);
  if (policy === undefined) {
    try {
      policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("whosaid", {
        createScriptURL(/** @type {string} */ asked) {
          if (!ours.has(asked)) throw new TypeError(`foreign: ${asked}`);
          return asked;
        },
      }) ?? null;
    } catch {
      policy = null; // the host allows no policy of this name: a plain address may still do
    }
  }
  return /** @type {any} */ (policy ? policy.createScriptURL(address) : address);
}
