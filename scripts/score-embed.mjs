// Scores what the embed reads and marks on the real pages of the web set: each is opened without its scripts, the element points at
// the smallest element that holds the article, and its text is annotated.
//
//   node scripts/score-embed.mjs ../shared                          all of them
//   node scripts/score-embed.mjs ../shared tests/scores/embed.md    and writes the table there
//   EVERY=4 node scripts/score-embed.mjs ../shared                  every fourth
//
// A page is clean where no mark of who says what lies outside the article's own text (headline and captions are its own).
// Ends with status 1 where fewer than 95 % of the pages are, or fewer than 95 % of the articles' words are read.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env, exit } from "node:process";
import { fileURLToPath } from "node:url";
import { openBrowser } from "../tests/www/harness.mjs";
import { compare, readPages, wordsOf } from "./pages.mjs";

const WWW = fileURLToPath(new URL("../www/", import.meta.url));
const ORIGIN = "http://whosaid.test/";
const { annotate, init } = await import(new URL("../pkg/node.js", import.meta.url));
await init();

const pages = readPages(argv[2] ?? "../shared").filter((_, at) => at % Number(env.EVERY ?? 1) === 0);
const browser = await openBrowser();
/** @type {{ id: string, read: number, more: number, marks: number, outside: string[] }[]} */
const rows = [];
for (const { id, text, html } of pages) {
  const page = await browser.newPage();
  await page.route("**/*", (route) => {
    const url = route.request().url();
    const path = new URL(url).pathname.slice(1);
    if (url === ORIGIN) return route.fulfill({ contentType: "text/html; charset=utf-8", body: html, headers: { "Content-Security-Policy": `script-src ${ORIGIN}` } });
    const file = join(WWW, path);
    return url.startsWith(ORIGIN) && path && existsSync(file) ? route.fulfill({ contentType: "text/javascript", body: readFileSync(file) }) : route.abort();
  });
  await page.goto(ORIGIN, { waitUntil: "commit" });
  await page.waitForFunction(() => document.readyState !== "loading", null, { timeout: 60_000 });
  const found = await page.evaluate(async ({ origin, gold }) => {
    const { Story } = await import(`${origin}embed/story.js`);
    // What a site's owner would point at: the smallest element with (nearly) all of the article's paragraphs.
    const starts = gold.split(/\n+/).map((words) => words.replace(/\s+/g, " ").trim().slice(0, 40)).filter((words) => words.length > 20);
    const flat = (/** @type {Element} */ element) => (element.textContent ?? "").replace(/\s+/g, " ");
    const holds = (/** @type {Element} */ element) => {
      const words = flat(element);
      return starts.filter((start) => words.includes(start)).length;
    };
    let target = document.body;
    const all = holds(target);
    for (;;) {
      const next = [...target.children].find((child) => holds(child) >= all * 0.97);
      if (!next) break;
      target = /** @type {HTMLElement} */ (next);
    }
    const story = new Story(target);
    return { text: story.text, parts: story.parts, holds: all / Math.max(1, starts.length) };
  }, { origin: ORIGIN, gold: text });
  await page.close();

  const { both, gold } = compare(text, found.text);
  const own = ` ${wordsOf(text).join(" ")} `;
  const isPart = ({ start, end }) => found.parts.some((part) => part.start <= start && end <= part.end);
  const marks = annotate(found.text).quotes.flatMap(({ content, source }) => [...content, ...source]);
  const outside = marks.filter((span) => {
    const words = wordsOf(found.text.slice(span.start, span.end));
    if (!words.length || isPart(span) || own.includes(` ${words.join(" ")} `)) return false;
    // The page may write a word otherwise than the article's text has it: most runs of four words decide.
    return words.length < 4 || compare(text, words.join(" ")).both < (words.length - 3) * 0.5;
  });
  const row = { id, read: both / gold, more: found.text.length / text.length, marks: marks.length, outside: outside.map(({ start, end }) => found.text.slice(start, end)) };
  rows.push(row);
  console.log(id, `${(100 * row.read).toFixed(1)} % read`, `${row.more.toFixed(2)} times its length`, `${outside.length} of ${marks.length} marks outside`);
  if (env.VERBOSE) for (const words of row.outside) console.log(`    ${words.slice(0, 160)}`);
}
await browser.close();
const clean = rows.filter(({ outside }) => !outside.length).length;
const median = rows.map(({ read }) => read).sort((a, b) => a - b)[rows.length >> 1];
const mean = rows.reduce((sum, { read }) => sum + read, 0) / rows.length;
const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)} %`;
console.log(`${rows.length} pages: no mark outside the article's text on ${clean} (${percent(clean / rows.length)}); of its words ${percent(mean)} are read (median ${percent(median)})`);
const report = `# The embed on real pages

\`make score-embed\` measures anew: pages of newsrooms as they were saved, without their scripts and outer style sheets; the element points at
the smallest element that holds the article. The pages themselves are no part of the project; here are their names.

| | wanted | is |
| --- | ---: | ---: |
| pages | 40 | ${rows.length} |
| no mark outside the article's own text | 95 % of them | ${percent(clean / rows.length)} |
| of the article's words, read | 95 % | ${percent(mean)} (least ${percent(Math.min(...rows.map(({ read }) => read)))}) |

| page | read | text, times the article's | marks | outside |
| --- | ---: | ---: | ---: | ---: |
${rows.map(({ id, read, more, marks, outside }) => `| ${id} | ${percent(read)} | ${more.toFixed(2)} | ${marks} | ${outside.length} |`).join("\n")}
`;
if (argv[3]) writeFileSync(argv[3], report);
if (clean < 0.95 * rows.length || mean < 0.95) exit(1);
