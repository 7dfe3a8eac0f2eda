/** Figures by what they count, the timeline, share of voice, stances, the legend in words, what the filter marks. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ANNOTATION, EXAMPLE_CORE, readExample, TEXT, withExample } from "./example.mjs";
import { openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const onExample = (use, context) => withExample(browser, use, context);
const onText = (text, use, context) =>
  withPage(browser, { context }, async (page) => {
    await paste(page, { text });
    await page.waitForFunction((title) => document.title.startsWith(title), text.slice(0, 20));
    await waitForFindings(page);
    await use(page);
  });
const rows = (page) => page.locator("#panel-body tbody tr").allTextContents();

const FERRY = `Ferry sinks off Cape Orlo

ORLO, March 3, 2023 - A ferry sank off Cape Orlo on Thursday, and at least 78 people died, the coast guard said.

“We counted 82 dead from the ferry,” said Mayor Ada Quint. “It was the worst night since 1998.”

The interior ministry put the number of dead on the ferry at 81 on Friday evening. The owner paid $3 million for it in 2015.

Prime Minister Leo Brand condemned the owner and wants new rules by June 2024.`;

test("figures: by what they count, who said each, what may not agree; dates apart", async () => {
  await onText(FERRY, async (page) => {
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures");
    const all = await rows(page);
    assert.match(all[0], /^Dead 3.*may not agree/);
    assert.match(all[0], /78.*82.*81/);
    assert.match(all[2], /82.*Ada Quint/);
    assert.ok(all.every((row) => !/Thursday|2015|1998/.test(row)), all.join("\n"));
    assert.doesNotMatch(all.join("\n"), /\bnumber\b(?! )/);
    // The flag leads to each of them in turn.
    const chosen = () => page.textContent("#article .chosen");
    await page.click("#panel-body .differ");
    const first = await chosen();
    await page.click("#panel-body .differ");
    assert.notEqual(await chosen(), first);
  });
});

test("figures: the heads of the columns sort within each group, either way, by keys too", async () => {
  await onText(FERRY, async (page) => {
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures");
    const deaths = async () => (await rows(page)).slice(1, 4).map((row) => /\d\d/.exec(row)[0]);
    assert.deepEqual(await deaths(), ["78", "82", "81"]);
    await page.click("#panel-body [data-column=value] button");
    assert.deepEqual(await deaths(), ["82", "81", "78"]);
    assert.equal(await page.getAttribute("#panel-body [data-column=value]", "aria-sort"), "descending");
    await page.focus("#panel-body [data-column=value] button");
    await page.keyboard.press("Enter");
    assert.deepEqual(await deaths(), ["78", "81", "82"]);
    await page.click("#panel-body [data-column=who] button");
    assert.equal((await deaths())[0], "82", "Ada Quint comes first");
    await page.click("#panel-body [data-column=text] button");
    assert.deepEqual(await deaths(), ["78", "82", "81"]);
  });
});

test("the timeline: days in order of time with their sentences; a date in the text leads to it", async () => {
  await onText(FERRY, async (page) => {
    await page.click("#tab-figures");
    await page.click(".ways-to-show [data-way=dates]");
    await page.waitForSelector("#panel-body .timeline");
    const days = await page.$$eval("#panel-body .timeline > li", (items) => items.map((item) => item.querySelector("h3").textContent));
    assert.deepEqual(days, ["1998", "2015", "2 March 2023", "3 March 2023", "June 2024"]);
    assert.match(await page.textContent("#panel-body .timeline"), /A ferry sank off Cape Orlo on Thursday/);
    await page.click("#panel-body .timeline button >> text=2015");
    assert.equal(await page.textContent("#article .chosen"), "2015");
    // From a fact in the text to the facts, from a date to the dates.
    await page.click("#article .figure >> text=$3 million");
    await page.waitForSelector("#panel-body .figures [aria-current]");
    await page.click("#article .figure >> text=1998");
    await page.waitForSelector("#panel-body .timeline [aria-current]");
  });
});

test("share of voice: words, quoted against reported, where first, verbs", async () => {
  await onExample(async (page) => {
    await page.click(".ways-to-show [data-way=voice]");
    await page.waitForSelector("#panel-body .voice");
    const first = await page.textContent("#panel-body .voice >> nth=0");
    assert.match(first, /Ines Kamara.*\d+\s?% · 2\d words.*quoted.*reported.*First in ¶ 2.*said, told the council/s);
    assert.match(await page.textContent(".voice-total"), /\d+ of 5\d words are somebody’s/);
    await page.click("#panel-body .voice button >> nth=0");
    assert.match(await page.textContent("#article .chosen"), /that the wall/);
    assert.equal(await page.getAttribute(".ways-to-show [data-way=quotes]", "aria-pressed"), "true", "a quote is shown among quotes");
  });
});

test("stances: not there at first, there under their own chip, gone again", async () => {
  const quotes = [...ANNOTATION.quotes, { style: "indirect", act: "stance", content: [{ start: TEXT.indexOf("another storm"), end: TEXT.indexOf("another storm") + 13 }], cue: [], source: [], speaker: 2, certainty: 0.9 }];
  const core = EXAMPLE_CORE["pkg/whosaid.js"].replace("text === TEXT ? FOUND", `text === TEXT ? { ...FOUND, quotes: ${JSON.stringify(quotes)} }`);
  await withPage(browser, { site: { files: { ...EXAMPLE_CORE, "pkg/whosaid.js": core } } }, async (page) => {
    await readExample(page, paste);
    assert.equal(await page.textContent(".chip[data-kind=stance] .chip-count"), "1");
    assert.equal(await page.locator("#panel-body blockquote").count(), 4);
    await page.click(".chip[data-kind=stance]");
    assert.equal(await page.locator("#panel-body blockquote").count(), 5);
    assert.match(await page.textContent("#panel-body"), /a stance/);
    assert.equal(await page.textContent("#article .quote.stance"), "another storm");
    assert.match(await page.textContent("#summary"), /5 quotes/);
    await page.keyboard.press("9");
    assert.equal(await page.locator("#panel-body blockquote").count(), 4);
  });
});

test("the legend says in words what each kind is, on hover and on focus", async () => {
  await onExample(async (page) => {
    await page.hover(".chip[data-kind=place]");
    assert.match(await page.textContent("#legend-tip"), /wavy where the map/);
    await page.mouse.move(0, 0);
    assert.equal(await page.isVisible("#legend-tip"), false);
    await page.focus(".chip[data-kind=direct]");
    assert.match(await page.textContent("#legend-tip"), /quotation marks/);
    assert.equal(await page.getAttribute(".chip[data-kind=direct]", "aria-describedby"), "legend-tip");
  });
});

test("the filter hides the rest, within a speaker too, and marks what it found", async () => {
  await onExample(async (page) => {
    const marked = () => page.evaluate(() => [...(CSS.highlights.get("whosaid-filter") ?? [])].map(String));
    await page.fill("#filter", "Winters");
    assert.deepEqual(await page.locator("#panel-body blockquote").allTextContents(), ["We have lost $2.5 million in three winters, … That is enough."]);
    assert.deepEqual(await marked(), ["winters"]);
    await page.fill("#filter", "kamara");
    assert.equal(await page.locator("#panel-body blockquote").count(), 2, "all that she says");
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures tbody tr");
    assert.deepEqual(await rows(page), ["Money 1", "$2.5 million$2,500,000Ines Kamara", "How long 1", "three winters3 wintersInes Kamara"]);
    await page.fill("#filter", "");
    assert.deepEqual(await marked(), []);
    assert.equal((await rows(page)).length, 6);
  });
});

test("phone: every view stands in the sheet, and what is tapped is large enough", async () => {
  await onText(FERRY, async (page) => {
    for (const [tab, way] of [["speakers", "voice"], ["figures", "facts"], ["figures", "dates"]]) {
      await page.tap(`#tab-${tab}`);
      await page.tap(`.ways-to-show [data-way=${way}]`);
      await page.waitForSelector("#panel-body :is(.voice, .figures, .timeline)");
      const low = await page.$$eval("#panel-body button, .ways-to-show button", (buttons) => buttons.filter((one) => one.offsetParent && one.offsetHeight < 43.5 && !one.matches(".differ")).map((one) => one.textContent));
      assert.deepEqual(low, [], way);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth && document.querySelector("#panel-body").scrollWidth <= document.querySelector("#panel-body").clientWidth), way);
    }
  }, { viewport: PHONE, hasTouch: true });
});
