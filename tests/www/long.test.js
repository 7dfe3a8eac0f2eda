/** A text of 100,000 words: scrolled, its tabs switched, filtered, without a frame that is missed; 200,000 figures open. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const NAMES = ["Ada Quint", "Leo Brand", "Zoe Ash", "Tom Roe", "Ann Lee", "Kit Moss", "Bo Field", "Eva Stone"];
/** About 100,000 words in which people speak, with places and figures. */
const LONG = Array.from({ length: 2400 }, (_, i) => {
  const name = `${NAMES[i % 8].split(" ")[0]} ${NAMES[(i >> 3) % 8].split(" ")[1]}`;
  return `“The harbour in Oslo lost ${i + 3} boats and $${i % 90} million in winter ${1950 + (i % 70)}, and nobody knows what the next one brings,” said ${name}, the mayor. ${name} said that the wall would be raised by ${i % 40} metres before the storms of Bergen come again.`;
}).join("\n\n");

/** What holds up the page longest while something is done, as a share of what an idle turn takes is of no use here: tasks are counted. */
const longest = (page, act) => page.evaluate(async (source) => {
  const tasks = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  await new Function(`return (async () => { const rest = (ms) => new Promise((done) => setTimeout(done, ms)); ${source} })()`)();
  await new Promise((done) => setTimeout(done, 400));
  observer.disconnect();
  return tasks;
}, act);

test("100,000 words: no tab, key of the filter or scrolling makes more than what is seen", async (t) => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: LONG });
    await page.waitForFunction(() => document.title.startsWith("“The harbour"), null, { timeout: 120_000 });
    await waitForFindings(page);
    await page.waitForFunction(() => document.querySelectorAll("#article .stretch > *").length >= 2400, null, { timeout: 120_000 });
    await page.waitForTimeout(2000);
    const acts = {
      scroll: `for (let i = 1; i < 25; i++) { scrollTo(0, i * 3000); await rest(30); }`,
      "tab figures": `document.querySelector("#tab-figures").click(); await rest(600);`,
      "tab dates": `document.querySelector("[data-way=dates]").click(); await rest(600);`,
      "tab speakers": `document.querySelector("#tab-speakers").click(); await rest(600);`,
      "share of voice": `document.querySelector("[data-way=voice]").click(); await rest(600); document.querySelector("[data-way=quotes]").click(); await rest(400);`,
      "tab names": `document.querySelector("#tab-names").click(); await rest(600);`,
      filter: `document.querySelector("#tab-speakers").click(); await rest(400); const field = document.querySelector("#filter"); for (const words of ["w", "wi", "win", "wint", ""]) { field.value = words; field.dispatchEvent(new Event("input", { bubbles: true })); await rest(500); }`,
      "filter figures": `document.querySelector("#tab-figures").click(); await rest(400); const field = document.querySelector("#filter"); for (const words of ["4", "40", "400", ""]) { field.value = words; field.dispatchEvent(new Event("input", { bubbles: true })); await rest(500); }`,
    };
    for (const [name, act] of Object.entries(acts)) {
      const tasks = await longest(page, act);
      t.diagnostic(`${name}: ${tasks.length ? `longest task ${Math.round(Math.max(...tasks))} ms of ${tasks.length} over 50` : "no task over 50 ms"}`);
      assert.ok((await page.locator("#panel-body :is(li, tr)").count()) < 1500, `${name}: what is not seen is not made`);
    }
    // Led to from the text, far down.
    await page.evaluate(() => document.querySelector("[data-quote='2000']").scrollIntoView());
    await page.click("[data-quote='2000'] >> nth=0", { position: { x: 4, y: 8 } });
    await page.waitForSelector("[data-list-quote='2000'][aria-current]");
  });
});

test("200,000 figures open, and the last of them can be led to", async () => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: "They saw 5% of it and 6% more. ".repeat(100_000) });
    await page.waitForFunction(() => document.querySelector("#tab-figures .tab-count").textContent === "200,000", null, { timeout: 180_000 });
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures tbody tr", { timeout: 120_000 });
    assert.ok((await page.locator("#panel-body tbody tr").count()) < 1000);
    await page.fill("#filter", "6%");
    await page.waitForFunction(() => document.querySelector("#panel-body .figure-group .description")?.textContent.length > 0);
    assert.ok((await page.locator("#panel-body tbody tr").count()) < 1000);
  });
});
