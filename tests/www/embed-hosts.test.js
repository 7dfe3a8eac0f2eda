/** The embed on pages of every sort: other hosts, sandboxes, policies, frameworks, schemes, long articles. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { openBrowser, serveSite, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const STORY = `<article id="story"><h2>Bridge to close</h2>
<p>“We looked at every way to keep it open,” Mayor Anna Lindqvist told reporters in Lisbon on Tuesday. “There is none.”</p>
<p>Theo Marsh, a <a id="link" href="#there">bicycle seller</a>, called the decision “a surprise, and not a good one.” It will cost $84 million.</p></article>`;
const EMBED = `<whosaid-article for="#story" kinds="all" list="open"></whosaid-article>`;

const hostPage = ({ body = STORY + EMBED, head = "", script = "whosaid-article.js" } = {}) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="icon.svg">${head}<script type="module" src="${script}"></script><body>${body}`;

/** A host's page, opened; `use` comes when its first embed has read, places included. */
function withHost(use, { html = hostPage(), read = true, site = {}, ...options } = {}) {
  const files = { "host.html": html, ...site.files };
  return withPage(browser, { ready: false, site: { ...site, files }, ...options }, async (page, address) => {
    await page.goto(`${address}host.html`);
    if (read) await waitForEmbed(page);
    await use(page, address);
  });
}

const waitForEmbed = (page) =>
  page.waitForFunction(() => document.querySelector("whosaid-article")?.annotation?.entities.some((e) => e.place), null, { timeout: 60_000 });
const names = (page) => page.evaluate(() => [...CSS.highlights.keys()].sort());
const wordsOf = (page, name) => page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), name);
const listed = (page) => page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.textContent);

test("of a clause partly quoted the quoted words are tinted and the rest is dotted", async () => {
  await withHost(async (page) => {
    const marked = await page.evaluate(() => {
      const of = (kind) => [...CSS.highlights].filter(([name]) => name.startsWith(`whosaid-${kind}-`)).flatMap(([, all]) => [...all].map(String));
      return { direct: of("direct"), indirect: of("indirect") };
    });
    assert.ok(marked.direct.includes("a surprise, and not a good one."), marked.direct.join(" | "));
    assert.ok(marked.indirect.some((words) => words.startsWith("the decision")), marked.indirect.join(" | "));
    assert.ok(marked.indirect.every((words) => !words.includes("surprise")));
  });
});

test("doubt is said plainly, and a place that is on no map is wavy", async () => {
  const text = "“Yes,” she said in Atlantis.";
  const annotation = { version: 2, parts: [],
    entities: [{ id: 0, kind: "person", name: "Ada Holm", description: "engineer" }, { id: 1, kind: "place", name: "Atlantis" },
      { id: 2, kind: "place", name: "Oslo", place: { latitude: 59.9, longitude: 10.7, country: "NO" } }],
    mentions: [{ start: 7, end: 10, entity: 0, form: "pronoun" }, { start: 16, end: 18, entity: 2, form: "name" }, { start: 19, end: 27, entity: 1, form: "name" }],
    quotes: [{ style: "direct", act: "said", content: [{ start: 1, end: 5 }], cue: [{ start: 11, end: 15 }], source: [{ start: 7, end: 10 }], speaker: 0, certainty: 0.55 }],
    figures: [] };
  const html = hostPage({ body: `<p id="story">${text}</p>${EMBED.replace(" ", ` src="made.json" `)}` });
  await withHost(async (page) => {
    await page.waitForFunction(() => CSS.highlights.has("whosaid-unresolved")); // once places were looked up
    assert.deepEqual(await wordsOf(page, "whosaid-unresolved"), ["Atlantis"]);
    assert.match(await listed(page), /Ada Holm1 quote, 1 wordengineer/);
    assert.match(await listed(page), /said · probably Ada Holm/);
    assert.match(await listed(page), /Atlantisnot found on the map/);
  }, { html, site: { files: { "made.json": JSON.stringify({ ...annotation, text }), "assets/whosaid_bg.wasm": null } } });
});

