/** frame.html in its host: its height from the start, how it looks, the list alone, and whom it listens to. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TEXT, withGuest } from "./guest.mjs";
import { openBrowser } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** A host that gives the text to its frame and keeps what it answers. */
const host = (frame, { above = 0, options = {} } = {}) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg"><body>
  <div style="height: ${above}px"></div>${frame}<script>
    window.told = [];
    const frame = document.querySelector("iframe");
    const give = () => frame.contentWindow.postMessage({ whosaid: 1, id: "a", text: ${JSON.stringify(TEXT)}, options: ${JSON.stringify(options)} }, "*");
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow || data?.whosaid !== 1) return;
      told.push(data);
      if (data.type === "ready") give();
      if (data.type === "height") frame.style.height = data.height + "px";
    });
  </script>`;
const withFrame = (html, use, files = {}) => withGuest(browser, { html, read: false, site: { files } }, use);
const told = (page, type) => page.evaluate((type) => window.told.filter((each) => each.type === type), type);
const frameOf = (page) => page.frames().find((frame) => frame.url().includes("frame.html"));

test("far out of sight, in a sandbox, it is as high as its text before anybody scrolls", async () => {
  await withFrame(host(`<iframe sandbox="allow-scripts" src="frame.html"></iframe>`, { above: 8000 }), async (page) => {
    await page.waitForFunction(() => window.told.some(({ type, height }) => type === "height" && height > 150));
    await page.waitForFunction(() => window.told.some(({ type }) => type === "annotation"), null, { timeout: 60_000 });
    const text = (await told(page, "height")).length;
    assert.ok(text >= 1);
    assert.equal(await page.evaluate(() => scrollY), 0);
    // As high as it is, no less: nothing scrolls inside.
    await page.waitForFunction(() => {
      const last = window.told.filter(({ type }) => type === "height").at(-1).height;
      return Math.abs(document.querySelector("iframe").clientHeight - last) <= 1;
    });
    await page.evaluate(() => document.querySelector("iframe").scrollIntoView());
    await page.waitForTimeout(500);
    const [inner, outer] = [await frameOf(page).evaluate(() => document.documentElement.scrollHeight), await page.evaluate(() => document.querySelector("iframe").clientHeight)];
    assert.ok(inner <= outer + 1, `${inner} in ${outer}`);
  });
});

test("its address says how it looks from the start; the list may stand alone, and a choice is told", async () => {
  await withFrame(host(`<iframe src="frame.html#theme=dark&show=list&kinds=all"></iframe>`), async (page) => {
    const frame = await page.waitForFunction(() => document.querySelector("iframe").contentDocument.querySelector("whosaid-article")?.getAttribute("theme"));
    assert.equal(await frame.jsonValue(), "dark");
    await page.waitForFunction(() => window.told.some(({ type }) => type === "annotation"), null, { timeout: 60_000 });
    const seen = await frameOf(page).evaluate(() => ({
      scheme: getComputedStyle(document.documentElement).colorScheme,
      text: document.querySelector("#story").getBoundingClientRect().right <= 0,
      list: document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-0]").checkVisibility(),
    }));
    assert.deepEqual(seen, { scheme: "dark", text: true, list: true });
    const [{ annotation, id }] = await told(page, "annotation");
    assert.deepEqual([id, annotation.quotes.length], ["a", 2]);
    await frameOf(page).evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-1]").click());
    await page.waitForFunction(() => window.told.some(({ type }) => type === "select"));
    assert.deepEqual(await told(page, "select"), [{ whosaid: 1, type: "select", kind: "quote", index: 1, id: "a" }]);
  });
});

test("it listens to the window that holds it and, where its address says so, to one origin alone", async () => {
  const other = `<!doctype html><meta charset="utf-8"><script>parent.frames[0].postMessage({ whosaid: 1, text: "“No,” said Ida Stone." }, "*")</script>`;
  await withFrame(host(`<iframe src="frame.html"></iframe><iframe src="other.html" id="other"></iframe>`), async (page) => {
    await page.waitForFunction(() => window.told.some(({ type }) => type === "annotation"), null, { timeout: 60_000 });
    await page.evaluate(() => document.querySelector("#other").contentWindow.location.reload());
    await page.waitForTimeout(600);
    assert.doesNotMatch(await frameOf(page).textContent("#story"), /Ida Stone/);
  }, { "other.html": other });
  await withGuest(browser, { html: host(`<iframe src="frame.html#origin=https://news.example"></iframe>`), read: false, allow: /postMessage/ }, async (page) => {
    await page.waitForTimeout(1200);
    await page.evaluate(() => give());
    await page.waitForTimeout(500);
    assert.equal(await frameOf(page).textContent("#story"), "");
    assert.deepEqual(await page.evaluate(() => window.told), [], "and speaks to no other");
  });
});
