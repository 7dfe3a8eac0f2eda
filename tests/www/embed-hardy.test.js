/** The embed in hosts that hide, recolour, squeeze, rebuild or break things. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { embed, events, hostPage, list, MADE, painted, readBy, STORY, TEXT, WORDS, withGuest } from "./guest.mjs";
import { openBrowser } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
const withHost = (options, use) => withGuest(browser, options, use);
const settled = (page, time = 800) => page.waitForTimeout(time);
const OPEN = embed(`src="made.json" list="open"`);

test("painted anew, what is the same stays: sheet, highlights and ranges", async () => {
  await withHost({}, async (page) => {
    const same = await page.evaluate(async () => {
      const sheet = document.adoptedStyleSheets[0];
      const [range] = CSS.highlights.get("whosaid-direct-1");
      let changes = 0;
      for (const name of ["add", "delete"]) {
        const was = Highlight.prototype[name];
        Highlight.prototype[name] = function (...args) {
          changes++;
          return was.apply(this, args);
        };
      }
      // The host builds one paragraph anew, with the same words.
      const last = document.querySelector("#story p:last-child");
      last.replaceWith(last.cloneNode(true));
      await new Promise((done) => setTimeout(done, 900));
      return { changes, sheet: document.adoptedStyleSheets[0] === sheet, range: CSS.highlights.get("whosaid-direct-1").has(range), told: window.events.length };
    });
    assert.ok(same.sheet && same.range);
    assert.ok(same.changes > 0 && same.changes <= 8, `${same.changes} changes, for the marks of that paragraph`);
    assert.equal(same.told, 1);
  });
});

test("a class that is toggled without end is looked at ever more seldom, and nothing is painted", async () => {
  await withHost({}, async (page) => {
    const { looks, changes } = await page.evaluate(async () => {
      let looks = 0;
      let changes = 0;
      const story = document.querySelector("#story");
      const computed = window.getComputedStyle;
      window.getComputedStyle = (element, ...rest) => {
        if (element === story.firstElementChild) looks++;
        return computed.call(window, element, ...rest);
      };
      const add = Highlight.prototype.add;
      Highlight.prototype.add = function (...args) {
        changes++;
        return add.apply(this, args);
      };
      for (let i = 0; i < 40; i++) {
        story.classList.toggle("pulse");
        await new Promise((done) => setTimeout(done, 150));
      }
      return { looks, changes };
    });
    assert.ok(looks > 0 && looks <= 8, `${looks} looks in 40 toggles`);
    assert.equal(changes, 0);
  });
});

test("tints let the background through, and a page that turns dark late is followed", async () => {
  for (const how of ["late sheet", "wrapper"]) {
    const html = hostPage({ body: `<div id="wrap">${STORY}${embed()}</div>`, head: "<style>.night { background: #111; color: #eee }</style>" });
    await withHost({ html }, async (page) => {
      const tint = await page.evaluate(() => getComputedStyle(document.querySelector("#story p"), "::highlight(whosaid-direct-1)").backgroundColor);
      assert.ok(Number(tint.match(/\/ ([\d.]+)\)/)?.[1]) < 0.3, tint);
      await page.evaluate((how) => {
        if (how === "wrapper") document.querySelector("#wrap").className = "night";
        else document.head.append(Object.assign(document.createElement("style"), { textContent: "body { background: #111; color: #eee }" }));
      }, how);
      await page.waitForFunction(() => CSS.highlights.has("whosaid-dark-direct-1") && !CSS.highlights.has("whosaid-direct-1"));
      assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
    });
  }
});

test("no host's style makes the list unreadable", async () => {
  const head = `<style>html { font-size: 62.5% } body { font-size: 1.8rem } body * { text-transform: uppercase; letter-spacing: .3em }
    main { line-height: .5; text-indent: 4em; white-space: nowrap; word-spacing: 1em; direction: rtl; text-align: right }</style>`;
  await withHost({ html: hostPage({ head, body: `<main>${STORY}${OPEN}</main>` }) }, async (page) => {
    const styles = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("whosaid-article");
      for (const details of shadowRoot.querySelectorAll("details")) details.open = true;
      return [...shadowRoot.querySelectorAll("h2, p, q, .name, .soft")].map((element) => {
        const { fontSize, textTransform, letterSpacing, lineHeight, direction, wordSpacing } = getComputedStyle(element);
        const size = parseFloat(fontSize);
        return { size, textTransform, letterSpacing, wordSpacing, direction, leading: parseFloat(lineHeight) / size };
      });
    });
    assert.ok(styles.length > 8);
    for (const { size, leading, ...rest } of styles) {
      assert.ok(size >= 12 && size <= 24, `${size} px`);
      assert.ok(leading > 1.2, `${leading}`);
      assert.deepEqual(rest, { textTransform: "none", letterSpacing: "normal", wordSpacing: "0px", direction: "ltr" });
    }
    // "2 voices, 2 quotes", in the order of the language that it is in.
    assert.match(await page.locator("whosaid-article [part=summary]").innerText(), /^2 voices, 2 quotes$/);
  });
});

test("in flex, grid and narrow columns the list has a width and whole words", async () => {
  const layouts = {
    flex: "display: flex",
    column: "display: flex; flex-direction: column; align-items: flex-start",
    grid: "display: grid; grid-template-columns: 1fr auto",
    inline: "display: inline-flex",
    narrow: "inline-size: 180px",
  };
  for (const [name, style] of Object.entries(layouts)) {
    await withHost({ html: hostPage({ body: `<main style="${style}">${STORY}${OPEN}</main>` }) }, async (page) => {
      const { width, height, longest } = await page.evaluate(async () => {
        const guest = document.querySelector("whosaid-article");
        document.dispatchEvent(new Event("pointerdown"));
        window.dispatchEvent(new Event("pointerdown"));
        await new Promise((done) => setTimeout(done, 100));
        for (const details of guest.shadowRoot.querySelectorAll("details")) details.open = true;
        const { width, height } = guest.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(guest.shadowRoot.querySelector("q"));
        return { width, height, longest: Math.max(...[...range.getClientRects()].map((rect) => rect.width)) };
      });
      assert.ok(width >= 170 && height < 1500, `${name}: ${width} × ${height}`);
      assert.ok(longest > 90, `${name}: the longest line is ${longest} px`);
    });
  }
});

test("a choice in the list leads through scrolling boxes, closed details and under sticky headers", async () => {
  const far = `<p style="height: 3000px">…</p>`;
  const hosts = {
    box: `<div style="height: 300px; overflow: auto">${far}${STORY}</div>`,
    details: `<details><summary>More</summary>${STORY}</details>${far}`,
    sticky: `<header style="position: fixed; inset: 0 0 auto; height: 160px; background: #ccc">Head</header><div style="height: 100px"></div>${STORY}${far}`,
  };
  for (const [name, body] of Object.entries(hosts)) {
    await withHost({ html: hostPage({ body: body + embed(`src="made.json" loading="eager"`) }) }, async (page) => {
      if (name === "details") await page.evaluate(() => (document.querySelector("details").open = false));
      const seen = await page.evaluate(async () => {
        const guest = document.querySelector("whosaid-article");
        guest.shadowRoot.querySelector("[data-item=quote-0]").click();
        await new Promise((done) => setTimeout(done, 600));
        const { left, top, bottom } = [...CSS.highlights.get("whosaid-direct-1")][0].getBoundingClientRect();
        const hit = document.elementFromPoint(left + 4, (top + bottom) / 2);
        return [top >= 0 && bottom <= innerHeight, hit?.closest("#story") !== null, hit?.tagName];
      });
      assert.deepEqual(seen.slice(0, 2), [true, true], `${name} ${seen}`);
    });
  }
});

test("what is shown late is read when it is seen", async () => {
  const more = `<p>“So be it,” said Theo Marsh of Oslo.</p>`;
  const shows = {
    "an anti-flicker style": [`<style id="flicker">body { visibility: hidden }</style>`, STORY, () => document.querySelector("#flicker").remove(), "We looked"],
    "a class of an ancestor": [`<style>.less .more { display: none }</style>`, `<main class="less">${STORY.replace("</article>", `<div class="more">${more}</div></article>`)}</main>`,
      () => (document.querySelector("main").className = ""), "So be it"],
    "an inline style": ["", STORY.replace("</article>", `<div id="tab" style="display: none">${more}</div></article>`),
      () => (document.querySelector("#tab").style.display = "block"), "So be it"],
    "a media query": [`<style>@media (min-width: 900px) { .wide { display: none } }</style>`, STORY.replace("</article>", `<div class="wide">${more}</div></article>`), null, "So be it"],
  };
  for (const [name, [head, body, act, words]] of Object.entries(shows)) {
    await withHost({ html: hostPage({ head, body: body + embed("") }), read: false }, async (page) => {
      await settled(page, 1500);
      assert.ok(!(await page.evaluate(() => document.querySelector("whosaid-article").text)).includes(words), name);
      if (act) await page.evaluate(act);
      else await page.setViewportSize({ width: 600, height: 900 });
      await page.waitForFunction((words) => document.querySelector("whosaid-article").text.includes(words), words, { timeout: 30_000 });
      await page.waitForFunction(() => CSS.highlights.size > 0);
    });
  }
});

test("an annotation made before may differ in white space, and must fit otherwise", async () => {
  const { text, ...bare } = MADE;
  const asked = (page, given) => page.evaluate((given) => {
    document.querySelector("whosaid-article").annotation = given;
  }, given);
  await withHost({ site: { files: { "made.json": JSON.stringify({ ...MADE, ...spread(MADE) }) } } }, async (page, requests) => {
    const words = await page.evaluate(() => [...CSS.highlights.get("whosaid-direct-1")].map(String));
    assert.deepEqual(words, ["We looked at every way to keep it open,", "There is none."]);
    assert.ok(!requests.includes("whosaid_bg.wasm"));
    // Without a text its hash says whether it fits.
    const hash = await page.evaluate(async (text) => {
      let hash = 0x811c9dc5;
      for (const unit of [...Array(text.length).keys()].map((i) => text.charCodeAt(i))) {
        hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
        hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
      }
      return `${text.length}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
    }, text);
    await asked(page, { ...bare, hash });
    await settled(page, 300);
    assert.deepEqual(await events(page, "error"), []);
  }, );
  for (const files of [{ "made.json": JSON.stringify({ ...MADE, text: TEXT.replace("Lisbon", "London") }) }, { "made.json": JSON.stringify({ ...bare, hash: "3-00000000" }) }, { "made.json": "{}" }, { "made.json": null }]) {
    await withHost({ site: { files }, allow: /404/ }, async (page, requests) => {
      assert.ok(requests.includes("whosaid_bg.wasm"), "the story is read here");
      assert.match((await events(page, "error")).join(), /^annotation-/);
      assert.ok((await painted(page)).includes("whosaid-direct-1"));
    });
  }
});

/** The annotation with every gap of its text three spaces wide. */
function spread(made) {
  const move = (at) => at + 2 * (made.text.slice(0, at).match(/\s+/g)?.length ?? 0);
  const deep = (value) =>
    Array.isArray(value) ? value.map(deep)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "start" || key === "end" ? move(one) : deep(one)]))
    : value;
  const { text, ...rest } = made;
  return { ...deep(rest), text: text.replace(/\n\n/g, "\n  \n".slice(0, 1) + "   ").replace(/(?<=\S) (?=\S)/g, "   ") };
}