test("a click on marked words goes on to the host, links included", async () => {
  await withHost(async (page) => {
    await page.evaluate(() => {
      window.clicks = 0;
      document.querySelector("#story").addEventListener("click", (event) => (window.clicks += event.defaultPrevented ? 0 : 1));
    });
    await page.click("#link");
    assert.deepEqual(await page.evaluate(() => [window.clicks, location.hash]), [1, "#there"]);
  });
});

test("the list works with the keyboard: one tab stop a list, arrows inside", async () => {
  await withHost(async (page) => {
    const stops = () => page.evaluate(() => [...document.querySelector("whosaid-article").shadowRoot.querySelectorAll(".items")]
      .map((list) => list.querySelectorAll("button[tabindex='0']").length));
    assert.ok((await stops()).every((count) => count === 1));
    await page.evaluate(() => (document.querySelector("whosaid-article").shadowRoot.querySelector("details[data-group=figures]").open = true));
    await page.locator("whosaid-article button[data-item='figure-0']").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const current = page.locator("whosaid-article [aria-current=true]");
    assert.equal(await current.getAttribute("data-item"), "figure-1");
    // The card has the focus; Escape leads back.
    await page.waitForFunction(() => document.querySelector("whosaid-article").shadowRoot.activeElement?.shadowRoot?.activeElement);
    await page.keyboard.press("Escape");
    assert.ok(await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.activeElement?.dataset.item === "figure-1"));
  });
});

test("several embeds, and a second copy of the script, go their own ways", async () => {
  const other = `<article id="other" style="background: #111; color: oklch(0.9 0.01 90)"><p>“Nobody asked us,” said Wilhelmina Okafor, a fisherwoman from Oslo.</p></article><whosaid-article for="#other" quiet></whosaid-article>`;
  const html = hostPage({ body: STORY + EMBED + other, head: `<script type="module" src="whosaid-article.js?second"></script>` });
  await withHost(async (page) => {
    await page.waitForFunction(() => document.querySelectorAll("whosaid-article")[1].annotation);
    assert.deepEqual(await wordsOf(page, "whosaid-dark-direct-1"), ["Nobody asked us,"]);
    assert.ok((await wordsOf(page, "whosaid-direct-1")).length >= 2);
    assert.equal(await page.evaluate(() => document.querySelectorAll("whosaid-article")[1].shadowRoot.childElementCount), 0);
    await page.evaluate(() => document.querySelectorAll("whosaid-article")[1].remove());
    assert.ok((await names(page)).every((name) => !name.startsWith("whosaid-dark-")));
    assert.ok((await wordsOf(page, "whosaid-direct-1")).length >= 2);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length), 1);
  }, { html });
});

test("a page that turns dark is followed", async () => {
  const head = "<style>.night { background: #111; color: #eee }</style>";
  await withHost(async (page) => {
    await page.evaluate(() => document.documentElement.classList.add("night"));
    await page.waitForFunction(() => CSS.highlights.has("whosaid-dark-direct-1") && !CSS.highlights.has("whosaid-direct-1"));
    assert.equal(await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelector(".panel").className), "panel dark");
  }, { html: hostPage({ head }) });
});

test("`for` may change, and an article may be replaced or come later", async () => {
  await withHost(async (page) => {
    const find = (words) => page.waitForFunction((words) => document.querySelector("whosaid-article").text.includes(words), words);
    await page.evaluate(() => {
      const anew = document.createElement("article");
      anew.id = "story";
      anew.textContent = "“All is new,” said Ada Holm, a reader from Oslo.";
      document.querySelector("#story").replaceWith(anew);
    });
    await find("All is new");
    await page.waitForFunction(() => [...(CSS.highlights.get("whosaid-direct-1") ?? [])].join() === "All is new,");

    await page.evaluate(() => document.querySelector("#story").remove());
    await page.waitForFunction(() => !document.querySelector("whosaid-article").annotation);
    assert.deepEqual(await names(page), []);

    await page.evaluate(() => document.body.insertAdjacentHTML("afterbegin", `<p id="story">“Back again,” said Ada Holm.</p><p id="aside">“Over here,” said Tom Reed.</p>`));
    await find("Back again");
    await page.evaluate(() => document.querySelector("whosaid-article").setAttribute("for", "#aside"));
    await find("Over here");
  });
});

