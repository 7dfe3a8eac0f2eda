/** What once went wrong on real pages, each in a host of its own: boxes, broken words, quotations, languages, paywalls, frames. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { embed, hostPage, painted, plainName, readBy, STORY, withGuest } from "./guest.mjs";
import { openBrowser, serveSite } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());
const withHost = (options, use) => withGuest(browser, options, use);
const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** What is said to be said, by whom. */
const said = (page) => page.evaluate(() => {
  const { annotation, text } = document.querySelector("whosaid-article");
  return annotation.quotes.map(({ speaker, style, content }) => [annotation.entities[speaker]?.name ?? null, style, content.map(({ start, end }) => text.slice(start, end)).join(" … ")]);
});
const inStory = (inner) => hostPage({ body: `<article id="story">${inner}</article>${embed("")}` });

test("related headlines, comments, captions and boxes put no words into anybody's mouth", async () => {
  const html = inStory(`<h1>Harbour to close</h1><p>“We looked at every way to keep it open,” Mayor Anna Lindqvist told reporters in Lisbon on Tuesday.</p>
    <div class="related-links"><h3>President Ada Holm says she will allow ferries back into the country</h3></div>
    <aside><p>“Nobody asked us,” said Tom Reed.</p></aside>
    <figure><img alt=""><figcaption>Mayor Anna Lindqvist on Monday. <span class="credit">Photograph: Ida Stone</span></figcaption></figure>
    <p>She said the harbour would be closed by May.</p>
    <section id="comments"><article class="comment"><p>Anna Lindqvist is wrong, I said so for years.</p></article></section>
    <div class="newsletter-signup"><p>“Sign up,” says our editor Carl Wood.</p></div>`);
  await withHost({ html }, async (page) => {
    const found = await said(page);
    assert.deepEqual([...new Set(found.map(([name]) => name))], ["Anna Lindqvist"], JSON.stringify(found));
    const marked = await page.evaluate(() => [...CSS.highlights.values()].flatMap((all) => [...all].map((range) => range.startContainer.parentElement.closest("aside, section, .related-links, .newsletter-signup, .credit")?.className ?? null)));
    assert.ok(marked.length > 0 && marked.every((box) => box === null), marked.join());
  });
});

test("drop caps, footnote marks and soft hyphens break no word, and marks lie on the words as they stand", async () => {
  const html = hostPage({ head: "<style>.cap { float: left; font-size: 3em } .note { position: absolute }</style>", body: `<article id="story">
    <p><span class="cap">“W</span>e looked at every way,” Mayor Anna Lind&shy;qvist<sup class="note"><a href="#n">1</a></sup> told re<wbr>porters in Lis&shy;bon on Tuesday.</p></article>${embed(`kinds="quotes places"`)}` });
  await withHost({ html }, async (page) => {
    assert.deepEqual(await said(page), [["Anna Lindqvist", "direct", "We looked at every way,"]]);
    const words = await page.evaluate(() => [...CSS.highlights.get("whosaid-direct-1")].map(String).join("").replace(/\s+/g, " "));
    assert.equal(words, "We looked at every way,");
    await page.waitForFunction(() => document.querySelector("whosaid-article").annotation.entities.some(({ name, place }) => name === "Lisbon" && place));
  });
});

test("<q>, <blockquote> and posts are quotations, and what was deleted is not said", async () => {
  const html = inStory(`<p>Mayor Anna Lindqvist said <q>the harbour is closed</q>, and added: <q>It stays so.</q> <del>“I resign,” she said.</del></p>
    <p>In a letter the pilot wrote:</p><blockquote><p>It was a long night for all of us.</p><footer>Tom Harrow, pilot</footer></blockquote>`);
  await withHost({ html }, async (page) => {
    const found = await said(page);
    const words = found.map(([, , content]) => content).join(" | ");
    for (const part of ["the harbour is closed", "It stays so.", "It was a long night"]) assert.ok(words.includes(part), `${part}: ${JSON.stringify(found)}`);
    assert.ok(!words.includes("resign"));
    assert.ok(found.filter(([, style]) => style === "direct" || style === "mixed").length >= 3, JSON.stringify(found));
    assert.ok((await painted(page)).some((name) => name.startsWith("whosaid-direct-")));
  });
});

