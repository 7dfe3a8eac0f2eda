/** The day of an article: as it says itself, as the reader says, as the page around an embed says. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, readExample } from "./example.mjs";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const STORY = "The port will grow, its director said on Tuesday. It is small, others say, and old as well.";
const openTimeline = async (page) => {
  await page.click("#tab-figures");
  await page.click(".ways-to-show [data-way=dates]");
};
const lists = (page, words) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#panel-body").textContent), words.source);

test("the article's own date is shown, and counted from", async () => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: `Port to grow\n\nBy Ana Silva, June 29, 2023\n\n${STORY}` });
    await waitForFindings(page);
    assert.equal(await page.inputValue("#date"), "2023-06-29");
    assert.equal(await page.textContent("#date-note"), "as the article says");
    await openTimeline(page);
    await lists(page, /27 June 2023The port will grow, its director said on Tuesday/);
  });
});

test("the reader may set it, change it and take it away", async () => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: `Port to grow\n\n${STORY}` });
    await waitForFindings(page);
    assert.equal(await page.inputValue("#date"), "");
    assert.match(await page.textContent("#date-note"), /does not say/);
    await openTimeline(page);
    await lists(page, /No fixed day.*Tuesday/);
    for (const [date, shown] of [["2023-06-29", /^27 June 2023/], ["2021-12-16", /^14 December 2021/], ["", /No fixed day/]]) {
      await page.fill("#date", date);
      await lists(page, shown);
    }
    assert.match(await page.textContent("#date-note"), /does not say/);
  });
});

test("a day taken away is not the article’s silence, a half typed one is no day", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.fill("#date", "");
    assert.equal(await page.textContent("#date-note"), "no day, as you say");
    await page.fill("#date", "0002-06-29");
    assert.equal(await page.textContent("#date-note"), "no day, as you say");
    await page.fill("#date", "2023-06-29");
    assert.equal(await page.textContent("#date-note"), "as the article says");
  });
});

test("what was chosen stays chosen", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.click("[data-list-quote='1']");
    await page.fill("#date", "2023-07-01");
    await openTimeline(page);
    await lists(page, /1 July 2023/);
    assert.match(await page.$$eval("#article .chosen", (marks) => marks.map((mark) => mark.textContent).join()), /We have lost/);
  });
});

const HOSTS = [
  ["a time in the article", `<article id="story"><p>By Ana Silva <time datetime="2023-06-29T23:10:00-05:00">yesterday</time></p>#</article>`, "", "2023-06-27"],
  ["a time with its meaning goes first", `<article id="story"><time datetime="2020-01-01">then</time><time itemprop="datePublished" datetime="2023-06-29">now</time>#</article>`, "", "2023-06-27"],
  ["the page's metadata", `<article id="story">#</article>`, `<meta property="article:published_time" content="2021-12-16T08:00:00Z">`, "2021-12-14"],
  ["the host's word goes before all", `<article id="story" data-whosaid-date="2023-06-29"><time datetime="2020-01-01">then</time>#</article>`, "", "2023-06-27"],
  ["what is no date is passed over", `<article id="story" data-whosaid-date="last week"><time datetime="08:00">8</time>#</article>`, `<meta property="article:published_time" content="2021-12-16">`, "2021-12-14"],
  ["its dateline", `<article id="story"><p>OSLO, June 29, 2023 (Reuters) - It rained.</p>#</article>`, "", "2023-06-27"],
  ["nothing", `<article id="story">#</article>`, "", "XXXX-WXX-2"],
];
for (const [name, body, head, iso] of HOSTS) {
  test(`an embed takes the date from its host: ${name}`, async () => {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">${head}
      <script type="module" src="whosaid-article.js"></script><body>${body.replace("#", `<p>${STORY}</p>`)}<whosaid-article for="#story"></whosaid-article>`;
    await withPage(browser, { ready: false, site: { files: { "host.html": html } } }, async (page, address) => {
      await page.goto(`${address}host.html`);
      await page.waitForFunction(() => document.querySelector("whosaid-article")?.annotation, null, { timeout: 60_000 });
      const found = await page.evaluate(() => {
        const { annotation, text } = document.querySelector("whosaid-article");
        return annotation.figures.find(({ start, end }) => text.slice(start, end) === "Tuesday")?.iso;
      });
      assert.equal(found, iso);
    });
  });
}
