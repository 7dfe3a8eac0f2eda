/** Every view by axe-core: no violation of WCAG 2.2 A and AA, nor of what is called best practice. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { DESKTOP, openBrowser, paste, PHONE, withPage } from "./harness.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
/** At 400 % it lies below the edge of the sheet at half its height. */
const show = (page, way) => page.$eval(`[data-way=${way}]`, (button) => button.click());
/** Each view, and the way back from it. */
const VIEWS = [
  ["the article and the speakers", async () => {}],
  ["a quote's card", (page) => press(page, "c"), (page) => press(page, "Escape")],
  ["another speaker", (page) => press(page, "c", "s"), (page) => press(page, "Escape")],
  ["places", (page) => page.click("#tab-places").then(() => page.waitForSelector("#map .map-land"))],
  ["share of voice", (page) => page.click("#tab-speakers").then(() => show(page, "voice")).then(() => page.waitForSelector(".voice")), (page) => show(page, "quotes")],
  ["figures", (page) => page.click("#tab-figures").then(() => page.waitForSelector(".figures"))],
  ["dates", (page) => show(page, "dates").then(() => page.waitForSelector(".timeline"))],
  ["a kind in words", (page) => page.focus(".chip"), (page) => page.focus("#take")],
  ["names", (page) => page.click("#tab-names")],
  ["speakers said in the text", (page) => page.click("#aloud"), (page) => page.click("#aloud")],
  ["editing", (page) => page.click("#edit"), (page) => press(page, "Escape")],
  ["articles on this device", (page) => page.click("#shelf-open"), (page) => press(page, "Escape")],
  ["what was left out", (page) => page.click("#left-out-show"), (page) => press(page, "Escape")],
  ["help", (page) => page.click("#help-open"), (page) => press(page, "Escape")],
  ["export", (page) => page.click("#take"), (page) => press(page, "Escape")],
];
const SCREENS = [
  ["desktop, light", { viewport: DESKTOP }],
  ["desktop, dark", { viewport: DESKTOP, colorScheme: "dark" }],
  ["phone, dark", { viewport: PHONE, hasTouch: true, colorScheme: "dark" }],
  ["400 %", { viewport: { width: 320, height: 225 }, deviceScaleFactor: 4 }],
];
for (const [name, context] of SCREENS) {
  test(`axe: ${name}`, async () => {
    await withPage(browser, { site: { files: EXAMPLE_CORE }, context }, async (page) => {
      await page.evaluate(AXE);
      const html = (words) => `<html><meta name="viewport" content="x"><body><nav><a href="/">Home</a></nav><article>${words.split("\n\n").map((one) => `<p>${one}</p>`).join("")}</article></body></html>`;
      await paste(page, { text: TEXT, html: html(TEXT) });
      await page.waitForFunction(() => document.querySelector("#summary").textContent.includes("4 quotes"));
      const found = [];
      for (const [view, go, back] of VIEWS) {
        await go(page);
        const violations = await page.evaluate(async () => {
          const { violations } = await window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
        });
        found.push(...violations.map((violation) => `${view}: ${violation}`));
        await back?.(page);
      }
      assert.deepEqual(found, []);
    });
  });
}

test("400 %: the whole card can be reached", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: { width: 320, height: 225 } } }, async (page) => {
    await readExample(page, paste);
    await press(page, "c");
    const box = await page.$eval("#card", (card) => ({ top: card.getBoundingClientRect().top, bottom: card.getBoundingClientRect().bottom, scrolls: card.scrollHeight > card.clientHeight ? getComputedStyle(card).overflowY : "fits" }));
    assert.ok(box.top >= 0 && box.bottom <= 225, JSON.stringify(box));
    assert.match(box.scrolls, /auto|fits/);
    await page.locator("#card .close").scrollIntoViewIfNeeded();
    await page.click("#card .close");
    assert.equal(await page.isVisible("#card"), false);
  });
});

test("a card is named by what it tells, and Tab out of it leads back to its mark", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await press(page, "j", "Enter");
    assert.equal(await page.getAttribute("#card", "aria-label"), "Said by Ines Kamara");
    assert.equal(await page.evaluate(() => document.activeElement.id), "card");
    for (let i = 0; i < 20 && (await page.isVisible("#card")); i++) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.quote), "0");
    await press(page, "Enter", "Shift+Tab");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.quote), "0");
  });
});

test("the speakers can be said in the text; its words stay what they are", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.keyboard.press("r");
    const words = await page.textContent("#article");
    assert.match(words, /Ines Kamara: “We have lost/);
    assert.match(words, /probably An engineer: /);
    await press(page, "c", "1");
    assert.match(await page.textContent("#article"), /Ines Kamara: “The old wall/);
    await page.keyboard.press("r");
    assert.doesNotMatch(await page.textContent("#article"), /Ines Kamara: /);
  });
});

test("j starts from where the reader is", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { viewport: { width: 900, height: 300 } } }, async (page) => {
    await readExample(page, paste);
    await page.evaluate(() => [...document.querySelectorAll("#article p")].at(-1).scrollIntoView());
    await page.keyboard.press("j");
    const chosen = await page.$$eval("#article .chosen", (marks) => marks.map((mark) => mark.textContent).join());
    assert.doesNotMatch(chosen, /^that the wall/, "the first quote is above what is read");
    assert.equal(await page.$eval("#article .chosen", (mark) => mark.getBoundingClientRect().top >= 0), true);
  });
});
