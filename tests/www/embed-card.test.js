/** The card at a mark on a host's page: by mouse and by keyboard, without taking anything from the host. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { embed, hostPage, MADE, STORY, withGuest } from "./guest.mjs";
import { openBrowser, PHONE } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
const withHost = (options, use) => withGuest(browser, options, use);

/** Where a reader clicks on marked words. */
const spot = (page, name) => page.evaluate((name) => {
  const [range] = CSS.highlights.get(name);
  const { left, top, width, height } = range.getClientRects()[0];
  return [left + Math.min(20, width / 2), top + height / 2];
}, name);
/** What the open card says; null where none is. */
const card = (page) => page.evaluate(() => {
  const holders = [document.body, document.querySelector("whosaid-article")?.shadowRoot].filter(Boolean);
  const host = holders.flatMap((holder) => [...holder.children]).find((child) => child.shadowRoot?.querySelector("[part=card]"));
  const panel = host?.shadowRoot.querySelector("[part=card]");
  if (!panel) return null;
  const { top, bottom, left, right } = panel.getBoundingClientRect();
  return { words: panel.innerText, label: panel.getAttribute("aria-label"), box: { top, bottom, left, right }, focused: panel.matches(":focus-within, :focus"), className: panel.className };
});
const opened = async (page, words = /./) => {
  for (let i = 0; i < 100; i++) {
    const found = await card(page);
    if (found && words.test(found.words)) return found;
    await page.waitForTimeout(50);
  }
  assert.fail("no card");
};

test("a click on a mark opens a card there: who, why, how sure, copy; its code comes only then", async () => {
  await withHost({ context: { permissions: ["clipboard-read", "clipboard-write"] } }, async (page, asked) => {
    assert.ok(!asked.includes("embed-card.js"));
    const before = await page.evaluate(() => document.querySelector("#story").outerHTML);
    const [x, y] = await spot(page, "whosaid-direct-2");
    await page.mouse.click(x, y);
    const { words, label, box, className } = await opened(page);
    for (const part of ["probably Theo Marsh", "a bicycle seller", "Reported, partly quoted", "Why: called", "Of 100 like it, about 60 are right.", "Copy"]) assert.ok(words.includes(part), `${part} in ${words}`);
    assert.equal(label, "Said by probably Theo Marsh");
    assert.match(className, /light s2/);
    assert.ok(box.top > y || box.bottom < y, "it does not lie over the words");
    assert.equal(await page.evaluate(() => document.querySelector("#story").outerHTML), before);
    await page.evaluate(() => {
      const host = [...document.querySelector("whosaid-article").shadowRoot.children].find((child) => child.shadowRoot);
      host.shadowRoot.querySelector("[data-way=copy]").click();
    });
    await page.waitForFunction(() => navigator.clipboard.readText().then((words) => words.includes("Theo Marsh")));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /the decision “a surprise, and not a good one.”\s+— probably Theo Marsh/);
    // A click elsewhere closes it, and reaches the page.
    await page.evaluate(() => addEventListener("click", () => (window.reached = true)));
    await page.mouse.click(5, 700);
    assert.equal(await card(page), null);
    assert.ok(await page.evaluate(() => window.reached));
  });
});

test("by keyboard it opens from the list, walks the speaker's quotes, and Escape leads back; no key is taken from the host", async () => {
  const quotes = [MADE.quotes[0], { ...MADE.quotes[1], speaker: 0 }];
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" list="open"`) }), site: { files: { "made.json": JSON.stringify({ ...MADE, quotes }) } } }, async (page) => {
    await page.evaluate(() => {
      window.keys = [];
      addEventListener("keydown", (event) => window.keys.push([event.key, event.defaultPrevented]));
    });
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-0]")?.checkVisibility());
    await page.locator("whosaid-article [data-item=quote-0]").focus();
    await page.keyboard.press("Enter");
    const first = await opened(page);
    assert.match(first.words, /Anna Lindqvist\s+Mayor/);
    assert.ok(first.focused);
    // Tab goes round: hop, copy, previous, next, close, hop.
    for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter"); // next
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[aria-current]")?.dataset.item === "quote-1");
    const second = await opened(page, /probably Anna Lindqvist/);
    assert.ok(second.focused, "the focus stays in the card");
    await page.keyboard.press("Escape");
    assert.equal(await card(page), null);
    assert.equal(await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.activeElement?.dataset.item), "quote-0");
    const keys = await page.evaluate(() => window.keys);
    assert.ok(keys.some(([key, prevented]) => key === "Escape" && !prevented), "the host has the key as well");
  });
});

