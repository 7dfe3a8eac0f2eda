/** The embed shows little, asks for little and late, and moves nothing. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { embed, events, hostPage, list, painted, readBy, STORY, withGuest } from "./guest.mjs";
import { openBrowser } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
const withHost = (options, use) => withGuest(browser, options, use);

const REST = ["embed-reading.js", "embed-worker.js", "whosaid_bg.wasm"];
const loaded = (asked) => REST.filter((name) => asked.includes(name));
const settled = (page, time = 400) => page.waitForTimeout(time);

test("quotes alone are marked and listed where a host says nothing, and no gazetteer is fetched", async () => {
  await withHost({ html: hostPage({ body: STORY + embed("") }) }, async (page, asked) => {
    await page.waitForFunction(() => window.events.some(([type]) => type === "ready"));
    assert.ok((await painted(page)).every((name) => /^whosaid-(direct|indirect|source)-\d$/.test(name)), await painted(page));
    assert.match(await list(page), /2 voices, \d quotes/);
    assert.doesNotMatch(await list(page), /place|figure|GeoNames/i);
    assert.ok(!asked.includes("gazetteer.bin"));
    assert.deepEqual(loaded(asked), REST);
    assert.deepEqual(asked.filter((name) => /\.(js|wasm|bin)$/.test(name)).sort(), [...REST, "whosaid-article.js"].sort(), "nothing else");
  });
});

test("what is read with is asked for in one round", async () => {
  await withHost({ html: hostPage({ body: STORY + embed("") }), read: false }, async (page, asked) => {
    // None is answered before all were asked for. (Playwright holds no worker's script back.)
    const waiting = [];
    const release = () => waiting.length === 2 && asked.includes("embed-worker.js") && waiting.splice(0).forEach((route) => route.continue());
    await page.route(/embed-reading|\.wasm/, (route) => {
      waiting.push(route);
      release();
    });
    page.on("request", release);
    asked.length = 0;
    await page.reload();
    await readBy(page);
  });
});

test("other kinds come by choice, less sure quotes go by choice, and places need no map", async () => {
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" kinds="quotes places figures" list="open"`) }) }, async (page, asked) => {
    assert.match(await list(page), /2 voices, 2 quotes, 1 place, 2 figures/);
    assert.match(await list(page), /LisbonPortugal/);
    assert.match(await list(page), /Places from GeoNames, CC BY 4.0/);
    await page.evaluate(() => document.querySelector("whosaid-article").setAttribute("min-certainty", "0.8"));
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.textContent.includes("1 voice, 1 quote"));
    assert.ok(!(await painted(page)).some((name) => name.includes("indirect")));
    await page.evaluate(() => document.querySelector("whosaid-article").setAttribute("kinds", "figures"));
    assert.deepEqual(await painted(page), ["whosaid-figure"]);
    assert.deepEqual(loaded(asked), ["embed-reading.js"]);
  });
  await withHost({ html: hostPage({ body: STORY + embed(`kinds="places" places="none"`) }) }, async (page, asked) => {
    await page.waitForFunction(() => window.events.some(([type]) => type === "ready"));
    assert.ok(!asked.includes("gazetteer.bin"));
    assert.deepEqual(await painted(page), ["whosaid-place"]);
    assert.doesNotMatch(await list(page), /GeoNames/);
  });
});

test("the list is folded, open or none", async () => {
  for (const [attributes, open] of [["", false], [`list="open"`, true], [`list="none"`, undefined], ["quiet", undefined]]) {
    await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" ${attributes}`) }) }, async (page) => {
      assert.equal(await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelector("details")?.open), open, attributes);
      assert.ok((await painted(page)).includes("whosaid-direct-1"));
    });
  }
});

test("labels, language and theme are the host's", async () => {
  const labels = { title: "Wer sagt was", voices: { one: "{n} Stimme", other: "{n} Stimmen" } };
  await withHost({ html: hostPage({ body: STORY + embed(`src="made.json" lang="de" theme="dark" labels='${JSON.stringify(labels)}'`) }) }, async (page) => {
    assert.match(await list(page), /^Wer sagt was2 Stimmen, 2 quotes/);
    const [lang, dir, scheme] = await page.evaluate(() => {
      const section = document.querySelector("whosaid-article").shadowRoot.querySelector("section");
      return [section.lang, section.dir, section.querySelector(".panel").className];
    });
    assert.deepEqual([lang, dir, scheme], ["de", "ltr", "panel dark"]);
    assert.ok((await painted(page)).every((name) => name.startsWith("whosaid-dark-")));
  });
});

test("a story far below is read as it comes near, one that is asked for when it is", async () => {
  await withHost({ html: hostPage({ body: `<div style="height: 6000px"></div>${STORY}${embed("")}` }), read: false }, async (page, asked) => {
    await settled(page, 800);
    assert.deepEqual(loaded(asked), []);
    await page.evaluate(() => document.querySelector("#story").scrollIntoView());
    await readBy(page);
  });
  await withHost({ html: hostPage({ body: STORY + embed(`loading="click"`) }), read: false }, async (page, asked) => {
    await settled(page, 800);
    assert.deepEqual(loaded(asked), []);
    assert.match(await list(page), /Show who says what/);
    await page.locator("whosaid-article summary").first().click();
    await readBy(page);
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item]")?.checkVisibility());
  });
});

test("readers who save data are asked first; an annotation made before costs nearly nothing and comes", async () => {
  const saving = () => Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  await withHost({ html: hostPage({ body: STORY + embed("") }), read: false, before: saving }, async (page, asked) => {
    await settled(page, 800);
    assert.deepEqual(loaded(asked), []);
    await page.evaluate(() => document.querySelector("whosaid-article").read());
    await readBy(page);
  });
  await withHost({ before: saving }, async (page, asked) => assert.deepEqual(loaded(asked), ["embed-reading.js"]));
});

test("nothing moves: above the story or below it, the script early or late, the list open or folded", async () => {
  const watching = () => {
    window.shift = 0;
    new PerformanceObserver((entries) => entries.getEntries().forEach((entry) => entry.hadRecentInput || (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  };
  const late = `<script>setTimeout(() => { const s = document.createElement("script"); s.type = "module"; s.src = "whosaid-article.js"; document.head.append(s); }, 700)</script>`;
  const footer = `<p style="height: 120px">A footer in sight.</p>`;
  for (const attributes of ["", `list="open"`]) {
    for (const body of [embed(`src="made.json" ${attributes}`) + STORY + footer, STORY + embed(`src="made.json" ${attributes}`) + footer]) {
      for (const early of [true, false]) {
        const html = early ? hostPage({ body }) : hostPage({ body: body + late, script: "data:text/javascript," });
        await withHost({ html, before: watching }, async (page) => {
          await settled(page, 600);
          assert.match(await list(page), /2 voices/);
          assert.equal(await page.evaluate(() => window.shift), 0, `${attributes} ${early ? "early" : "late"} ${body.slice(0, 20)}`);
          // A reader who does anything has the bar at last.
          await page.mouse.click(5, 5);
          await page.waitForFunction(() => document.querySelector("whosaid-article").offsetHeight >= 60);
        });
      }
    }
  }
});

test("`whosaid-ready` comes once a text, with its reason", async () => {
  await withHost({ html: hostPage({ body: STORY + embed(`kinds="all"`) }) }, async (page) => {
    await page.waitForFunction(() => window.events.length > 0 && document.querySelector("whosaid-article").annotation.entities.some((e) => e.place));
    await settled(page, 800);
    assert.deepEqual(await events(page, "ready"), ["first"]);
    await page.evaluate(() => document.querySelector("#story").insertAdjacentHTML("beforeend", "<p>“So be it,” said Theo Marsh.</p>"));
    await page.waitForFunction(() => window.events.filter(([type]) => type === "ready").length > 1);
    assert.deepEqual(await events(page, "ready"), ["first", "text"]);
  });
  await withHost({ html: hostPage({ body: `<article id="story"></article>${embed("")}` }), read: false }, async (page) => {
    await settled(page, 1200);
    assert.deepEqual(await events(page, "ready"), []);
    assert.equal(await page.evaluate(() => document.querySelector("whosaid-article").innerText), "");
  });
});

test("a story in another language is left alone, and nothing is fetched for it", async () => {
  await withHost({ html: hostPage({ lang: "es", body: `<article id="story"><p>«No hay otra forma», dijo la alcaldesa Ana Ruiz.</p></article>${embed("")}` }), read: false }, async (page, asked) => {
    await settled(page, 800);
    assert.deepEqual(loaded(asked), []);
    assert.deepEqual([await painted(page), await list(page)], [[], ""]);
  });
  await withHost({ html: hostPage({ lang: "es", body: `<main lang="en-GB">${STORY}</main>${embed()}` }) }, async (page) => {
    assert.ok((await painted(page)).includes("whosaid-direct-1"));
  });
});

test("after a page translation what was found in the original stands, and no mark lies on other words", async () => {
  await withHost({}, async (page) => {
    const before = await list(page);
    await page.evaluate(() => {
      document.documentElement.className = "translated-ltr";
      document.documentElement.lang = "de";
      for (const p of document.querySelectorAll("#story p")) p.innerHTML = "<font><font>„Wir haben alles versucht“, sagte die Bürgermeisterin.</font></font>";
    });
    await page.waitForFunction(() => CSS.highlights.size === 0);
    assert.deepEqual([await list(page), await page.evaluate(() => document.querySelector("whosaid-article").annotation.quotes.length)], [before, 2]);
  });
});
