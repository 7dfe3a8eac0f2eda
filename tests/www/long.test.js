/** A text with 200,000 figures opens. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, paste, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

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
