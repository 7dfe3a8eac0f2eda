/** Every way in for a text. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, TEXT } from "./example.mjs";
import { openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

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
    await says("1 of its own files fetched since, nothing sent");
  });
});

test("rich text without paragraphs of its own is read from its HTML", async () => {
  await withPage(browser, { site }, async (page) => {
    const [headline, ...paragraphs] = TEXT.split("\n\n");
    const html = `<nav>Home News</nav><article><h1>${headline}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join("")}</article>`;
    await paste(page, { text: TEXT.replace(/\n+/g, " "), html });
    await readsExample(page);
    assert.doesNotMatch(await page.textContent("#article"), /Home News/);
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

test("“Paste or type” opens empty, keeps what was typed, and reads it", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: "An older text." });
    await page.click("#write");
    assert.equal(await page.inputValue("#editor-text"), "", "the article on the page is not to be glued to the next one");
    await page.fill("#editor-text", TEXT);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await page.click("#write");
    assert.equal(await page.inputValue("#editor-text"), TEXT, "Escape loses nothing");
    await page.keyboard.press("Control+Enter");
    await readsExample(page);
  });
});

test("rich text keeps headline, byline, caption and lede apart, and says what it left out", async () => {
  const [headline, ...paragraphs] = TEXT.split("\n\n");
  const html = `<html><head><meta name="viewport" content="width=device-width"><meta property="article:published_time" content="2023-06-29T08:00:00Z"></head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${headline}</h1><p class="byline">By Ana Silva</p>
    <figure><img alt="A wall"><figcaption>The wall in winter. Photograph: Tom Ash</figcaption></figure>
    ${paragraphs.map((words) => `<p>${words}</p>`).join("")}</article><footer><a href="/about">About the paper</a></footer></body></html>`;
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: `Home\nNews\n${headline}\nBy Ana Silva\nThe wall in winter. Photograph: Tom Ash\n${paragraphs.join("\n")}\nAbout the paper`, html });
    await page.waitForFunction(() => document.querySelector("#article h2"));
    const blocks = await page.$$eval("#article :is(h2, h3, p)", (all) => all.map((one) => one.textContent));
    assert.equal(blocks[0], headline);
    assert.ok(blocks.every((words) => !/Photograph.*Port director|Home|About the paper/.test(words)), blocks.join("\n"));
    assert.match(await page.textContent("#notice"), /Left out of the page: .*menus/);
    await page.click("#left-out-show");
    assert.match(await page.textContent("#left-out-list"), /About the paper/);
    await page.click("#left-out-list section:last-child button");
    await page.click("#left-out .main");
    await page.waitForFunction(() => document.querySelector("#article").textContent.includes("About the paper"));
    await page.click("#undo");
    await page.waitForFunction(() => !document.querySelector("#article").textContent.includes("About the paper"));
    assert.equal(await page.inputValue("#date"), "2023-06-29");
  });
});

test("a real copy of a rendered page, pasted here", async () => {
  const [headline, ...paragraphs] = TEXT.split("\n\n");
  const host = `<!doctype html><meta charset="utf-8"><title>x</title><link rel="icon" href="icon.svg"><h1>${headline}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join("")}`;
  await withPage(browser, { site: { files: { ...EXAMPLE_CORE, "host.html": host } }, context: { permissions: ["clipboard-read", "clipboard-write"] } }, async (page, address) => {
    await page.goto(`${address}host.html`);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    await page.goto(address);
    await page.waitForSelector("#article[data-state='read']");
    await page.keyboard.press("Control+V");
    await readsExample(page);
  });
});

test("what the setting shows is set and told to the core, and stays with its words when they are edited", async () => {
  await withPage(browser, { site }, async (page) => {
    const body = "The storm took the ferry on its way to the mainland, and twelve people with it, the coast guard said.";
    await paste(page, { text: "x", html: `<article><figure><img alt=""><figcaption>The harbour of Quell.</figcaption></figure><h1>Ferry lost off Quell</h1><p class="byline">By Tom Harrow</p><p>${body}</p></article>` });
    await page.waitForSelector("#article .byline");
    await waitForFindings(page);
    const set = () => page.$$eval("#article .stretch > *", (all) => all.map(({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent.slice(0, 24)}`));
    const all = ["P part caption: The harbour of Quell.", "H2 : Ferry lost off Quell", "P part byline: By Tom Harrow", "P : The storm took the ferry"];
    assert.deepEqual(await set(), all);
    assert.equal(await page.title(), "Ferry lost off Quell – whosaid");
    await page.keyboard.press("e");
    await page.evaluate(() => getSelection().collapse(document.querySelector("#article .caption").firstChild, 4));
    await page.keyboard.type("old ");
    await page.waitForFunction(() => document.querySelector("#article").textContent.includes("The old harbour"));
    await waitForFindings(page);
    assert.deepEqual(await set(), ["P part caption: The old harbour of Quell", ...all.slice(1)]);
  });
});

test("an address is not an article: said, and the article stays", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: TEXT });
    await readsExample(page);
    await paste(page, { text: "https://example.com/news/1" });
    await page.waitForFunction(() => /address of a page.*copy and paste/.test(document.querySelector("#notice").textContent));
    assert.match(await page.textContent("#article"), /^Harbour wall/);
  });
});

test("a phone: one tap takes what the clipboard holds", async () => {
  await withPage(browser, { site, context: { viewport: PHONE, hasTouch: true, isMobile: true, permissions: ["clipboard-read", "clipboard-write"] } }, async (page) => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), TEXT);
    await page.tap("#write");
    await readsExample(page);
  });
});

test("a typo is mended where it stands: read again, in its place, with its corrections", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: `${TEXT}\n\nThe end.` });
    await page.waitForFunction(() => document.querySelector("#summary").textContent.includes("Nothing found"));
    await page.click("#edit");
    await page.evaluate(() => {
      const last = [...document.querySelectorAll("#article p")].at(-1);
      getSelection().setBaseAndExtent(last.firstChild, 0, last.firstChild, last.textContent.length);
    });
    await page.keyboard.press("Backspace");
    for (let i = 0; i < 2; i++) await page.keyboard.press("Backspace");
    await readsExample(page);
    assert.equal((await page.textContent("#article")).endsWith("in Atlantis."), true);
    await page.keyboard.type(" Yes");
    await page.waitForFunction(() => document.querySelector("#article").textContent.endsWith("in Atlantis. Yes"));
    for (let i = 0; i < 4; i++) await page.keyboard.press("Backspace");
    await readsExample(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("New");
    await page.waitForFunction(() => [...document.querySelectorAll("#article p")].at(-1).textContent === "New");
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !document.querySelector("#article").textContent.includes("New"));
    await page.keyboard.press("Escape");
    assert.equal(await page.getAttribute("#edit", "aria-pressed"), "false");
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
