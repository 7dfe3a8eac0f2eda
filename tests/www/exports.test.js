/** Every export made of the example, read back by another program where one is at hand, and equal. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { textPositionSelectorMatcher, textQuoteSelectorMatcher } from "@apache-annotator/selector";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { readSheet } from "read-excel-file/node";
import { toBrat } from "../../www/exports/brat.js";
import { CodePoints } from "../../www/exports/code-points.js";
import { toSheet } from "../../www/exports/docx.js";
import { toJson } from "../../www/exports/json.js";
import { toMarkdown, toQuoteList } from "../../www/exports/markdown.js";
import { openAgain } from "../../www/exports/open.js";
import { toPage } from "../../www/exports/page.js";
import { tableOfFigures, tableOfNames, tableOfQuotes, toCsv } from "../../www/exports/tables.js";
import { toWebAnnotation } from "../../www/exports/web-annotation.js";
import { toSpreadsheet } from "../../www/exports/xlsx.js";
import { applyCorrections } from "../../www/model/corrections.js";
import { deriveFindings, wordsOf } from "../../www/model/findings.js";
import * as mending from "../../www/model/mending.js";
import { packStory, unpackStory } from "../../www/model/story-file.js";
import { makeStory } from "../../www/session/session.js";
import { ANNOTATION, TEXT } from "./example.mjs";

const FORMULA = '=HYPERLINK("x","y")';
const MADE = new Date("2026-03-01T12:00:00Z");

function read(corrections = [], text = TEXT, annotation = ANNOTATION) {
  const { annotation: corrected, hand } = applyCorrections(text, annotation, corrections);
  return deriveFindings(text, corrected, hand);
}
/** The example with a correction of each kind, and a speaker who is a formula. */
function corrected() {
  const corrections = [];
  const add = (make) => corrections.push(...make(read(corrections)));
  add((found) => mending.setSpeaker(found, [2], FORMULA));
  add((found) => mending.confirm(found, 1));
  add((found) => mending.addFigure(found, { start: TEXT.indexOf("three"), end: TEXT.indexOf("three") + 5 }));
  add((found) => mending.addQuote(found, { start: TEXT.indexOf("An engineer disagreed"), end: TEXT.indexOf("An engineer disagreed") + 21 }, { style: "direct", speaker: null }));
  const story = makeStory(TEXT, { id: "x", made: 0, date: "2023-06-29", parts: [{ start: 0, end: 34, role: "headline" }], corrections });
  return { story, findings: read(corrections), corrections };
}
/** The same with letters outside the first plane before everything. */
const SHIFT = "😀𝒲 ";
const move = (value) => (Array.isArray(value) ? value.map(move)
  : typeof value === "object" && value ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, (key === "start" || key === "end") ? one + SHIFT.length : move(one)]))
  : value);
const shifted = () => read([], SHIFT + TEXT, move(ANNOTATION));

/* ---- Opened again ---- */

test("JSON, a page and Web Annotations open again with the text, the day and all corrections", () => {
  const { story, findings, corrections } = corrected();
  const about = { title: "T", id: "urn:uuid:1", made: MADE.toISOString() };
  const files = [toJson(findings, story), toPage(findings, story, { title: "T", made: MADE, day: null }), JSON.stringify(toWebAnnotation(findings, story, about))];
  for (const file of files) assert.deepEqual(openAgain(file), { what: "file", text: TEXT, date: "2023-06-29", parts: story.parts, corrections });
});

test("what somebody broke, or made up, is no story", () => {
  const whole = packStory(corrected().story);
  assert.ok(unpackStory(whole));
  for (const broken of [
    null, 1, [], {}, { ...whole, format: 2 }, { ...whole, text: 5 }, { ...whole, text: " " }, { ...whole, date: "yesterday" }, { ...whole, corrections: [{ does: "everything" }] },
    { ...whole, corrections: [{ does: "check" }] }, { ...whole, corrections: [{ does: "constructor" }] }, { ...whole, corrections: [{ does: "check", at: { start: -1, end: 2, words: "", before: "", after: "" } }] },
    { ...whole, corrections: [{ ...whole.corrections[0], speaker: { name: {} } }] }, { ...whole, corrections: "all" }, { ...whole, parts: [{ start: 5, end: 5, role: "headline" }] }, { ...whole, parts: [{ start: 0, end: 5, role: "script" }] }, { ...whole, parts: [{ start: 0, end: 1e9, role: "label" }] },
  ]) assert.equal(unpackStory(broken), null, JSON.stringify(broken).slice(0, 80));
  const [first] = whole.corrections;
  assert.deepEqual(unpackStory({ ...whole, corrections: [{ ...first, more: "html" }] }).corrections, [first], "what does not belong there is dropped");
  for (const words of ["", "{", "null", '{"whosaid": {"format": 1}}', '{"urn:whosaid:story": 1}']) assert.equal(openAgain(words), null);
});

