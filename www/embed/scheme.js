/**
 * Whether words stand dark on light or light on dark, and when that may have changed.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 */

/**
 * Whatever made them so: the reader's scheme, a class, a box of another colour.
 *
 * @param {Element} element
 * @returns {Scheme}
 */
export function schemeOf(element) {
  const { color } = getComputedStyle(element);
  const [a, b, c] = (color.match(/(?<![\w-])[\d.]+/g) ?? []).map(Number);
  const lightness =
    color.startsWith("ok") ? a
    : color.startsWith("l") ? a / 100
    : (0.2126 * a + 0.7152 * b + 0.0722 * c) / (color.startsWith("rgb") ? 255 : 1);
  return lightness > 0.55 ? "dark" : "light";
}