test("a story in Spanish or Chinese is left alone where the page does not say its language", async () => {
  const stories = {
    Spanish: "«No hay otra forma de hacerlo», dijo la alcaldesa Ana Ruiz el martes en Lisboa, donde los vecinos protestaron durante toda la semana contra el cierre del puente. «Lo hemos intentado todo», añadió.",
    Chinese: "市长安娜·林德奎斯特星期二在里斯本对记者说：“我们想尽了一切办法让它保持开放。”她还说：“没有别的办法。”居民们整个星期都在抗议关闭这座桥。",
  };
  for (const [language, words] of Object.entries(stories)) {
    const html = inStory(`<p>${words}</p>`.repeat(3)).replace(` lang="en"`, "");
    await withHost({ html, read: false }, async (page, asked) => {
      await page.waitForTimeout(1500);
      assert.ok(!asked.some((name) => /wasm|worker|gazetteer/.test(name)), `${language}: ${asked}`);
      const { text, height } = await page.evaluate(() => ({ text: document.querySelector("whosaid-article").text, height: document.querySelector("whosaid-article").innerText }));
      assert.deepEqual([await painted(page), text, height], [[], "", ""], language);
    });
  }
});

test("what a paywall folds away or blurs is neither listed nor marked", async () => {
  const html = hostPage({ head: "<style>.folded { height: 0; overflow: hidden } .hazy { filter: blur(5px) }</style>", body: `<article id="story">
    <p>“We looked at every way,” Mayor Anna Lindqvist told reporters.</p><div class="folded"><p>“The rest is for those who pay,” said Carl Wood.</p></div>
    <div class="hazy"><p>“So is this,” said Ida Stone.</p></div></article>${embed("")}` });
  await withHost({ html }, async (page) => {
    assert.deepEqual((await said(page)).map(([name]) => name), ["Anna Lindqvist"]);
  });
});

test("words in a component's open shadow root are read and marked there", async () => {
  const html = inStory(`<p>“We looked at every way,” Mayor Anna Lindqvist told reporters.</p><x-part></x-part><script>
    const shadow = document.querySelector("x-part").attachShadow({ mode: "open" });
    const p = document.createElement("p");
    p.textContent = "“So be it,” said Theo Marsh, a bicycle seller.";
    shadow.append(p);</script>`);
  await withHost({ html }, async (page) => {
    assert.deepEqual((await said(page)).map(([name]) => name), ["Anna Lindqvist", "Theo Marsh"]);
    const [inside, sheets] = await page.evaluate(() => {
      const shadow = document.querySelector("x-part").shadowRoot;
      const ranges = [...CSS.highlights.values()].flatMap((all) => [...all]).filter((range) => range.startContainer.getRootNode() === shadow);
      return [ranges.map(String), shadow.adoptedStyleSheets.length];
    });
    assert.ok(inside.includes("So be it,"), inside.join());
    assert.equal(sheets, 1);
    await page.evaluate(() => document.querySelector("whosaid-article").remove());
    assert.equal(await page.evaluate(() => document.querySelector("x-part").shadowRoot.adoptedStyleSheets.length), 0);
  });
});

test("in a frame as high as its page a choice in the list scrolls the page around it", async () => {
  const inner = hostPage({ body: `${embed(`src="made.json" list="open" loading="eager"`)}<div style="height: 2500px"></div>${STORY}` });
  const html = `<!doctype html><title>Outside</title><link rel="icon" href="icon.svg"><body><iframe src="inner.html" style="width: 700px; height: 3400px; border: 0"></iframe>`;
  await withHost({ html, read: false, site: { files: { "inner.html": inner } } }, async (page) => {
    await page.waitForFunction(() => document.querySelector("iframe").contentDocument.querySelector("whosaid-article")?.annotation);
    await page.evaluate(() => document.querySelector("iframe").contentDocument.querySelector("whosaid-article").shadowRoot.querySelector("[data-item=quote-0]").click());
    await page.waitForFunction(() => scrollY > 1500);
  });
});

