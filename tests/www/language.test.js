/** The page in Ukrainian: chosen by the browser and by hand, every word of it, numbers, dates and plurals of its own. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as uk from "../../www/languages/uk.js";
import { strings } from "../../www/strings.js";
import { words } from "../../www/strings-views.js";
import { EXAMPLE_CORE, readExample } from "./example.mjs";
import { DESKTOP, openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** The paths of a table that another one lacks. */
const lacking = (table, other, path = "") => Object.entries(table).flatMap(([key, value]) => {
  const here = `${path}${key}`;
  if (!(key in (other ?? {}))) return [here];
  return Object.getPrototypeOf(value) === Object.prototype ? lacking(value, other[key], `${here}.`) : typeof value === typeof other[key] ? [] : [here];
});

test("every word has one in Ukrainian, of the same form", () => {
  const same = ["count", "aloud.says", "figurePosition"]; // without a word in them, or inside others
  assert.deepEqual(lacking(strings, uk.strings).filter((path) => !same.includes(path)), []);
  assert.deepEqual(lacking(words, uk.parts.views).filter((path) => path !== "dates.inYear"), []);
});

test("plurals are those of Ukrainian", () => {
  assert.deepEqual([1, 2, 5, 11, 21, 22, 25, 112].map(uk.strings.quotes), ["1 цитата", "2 цитати", "5 цитат", "11 цитат", "21 цитата", "22 цитати", "25 цитат", "112 цитат"]);
});

test("a browser in Ukrainian has the page in Ukrainian; the article stays English", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { locale: "uk-UA" } }, async (page) => {
    await paste(page, { text: (await import("./example.mjs")).TEXT });
    await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 цитати"));
    assert.equal(await page.getAttribute("html", "lang"), "uk");
    assert.equal(await page.getAttribute("#article", "lang"), "en");
    assert.match(await page.textContent("#summary"), /2 голоси, 4 цитати, 2 місця, 4 числа; 2 на перевірку/);
    assert.match(await page.textContent(".masthead"), /Хто що сказав, де і скільки/);
    assert.match(await page.textContent("#tabs"), /Мовці 2.*Місця 2.*Числа 4.*Назви/s);
    await page.click("#tab-figures");
    await page.waitForSelector(".figures");
    assert.match(await page.textContent(".figures"), /Гроші.*2\s?500\s?000.*2 метри/s);
    await page.click("#help-open");
    const help = await page.textContent("#help");
    assert.doesNotMatch(help, /\b(?:the|quote|speaker|Close|mark)\b/, help);
    await page.keyboard.press("Escape");
    await page.click("#languages [lang=en]");
    await page.waitForFunction(() => document.documentElement.lang === "en" && document.querySelector("#summary")?.textContent.includes("4 quotes"), null, { timeout: 60_000 });
    await page.reload();
    await waitForFindings(page);
    assert.match(await page.textContent("#tabs"), /Speakers/);
  });
});

for (const viewport of [DESKTOP, PHONE, { width: 320, height: 700 }]) {
  test(`${viewport.width} px in Ukrainian: nothing sticks out sideways`, async () => {
    await withPage(browser, { site: { files: EXAMPLE_CORE }, context: { locale: "uk-UA", viewport } }, async (page) => {
      assert.equal(await page.getAttribute("html", "lang"), "uk");
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page");
      assert.ok(await page.$eval("#tabs", (tabs) => tabs.scrollWidth <= tabs.clientWidth), "the tabs");
      assert.equal(await page.evaluate(() => {
        const name = document.createRange();
        name.selectNodeContents(document.querySelector(".masthead h1"));
        const one = name.getBoundingClientRect();
        return [...document.querySelectorAll(".ways button")].map((button) => button.getBoundingClientRect()).filter((box) => box.left < one.right && box.top < one.bottom && one.top < box.bottom).length;
      }), 0, "the name and the buttons");
    });
  });
}