test("an article in a shadow root is marked there", async () => {
  const script = `
    const root = document.querySelector("#box").attachShadow({ mode: "open" });
    root.innerHTML = document.querySelector("template").innerHTML;`;
  const html = hostPage({ body: `<div id="box"></div><template>${STORY + EMBED}</template><script>${script}</script>` });
  await withHost(async (page) => {
    await page.waitForFunction(() => document.querySelector("#box").shadowRoot.querySelector("whosaid-article").annotation?.entities.some((e) => e.place));
    assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, document.querySelector("#box").shadowRoot.adoptedStyleSheets.length]), [0, 1]);
    const spot = await page.evaluate(() => {
      window.chosen = [];
      addEventListener("whosaid-select", ({ detail }) => window.chosen.push(detail.kind));
      const { left, top, width, height } = [...CSS.highlights.get("whosaid-figure")].at(-1).getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.click(spot.x, spot.y);
    assert.deepEqual(await page.evaluate(() => window.chosen), ["figure"]);
  }, { html, read: false });
});

test("an element that is set as the target is read", async () => {
  await withHost(async (page) => {
    await page.evaluate(() => {
      const article = document.createElement("div");
      article.textContent = "“Here I am,” said Ada Holm.";
      document.body.append(article);
      document.querySelector("whosaid-article").target = article;
    });
    await page.waitForFunction(() => document.querySelector("whosaid-article").text.includes("Here I am"));
  });
});

test("what a reader opened and where they are outlives an edit of the article", async () => {
  await withHost(async (page) => {
    await page.evaluate(() => (document.querySelector("whosaid-article").shadowRoot.querySelector("details[data-group=figures]").open = true));
    await page.locator("whosaid-article button[data-item='figure-0']").focus();
    await page.evaluate(() => document.querySelector("#story").insertAdjacentHTML("beforeend", "<p>It took 12 days.</p>"));
    await page.waitForFunction(() => document.querySelector("whosaid-article").text.includes("12 days"));
    assert.deepEqual(await page.evaluate(() => {
      const { shadowRoot } = document.querySelector("whosaid-article");
      return [shadowRoot.querySelector("details[data-group=figures]").open, shadowRoot.activeElement?.dataset.item];
    }), [true, "figure-0"]);
  });
});

test("100 KB are read without holding the page up", async () => {
  const paragraph = readFileSync(new URL("../../seeds/000_dfebd88ad925917b.txt", import.meta.url), "utf8").split(/\n\s*\n/).map((p) => `<p>${p.replace(/[<&]/g, "")}</p>`).join("");
  const html = hostPage({ body: `<article id="story">${paragraph.repeat(Math.ceil(120_000 / paragraph.length))}</article>${EMBED}`, head: `<script>
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask", buffered: true });
  </script>` });
  await withHost(async (page) => {
    const [length, longest, all] = await page.evaluate(() => [
      document.querySelector("whosaid-article").text.length,
      Math.max(0, ...window.long),
      performance.now(),
    ]);
    assert.ok(length > 100_000);
    // A share, not a time: the machine may be slow.
    assert.ok(longest < all / 2, `the page stood still for ${longest} of ${all} ms`);
  }, { html });
});

test("a script from another origin reads in a worker, and on the page's own thread where that is refused", async () => {
  const elsewhere = await serveSite();
  const html = hostPage({ script: `${elsewhere.address}whosaid-article.js` });
  const policy = { "Content-Security-Policy": `script-src ${elsewhere.origin} 'wasm-unsafe-eval'; worker-src 'self'` };
  try {
    for (const [workers, site] of [[1, {}], [0, { headers: { "host.html": policy } }]]) {
      await withHost(async (page) => {
        assert.ok((await names(page)).includes("whosaid-direct-1"));
        assert.equal(page.workers().length, workers);
      }, { html, hosts: [elsewhere.address], site, allow: /Content Security Policy/ });
    }
  } finally {
    await elsewhere.close();
  }
});

