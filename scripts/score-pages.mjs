// Scores the article found in whole pages against the web set, in shingles of four words: precision, recall and F1 a page and in all.
//
//   node scripts/score-pages.mjs ../shared
//
// The running text is scored: what no headline, byline, caption, credit or label covers. "With parts" scores all of the text.
import { argv } from "node:process";
import { compare, readPages, total, withCleaner } from "./pages.mjs";

const pages = readPages(argv[2] ?? "../shared");
/** @type {{ id: string, body: ReturnType<typeof compare>, whole: ReturnType<typeof compare> }[]} */
const scores = [];
await withCleaner(async (browser) => {
  for (const { id, text, html } of pages) {
    const found = await browser.evaluate(async (html) => {
      const { cleanPage } = await import("/clean/page.js");
      const { parseInert } = await import("/clean/inert.js");
      const { text, parts } = cleanPage(parseInert(html));
      let body = "";
      let at = 0;
      for (const { start, end, role } of parts) {
        if (role === "subheading" || role === "dateline") continue;
        body += text.slice(at, start);
        at = end;
      }
      return { text, body: body + text.slice(at) };
    }, html);
    scores.push({ id, body: compare(text, found.body), whole: compare(text, found.text) });
  }
});
const round = (/** @type {number} */ value) => value.toFixed(3);
for (const { id, body } of [...scores].sort((a, b) => f1(a.body) - f1(b.body))) {
  console.log(id, round(body.both / (body.found || 1)), round(body.both / body.gold), round(f1(body)));
}
for (const [name, of] of [["running text", "body"], ["with parts", "whole"]]) {
  for (const [kind, { precision, recall, f1 }] of Object.entries(total(scores.map((score) => score[of])))) {
    console.log(`${name}, ${kind}: precision ${round(precision)} recall ${round(recall)} F1 ${f1.toFixed(4)}`);
  }
}

/** @param {{ both: number, found: number, gold: number }} score */
function f1({ both, found, gold }) {
  return (2 * both) / (found + gold || 1);
}
