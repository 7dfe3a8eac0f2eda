/** Two articles held against each other: pure functions, and as a person does it. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { align, compare } from "../../www/model/compare.js";
import { quoteWords } from "../../www/model/exports.js";
import { deriveFindings } from "../../www/model/findings.js";
import { openBrowser, paste, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** Findings of lines "Name: words", and of figures in brackets. */
function read(lines, figures = []) {
  const names = [...new Set(lines.map((line) => line.split(": ")[0]))];
  const text = lines.map((line) => `${line.split(": ")[0]} said “${line.split(": ")[1]}”.`).join("\n\n") + figures.map(([sentence]) => `\n\n${sentence}`).join("");
  const quotes = lines.map((line) => {
    const [name, words] = line.split(": ");
    const start = text.indexOf(`“${words}`) + 1;
    return { style: "direct", act: "said", content: [{ start, end: start + words.length }], cue: [], source: [], speaker: names.indexOf(name), certainty: 1 };
  });
  const found = figures.map(([sentence, words, rest]) => {
    const start = text.indexOf(sentence) + sentence.indexOf(words);
    return { start, end: start + words.length, kind: "number", ...rest };
  });
  return deriveFindings(text, { version: 2, parts: [], entities: names.map((name, id) => ({ id, kind: "person", name })), mentions: [], quotes, figures: found });
}

test("voices in both and in one only, by name: a surname is its bearer, another first name is another", () => {
  const { voices } = compare(read(["Ada Quint: The ferry sank at once", "Leo Brand: We shall see"]), read(["Quint: The sea was calm", "Tom Brand: Nothing to say", "Zoe Ash: I left early"]));
  assert.equal(compare(read(["Volodymyr Zelenskyy: We stand"]), read(["Volodymyr Zelenskiy: We fall"])).voices.length, 1);
  assert.deepEqual(voices.map(({ name, a, b }) => [name, Boolean(a), Boolean(b)]).sort(), [["Ada Quint", true, true], ["Leo Brand", true, false], ["Tom Brand", false, true], ["Zoe Ash", false, true]]);
});

test("the same quote, the same reworded, the same by another source, and what stands in one only", () => {
  const a = read(["Ada Quint: We counted eighty two dead from the ferry", "Leo Brand: The harbour wall will be raised by two metres next summer", "Ann Lee: Nobody told the harbour pilots about the storm", "Zoe Ash: I left early"]);
  const b = read(["Ada Quint: We counted eighty two dead from the ferry", "Leo Brand: The harbour wall would be raised two metres by next summer", "Tom Roe: Nobody told the harbour pilots about the storm", "Kit Moss: Fish are scarce"]);
  const { pairs, onlyA, onlyB } = compare(a, b);
  assert.deepEqual(pairs.map(({ same, otherSource }) => [same, otherSource]), [[true, false], [false, false], [true, true]]);
  assert.deepEqual([onlyA.map((id) => quoteWords(a, id)), onlyB.map((id) => quoteWords(b, id))], [["“I left early”"], ["“Fish are scarce”"]]);
  assert.deepEqual(pairs[1].pieces.filter((piece) => piece.in !== "both").map(({ words }) => words.trim()), ["will", "would", "by", "by"]);
});

test("words side by side are all the words of both", () => {
  for (const [one, other] of [["a b c d", "a x c d y"], ["", "a"], ["a a a", "a a"], ["“We go,” he said", "We go he said"]]) {
    const pieces = align(one, other);
    assert.equal(pieces.filter((piece) => piece.in !== "b").map(({ words }) => words.trim()).join(" ").split(/\s+/).length, one.split(/\s+/).length);
    assert.equal(pieces.filter((piece) => piece.in !== "a").map(({ words }) => words.trim()).join(" ").trim(), other);
  }
  assert.equal(align("w ".repeat(5000), "v ".repeat(5000)).length, 2, "very long ones stand whole");
});

test("figures that differ for one thing; those in both, and of other things, do not", () => {
  const a = read(["Ann Lee: Yes"], [["The ferry sank and 78 people died off Orlo", "78", { value: 78 }], ["Northwind pays 500 workers in Orlo", "500", { value: 500 }], ["The wall is 40 feet", "40", { value: 40, kind: "quantity", unit: "foot" }]]);
  const b = read(["Ann Lee: Yes"], [["At least 82 died when the ferry sank off Orlo", "82", { value: 82 }], ["Northwind pays 500 workers in Orlo", "500", { value: 500 }], ["He is 40 feet away, or 60 feet", "60", { value: 60, kind: "quantity", unit: "foot" }]]);
  const { figures } = compare(a, b);
  assert.deepEqual(figures.map((pair) => [a.annotation.figures[pair.a].value, b.annotation.figures[pair.b].value]), [[78, 82]]);
});

test("two versions of one story are known by their sentences", () => {
  const lines = Array.from({ length: 8 }, (_, i) => `Ann Lee: This is sentence number ${i} of the harbour story`);
  assert.equal(compare(read(lines), read([...lines.slice(0, 6), "Ann Lee: Something else altogether now"])).versions, true);
  assert.equal(compare(read(lines), read(["Bo Roe: An article about fish and chips in winter"])).versions, false);
});

test("thousands of quotes are compared in a time that grows with them", () => {
  const many = (n) => read(Array.from({ length: n }, (_, i) => `Ann Lee: the harbour w${i} and x${i} is ${i % 50} and so on`));
  const time = (n) => {
    const [one, other] = [many(n), many(n)];
    const start = performance.now();
    compare(one, other);
    return performance.now() - start;
  };
  time(200);
  const [small, large] = [Math.min(time(400), time(400)), time(4000)];
  assert.ok(large < small * 40 + 50, `${small} ms, then ${large} ms`);
});

const ONE = `Ferry sinks off Cape Orlo\n\nA ferry sank off Cape Orlo on Thursday and 78 people died, the coast guard said.\n\n“The harbour wall will be raised by two metres next summer,” said Mayor Ada Quint.\n\n“Nobody told the pilots,” said Leo Brand, a sailor.`;
const TWO = `Dozens die at Cape Orlo\n\nAt least 82 people died when a ferry sank off Cape Orlo on Thursday, officials said.\n\n“The harbour wall would be raised two metres by next summer,” said Ada Quint, the mayor.\n\n“It was dark,” said Zoe Ash, a passenger.`;

test("from the list of articles: what differs is shown, and leads to the words", async () => {
  await withPage(browser, {}, async (page) => {
    for (const text of [TWO, ONE]) {
      await paste(page, { text });
      await page.waitForFunction((title) => document.title.startsWith(title), text.slice(0, 15));
      await waitForFindings(page);
    }
    await page.click("#shelf-open");
    await page.click("#shelf .compare-with");
    await page.waitForSelector(".compare[open]");
    const shown = await page.textContent(".compare");
    assert.match(shown, /Two articles side by side/);
    assert.match(shown, /this one Ferry sinks.*the other Dozens die/);
    assert.match(await page.textContent(".compare .in-both"), /Ada Quint/);
    const pair = page.locator(".compare-pair", { hasText: "harbour wall" });
    assert.deepEqual(await pair.locator("del").allTextContents().then((all) => all.map((one) => one.trim())), ["will", "by"]);
    assert.match(shown, /1 figure differs.*78.*82/);
    assert.match(shown, /Only in this one: 1 quote.*Nobody told the pilots.*Only in the other: 1 quote.*It was dark/);
    await pair.locator("button").click();
    await page.waitForFunction(() => !document.querySelector(".compare"));
    assert.match(await page.textContent("#article .chosen"), /harbour wall will/);
  });
});