test("from another host without CORS, and from a file, there is a word on the console and nothing on the page", async () => {
  const elsewhere = await serveSite({ headers: { "whosaid-article.js": { "Access-Control-Allow-Origin": "" } } });
  try {
    const html = hostPage({ body: STORY + embed(""), script: `${elsewhere.address}whosaid-article.js` });
    await withHost({ html, read: false, hosts: [elsewhere.address], allow: /CORS|Failed to load/, before: () => addEventListener("error", () => (window.failed = true), true) }, async (page) => {
      await page.waitForFunction(() => window.failed);
      const guest = await page.evaluate(() => [document.querySelector("whosaid-article").getBoundingClientRect().height, document.querySelector("whosaid-article").innerText, CSS.highlights.size]);
      assert.deepEqual(guest, [0, "", 0]);
    });
  } finally {
    await elsewhere.close();
  }
  const opened = await browser.newPage();
  const folder = mkdtempSync(join(tmpdir(), "whosaid-file-"));
  try {
    const said = [];
    opened.on("console", (message) => said.push(message.text()));
    const script = new URL("pkg/whosaid.iife.js", root).href;
    writeFileSync(join(folder, "page.html"), `<!doctype html><html lang="en"><meta charset="utf-8"><title>A file</title>${STORY}${embed("")}<script src="${script}"></script>`);
    await opened.goto(`file://${folder}/page.html`);
    for (let i = 0; i < 100 && !said.some((words) => words.startsWith("whosaid: ")); i++) await opened.waitForTimeout(100);
    assert.match(said.find((words) => words.startsWith("whosaid: ")) ?? "", /The core could not be loaded/);
    assert.equal(await opened.evaluate(() => document.querySelector("whosaid-article").innerText), "");
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true });
  }
});

test("nothing is told twice, and nothing of a text without words", async () => {
  await withHost({ html: hostPage({ body: `<article id="story"><p>  </p></article>${embed("")}` }), read: false }, async (page) => {
    await page.waitForTimeout(800);
    assert.deepEqual(await page.evaluate(() => window.events), []);
  });
});

test("the folder on a server has what the guide names, an embed asks for nothing else, and what is in it is used", async () => {
  const guide = read("docs/integrate.md");
  const named = /Put these of the folder[^]*?\n\n/.exec(guide)[0].match(/`([\w.-]+\.\w+|assets\/)`/g).map((name) => name.slice(1, -1));
  assert.deepEqual(named, ["whosaid-article.js", "assets/", "frame.html", "frame.js", "frame.css"]);
  const site = process.env.WHOSAID_SITE ?? new URL("site/", root).pathname;
  assert.ok(!existsSync(`${site}/.complete`));
  const kept = readdirSync(`${site}/assets`).filter((name) => name !== "preload.html");
  assert.ok(kept.every((name) => /-[0-9a-f]{10}\.\w+$/.test(name)), kept.join());
  for (const [, name] of readFileSync(`${site}/assets/preload.html`, "utf8").matchAll(/href="([^"]+)"/g)) assert.ok(existsSync(`${site}/${name}`), name);
  const html = hostPage({ body: `${STORY}${embed(`kinds="all" checks="show"`)}<iframe src="frame.html"></iframe>` });
  await withHost({ html }, async (page, asked) => {
    await page.waitForFunction(() => document.querySelector("whosaid-article").annotation.entities.some(({ place }) => place));
    await page.evaluate(() => document.querySelector("whosaid-article").shadowRoot.querySelector("[data-item]").click());
    await page.waitForTimeout(500);
    const own = [...new Set(asked)].filter((name) => !["host.html", "icon.svg", ""].includes(name)).sort();
    assert.deepEqual(own, [...new Set([...kept.map((name) => plainName(`http://x/${name}`)), ...named.filter((name) => !name.endsWith("/"))])].sort());
  });
});

test("what the documents say of versions agrees", () => {
  const files = ["README.md", "scripts/pkg-readme.md", "docs/integrate.md"];
  const nodes = files.flatMap((file) => [...read(file).matchAll(/\bNode\s+(\d+)(?!\.\d)/g)].map(([, version]) => version));
  const engine = JSON.parse(read("package.json")).engines.node.match(/\d+/)[0];
  assert.ok(nodes.length >= 2 && nodes.every((version) => version === engine), nodes.join());
  // The embed's marks need more than the core: whoever names the one has to name the other.
  assert.match(read("README.md"), /Chrome and Edge \d+[^]{0,200}embed[^]{0,200}Chrome and Edge \d+/);
});
