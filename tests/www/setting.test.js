/** How a text is cut into blocks and its marks are nested: pure functions, no browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { splitBlocks } from "../../www/model/blocks.js";
import { sayIso, sayValue } from "../../www/model/figure-text.js";
import { looksEnglish } from "../../www/language.js";
import { walkMarks } from "../../www/model/marks.js";
import { findQuotedWords } from "../../www/model/quoted-words.js";

/** One line a block: `H` headline, `h` heading, `p` paragraph, then its words. */
const blocksOf = (text) => splitBlocks(text).map(({ role, start, end, hidden }) => {
  const shown = [...text.slice(start, end)].map((letter, i) => (hidden.some((span) => start + i >= span.start && start + i < span.end) ? "" : letter)).join("");
  return `${role === "headline" ? "H" : role[0]} ${shown.replace(/\s+/g, " ")}`;
});

const TEXTS = [
  ["blank lines between paragraphs", "Port to grow\n\nThe port will grow.\n\nIt is small.", ["H Port to grow", "p The port will grow.", "p It is small."]],
  ["a line a paragraph", "Port to grow\nThe port will grow, the director said on Monday.\nIt is small, others say, and old as well.", ["H Port to grow", "p The port will grow, the director said on Monday.", "p It is small, others say, and old as well."]],
  ["hard-wrapped lines are joined", "Port to grow\n\nThe port will grow by a third, the director\nsaid on Monday, when the council\nmet again.\n\nIt is small.", ["H Port to grow", "p The port will grow by a third, the director said on Monday, when the council met again.", "p It is small."]],
  ["a headline of two lines", "Port to grow\nCouncil split over cost\nThe council of the town could not agree on Monday. It meets again.\n\nIt is small.", ["H Port to grow Council split over cost", "p The council of the town could not agree on Monday. It meets again.", "p It is small."]],
  ["a wrapped first paragraph is no headline", "The port will grow by a third, the director\nsaid on Monday, when the council\nmet again.\n\nIt is small.", ["p The port will grow by a third, the director said on Monday, when the council met again.", "p It is small."]],
  ["carriage returns", "Port to grow\r\n\r\nIt is small.\r\n\r\nIt is old.", ["H Port to grow", "p It is small.", "p It is old."]],
  ["Markdown", "## Port to grow\n\n**Kamara:** It is *small*.\n\n**Reporter:** Why?", ["h Port to grow", "p Kamara: It is small.", "p Reporter: Why?"]],
  ["a crosshead", "Port to grow\n\nIt is small.\n\nTwo more berths\n\nIt is old.", ["H Port to grow", "p It is small.", "h Two more berths", "p It is old."]],
  ["stars that are no markup", "It cost 3 * 4 * 5 pounds.\n\nReally.", ["p It cost 3 * 4 * 5 pounds.", "p Really."]],
  ["a paragraph of a book's length is set in parts", `${"word ".repeat(4000)}\n\nEnd of it, they say.`, ["p " + "word ".repeat(2400).trim(), "p " + "word ".repeat(1600).trim(), "p End of it, they say."]],
  ["nothing", " \n\n\t\n", []],
];
for (const [name, text, expected] of TEXTS) {
  test(`blocks: ${name}`, () => assert.deepEqual(blocksOf(text), expected));
}

test("blocks hold every word, whatever the text", () => {
  const pieces = ["**", "*", "## ", "\n", "\r\n", "\n\n", " ", "word", "“", "”", "\u2028", "é", "😀", ".", "__"];
  let seed = 7;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: next(40) }, () => pieces[next(pieces.length)]).join("");
    let at = 0;
    for (const { start, end } of splitBlocks(text)) {
      assert.equal(text.slice(at, start).trim(), "", JSON.stringify(text));
      assert.ok(start < end);
      at = end;
    }
    assert.equal(text.slice(at).trim(), "", JSON.stringify(text));
  }
});

