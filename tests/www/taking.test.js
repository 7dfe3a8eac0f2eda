/** What a person takes away from the page, and opens here again. */
import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readSheet } from "read-excel-file/node";
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { openBrowser, paste, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const onExample = (use, context) =>
  withPage(browser, { site: { files: EXAMPLE_CORE }, context: { acceptDownloads: true, ...context } }, async (page, address) => {
    await readExample(page, paste);
    await use(page, address);
  });
/** Takes a file of the menu; @returns its name and bytes */
const take = async (page, format) => {
  await page.click("#take");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click(`#download-${format}`)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};
const mend = async (page) => {
  for (const key of ["j", "j", "j", "s", "1"]) await page.keyboard.press(key);
  await page.waitForFunction(() => document.querySelector("#summary").textContent.includes("1 to check"));
  await page.keyboard.press("Escape");
};
const speakers = (page) => page.$$eval(".speaker", (all) => Object.fromEntries(all.map((one) => [one.querySelector(".speaker-name").textContent, one.querySelectorAll("blockquote").length])));

test("every file is what it says, and named by the article", async () => {
  await onExample(async (page) => {
    await mend(page);
    const files = {};
    for (const format of ["html", "docx", "xlsx", "csv", "csv-figures", "csv-names", "markdown", "json", "jsonld", "brat"]) files[format] = await take(page, format);
    assert.deepEqual(Object.values(files).map(({ name }) => name.replace("harbour-wall-to-rise-by-two-metres.", "")), ["html", "docx", "xlsx", "quotes.csv", "figures.csv", "names.csv", "md", "json", "jsonld", "brat.zip"]);
    assert.equal((await readSheet(files.xlsx.bytes, "Quotes")).length, 5);
    assert.match((await mammoth.extractRawText({ buffer: files.docx.bytes })).value, /The old wall will hold/);
    assert.match(files.csv.bytes.toString(), /^\ufeffnumber,speaker,.*\r\n1,Ines Kamara,/);
    assert.equal(JSON.parse(files.json.bytes).quotes.length, 4);
    assert.equal(JSON.parse(files.jsonld.bytes).type, "AnnotationCollection");
    assert.deepEqual(Object.keys(unzipSync(files.brat.bytes)).sort(), ["annotation.conf", "harbour-wall-to-rise-by-two-metres.ann", "harbour-wall-to-rise-by-two-metres.txt"]);
  });
});

for (const format of ["json", "html", "jsonld"]) {
  test(`${format} opens again, where the article was never seen, with day and corrections`, async () => {
    const path = join(tmpdir(), `whosaid-${process.pid}.${format}`);
    try {
      await onExample(async (page) => {
        await mend(page);
        await page.fill("#date", "2021-05-04");
        await writeFile(path, (await take(page, format)).bytes);
      });
      await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
        await page.setInputFiles("#file", path);
        await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("1 to check"));
        assert.deepEqual(await speakers(page), { "Ines Kamara": 3, "Speaker not found": 1 });
        assert.equal(await page.inputValue("#date"), "2021-05-04");
        await page.waitForTimeout(300);
        await page.reload();
        await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("1 to check"));
        assert.equal(await page.inputValue("#date"), "2021-05-04");
      });
    } finally {
      await rm(path, { force: true });
    }
  });
}

test("a page of its own opens by itself, says whose words they are, and leads from list to text", async () => {
  await onExample(async (page) => {
    const { bytes } = await take(page, "html");
    const other = await page.context().newPage();
    const noise = [];
    other.on("console", (message) => noise.push(message.text()));
    other.on("request", (request) => noise.push(request.url()));
    await other.setContent(bytes.toString());
    assert.deepEqual(noise, []);
    const shown = await other.evaluate(() => {
      for (const note of document.querySelectorAll("article small")) note.remove();
      return [...document.querySelectorAll("article > *")].map((block) => block.textContent).join("\n\n");
    });
    assert.equal(shown, TEXT);
    assert.notEqual(await other.$eval(".direct", (mark) => getComputedStyle(mark).backgroundColor), "rgba(0, 0, 0, 0)");
    assert.equal(await other.$eval("aside a >> nth=1", (link) => document.querySelector(link.getAttribute("href")) !== null), true);
    await other.close();
  });
});

test("a broken file of ours is read as what it is, and the article before still stands", async () => {
  const path = join(tmpdir(), `whosaid-broken-${process.pid}.json`);
  await writeFile(path, '{"whosaid": {"format": 9}, "text": "x"}');
  try {
    await onExample(async (page) => {
      await page.setInputFiles("#file", path);
      await page.waitForFunction(() => /not one that|could not be opened/.test(document.querySelector("#notice").textContent));
      assert.match(await page.textContent("#article"), /Ines Kamara/);
    });
  } finally {
    await rm(path, { force: true });
  }
});

test("the exact words of a figure are copied from its card", async () => {
  await onExample(async (page) => {
    await page.click("#article .figure >> nth=2");
    await page.click("#card .copy");
    await page.waitForFunction(() => document.querySelector("#card .copy").textContent === "Copied.");
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^\$2\.5 million — \$2,500,000; Ines Kamara, Port director; paragraph 3/);
  }, { permissions: ["clipboard-read", "clipboard-write"] });
});
