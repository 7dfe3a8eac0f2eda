/** Every way in for a text. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, TEXT } from "./example.mjs";
import { openBrowser, paste, withPage } from "./harness.mjs";

const site = { files: EXAMPLE_CORE };
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const readsExample = (page) => page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 quotes"));

test("a paste anywhere is read at once", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: TEXT });
    await readsExample(page);
    assert.equal(await page.textContent("#article h2"), "Harbour wall to rise by two metres");
    assert.equal(await page.locator("#samples [aria-pressed=true]").count(), 0);
  });
});

test("the page says how often it asked the network since the reader's text came", async () => {
  await withPage(browser, { site }, async (page) => {
    assert.equal(await page.textContent("#requests"), "");
    await paste(page, { text: TEXT });
    await readsExample(page);
    const says = (words) => page.waitForFunction((words) => document.querySelector("#requests").textContent.includes(words), words);
    await says("0 requests since you gave it");
    await page.evaluate(() => fetch("icon.svg").then((response) => response.text()));
    await says("1 request since you gave it");
  });
});

test("rich text without paragraphs of its own is read from its HTML", async () => {
  await withPage(browser, { site }, async (page) => {
    const [headline, ...paragraphs] = TEXT.split("\n\n");
    const html = `<nav>Home News</nav><article><h1>${headline}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join("")}</article>`;
    await paste(page, { text: TEXT.replace(/\n+/g, " "), html });
    await readsExample(page);
    assert.match(await page.textContent("#notice"), /left out: menus/);
  });
});

test("HTML never becomes part of the page", async () => {
  // The policy speaks up already where the handler is parsed, which never runs.
  await withPage(browser, { site, allow: /inline event handler/ }, async (page) => {
    await paste(page, { text: `<p>One <b>bold</b></p><p>Two</p><img src="x" onerror="document.title='owned'"><script>document.title='owned'</script>` });
    await page.waitForFunction(() => document.querySelector("#article")?.textContent.includes("One bold"));
    assert.equal(await page.locator("#article :is(img, script, b)").count(), 0);
    assert.doesNotMatch(await page.title(), /owned/);
  });
});

const FILES = [
  ["story.txt", "text/plain", Buffer.from(TEXT)],
  ["story.md", "text/markdown", Buffer.from(TEXT)],
  ["windows.txt", "text/plain", Buffer.from(TEXT.replaceAll("“", "\x93").replaceAll("”", "\x94"), "latin1")],
  ["utf16.txt", "text/plain", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
  ["story.html", "text/html", Buffer.from(`<!doctype html><title>x</title>${TEXT.split("\n\n").map((words) => `<p>${words}</p>`).join("\n")}`)],
];
for (const [name, mimeType, buffer] of FILES) {
  test(`opens ${name}`, async () => {
    await withPage(browser, { site }, async (page) => {
      await page.setInputFiles("#file", { name, mimeType, buffer });
      await readsExample(page);
    });
  });
}

test("a dropped file is read", async () => {
  await withPage(browser, { site }, async (page) => {
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "story.txt", { type: "text/plain" }));
      for (const kind of ["dragover", "drop"]) {
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    }, TEXT);
    await readsExample(page);
  });
});

test("a text can be typed, and gone on with", async () => {
  await withPage(browser, { site }, async (page) => {
    await page.click("#write");
    assert.equal(await page.inputValue("#editor-text"), "", "an example is not the reader's own text");
    await page.fill("#editor-text", TEXT);
    await page.keyboard.press("Control+Enter");
    await readsExample(page);
    await page.click("#write");
    assert.equal(await page.inputValue("#editor-text"), TEXT);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
  });
});

test("the newest of several pastes stays", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: "An older text." });
    await paste(page, { text: "Another old text." });
    await paste(page, { text: TEXT });
    await readsExample(page);
    assert.match(await page.textContent("#article"), /^Harbour wall/);
  });
});