/** Brackets round each mark: `[quote The [mention port] is small]`. */
function nest(text, marks) {
  let out = "";
  walkMarks({ start: 0, end: text.length }, marks.map((mark, id) => ({ id, ...mark })), {
    open: ({ type }) => (out += `[${type} `),
    close: () => (out += "]"),
    text: (start, end) => (out += text.slice(start, end)),
  });
  return out;
}

const NESTINGS = [
  ["inside", [{ type: "quote", start: 0, end: 9 }, { type: "mention", start: 4, end: 6 }], "[quote abcd[mention ef]ghi]j"],
  ["side by side", [{ type: "quote", start: 0, end: 3 }, { type: "cue", start: 3, end: 5 }], "[quote abc][cue de]fghij"],
  ["crossing is cut in two", [{ type: "quote", start: 0, end: 5 }, { type: "mention", start: 3, end: 8 }], "[quote abc[mention de]][mention fgh]ij"],
  ["the same words", [{ type: "source", start: 2, end: 4 }, { type: "mention", start: 2, end: 4 }], "ab[source [mention cd]]efghij"],
];
for (const [name, marks, expected] of NESTINGS) {
  test(`marks: ${name}`, () => assert.equal(nest("abcdefghij", marks), expected));
}

test("marks: however they cross, every letter comes once and all marks close", () => {
  let seed = 3;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const text = "abcdefghijklmnopqrstuvwxyz";
  for (let round = 0; round < 500; round++) {
    const marks = Array.from({ length: next(12) }, () => {
      const start = next(25);
      return { type: "quote", start, end: start + 1 + next(26 - start) };
    }).sort((a, b) => a.start - b.start || b.end - a.end);
    const nested = nest(text, marks);
    assert.equal(nested.replace(/\[quote |\]/g, ""), text);
    assert.equal(nested.match(/\[/g)?.length ?? 0, nested.match(/\]/g)?.length ?? 0);
  }
});

test("quoted words inside a reported clause", () => {
  const text = `he said “cannot wait” and 'must act' for Ines' port, "yes"`;
  const words = findQuotedWords(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(words, ["cannot wait", "must act", "yes"]);
});

const VALUES = [
  [{ kind: "money", value: 2500000000, unit: "USD", bound: "over" }, "over $2,500,000,000"],
  [{ kind: "money", value: 0.5, unit: "USD" }, "$0.50"],
  [{ kind: "percent", low: 10, high: 15 }, "10% – 15%"],
  [{ kind: "ordinal", value: 22 }, "22nd"],
  [{ kind: "ordinal", value: 113 }, "113th"],
  [{ kind: "age", value: 1, unit: "year" }, "1 year"],
  [{ kind: "quantity", value: 6, unit: "foot" }, "6 feet"],
  [{ kind: "quantity", value: 80, unit: "kilometer per hour" }, "80 kilometers per hour"],
  [{ kind: "date", iso: "XXXX-WXX-7" }, "Sunday"],
  [{ kind: "number" }, ""],
];
for (const [figure, expected] of VALUES) {
  test(`value: ${JSON.stringify(figure)}`, () => assert.equal(sayValue(figure), expected));
}

const DATES = [
  ["2021-12-16", "16 December 2021"], ["XXXX-06-27", "27 June"], ["2020-03", "March 2020"], ["2014", "2014"], ["199X", "1990s"],
  ["XXXX-WXX-3TNI", "Wednesday night"], ["T14:30", "14:30"], ["2021-W49", "week of 6 December 2021"], ["2021-W01", "week of 4 January 2021"],
  ["2021-12-18/2021-12-19", "18 December 2021 – 19 December 2021"], ["2014/2016", "2014/2016"], ["P3D/odd", "P3D/odd"],
];
for (const [iso, expected] of DATES) test(`date: ${iso}`, () => assert.equal(sayIso(iso), expected));

test("English, and what is not", () => {
  assert.equal(looksEnglish("The minister said on Monday that she would not resign. ".repeat(4)), true);
  assert.equal(looksEnglish("Il ministro ha detto lunedì che non intende lasciare il suo incarico. ".repeat(4)), false);
  assert.equal(looksEnglish("Kyiv, 2022."), true);
});