test("where a host has broken highlights or media queries, the list stands", async () => {
  const breaks = {
    "no registry": () => Object.defineProperty(CSS, "highlights", { value: undefined }),
    "a stub registry": () => Object.defineProperty(CSS, "highlights", { value: {} }),
    "no Highlight": () => delete window.Highlight,
    "a Highlight that throws": () => (window.Highlight = class { constructor() { throw new Error("no"); } }),
    "no matchMedia": () => (window.matchMedia = undefined),
    "no observers": () => {
      delete window.IntersectionObserver;
      delete window.ResizeObserver;
    },
  };
  for (const [name, before] of Object.entries(breaks)) {
    await withHost({ before }, async (page) => {
      await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.textContent.includes("2 voices"));
      assert.match(await list(page), /Anna Lindqvist/, name);
      await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-0]").click());
      assert.deepEqual(await events(page, "error"), [], name);
    });
  }
});

test("in a feed each element finds its own story; scripts and styles before it are none", async () => {
  const items = ["One", "Two", "Three"].map((name) => `<div class="item"><article class="story"><p>“${name},” said Ada Holm.</p></article><whosaid-article for=".story"></whosaid-article></div>`);
  const flat = ["Four", "Five"].map((name) => `<article class="flat"><p>“${name},” said Ada Holm.</p></article><whosaid-article for=".flat"></whosaid-article>`);
  const bare = `<article><p>“Six,” said Ada Holm.</p></article><script>0</script><style>i { color: red }</style><whosaid-article></whosaid-article>`;
  await withHost({ html: hostPage({ body: [...items, `<section>${flat.join("")}</section>`, bare].join("") }), read: false }, async (page) => {
    await page.waitForFunction(() => [...document.querySelectorAll("whosaid-article")].every(({ annotation }) => annotation), null, { timeout: 60_000 });
    const words = await page.evaluate(() => [...document.querySelectorAll("whosaid-article")].map(({ text }) => text.match(/“(\w+)/)[1]));
    assert.deepEqual(words, ["One", "Two", "Three", "Four", "Five", "Six"]);
  });
});

