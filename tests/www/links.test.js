/** Links: with the article and all corrections in them, and to a quote. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { packLink, unpackLink } from "../../www/share/link.js";
import { EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const context = { permissions: ["clipboard-read", "clipboard-write"] };
const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const onPage = (use) => withPage(browser, { site: { files: EXAMPLE_CORE }, context }, use);
/** Another visitor, in whose browser the article never was. */
const elsewhere = async (page, address, use) => {
  const other = await browser.newContext({ reducedMotion: "reduce" });
  try {
    const there = await other.newPage();
    await there.goto(address);
    await use(there);
  } finally {
    await other.close();
  }
};

test("a link packs a story and gives it back; what is cut short or not ours gives nothing", async () => {
  const story = { text: TEXT.repeat(40) + "😀", corrections: [], date: null, stated: "2020-01-02" };
  const packed = await packLink(story);
  assert.match(packed, /^[\w-]+$/);
  assert.ok(packed.length < story.text.length / 4);
  assert.deepEqual(await unpackLink(packed), story);
  for (const broken of ["", "!", packed.slice(0, -9), packed.slice(5), await packLink({ text: " ", corrections: [] })]) assert.equal(await unpackLink(broken), null);
});

test("a small link that unfolds to a huge text is given up", async () => {
  assert.equal(await unpackLink(await packLink({ text: "x".repeat(21 * 1024 * 1024), corrections: [] })), null);
});

test("a link with the article: its length is said before; opened elsewhere, corrections and all", async () => {
  await onPage(async (page) => {
    await readExample(page, paste);
    for (const key of ["j", "j", "j", "s", "1"]) await page.keyboard.press(key);
    await page.waitForFunction(() => document.querySelector("#summary").textContent.includes("1 to check"));
    await page.click("#take");
    await page.waitForFunction(() => /\d characters/.test(document.querySelector("#copy-link").textContent));
    const length = Number(/([\d,]+) characters/.exec(await page.textContent("#copy-link"))[1].replace(",", ""));
    await page.click("#copy-link");
    await page.waitForFunction(() => /Link copied/.test(document.querySelector("#notice").textContent));
    const link = await copied(page);
    assert.equal(link.length, length);
    await elsewhere(page, link, async (there) => {
      await there.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("1 to check"));
      assert.match(await there.textContent("#panel-body"), /by hand/);
      assert.doesNotMatch(there.url(), /#/, "the address forgets it");
      await there.waitForTimeout(300);
      await there.reload();
      await there.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("1 to check"));
    });
  });
});

test("a link to a quote leads to that quote, wherever it is opened", async () => {
  await onPage(async (page) => {
    await readExample(page, paste);
    await page.click("[data-quote='2']", { position: { x: 4, y: 8 } });
    await page.click("#card .copy-link");
    await page.waitForFunction(() => document.querySelector("#card .copy-link").textContent === "Copied.");
    const link = await copied(page);
    await elsewhere(page, link, async (there) => {
      await there.waitForSelector("#article .chosen");
      assert.match(await there.textContent("#article .chosen"), /The old wall will hold/);
    });
    // The same in a tab that is open already.
    await page.evaluate((link) => (location.href = link.replace(/quote=\d+/, `quote=${new URLSearchParams(new URL(link).hash.slice(1)).get("quote")}`)), link);
    await page.waitForFunction(() => document.querySelector("#article .chosen")?.textContent.includes("The old wall"));
  });
});

test("the address of a list's item leads there where the article is, and says so where it is not", async () => {
  await onPage(async (page, address) => {
    await readExample(page, paste);
    await page.waitForTimeout(300);
    const href = await page.$eval("[data-list-quote='2']", (link) => link.href);
    const tab = await page.context().newPage();
    await page.click("#samples button >> nth=1");
    await waitForFindings(page);
    await tab.goto(href);
    await tab.waitForSelector("#article .chosen");
    assert.match(await tab.textContent("#article .chosen"), /The old wall will hold/);
    await tab.close();
    await elsewhere(page, href, async (there) => {
      await waitForFindings(there);
      assert.match(await there.textContent("#notice"), /not on this device/);
      assert.equal(await there.locator("#article .chosen").count(), 0);
    });
    await elsewhere(page, `${address}#article=abc&quote=3`, async (there) => {
      await waitForFindings(there);
      assert.match(await there.textContent("#notice"), /cut short or damaged/);
    });
    await elsewhere(page, href.replace(/quote=\d+/, "quote=99999999"), async (there) => {
      await waitForFindings(there);
      assert.match(await there.textContent("#notice"), /not on this device/);
    });
  });
});
