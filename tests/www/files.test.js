/** Files of every kind, known by what is in them. The documents are made here, by other programs than those that read them. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { readPdfText } from "../../www/model/pdf-text.js";
import { EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { openBrowser, paste, withPage } from "./harness.mjs";

const site = { files: EXAMPLE_CORE };
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const [HEADLINE, ...PARAGRAPHS] = TEXT.split("\n\n");
const readsExample = (page) => page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 quotes"));
const open = (page, ...files) => page.setInputFiles("#file", files.map(([name, buffer]) => ({ name, mimeType: "application/octet-stream", buffer })));
const notices = (page, words) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#notice").textContent), words.source);

/** A PDF of pages, each a list of lines: [x, y from the top, size, words]. */
function makePdf(pages, { text = true } = {}) {
  const escape = (words) => words.replace(/[\\()]/g, "\\$&").replaceAll("“", "\\223").replaceAll("”", "\\224").replaceAll("’", "\\222");
  const objects = ["<< /Type /Catalog /Pages 2 0 R >>", `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"];
  pages.forEach((lines, i) => {
    const stream = text ? lines.map(([x, y, size, words]) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${792 - y} Tm (${escape(words)}) Tj ET`).join("\n") : "0 0 100 100 re f";
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  let out = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("")}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return Buffer.from(out, "latin1");
}

/** Words set in lines of a width, from a height down. */
function setLines(words, { x, y, size = 10, width = 60, lead = 13 }) {
  const lines = [];
  let line = "";
  for (const word of words.split(" ")) {
    if (line && `${line} ${word}`.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines.map((words, i) => [x, y + i * lead, size, words]);
}

test("Word", async () => {
  const file = new Document({ sections: [{ children: [new Paragraph({ text: HEADLINE, heading: HeadingLevel.HEADING_1 }), ...PARAGRAPHS.map((words) => new Paragraph(words))] }] });
  await withPage(browser, { site }, async (page) => {
    await open(page, ["story", await Packer.toBuffer(file)]);
    await readsExample(page);
  });
});

test("PDF: lines are joined, running heads and page numbers are left out", async () => {
  const pages = [[[60, 40, 8, "The Westhaven Post"], [60, 90, 18, HEADLINE]], [[60, 40, 8, "The Westhaven Post"]]];
  let y = 130;
  for (const words of PARAGRAPHS.slice(0, 2)) {
    const lines = setLines(words, { x: 60, y });
    pages[0].push(...lines);
    y = lines.at(-1)[1] + 26;
  }
  y = 90;
  for (const words of PARAGRAPHS.slice(2)) {
    const lines = setLines(words, { x: 60, y });
    pages[1].push(...lines);
    y = lines.at(-1)[1] + 26;
  }
  pages.forEach((lines, i) => lines.push([300, 760, 8, `Page ${i + 1} of 2`]));
  await withPage(browser, { site }, async (page) => {
    await open(page, ["no extension", makePdf(pages)]);
    await readsExample(page);
    assert.doesNotMatch(await page.textContent("#article"), /Post|Page/);
  });
});

test("PDF of pictures: said, and the article before stands", async () => {
  await withPage(browser, { site }, async (page) => {
    await readExample(page, paste);
    await open(page, ["scan.pdf", makePdf([[]], { text: false })]);
    await notices(page, /pictures of pages.*still stands/);
    assert.match(await page.textContent("#article"), /^Harbour wall/);
  });
});

test("a mail: its subject is the headline, its day the day", async () => {
  const mail = `From: desk@example.com\r\nTo: you@example.com\r\nSubject: Fwd: ${HEADLINE}\r\nDate: Thu, 29 Jun 2023 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${PARAGRAPHS.join("\r\n\r\n")}\r\n`;
  await withPage(browser, { site, }, async (page) => {
    await open(page, ["a.eml", Buffer.from(mail)]);
    await page.waitForFunction(() => document.querySelector("#article h2")?.textContent === "Harbour wall to rise by two metres");
    assert.equal(await page.inputValue("#date"), "2023-06-29");
    assert.doesNotMatch(await page.textContent("#article"), /example\.com|MIME/);
  });
});

test("Markdown: links, pictures, tables and quotes as text", async () => {
  const source = `---\ntitle: x\n---\n# Port to grow\n\nThe [director](https://example.com/a_b) said it ![a crane](crane.png) would grow.\n\n> It is small.\n\n| Year | Ships |\n|---|---|\n| 2020 | 12 |\n`;
  await withPage(browser, { site }, async (page) => {
    await open(page, ["story.md", Buffer.from(source)]);
    await page.waitForFunction(() => document.querySelector("#article").textContent.includes("Port to grow"));
    const words = await page.textContent("#article");
    assert.match(words, /The director said it would grow\./);
    assert.match(words, /It is small\./);
    assert.doesNotMatch(words, /https|\]\(|\|---|crane\.png|> /);
  });
});

test("UTF-16 without its mark, and several files at once", async () => {
  await withPage(browser, { site }, async (page) => {
    await open(page, ["one.txt", Buffer.from(TEXT, "utf16le")], ["two.txt", Buffer.from("Second story\n\nIt says little.")], ["three.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])]);
    await readsExample(page);
    await notices(page, /three\.png is a picture/);
    await page.click("#shelf-open");
    assert.deepEqual((await page.locator("#shelf .kept-title").allTextContents()).sort(), ["Harbour wall to rise by two metres", "Second story"]);
  });
});

/* ---- The text of a PDF, without a browser ---- */

const pdfPage = (lines) => ({ width: 612, height: 792, items: lines.map(([x, y, size, words]) => ({ x, y, size, words, width: words.length * size * 0.5 })) });

test("PDF: columns are read one after the other", () => {
  const left = setLines("The harbour board met for six hours on Monday and agreed on very little, its chair said, though the wall must be raised before another winter comes to the town.", { x: 60, y: 120, width: 40 });
  const right = setLines("It will meet again in March, when the engineers have told it what a new wall would cost and how long the quay would have to be closed to the boats.", { x: 330, y: 120, width: 40 });
  const text = readPdfText([pdfPage([...left, ...right])]);
  assert.match(text, /^The harbour board met for six hours on Monday and agreed on very little, its chair said, though the wall must be raised before another winter comes to the town\.\n\nIt will meet again in March/);
});

test("PDF: a word broken at a line's end is whole again, a hyphen of its own stays", () => {
  const lines = [[60, 100, 10, "The board asked the govern-"], [60, 113, 10, "ment for a well-"], [60, 126, 10, "known engineer of the twenty-"], [60, 139, 10, "First Street office."]];
  assert.equal(readPdfText([pdfPage(lines)]), "The board asked the government for a well-known engineer of the twenty-First Street office.");
});