/* ---- JSON, lists, tables ---- */

test("JSON has the words beside the offsets, and says what is by hand", () => {
  const { findings, story } = corrected();
  const json = JSON.parse(toJson(findings, story));
  assert.equal(json.quotes[3].content[0].words, "The old wall will hold,");
  assert.equal(json.quotes[3].byHand, true);
  assert.equal(json.figures[0].words, "two metres");
  const strip = (value) => JSON.parse(JSON.stringify(value, (key, one) => (key === "words" || key === "byHand" ? undefined : one)));
  assert.deepEqual(strip({ quotes: json.quotes, mentions: json.mentions, figures: json.figures, entities: json.entities }), strip({ quotes: findings.annotation.quotes, mentions: findings.annotation.mentions, figures: findings.annotation.figures, entities: findings.annotation.entities }));
});

test("the list says the verb, what is reported and what is in doubt", () => {
  const list = toQuoteList(read());
  assert.match(list, /^Ines Kamara, Port director\n- that the wall .* \(said; reported\)\n/);
  assert.match(list, /- “The old wall will hold,” \(said; probably\)/);
  assert.match(toMarkdown(read(), "A *wall*"), /^# A \\\*wall\\\*\n\n## Ines Kamara, Port director\n\n- \[ \] that .*paragraph 2\)/);
});

/** Comma-separated values as RFC 4180 has them. */
function parseCsv(words) {
  const rows = [[""]];
  let quoted = false;
  for (let i = words.startsWith("\ufeff") ? 1 : 0; i < words.length; i++) {
    const letter = words[i];
    if (quoted && letter === '"' && words[i + 1] === '"') rows.at(-1)[rows.at(-1).length - 1] += words[i++];
    else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ",") rows.at(-1).push("");
    else if (!quoted && letter === "\r") { rows.push([""]); i++; }
    else rows.at(-1)[rows.at(-1).length - 1] += letter;
  }
  return rows.slice(0, -1);
}

