/** The embed on a host's page: what it shows, and that it leaves the page as it was. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, PHONE, withModules, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** Opens embed.html and waits until the story has been read, places included. */
function withEmbed(use, options = {}) {
  return withPage(browser, { ready: false, ...options }, async (page, address) => {
    await page.goto(`${address}embed.html`);
    await page.waitForFunction(() => document.querySelector("whosaid-article")?.annotation?.entities.some((e) => e.place), null, { timeout: 60_000 });
    // The annotation with its places is there a moment before they are painted.
    await page.waitForFunction(() => {
      const now = JSON.stringify([...CSS.highlights].map(([name, all]) => [name, all.size]));
      const still = window.painted === now;
      window.painted = now;
      return still;
    }, null, { polling: 200 });
    await use(page, address);
  });
}

const marks = (page) => page.evaluate(() => [...CSS.highlights].filter(([name]) => name.startsWith("whosaid-")).map(([name, all]) => [name, all.size]).sort());

test("speakers, places and figures are painted and listed", async () => {
  await withEmbed(async (page) => {
    const names = (await marks(page)).map(([name]) => name);
    for (const name of ["whosaid-direct-1", "whosaid-place", "whosaid-figure"]) assert.ok(names.includes(name), name);
    const list = await page.locator("whosaid-article").evaluate((element) => element.shadowRoot.textContent);
    assert.match(list, /Anna Lindqvist/);
    assert.match(list, /Theo Marsh/);
    assert.match(list, /\$84 million/);
  });
});

test("the host's elements and text stay as they were served", async () => {
  await withEmbed(async (page) => {
    const same = await page.evaluate(async () => {
      const served = new DOMParser().parseFromString(await (await fetch("embed.html")).text(), "text/html");
      return served.querySelector("#story").outerHTML === document.querySelector("#story").outerHTML;
    });
    assert.ok(same);
    assert.deepEqual(await page.evaluate(() => Object.keys(window).filter((key) => /whosaid/i.test(key))), []);
  }, { context: { bypassCSP: true } });
});

test("removal leaves nothing behind, and the host's own highlights stay", async () => {
  await withEmbed(async (page) => {
    await page.evaluate(() => {
      CSS.highlights.set("host", new Highlight(new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 1 })));
      document.querySelector("whosaid-article").remove();
    });
    assert.deepEqual(await page.evaluate(() => [[...CSS.highlights.keys()], document.adoptedStyleSheets.length]), [["host"], 0]);
  });
});

test("ten mounts end where one did", async () => {
  await withEmbed(async (page) => {
    const before = await marks(page);
    await page.evaluate(async () => {
      const embed = document.querySelector("whosaid-article");
      const home = embed.parentNode;
      for (let i = 0; i < 10; i++) {
        embed.remove();
        home.append(embed);
      }
      await new Promise((done) => embed.addEventListener("whosaid-ready", ({ detail }) => detail.annotation.entities.some((e) => e.place) && done()));
    });
    assert.deepEqual(await marks(page), before);
  });
});

test("choosing a quote leads to it, and a click on the words leads to the list", async () => {
  await withEmbed(async (page) => {
    await page.evaluate(() => {
      window.chosen = [];
      addEventListener("whosaid-select", ({ detail }) => window.chosen.push(detail));
      for (const details of document.querySelector("whosaid-article").shadowRoot.querySelectorAll("details")) details.open = true;
    });
    await page.locator("whosaid-article button[data-item^=quote]").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => window.chosen.at(-1).kind), "quote");
    assert.ok(await page.evaluate(() => CSS.highlights.has("whosaid-glow")));

    const spot = await page.evaluate(() => {
      const [range] = CSS.highlights.get("whosaid-figure");
      range.startContainer.parentElement.scrollIntoView({ block: "center" });
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(spot.x, spot.y);
    assert.equal(await page.evaluate(() => window.chosen.at(-1).kind), "figure");
    assert.equal(await page.locator("whosaid-article [aria-current=true]").count(), 1);
  });
});

test("an article that changes is read again", async () => {
  await withEmbed(async (page) => {
    await page.evaluate(() => {
      const more = document.createElement("p");
      more.textContent = "“Nobody asked us,” said Wilhelmina Okafor, a fisherwoman.";
      document.querySelector("#story").append(more);
    });
    await page.waitForFunction(() => document.querySelector("whosaid-article").annotation.entities.some((e) => e.name === "Wilhelmina Okafor"));
  });
});

test("what is no part of the story is not read, and offsets lead back to the DOM", async () => {
  await withModules(browser, async (page) => {
    const found = await page.evaluate(async () => {
      const { Story } = await import("/embed/story.js");
      const root = document.createElement("div");
      const make = (tag, text, attributes = {}) => {
        const made = Object.assign(document.createElement(tag), { textContent: text });
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
        return made;
      };
      const first = make("p", "\n  One  two\n\tthree ");
      first.append(make("b", "four"), make("i", " five "), document.createElement("br"), "six 🌍 seven");
      root.append(make("nav", "Home"), make("h2", "Head"), first, make("p", "Ad", { "data-whosaid-ignore": "" }), make("style", "0"), make("p", "Last."));
      document.body.append(root);
      const story = new Story(root);
      const back = [];
      for (const word of ["One", "two", "three four", "five", "six 🌍 seven", "Last."]) {
        const at = story.text.indexOf(word);
        const [range] = story.ranges({ start: at, end: at + word.length });
        back.push([word, range.toString(), story.offset(range.startContainer, range.startOffset) === at]);
      }
      root.remove();
      return { text: story.text, back };
    });
    assert.equal(found.text, "Head\n\nOne two three four five\nsix 🌍 seven\n\nLast.");
    for (const [word, range, same] of found.back) assert.deepEqual([range.replace(/\s+/g, " "), same], [word, true]);
  });
});

test("an article that is not there is said to the developer, and readers see nothing", async () => {
  await withEmbed(async (page) => {
    const warnings = [];
    page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
    const said = await page.evaluate(() => {
      const embed = document.createElement("whosaid-article");
      embed.setAttribute("for", "#nowhere");
      let error;
      embed.addEventListener("whosaid-error", ({ detail }) => (error = detail.error));
      document.body.append(embed);
      return [error.message, error.code, embed.shadowRoot.textContent];
    });
    assert.match(said[0], /There is no element “#nowhere”/);
    assert.deepEqual(said.slice(1), ["no-story", ""]);
    assert.match(warnings.join(), /whosaid: There is no element “#nowhere”/);
  });
});

test("the frame shows the text that its host gives, as high as it is", async () => {
  await withEmbed(async (page) => {
    const frame = page.frames().find((f) => f.url().endsWith("frame.html"));
    await frame.waitForFunction(() => document.querySelector("whosaid-article")?.annotation?.quotes.length > 0, null, { timeout: 60_000 });
    assert.match(await frame.textContent("#story"), /Harbour bridge to close/);
    await page.waitForFunction(() => parseFloat(document.querySelector("iframe").style.height) > 600);
  }, { context: { viewport: PHONE } });
});

test("a phone shows the whole without scrolling sideways", async () => {
  await withEmbed(async (page) => {
    await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelectorAll("details").forEach((d) => (d.open = true)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  }, { context: { viewport: PHONE } });
});
