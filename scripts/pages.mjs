// What scoring and training of the page cleaner share: the pages, a browser with the cleaner in it, and the score.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { openBrowser, withModules } from "../tests/www/harness.mjs";

/** @param {string} shared @returns {{ id: string, text: string, html: string }[]} */
export function readPages(shared) {
  const folder = join(shared, "corpora/web");
  const articles = readFileSync(join(folder, "articles.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line));
  return articles.map(({ id, text }) => ({ id, text, html: gunzipSync(readFileSync(join(folder, "pages", `${id}.html.gz`))).toString() }));
}

/**
 * @see withModules
 *
 * @param {(page: import("playwright-core").Page) => Promise<void>} use
 */
export async function withCleaner(use) {
  const browser = await openBrowser();
  try {
    await withModules(browser, use);
  } finally {
    await browser.close();
  }
}

/** @param {string} text */
export function wordsOf(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** @param {string[]} words @returns {Map<string, number>} how often each run of four words stands in it */
export function countShingles(words) {
  const counts = new Map();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

/** @param {string} gold @param {string} found @returns {{ both: number, found: number, gold: number }} in shingles */
export function compare(gold, found) {
  const wanted = countShingles(wordsOf(gold));
  const got = countShingles(wordsOf(found));
  let both = 0;
  let all = 0;
  for (const [shingle, count] of got) {
    all += count;
    both += Math.min(count, wanted.get(shingle) ?? 0);
  }
  return { both, found: all, gold: [...wanted.values()].reduce((sum, count) => sum + count, 0) };
}

/**
 * @param {ReturnType<typeof compare>[]} pages
 * @returns {Record<"macro" | "micro", { precision: number, recall: number, f1: number }>} macro: each page counts the same
 */
export function total(pages) {
  const rate = (/** @type {number} */ precision, /** @type {number} */ recall) => ({ precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) });
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sum = (/** @type {"both" | "found" | "gold"} */ what) => pages.reduce((all, page) => all + page[what], 0);
  return {
    macro: rate(mean(pages.filter((page) => page.found).map((page) => page.both / page.found)), mean(pages.map((page) => page.both / page.gold))),
    micro: rate(sum("both") / sum("found"), sum("both") / sum("gold")),
  };
}