test("a target may be a selector, and what is no element is said without harm", async () => {
  await withHost({ html: hostPage({ body: STORY + `<whosaid-article for="#none" src="made.json"></whosaid-article>` }), read: false }, async (page) => {
    for (const target of ["{}", "3", "document", `"]["`]) {
      assert.equal(await page.evaluate(`(() => { try { document.querySelector("whosaid-article").target = ${target}; return "kept" } catch (e) { return String(e) } })()`), "kept");
    }
    await page.evaluate(() => (document.querySelector("whosaid-article").target = "#story"));
    await readBy(page);
    assert.equal(page.workers().length, 0);
  });
});

test("a story in a frame of the same origin is read and marked there", async () => {
  const html = hostPage({ body: `<iframe srcdoc="${`<!doctype html><body>${STORY}`.replace(/"/g, "&quot;")}" width="700" height="400"></iframe><whosaid-article src="made.json" for="#none"></whosaid-article>` });
  await withHost({ html, read: false }, async (page) => {
    await page.evaluate(() => {
      const story = document.querySelector("iframe").contentDocument.querySelector("#story");
      document.querySelector("whosaid-article").target = story;
    });
    await readBy(page);
    const inside = () => page.evaluate(() => {
      const { contentWindow } = document.querySelector("iframe");
      return [[...contentWindow.CSS.highlights.keys()].length > 0, contentWindow.document.adoptedStyleSheets.length, CSS.highlights.size, document.adoptedStyleSheets.length];
    });
    assert.deepEqual(await inside(), [true, 1, 0, 0]);
    await page.evaluate(() => document.querySelector("whosaid-article").remove());
    assert.deepEqual(await inside(), [false, 0, 0, 0]);
  });
});

