/** The page on the examples it comes with, read by the real core. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

test("the first example is there at once, annotated", async () => {
  await withPage(browser, {}, async (page) => {
    assert.match(await page.textContent("#summary"), /\d+ (people speak|speakers?), \d+ quotes, \d+ places, \d+ figures/);
    assert.equal(await page.getAttribute("#samples button >> nth=0", "aria-pressed"), "true");
  });
});

for (const index of [0, 1, 2]) {
  test(`example ${index + 1} has marks of every kind and full lists`, async () => {
    await withPage(browser, {}, async (page) => {
      await page.click(`#samples button >> nth=${index}`);
      await waitForFindings(page);
      for (const mark of [".quote", ".source", ".cue", ".mention.place", ".mention.organization", ".figure"]) {
        assert.ok(await page.locator(`#article ${mark}`).count() > 0, mark);
      }
      for (const kind of ["direct", "indirect", "attribution", "person", "organization", "place", "figure"]) {
        assert.ok(Number(await page.textContent(`.chip[data-kind=${kind}] .chip-count`)) > 0, kind);
      }
      for (const tab of ["speakers", "places", "figures", "names"]) {
        await page.click(`#tab-${tab}`);
        await page.waitForSelector("#panel-body :is(li, tbody tr)"); // some lists are fetched when they are asked for
        assert.ok(await page.locator("#panel-body :is(li, tbody tr)").count() > 0, tab);
      }
    });
  });
}

test("the margin names people by their surname, with what belongs to it", async () => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: "“It is late,” Ida Holm said.\n\n“It is not,” Paulo da Costa said.\n\n“Never,” said Jan van der Berg." });
    await page.waitForFunction(() => document.querySelectorAll("#article .note").length === 3);
    const names = await page.$$eval("#article .note", (notes) => notes.map((note) => note.dataset.name));
    assert.deepEqual(names, ["Holm", "da Costa", "van der Berg"]);
  });
});

test("the words of the article are all there, in order", async () => {
  await withPage(browser, {}, async (page, address) => {
    const seed = await page.evaluate(async (url) => (await fetch(url)).text(), `${address}seeds/000_dfebd88ad925917b.txt`);
    await page.click("#samples button[data-sample=trenches]");
    await waitForFindings(page);
    const squeeze = (text) => text.replace(/\s+/g, "");
    assert.equal(squeeze(await page.textContent("#article")), squeeze(seed));
  });
});

test("places have coordinates once the gazetteer is there", async () => {
  await withPage(browser, {}, async (page) => {
    await page.click("#tab-places");
    assert.match(await page.textContent("#panel-body"), /\d+\.\d\d° [NS], \d+\.\d\d° [EW]/);
  });
});
