/** From the list into the text and back; the card; single keys. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { withExample } from "./example.mjs";
import { openBrowser, paste, PHONE, waitForFindings, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const onExample = (use, context) => withExample(browser, use, context);
const chosen = (page) => page.$$eval("#article .chosen", (marks) => marks.map((mark) => mark.textContent).join(" | "));
const current = (page) => page.$eval("#panel-body [aria-current]", (item) => item.textContent);
const inView = (page, selector) => page.$eval(selector, (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
});

test("speakers, by words spoken, with what they said", async () => {
  await onExample(async (page) => {
    assert.deepEqual(await page.locator(".speaker-name").allTextContents(), ["Ines Kamara", "An engineer", "Speaker not found"]);
    assert.match(await page.textContent(".speaker >> nth=0"), /2 quotes, 2\d words.*Port director/);
    assert.equal(await page.locator("#panel-body blockquote").count(), 4);
    assert.match(await page.textContent(".speaker >> nth=1"), /probably An engineer/);
  });
});

test("a quote in the list leads to it in the text, in all its pieces", async () => {
  await onExample(async (page) => {
    await page.click("[data-list-quote='1']");
    assert.match(await chosen(page), /We have lost.*\| .*That is enough\./);
    assert.equal(await inView(page, "#article .chosen"), true);
    assert.match(await page.textContent("#status"), /^Quote 2 of 4, Ines Kamara/);
  });
});

test("a quote in the text is found in the list, with a card", async () => {
  await onExample(async (page) => {
    await page.click("#tab-figures");
    await page.click("[data-quote='2']", { position: { x: 4, y: 8 } });
    assert.equal(await page.getAttribute("#tab-speakers", "aria-selected"), "true");
    assert.match(await current(page), /The old wall will hold/);
    const card = await page.textContent("#card");
    assert.match(card, /probably An engineer/);
    assert.match(card, /or perhaps Ines Kamara/);
    assert.match(card, /said.*he → An engineer/);
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#card"), false);
  });
});

test("each hop of the chain leads to its words", async () => {
  await onExample(async (page) => {
    await page.click("[data-quote='2']", { position: { x: 4, y: 8 } });
    await page.click("#card .why .hop >> nth=1");
    assert.equal(await chosen(page), "An engineer");
    assert.match(await page.textContent("#card .why"), /the quote said he → An engineer/, "the chain stays");
    assert.equal(await page.textContent("#card [aria-current=step]"), "An engineer");
    await page.click("#card .why .hop >> nth=1");
    assert.equal(await chosen(page), "he");
    assert.equal(await page.textContent("#card [aria-current=step]"), "he");
    await page.click("#card .why .hop >> text=the quote");
    assert.match(await chosen(page), /old wall/);
    assert.equal(await page.locator("#card [aria-current=step]").count(), 0);
  });
});

test("the chain is walked by keys alone, and the focus stays in the card", async () => {
  await onExample(async (page) => {
    for (const key of ["j", "j", "j", "Enter"]) await page.keyboard.press(key);
    const held = () => page.evaluate(() => (document.activeElement.closest("#card") ? document.activeElement.textContent : null));
    const tabTo = async (words) => {
      for (let i = 0; i < 12 && (await held()) !== words; i++) await page.keyboard.press("Tab");
      assert.equal(await held(), words);
    };
    await tabTo("An engineer");
    await page.keyboard.press("Enter");
    assert.equal(await chosen(page), "An engineer");
    assert.equal(await held(), "An engineer");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.equal(await chosen(page), "he");
    assert.equal(await held(), "he");
    await tabTo("Next");
    await page.keyboard.press("Enter");
    assert.equal(await chosen(page), "An engineer");
    assert.equal(await held(), "Next");
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#article") !== null), true);
  });
});

test("who else it may be leads to where they are named", async () => {
  await onExample(async (page) => {
    await page.click("[data-quote='2']", { position: { x: 4, y: 8 } });
    await page.click("#card .description .hop >> text=Ines Kamara");
    assert.equal(await chosen(page), "she", "the last mention before the quote");
    await page.click("#card .why .hop >> text=the quote");
    assert.match(await chosen(page), /old wall/);
  });
});

test("phone: the card leaves the words free that it is about", async () => {
  await onExample(async (page) => {
    const top = await page.$eval("[data-source='2']", (mark) => mark.getBoundingClientRect().top);
    await page.click("[data-source='2']");
    const card = await page.$eval("#card", (card) => card.getBoundingClientRect().top);
    assert.ok(card < top, "it would lie over them");
    const bottom = await page.$eval("[data-source='2']", (mark) => mark.getBoundingClientRect().bottom);
    assert.ok(bottom <= card, `${bottom} over ${card}`);
  }, { viewport: PHONE, hasTouch: true });
});

test("a speaker that was not found is said plainly", async () => {
  await onExample(async (page) => {
    await page.click("[data-quote='3']", { position: { x: 4, y: 8 } });
    assert.match(await page.textContent("#card"), /Speaker not found.*perhaps An engineer, Ines Kamara or harbour union.*warned.*harbour union/);
  });
});

test("quotes to check are a click away", async () => {
  await onExample(async (page) => {
    assert.match(await page.textContent("#summary"), /2 to check/);
    await page.click("#summary button");
    assert.match(await chosen(page), /old wall/);
    await page.click("#summary button");
    assert.match(await chosen(page), /delays in Atlantis/);
  });
});

test("a place, with where it is and where else it stands", async () => {
  await onExample(async (page) => {
    await page.click("#tab-places");
    const list = await page.textContent("#panel-body");
    assert.match(list, /Westhaven.*United Kingdom · 57\.30° N, 2\.20° W/);
    assert.match(list, /Atlantis.*not found on the map/);
    await page.click("#panel-body button >> nth=0");
    assert.equal(await chosen(page), "Westhaven");
    assert.equal(await page.locator("#article .place.unresolved").textContent(), "Atlantis");
  });
});

test("figures with their values", async () => {
  await onExample(async (page) => {
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures");
    const rows = await page.locator("#panel-body tbody tr").allTextContents();
    assert.deepEqual(rows, ["Money 1", "$2.5 million$2,500,000Ines Kamara", "Measures 1", "two metres2 metersthe article", "How long 1", "three winters3 wintersInes Kamara"]);
    await page.click("#article .figure >> nth=2");
    assert.match(await page.textContent("#card"), /\$2,500,000.*in the words of Ines Kamara/);
    assert.match(await current(page), /\$2\.5 million/);
  });
});

test("the filter narrows the list and says when nothing is left", async () => {
  await onExample(async (page) => {
    await page.keyboard.press("/");
    await page.keyboard.type("engineer");
    assert.equal(await page.locator("#panel-body > ul > li:visible").count(), 1);
    await page.fill("#filter", "zebra");
    assert.match(await page.textContent("#panel-body"), /Nothing here matches “zebra”/);
  });
});

test("by keys alone: quotes, mentions, card, back", async () => {
  await onExample(async (page) => {
    await page.keyboard.press("j");
    assert.match(await chosen(page), /that the wall/);
    await page.keyboard.press("j");
    assert.match(await chosen(page), /We have lost/);
    await page.keyboard.press("k");
    assert.match(await chosen(page), /that the wall/);
    await page.keyboard.press("k");
    assert.match(await chosen(page), /delays in Atlantis/, "round from the first to the last");
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    assert.equal(await page.isVisible("#card"), true);
    assert.equal(await page.evaluate(() => document.activeElement.closest("#card") !== null), true);
    await page.keyboard.press("Escape");
    assert.equal(await page.isVisible("#card"), false);
    assert.equal(await page.evaluate(() => document.activeElement.closest("#article") !== null), true);
    await page.keyboard.press("n");
    assert.equal(await chosen(page), "she");
    await page.keyboard.press("n");
    assert.equal(await chosen(page), "Ines Kamara");
    await page.keyboard.press("p");
    assert.equal(await chosen(page), "she");
  });
});

test("the article is one tab stop, the list another", async () => {
  await onExample(async (page) => {
    assert.equal(await page.locator("#article [tabindex='0']").count(), 1);
    assert.equal(await page.locator("#panel-body [tabindex='0']").count(), 1);
    await page.focus("#panel-body summary");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.match(await chosen(page), /We have lost/, "what is quoted word for word comes first");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.listQuote), "1", "the focus stays in the list");
  });
});

test("help lists the keys; single keys can be switched off", async () => {
  await onExample(async (page) => {
    await page.keyboard.press("?");
    assert.equal(await page.locator("#help[open]").count(), 1);
    await page.uncheck("#keys-on");
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    assert.equal(await chosen(page), "");
  });
});

test("keys are letters while typing", async () => {
  await onExample(async (page) => {
    await page.focus("#filter");
    await page.keyboard.type("j1n");
    assert.equal(await page.inputValue("#filter"), "j1n");
    assert.equal(await chosen(page), "");
  });
});

test("the result can be taken away as JSON and as quotes", async () => {
  await onExample(async (page) => {
    await page.click("#take");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download-json")]);
    const chunks = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk);
    const json = JSON.parse(Buffer.concat(chunks));
    assert.equal(json.unit, "UTF-16 code units");
    const [{ start, end }] = json.quotes[2].content;
    assert.equal(json.text.slice(start, end), "The old wall will hold,");
    await page.click("#take");
    await page.click("#copy-quotes");
    // Copying is fetched when it is first asked for.
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== "");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^Ines Kamara, Port director\n- that the wall.*\n- “We have lost/);
  }, { permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true });
});

test("one quote is copied from its card, as rich text and plain", async () => {
  await onExample(async (page) => {
    await page.click("[data-quote='2']", { position: { x: 4, y: 8 } });
    await page.click("#card .copy");
    await page.waitForFunction(() => document.querySelector("#card .copy").textContent === "Copied.");
    const [plain, rich] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return Promise.all(["text/plain", "text/html"].map(async (type) => (await item.getType(type)).text()));
    });
    assert.match(plain, /^“The old wall will hold,”\r?\n— probably An engineer; “said”; paragraph 4/);
    assert.match(rich, /<blockquote.*“The old wall will hold,”.*probably An engineer/s);
  }, { permissions: ["clipboard-read", "clipboard-write"] });
});

test("tens of thousands of figures: only what is near the window is made, and any can be led to", async () => {
  await withPage(browser, {}, async (page) => {
    await paste(page, { text: "They say 5% of it. ".repeat(34_000) });
    await waitForFindings(page);
    await page.waitForFunction(() => document.querySelector("#tab-figures .tab-count").textContent === "34,000");
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures tbody tr");
    assert.ok((await page.locator("#panel-body tbody tr").count()) < 400);
    assert.match(await page.textContent("#panel-body .more"), /33,\d\d\d more/);
    await page.locator("#article [data-figure='300']").click();
    assert.equal(await page.getAttribute("#panel-body [aria-current]", "data-list-figure"), "300");
    assert.ok((await page.locator("#panel-body tbody tr").count()) < 400);
    await page.focus("#panel-body [data-list-figure='300']");
    await page.keyboard.press("End");
    await page.waitForSelector("#panel-body [data-list-figure='400']");
    await page.click("#tab-names");
    assert.match(await page.textContent("#panel-body"), /No names/);
  });
});

test("an interview: each turn a quote with its label", async () => {
  await withPage(browser, {}, async (page) => {
    await page.click("#samples button[data-sample=interview]");
    await page.waitForFunction(() => document.querySelectorAll("#article .turn").length > 8);
    await page.click("#article .turn .source >> nth=0");
    assert.match(await page.textContent("#card"), /Turn in an interview/);
    assert.doesNotMatch(await page.textContent("#article"), /\*\*|##/);
  });
});