test("elements nested by thousands are read", async () => {
  const deep = 3000; // more keeps the browser itself busy
  await withHost({ html: hostPage({ body: `<article id="story"></article>${embed(`src="made.json"`)}` }), read: false }, async (page) => {
    await page.evaluate(({ deep, words }) => {
      let at = document.querySelector("#story");
      for (const word of words) document.querySelector("#story").append(Object.assign(document.createElement("p"), { textContent: word }));
      for (let i = 0; i < deep; i++) at = at.appendChild(document.createElement("span"));
    }, { deep, words: WORDS });
    await readBy(page);
    assert.equal(await page.evaluate(() => document.querySelector("whosaid-article").text), TEXT);
  });
});

test("a host that edits its story whenever it is told is read ever more seldom", async () => {
  await withHost({ html: hostPage({ body: STORY + embed("") }), read: false, before: () => {
    let edits = 0;
    addEventListener("whosaid-ready", () => document.querySelector("#story").append(Object.assign(document.createElement("p"), { textContent: `Edit ${++edits}.` })));
  } }, async (page) => {
    await readBy(page);
    await settled(page, 9000);
    const told = (await events(page, "ready")).length;
    assert.ok(told >= 2 && told <= 8, `${told} times in nine seconds`);
  });
});

test("`attach` marks and lists without an element, and leaves nothing", async () => {
  await withHost({ html: hostPage({ body: `${STORY}<aside></aside>` }), read: false, allow: /./ }, async (page, asked) => {
    const found = await page.evaluate(async (made) => {
      const before = document.documentElement.outerHTML;
      const { attach } = await import("./whosaid-article.js");
      const told = [];
      const ready = Promise.withResolvers();
      const guest = attach("#story", { container: document.querySelector("aside"), annotation: made, onReady: (what) => ready.resolve(what), onSelect: (choice) => told.push(choice) });
      const { reason, annotation } = await ready.promise;
      const { shadowRoot } = document.querySelector("aside").firstElementChild;
      const listed = shadowRoot.textContent;
      shadowRoot.querySelector("[data-item=quote-1]").click();
      guest.update({ kinds: "figures" });
      await new Promise((done) => setTimeout(done, 100));
      const kinds = [...CSS.highlights.keys()];
      guest.destroy();
      let error;
      try {
        attach("#nowhere");
      } catch (thrown) {
        error = thrown.message;
      }
      return { reason, quotes: annotation.quotes.length, listed, told, kinds, error, same: document.documentElement.outerHTML === before, left: [CSS.highlights.size, document.adoptedStyleSheets.length, guest.annotation] };
    }, MADE);
    assert.deepEqual([found.reason, found.quotes, found.same, found.left], ["first", 2, true, [0, 0, null]]);
    assert.deepEqual(found.told, [{ kind: "quote", index: 1 }]);
    assert.match(found.listed, /2 voices, 2 quotes/);
    assert.ok(found.kinds.includes("whosaid-figure") && !found.kinds.some((name) => name.includes("direct")), found.kinds.join());
    assert.match(found.error, /attach\(target\): target must be an element/);
    assert.ok(!asked.includes("whosaid_bg.wasm"));
  });
});

