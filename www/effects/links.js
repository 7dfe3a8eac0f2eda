/**
 * Addresses that lead into an article: with the article itself in them, or to a quote of one that this
 * device has. What is in a fragment goes to no server.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Given} Given
 * @typedef {import("../types.ts").Story} Story
 * @typedef {{ article: string | null, quote: number | null, text: string | null }} Linked
 *   `article`: as share/link.js packs it; `quote`: where it begins; `text`: key of its article
 */

import { textKey } from "../model/text-key.js";

/** @param {string} hash of an address @returns {Linked | null} null where it leads nowhere of ours */
export function readHash(hash) {
  const parts = new URLSearchParams(hash.slice(1));
  const at = parts.get("quote");
  const quote = at !== null && /^\d{1,9}$/.test(at) ? Number(at) : null;
  const article = parts.get("article");
  return article || quote !== null ? { article, quote, text: parts.get("text") } : null;
}

/** @param {Linked} linked @returns {Promise<Given | null>} the article in it */
export async function openLink({ article }) {
  const given = article && (await (await import("../share/link.js")).unpackLink(article));
  return given ? { ...given, what: "link" } : null;
}

/**
 * @param {Story} story
 * @param {number} [quote] where a quote begins that it leads to
 * @returns {Promise<string>} an address
 */
export async function makeLink(story, quote) {
  const { packLink } = await import("../share/link.js");
  const base = location.href.split("#")[0];
  return `${base}#article=${await packLink(story)}${quote === undefined ? "" : `&quote=${quote}`}`;
}

/** @type {WeakMap<Findings, string>} */
const keys = new WeakMap();

/**
 * The address of a quote for whoever has its article on this device.
 *
 * @param {Findings} findings
 * @param {number} id
 */
export function quoteHash(findings, id) {
  let key = keys.get(findings);
  if (!key) keys.set(findings, (key = textKey(findings.text)));
  // In full: a link of nothing but a fragment leads to something on this page, to those who go through its links.
  return `${location.pathname}${location.search}#quote=${findings.annotation.quotes[id].content[0]?.start ?? 0}&text=${key}`;
}
