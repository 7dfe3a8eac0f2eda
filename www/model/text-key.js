/**
 * A short key of a text, by which a link to one of its quotes tells whether it is of this article (FNV-1a, 32 bits).
 *
 * @param {string} text
 * @returns {string} eight digits
 */
export function textKey(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