test("without a registry of elements, as in an extension's own world, `attach` works with another core", async () => {
  await withHost({ html: hostPage({ body: STORY, script: "data:text/javascript," }), read: false, before: () => Object.defineProperty(window, "customElements", { value: null }) }, async (page, asked) => {
    const text = await page.evaluate(async (made) => {
      const { attach } = await import("./whosaid-article.js");
      let given;
      const ready = Promise.withResolvers();
      attach("#story", { loading: "eager", annotate: async (text) => ((given = text), made), onReady: ready.resolve });
      await ready.promise;
      return given;
    }, MADE);
    assert.equal(text, TEXT);
    assert.ok((await painted(page)).includes("whosaid-direct-1"));
    assert.ok(!asked.includes("embed-worker.js"));
  });
});

test("sixty mounts leave nothing, and the host's HTML is the same before, during and after", async () => {
  await withHost({ html: hostPage({ body: `${STORY}<div id="here"></div>` }), read: false }, async (page) => {
    const result = await page.evaluate(async () => {
      const story = document.querySelector("#story");
      const seen = new Set([story.outerHTML]);
      for (let i = 0; i < 60; i++) {
        const guest = document.createElement("whosaid-article");
        guest.setAttribute("for", "#story");
        guest.setAttribute("src", "made.json");
        if (i % 3 === 0) {
          const ready = new Promise((done) => guest.addEventListener("whosaid-ready", done, { once: true }));
          document.querySelector("#here").append(guest);
          await ready;
        } else {
          document.querySelector("#here").append(guest);
        }
        seen.add(story.outerHTML);
        guest.remove();
      }
      await new Promise((done) => setTimeout(done, 300));
      seen.add(story.outerHTML);
      return [seen.size, CSS.highlights.size, document.adoptedStyleSheets.length, document.querySelector("#here").childNodes.length];
    });
    assert.deepEqual(result, [1, 0, 0, 0]);
    assert.equal(page.workers().length, 0);
  });
});