test("a link in marked words stays a link alone, and a host may do without cards", async () => {
  const linked = STORY.replace("a surprise", `<a href="#there">a surprise</a>`);
  await withHost({ html: hostPage({ body: linked + embed() }) }, async (page) => {
    await page.click("a");
    await page.waitForTimeout(400);
    assert.deepEqual([await card(page), await page.evaluate(() => location.hash)], [null, "#there"]);
  });
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" card="none"`) }) }, async (page, asked) => {
    await page.mouse.click(...(await spot(page, "whosaid-direct-1")));
    await page.waitForTimeout(400);
    assert.ok(!asked.includes("embed-card.js"));
    assert.deepEqual(await page.evaluate(() => window.events.filter(([type]) => type === "select").length), 1);
  });
});

test("places, figures and names have cards; quiet and without an element too; on a phone it lies at the foot", async () => {
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" quiet kinds="all"`) }), context: { viewport: PHONE } }, async (page) => {
    await page.mouse.click(...(await spot(page, "whosaid-place")));
    const place = await opened(page);
    assert.match(place.words, /Lisbon[\s\S]*PT · 38.70° N, 9.10° W[\s\S]*GeoNames/);
    assert.ok(place.box.bottom > PHONE.height - 20 && place.box.right - place.box.left > PHONE.width - 40, JSON.stringify(place.box));
    await page.keyboard.press("Escape");
    await page.mouse.click(...(await spot(page, "whosaid-figure")));
    assert.match((await opened(page)).words, /Tuesday/);
    await page.evaluate(() => document.querySelector("whosaid-article").remove());
    assert.equal(await card(page), null);
  });
  await withHost({ html: hostPage({ body: STORY }), read: false }, async (page) => {
    await page.evaluate(async (made) => {
      const { attach } = await import("./whosaid-article.js");
      const ready = Promise.withResolvers();
      window.guest = attach("#story", { annotation: made, onReady: ready.resolve });
      window.before = document.body.childNodes.length;
      await ready.promise;
    }, MADE);
    await page.mouse.click(...(await spot(page, "whosaid-direct-1")));
    assert.match((await opened(page)).words, /Anna Lindqvist/);
    await page.evaluate(() => window.guest.destroy());
    assert.equal(await card(page), null);
    assert.ok(await page.evaluate(() => document.body.childNodes.length === window.before));
  });
});

test("a card's chain leads to the words that a speaker was found through", async () => {
  const text = "Ada Holm waited. “Yes,” she said.";
  const at = (words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const made = { version: 2, text, parts: [], figures: [], entities: [{ id: 0, kind: "person", name: "Ada Holm" }],
    mentions: [{ ...at("Ada Holm"), entity: 0, form: "name" }, { ...at("she"), entity: 0, form: "pronoun", antecedent: 0 }],
    quotes: [{ style: "direct", act: "said", content: [at("Yes,")], cue: [at("said")], source: [at("she")], speaker: 0, certainty: 0.9 }] };
  await withHost({ html: hostPage({ body: `<p id="story">${text}</p>${embed()}` }), site: { files: { "made.json": JSON.stringify(made) } } }, async (page) => {
    await page.mouse.click(...(await spot(page, "whosaid-direct-1")));
    assert.match((await opened(page)).words, /Why: said she → Ada Holm/);
    await page.evaluate(() => [...document.querySelector("whosaid-article").shadowRoot.children].find((child) => child.shadowRoot).shadowRoot.querySelector("[data-way=hop-0]").click());
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.get("whosaid-glow")].map(String)), ["Ada Holm"]);
  });
});

test("the same words in other labels, for other languages", async () => {
  const labels = { copy: "Kopieren", certainty: "Von 100 wie diesem stimmen etwa {n}." };
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" lang="de" labels='${JSON.stringify(labels)}'`) }) }, async (page) => {
    await page.mouse.click(...(await spot(page, "whosaid-direct-1")));
    const { words } = await opened(page);
    assert.match(words, /Kopieren/);
    assert.match(words, /Von 100 wie diesem stimmen etwa 97\./);
  });
});

test("axe: the open list and the card, light and dark, on a desktop and a phone", async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const context of [{}, { colorScheme: "dark", viewport: PHONE, hasTouch: true }]) {
    const head = `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`;
    const html = hostPage({ head, body: `<main><h1>News</h1>${STORY}${embed(`src="made.json" list="open" kinds="all"`)}</main>` });
    await withHost({ html, context }, async (page) => {
      await page.evaluate(axe);
      await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-0]"));
      await page.mouse.click(...(await spot(page, context.colorScheme ? "whosaid-dark-direct-2" : "whosaid-direct-2")));
      await opened(page);
      const found = await page.evaluate(async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target} ${failureSummary}`).slice(0, 2).join(" | ")}`));
      assert.deepEqual(found, []);
    });
  }
});
