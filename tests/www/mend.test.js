/** Corrections by hand: on the card, by keys, on a phone; kept, undone, and gone through as a queue. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withExample } from "./example.mjs";
import { openBrowser, PHONE, select, waitForFindings } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const onExample = (use, context) => withExample(browser, use, context);
const mend = (page, way) => page.click(`#card [data-way="mend-${way}"]`);
const listed = (page) => page.$$eval(".speaker", (all) => Object.fromEntries(all.map((one) => [one.querySelector(".speaker-name").textContent, one.querySelectorAll("blockquote").length])));
const openQuote = (page, id) => page.click(`[data-quote='${id}'] >> nth=0`, { position: { x: 4, y: 8 } });

test("another speaker, in two key strokes; undone, redone, and there after a reload", async () => {
  await onExample(async (page) => {
    for (let i = 0; i < 3; i++) await page.keyboard.press("j");
    await page.keyboard.press("s");
    await page.keyboard.press("1");
    assert.deepEqual(await listed(page), { "Ines Kamara": 3, "Speaker not found": 1 });
    assert.match(await page.textContent("#panel-body"), /by hand/);
    assert.match(await page.textContent("#summary"), /1 to check/);
    assert.match(await page.textContent("#card"), /checked by hand/);
    await page.keyboard.press("Control+z");
    assert.deepEqual(await listed(page), { "Ines Kamara": 2, "An engineer": 1, "Speaker not found": 1 });
    await page.keyboard.press("Control+Shift+Z");
    await page.waitForTimeout(300);
    await page.reload();
    await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("1 to check"));
    assert.deepEqual(await listed(page), { "Ines Kamara": 3, "Speaker not found": 1 });
  });
});

test("all quotes of a speaker to somebody new", async () => {
  await onExample(async (page) => {
    await openQuote(page, 1);
    await mend(page, "speaker");
    await page.check("#card [data-way=scope]");
    await page.fill("#card .picker-name", "Tom Ash");
    await page.keyboard.press("Enter");
    assert.deepEqual(await listed(page), { "Tom Ash": 2, "An engineer": 1, "Speaker not found": 1 });
  });
});

test("what was said is moved at its ends; a false quote is deleted; its kind is changed", async () => {
  await onExample(async (page) => {
    await openQuote(page, 3);
    await mend(page, "ends");
    await mend(page, "start1");
    await mend(page, "end-1");
    const words = () => page.$$eval("#article .quote.chosen", (marks) => marks.map((mark) => mark.textContent).join());
    assert.equal(await words(), "delays in");
    await mend(page, "back");
    await mend(page, "style");
    await page.click("#card .choices >> text=Quoted word for word");
    assert.equal(await page.textContent(".chip[data-kind=direct] .chip-count"), "3");
    await page.keyboard.press("Delete");
    assert.equal(await page.locator("#panel-body blockquote").count(), 3);
    assert.equal(await page.isVisible("#card"), false);
    await page.click("#undo");
    assert.equal(await page.locator("#panel-body blockquote").count(), 4);
  });
});

test("a name: spelled, merged, parted, of another kind, none at all", async () => {
  await onExample(async (page) => {
    const names = async () => {
      await page.click("#tab-names");
      return page.locator("#panel-body .entity-name").allTextContents();
    };
    await page.click("#article [data-mention='5']");
    await page.click("#article [data-mention='5']");
    await mend(page, "spelling");
    await page.fill("#card [data-way=name]", "Harbour Workers’ Union");
    await page.keyboard.press("Enter");
    assert.ok((await names()).includes("Harbour Workers’ Union"));
    await page.click("#article [data-mention='5']");
    await mend(page, "kind");
    await page.click("#card .choices >> text=group");
    assert.equal(await page.textContent(".chip[data-kind=organization] .chip-count"), "0");
    await mend(page, "back");
    await mend(page, "merge");
    await page.click("#card .pick >> text=Ines Kamara");
    assert.deepEqual(await names(), ["Ines Kamara"]);
    await page.click("#article [data-mention='6']");
    await mend(page, "delete");
    assert.equal(await page.textContent(".chip[data-kind=place] .chip-count"), "1");
  });
});

test("a figure is no figure", async () => {
  await onExample(async (page) => {
    await page.click("#article .figure >> nth=0");
    await mend(page, "delete");
    assert.equal(await page.textContent(".chip[data-kind=figure] .chip-count"), "3");
  });
});

test("the queue: a digit takes the alternative, Enter confirms, the count falls and stays", async () => {
  await onExample(async (page) => {
    await page.keyboard.press("c");
    assert.match(await page.textContent("#card"), /probably An engineer/);
    await page.keyboard.press("1");
    assert.match(await page.textContent("#summary"), /1 to check/);
    assert.match(await page.textContent("#card"), /Speaker not found/, "the next one follows");
    assert.match(await page.textContent("#status"), /1 left to check/);
    await page.keyboard.press("Enter");
    assert.doesNotMatch(await page.textContent("#summary"), /to check/);
    assert.match(await page.textContent("#status"), /All is checked/);
    assert.deepEqual(await listed(page), { "Ines Kamara": 3, "Speaker not found": 1 });
    await page.waitForTimeout(300);
    await page.reload();
    await waitForFindings(page);
    assert.doesNotMatch(await page.textContent("#summary"), /to check/);
  });
});

test("the queue: Delete deletes, and the next one follows", async () => {
  await onExample(async (page) => {
    await page.click("#check");
    await page.keyboard.press("Delete");
    assert.match(await page.textContent("#card"), /Speaker not found/);
    assert.equal(await page.locator("#panel-body blockquote").count(), 3);
  });
});

test("a missed quote, name and figure are added from a selection", async () => {
  await onExample(async (page) => {
    await select(page, "An engineer disagreed");
    if (!(await page.isVisible("#mark-bar"))) await select(page, " disagreed. ");
    await page.click("#mark-bar >> text=Reported");
    await page.keyboard.press("1");
    assert.equal(await page.locator("#panel-body blockquote").count(), 5);
    assert.match(await page.textContent("#panel-body"), /disagreed.*by hand/);
    await select(page, "wall will");
    await page.click("#mark-bar >> text=organization");
    assert.equal(await page.textContent(".chip[data-kind=organization] .chip-count"), "2");
    await select(page, "another storm");
    await page.click("#mark-bar >> text=Figure");
    assert.equal(await page.textContent(".chip[data-kind=figure] .chip-count"), "5");
  });
});

test("by keys alone: words are chosen and become a quote", async () => {
  await onExample(async (page) => {
    await page.keyboard.press("j");
    await page.keyboard.press("a");
    assert.equal(await page.evaluate(() => String(getSelection())), "that");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    assert.equal((await page.evaluate(() => String(getSelection()))).trim(), "the wall");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.keyboard.press("1");
    assert.equal(await page.locator("#panel-body blockquote").count(), 5);
  });
});

test("a phone: another speaker by two taps", async () => {
  await onExample(async (page) => {
    await page.tap("[data-cue='2']");
    await page.tap("#card [data-way='mend-speaker']");
    await page.tap("#card .pick >> text=harbour union");
    assert.match(await page.textContent("#card"), /harbour union/);
    const low = await page.$$eval("#card button", (buttons) => buttons.filter((button) => button.offsetParent && button.offsetHeight < 43.5).map((button) => button.textContent));
    assert.deepEqual(low, []);
  }, { viewport: PHONE, hasTouch: true });
});
