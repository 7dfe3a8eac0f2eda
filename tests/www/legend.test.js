/** The legend shows and hides each kind, by mouse and keys. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, readExample } from "./example.mjs";
import { openBrowser, paste, withPage } from "./harness.mjs";

const site = { files: EXAMPLE_CORE };
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const KINDS = [
  ["direct", ".quote.direct", "background-color"],
  ["indirect", ".quote.indirect", "text-decoration-line"],
  ["attribution", ".source", "text-decoration-line"],
  ["person", ".mention.person.name", "text-decoration-line"],
  ["organization", ".mention.organization", "text-decoration-line"],
  ["place", ".mention.place", "text-decoration-line"],
  ["figure", ".figure", "text-decoration-line"],
];
const NOTHING = ["none", "rgba(0, 0, 0, 0)"];

test("counts stand on the chips", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    const counts = await page.$$eval(".chip", (chips) => Object.fromEntries(chips.map((chip) => [chip.dataset.kind, chip.querySelector(".chip-count").textContent])));
    assert.deepEqual(counts, { direct: "2", indirect: "2", attribution: "2", person: "1", organization: "1", place: "2", figure: "4", other: "0", stance: "0" });
  });
});

for (const [index, [kind, mark, property]] of KINDS.entries()) {
  test(`${kind}: off and on again`, async () => {
    await withPage(browser, { site }, async (page) => {
      await readExample(page, paste);
      const style = () => page.$eval(`#article ${mark}`, (element, name) => getComputedStyle(element).getPropertyValue(name), property);
      const chip = page.locator(`.chip[data-kind=${kind}]`);
      assert.ok(!NOTHING.includes(await style()));
      await chip.click();
      assert.equal(await chip.getAttribute("aria-pressed"), "false");
      assert.ok(NOTHING.includes(await style()));
      assert.match(await page.textContent("#status"), /hidden/);
      await page.keyboard.press(String(index + 1));
      assert.equal(await chip.getAttribute("aria-pressed"), "true");
      assert.ok(!NOTHING.includes(await style()));
    });
  });
}

test("one tab stop, arrows inside", async () => {
  await withPage(browser, { site }, async (page) => {
    await page.focus(".chip");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.kind), "attribution");
    assert.equal(await page.locator(".chip[tabindex='0']").count(), 1);
    await page.keyboard.press("End");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.kind), "stance");
  });
});