test("a sandboxed frame, which is of no origin, works as well", async () => {
  const html = `<!doctype html><title>A host</title><link rel="icon" href="icon.svg">${STORY}<iframe sandbox="allow-scripts" src="frame.html"></iframe><script>
    const frame = document.querySelector("iframe");
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow || data?.whosaid !== 1) return;
      if (data.type === "ready") source.postMessage({ whosaid: 1, id: 7, text: document.querySelector("#story").innerText, options: { kinds: "figures", theme: "dark" } }, "*");
      if (data.type === "annotation") (window.given = data.annotation), (window.answered = data.id);
      if (data.type === "height") frame.style.height = data.height + "px";
    });</script>`;
  await withHost(async (page) => {
    await page.waitForFunction(() => window.given?.quotes.length, null, { timeout: 60_000 });
    await page.waitForFunction(() => parseFloat(document.querySelector("iframe").style.height) > 300);
    assert.equal(page.workers().length, 0);
    assert.equal(await page.evaluate(() => window.answered), 7);
    const frame = page.frames().find((each) => each.url().endsWith("frame.html"));
    assert.deepEqual(await frame.evaluate(() => [...CSS.highlights.keys()]), ["whosaid-dark-figure"]);
  }, { html, read: false });
});

test("where the policy allows no worker, the page's thread reads", async () => {
  const site = { headers: { "host.html": { "Content-Security-Policy": "script-src 'self' 'wasm-unsafe-eval'; worker-src 'none'" } } };
  await withHost(async (page) => assert.ok((await names(page)).includes("whosaid-direct-1")), { site, allow: /worker|Content Security Policy/i });
});

test("where the policy refuses WebAssembly, the developer reads the words to add, and readers nothing", async () => {
  const site = { headers: { "host.html": { "Content-Security-Policy": "script-src 'self'; worker-src 'none'" } } };
  await withHost(async (page) => {
    const warned = page.waitForEvent("console", (message) => message.text().startsWith("whosaid: "));
    await page.reload();
    assert.match((await warned).text(), /script-src 'self' 'wasm-unsafe-eval'/);
    assert.deepEqual(await names(page), []);
    assert.deepEqual(await page.evaluate(() => [document.adoptedStyleSheets.length, document.querySelector("whosaid-article").innerText]), [0, ""]);
  }, { site, read: false, allow: /./ });
});

test("under the strictest policy that lets it run, it runs in its worker", async () => {
  const policy = "default-src 'none'; img-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types whosaid";
  await withHost(async (page) => assert.equal(page.workers().length, 1), { site: { headers: { "host.html": { "Content-Security-Policy": policy } } } });
});

test("the worker ends soon after the last embed is gone", async () => {
  await withHost(async (page) => {
    assert.equal(page.workers().length, 1);
    const gone = new Promise((done) => page.workers()[0].once("close", done));
    await page.evaluate(() => document.querySelector("whosaid-article").remove());
    await gone;
  });
});

test("forced colours mark quoted words alone, since every mark looks like a selection there", async () => {
  await withHost(async (page) => {
    await page.emulateMedia({ forcedColors: "active" });
    await page.waitForFunction(() => !CSS.highlights.has("whosaid-figure"));
    assert.ok((await names(page)).every((name) => name.includes("direct")));
    await page.emulateMedia({ forcedColors: "none" });
    await page.waitForFunction(() => CSS.highlights.has("whosaid-figure"));
  });
});

test("forced colours and print keep a line under quoted words", async () => {
  for (const media of [{ forcedColors: "active" }, { media: "print" }]) {
    await withHost(async (page) => {
      await page.emulateMedia(media);
      assert.match(await page.evaluate(() => getComputedStyle(document.querySelector("#story"), "::highlight(whosaid-direct-1)").textDecoration), /underline.*3px|3px.*underline/);
    });
  }
});

test("a server that only renders can import the class", async () => {
  const { WhosaidArticle } = await import("../../www/whosaid-article.js");
  assert.equal(typeof WhosaidArticle, "function");
});
