/**
 * The article in HTML, from a clipboard or a file, by the cleaner that page, files and embed share.
 *
 * @typedef {import("../types.ts").Given} Given
 */

import { cleanHtml } from "../clean/fragment.js";

/** HTML with none of these says nothing that its plain text does not. */
const SET = /<(?:p|h[1-6]|li|blockquote|article|section|figure|td|div|br|pre)\b/i;

/**
 * The better one of the two forms that a paste comes in.
 *
 * @param {string} plain
 * @param {string} html
 * @returns {Given}
 */
export function chooseText(plain, html) {
  if (looksLikeHtml(plain)) return { ...readHtml(plain), what: "paste" };
  if (html && (!plain.trim() || SET.test(html))) {
    const read = readHtml(html);
    if (read.text.trim()) return { ...read, what: "paste" };
  }
  return { text: plain, what: "paste" };
}

/**
 * @param {string} html
 * @returns {Omit<Given, "what">}
 */
export function readHtml(html) {
  const { text, parts, leftOut, date } = cleanHtml(html);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0];
  return { text, parts: parts.map(({ start, end, role }) => ({ start, end, role })), leftOut: leftOut.map(({ text, why, at }) => ({ text, why, at })), ...(day ? { stated: day } : {}) };
}

/**
 * @param {string} text
 * @returns {boolean} whether it is HTML source rather than an article
 */
export function looksLikeHtml(text) {
  return /^\s*<(!doctype html|html|head|body|article|div|p|h1)[\s>]/i.test(text) || /<\/p>\s*<p[\s>]/i.test(text);
}
