/** Classroom: everything hidden, marks of one's own, compared and scored. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deriveFindings } from "../../www/model/findings.js";
import { scoreQuiz } from "../../www/model/quiz.js";
import { ANNOTATION, EXAMPLE_CORE, readExample, TEXT } from "./example.mjs";
import { openBrowser, paste, select, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

test("a mark is a quote's by its words, then its speaker and kind count", () => {
  const findings = deriveFindings(TEXT, ANNOTATION);
  const at = (words) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
  const marks = [
    { ...at("We have lost $2.5 million in three winters,” she told the council. “That is enough."), speaker: 0, kind: "direct" },
    { ...at("old wall will hold"), speaker: 0, kind: "indirect" },
    { ...at("An engineer disagreed"), speaker: 1, kind: "indirect" },
  ];
  const { hits, missed, own, points, most } = scoreQuiz(findings, marks);
  assert.deepEqual(hits, [{ mark: 0, quote: 1, speaker: true, kind: true }, { mark: 1, quote: 2, speaker: false, kind: false }]);
  assert.deepEqual([missed, own, points, most], [[0, 3], [2], 3, 12]);
  assert.equal(scoreQuiz(findings, [marks[2]]).points, 0);
});

test("nothing tells, words are marked, both are compared, and all is as before", async () => {
  await withPage(browser, { site: { files: EXAMPLE_CORE } }, async (page) => {
    await readExample(page, paste);
    await page.click("#help-open");
    await page.click("#classroom");
    await page.waitForSelector(".quiz");
    const told = await page.$$eval("#article .mark", (marks) => marks.map((mark) => getComputedStyle(mark)).filter((style) => style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.textDecorationLine !== "none").length);
    assert.equal(told, 0);
    for (const hidden of [".note", "#panel-body", "#tabs", "#summary", "#legend"]) assert.equal(await page.locator(hidden).first().isVisible(), false, hidden);
    await page.click("#article .quote >> nth=0");
    assert.equal(await page.isVisible("#card"), false);
    await page.focus("#help-open");
    await page.keyboard.press("j");
    assert.equal(await page.locator("#article .chosen").count(), 0, "no key tells");
    await select(page, "The old wall will hold,");
    assert.equal(await page.isVisible("#mark-bar"), false);
    await page.selectOption(".quiz select >> nth=0", { label: "An engineer" });
    await page.click(".quiz .main");
    assert.match(await page.textContent(".quiz-marks"), /The old wall will hold, An engineer, word for word/);
    await page.click(".quiz-ends button >> nth=0");
    assert.match(await page.textContent(".quiz"), /3 of 12 points.*You have 1 of the 4 quotes.*1 with the same speaker/s);
    assert.match(await page.textContent(".quiz"), /not among yours: Ines Kamara/);
    await page.click(".quiz-marks button >> nth=1");
    assert.ok((await page.locator("#article .chosen").count()) > 0);
    await page.click(".quiz-ends button");
    assert.equal(await page.isVisible("#panel-body"), true);
    assert.equal(await page.locator(".quiz").count(), 0);
  });
});
