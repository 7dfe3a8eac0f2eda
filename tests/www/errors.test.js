/** What the page says when something is wrong: what happened, and what to do. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EXAMPLE_CORE, TEXT } from "./example.mjs";
import { openBrowser, paste, withPage } from "./harness.mjs";

const site = { files: EXAMPLE_CORE };
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

async function notices(page, words) {
  await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#notice")?.textContent ?? ""), words.source, { timeout: 20_000 });
  assert.match(await page.textContent("#status"), words, "said to screen readers too");
}

test("wasm refused: the exact words for the policy", async () => {
  const refusing = { headers: { "worker.js": { "Content-Security-Policy": "script-src 'self'" } } };
  await withPage(browser, { site: refusing, ready: false, allow: /Content Security Policy/ }, async (page) => {
    await notices(page, /'wasm-unsafe-eval' to script-src/);
    assert.ok((await page.textContent("#article")).length > 1000, "the article can still be read");
  });
});

test("core missing", async () => {
  await withPage(browser, { site: { files: { "pkg/whosaid.js": null } }, ready: false, allow: /404/ }, async (page) => {
    await notices(page, /could not be loaded.*reload/);
  });
});

test("worker refused", async () => {
  await withPage(browser, { site: { files: { "worker.js": null } }, ready: false, allow: /404/ }, async (page) => {
    await notices(page, /could not start the reader.*http/);
  });
});

test("places missing: marked, without coordinates", async () => {
  const files = { ...EXAMPLE_CORE, "pkg/gazetteer.bin": null };
  await withPage(browser, { site: { files }, allow: /404/ }, async (page) => {
    await paste(page, { text: TEXT });
    await notices(page, /have no coordinates/);
    assert.match(await page.textContent("#summary"), /4 quotes/);
  });
});

test("a crash of the core: said, and the next text is read", async () => {
  const crashing = EXAMPLE_CORE["pkg/whosaid.js"].replace("return text ===", `if (text.startsWith("boom")) throw new WebAssembly.RuntimeError("unreachable"); return text ===`);
  await withPage(browser, { site: { files: { ...EXAMPLE_CORE, "pkg/whosaid.js": crashing } } }, async (page) => {
    await paste(page, { text: "boom goes the reader" });
    await notices(page, /stopped on this text.*another text/);
    await paste(page, { text: TEXT });
    await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 quotes"));
  });
});

const SAID = [
  ["empty", " \n\t ", /no text in it.*paste/],
  ["not English", "Der Bundeskanzler sagte am Montag, die Verhandlungen seien noch nicht abgeschlossen, doch man hoffe auf ein baldiges Ergebnis. ".repeat(3), /does not look like English/],
  ["not English, short", "Der Kanzler sagte, die Verhandlungen seien nicht beendet.", /does not look like English/],
  ["not English, other script", "Президент заявил в понедельник, что переговоры продолжаются и скоро завершатся успехом для всех сторон. ".repeat(3), /does not look like English/],
];
for (const [name, text, words] of SAID) {
  test(name, async () => {
    await withPage(browser, { site }, async (page) => {
      await paste(page, { text });
      await notices(page, words);
    });
  });
}

test("nothing found", async () => {
  await withPage(browser, { site }, async (page) => {
    await paste(page, { text: "Soup is good." });
    await page.waitForFunction(() => /Nothing found/.test(document.querySelector("#summary")?.textContent ?? ""));
  });
});

const FILES = [
  ["photo.png", Buffer.from([0x89, 0x50, 0x4e, 0x47]), /is a picture.*copy its words/],
  ["broken.pdf", Buffer.from("%PDF-1.7"), /damaged or protected/],
  ["data.txt", Buffer.from([1, 0, 2, 0, 0, 7]), /not a text file.*\.txt, \.md or \.html/],
  ["large.txt", Buffer.alloc(21 * 1024 * 1024, "a "), /larger than 20 MB/],
];
for (const [name, buffer, words] of FILES) {
  test(`file: ${name}`, async () => {
    await withPage(browser, { site }, async (page) => {
      await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
      await notices(page, words);
    });
  });
}