test("CSV of quotes, figures and names reads back equal; no cell is a formula", () => {
  const { findings } = corrected();
  for (const table of [tableOfQuotes(findings), tableOfFigures(findings), tableOfNames(findings)]) {
    const [columns, ...rows] = parseCsv(toCsv(table));
    assert.deepEqual(columns, table.columns);
    assert.deepEqual(rows.map((row) => row.map((cell) => cell.replace(/^'(?==)/, ""))), table.rows.map((row) => row.map(String)));
    assert.ok(rows.flat().every((cell) => !/^[=+@-](?!\d)/.test(cell)));
  }
  assert.ok(toCsv(tableOfQuotes(findings)).includes(`"'=HYPERLINK(""x"",""y"")"`));
});

/* ---- Spreadsheet, Word ---- */

const bytesOf = async (blob) => Buffer.from(await blob.arrayBuffer());

test("a spreadsheet reads back equal, sheet by sheet, without a formula", async () => {
  const { findings } = corrected();
  const tables = [tableOfQuotes(findings), tableOfFigures(findings), tableOfNames(findings)];
  const bytes = await bytesOf(await toSpreadsheet(tables));
  for (const [index, { columns, rows }] of tables.entries()) {
    const sheet = await readSheet(bytes, index + 1);
    assert.deepEqual(sheet, [columns, ...rows].map((row) => row.map((cell) => (cell === "" ? null : cell))));
  }
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml"));
  assert.ok(files.length > 4);
  for (const [name, file] of files) assert.doesNotMatch(strFromU8(file), /<f[ >]/, name);
});

test("a spreadsheet takes whatever letters a text has", async () => {
  const words = "a\u0000b\u0007 \ud800 </t> & “x” 😀 \ufffe";
  const bytes = await bytesOf(await toSpreadsheet([{ name: "T", columns: ["words"], rows: [[words]] }]));
  assert.equal((await readSheet(bytes))[1][0], "ab  </t> & “x” 😀");
});

test("the sheet for Word has a box for each quote and figure, with the exact words and where they stand", async () => {
  const { findings } = corrected();
  const bytes = await bytesOf(await toSheet(findings, { title: "Harbour <wall>", made: MADE, day: "2023-06-29" }));
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  assert.match(value, /To check: Harbour <wall>/);
  assert.match(value, /Published 29 June 2023/);
  assert.match(value, /Ines Kamara, Port director/);
  assert.match(value, /“We have lost \$2\.5 million in three winters,” she told the council\. “That is enough\.”\s+told the council; checked by hand\s+3/);
  assert.match(value, /reported/);
  const html = (await mammoth.convertToHtml({ buffer: bytes })).value;
  const { quotes, figures } = findings.annotation;
  assert.equal((html.match(/type="checkbox"/g) ?? []).length, quotes.length + figures.length);
});

/* ---- Web Annotations ---- */

/** The text as the selectors' own library wants it: in pieces. */
function chunk(text, size = 7) {
  const chunks = [];
  for (let i = 0; i < text.length; i += size) chunks.push({ data: text.slice(i, i + size), at: i });
  let now = 0;
  return {
    get currentChunk() { return chunks[now]; },
    nextChunk: () => (now + 1 < chunks.length ? chunks[++now] : null),
    previousChunk: () => (now > 0 ? chunks[--now] : null),
    precedesCurrentChunk: (one) => chunks.indexOf(one) < now,
  };
}
const found = async (matcher, text) => {
  const all = [];
  for await (const { startChunk, startIndex, endChunk, endIndex } of matcher(chunk(text, 1000))) all.push(text.slice(startChunk.at + startIndex, endChunk.at + endIndex));
  return all;
};

test("each selector leads, by W3C's rules, to the words that it is of", async () => {
  const findings = shifted();
  const { first: { items }, total } = toWebAnnotation(findings, makeStory(findings.text, { id: "x", made: 0 }), { title: "T", id: "urn:uuid:1", made: MADE.toISOString() });
  assert.equal(items.length, total);
  let seen = 0;
  for (const { target } of items) {
    for (const { selector: [position, quote] } of [target].flat()) {
      assert.deepEqual(await found(textPositionSelectorMatcher(position), findings.text), [quote.exact]);
      const matches = await found(textQuoteSelectorMatcher(quote), findings.text);
      assert.deepEqual(matches, [quote.exact], "and to no others");
      seen++;
    }
  }
  assert.equal(seen, findings.annotation.quotes.flatMap(({ content }) => content).length + 4 + findings.annotation.figures.length);
});

test("annotations have what the model says that they must: context, ids, types, motivations, targets", () => {
  const findings = read([], TEXT, { ...ANNOTATION, entities: ANNOTATION.entities.map((entity) => (entity.place ? { ...entity, place: { ...entity.place, geonames: 2634715 } } : entity)) });
  const collection = toWebAnnotation(findings, makeStory(TEXT, { id: "x", made: 0 }), { title: "T", id: "urn:uuid:1", made: MADE.toISOString() });
  assert.equal(collection["@context"][0], "http://www.w3.org/ns/anno.jsonld");
  assert.equal(collection.type, "AnnotationCollection");
  assert.equal(collection.first.partOf, collection.id);
  const ids = new Set();
  const motivations = new Set("assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging".split(" "));
  for (const item of collection.first.items) {
    assert.match(item.id, /^urn:uuid:1#/);
    ids.add(item.id);
    assert.equal(item.type, "Annotation");
    assert.ok(motivations.has(item.motivation));
    for (const body of item.body) {
      assert.ok(motivations.has(body.purpose));
      assert.ok(body.type === "TextualBody" ? typeof body.value === "string" : /^https:\/\/sws\.geonames\.org\/\d+\/$/.test(body.source), JSON.stringify(body));
    }
    for (const { type, source, selector } of [item.target].flat()) {
      assert.equal(type, "SpecificResource");
      assert.ok(URL.canParse(source));
      assert.deepEqual(selector.map((one) => one.type), ["TextPositionSelector", "TextQuoteSelector"]);
    }
  }
  assert.equal(ids.size, collection.total);
  assert.match(JSON.stringify(collection), /sws\.geonames\.org\/2634715\//);
});

test("code points are counted as W3C counts them", () => {
  const text = "a😀b𝒲c";
  const points = new CodePoints(text);
  for (let at = 0; at <= text.length; at++) if (!/[\udc00-\udfff]/.test(text[at] ?? "")) assert.equal(points.at(at), [...text.slice(0, at)].length);
});

/* ---- brat ---- */

test("brat's lines lead to the words that they are of, cut at line ends, with every role", () => {
  const findings = shifted();
  const { text, annotations } = toBrat(findings);
  const letters = [...text];
  const lines = annotations.trim().split("\n").map((line) => line.split("\t"));
  const bound = new Map();
  for (const [id, rest, words] of lines.filter(([id]) => id.startsWith("T"))) {
    const [type, ...where] = rest.split(" ");
    const pieces = where.join(" ").split(";").map((piece) => piece.split(" ").map(Number));
    assert.equal(pieces.map(([start, end]) => letters.slice(start, end).join("")).join(" "), words);
    assert.ok(!words.includes("\n"));
    bound.set(id, type);
  }
  const events = lines.filter(([id]) => id.startsWith("E"));
  assert.equal(events.length, findings.annotation.quotes.length);
  for (const [, roles] of events) for (const role of roles.split(" ")) assert.ok(bound.has(role.split(":")[1]), role);
  assert.match(annotations, /^E\d+\tCue:T\d+ Content:T\d+ Source:T\d+ Speaker:T\d+$/m);
  assert.match(annotations, /Style E1 mixed/);
  assert.match(annotations, /AnnotatorNotes T\d+\t2500000 USD/);
  const many = toBrat(read([], "A\nB said", { ...ANNOTATION, entities: [], mentions: [], figures: [], quotes: [{ ...ANNOTATION.quotes[0], content: [{ start: 0, end: 3 }], cue: [], source: [], speaker: null }] }));
  assert.match(many.annotations, /^T1\tContent 0 1;2 3\tA B$/m);
});

/* ---- A page of its own ---- */

test("a page of its own runs nothing, and every word of the article is text in it", () => {
  const nasty = `<script>alert(1)</script> & “<img src=x onerror=alert(2)>” said "Ann"`;
  const quotes = [{ style: "direct", act: "said", content: [{ start: nasty.indexOf("<img"), end: nasty.indexOf("”") }], cue: [], source: [], speaker: 0, certainty: 1 }];
  const findings = read([], nasty, { version: 2, parts: [], entities: [{ id: 0, kind: "person", name: '"><script>x</script>' }], mentions: [], quotes, figures: [] });
  const html = toPage(findings, makeStory(nasty, { id: "x", made: 0 }), { title: "</title><script>", made: MADE, day: null });
  assert.deepEqual(html.match(/<script[^>]*>/g), ['<script type="application/json" id="whosaid-story">']);
  assert.ok(!html.includes("<img"));
  assert.match(html, /default-src 'none'/);
  assert.equal(openAgain(html).text, nasty);
});

test("a page of its own has the marks, the lists and whose words they are", () => {
  const { findings, story } = corrected();
  const html = toPage(findings, story, { title: "T", made: MADE, day: "2023-06-29" });
  assert.match(html, /<span class="direct s1" id="quote-2"><?/);
  assert.match(html, /<a href="#quote-2">“We have lost/);
  const shown = html.slice(html.indexOf("<article>"), html.indexOf("</article>")).replace(/<small[^>]*>[^<]*<\/small>/g, "").replace(/<[^>]*>/g, "").replace(/\n/g, "\n\n");
  const plain = (words) => words.replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim();
  assert.equal(plain(shown), TEXT);
  for (const { words } of findings.annotation.quotes.map(({ content }) => ({ words: wordsOf(TEXT, content).split(" … ")[0] }))) assert.ok(plain(html).includes(words));
});
