// The cleaner: HTML, from a page, a file or a clipboard, to the story's text, its parts, and the way back to the DOM.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, withModules } from "./harness.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Reads an element of a live page. Parts and what was left out come as words. */
async function read(html, { css = "", ignore } = {}) {
  let found;
  await withModules(browser, async (modules) => {
    found = await modules.evaluate(async ({ html, css, ignore }) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      const { parseInert } = await import("/clean/inert.js");
      document.body.append(document.adoptNode(parseInert(`<div id="story">${html}</div>`).body.firstElementChild));
      const { readStory } = await import("/clean/story.js");
      const root = document.getElementById("story");
      const before = root.innerHTML;
      const story = readStory(root, { computedStyle: (element) => getComputedStyle(element), ignore });
      const astray = [];
      for (const { 0: word, index } of story.text.matchAll(/[\p{L}\p{N}]+/gu)) {
        const there = story.ranges({ start: index, end: index + word.length }).map(String).join("").replace(/\u00ad/g, "");
        if (there !== word) astray.push([word, there]);
      }
      const { text, quotations } = story;
      return {
        text, quotations: quotations.map(({ start, end, cite }) => [text.slice(start, end), cite]), astray,
        parts: story.parts.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`),
        leftOut: story.leftOut.map(({ why, text }) => `${why}: ${text}`), same: root.innerHTML === before,
      };
    }, { html, css, ignore });
  });
  assert.deepEqual(found.astray, [], "each word leads back to itself");
  assert.ok(found.same, "the host's HTML is only read");
  return found;
}

/** Cleans HTML source as a file or a clipboard has it. */
async function clean(html) {
  let found;
  await withModules(browser, async (page, noise) => {
    found = await page.evaluate(async (html) => {
      const { cleanHtml } = await import("/clean/fragment.js");
      const { text, parts, leftOut, headline, byline, date, language } = cleanHtml(html);
      return { text, headline, byline, date, language, parts: parts.map(({ start, end, role }) => `${role}: ${text.slice(start, end)}`), leftOut };
    }, html);
    assert.deepEqual(noise, [], "nothing is asked for and nothing logged");
  });
  return found;
}

const SENTENCE = "The ferry left the harbour of Quell at noon on Monday with eighty people on board, and it has not been seen since. ";
const BODY = Array.from({ length: 8 }, (_, i) => `<p>${SENTENCE}“We searched the bay for ${i + 2} days and nights,” said Ann Quell, who leads the harbour office.</p>`).join("\n");
const bodyText = (text) => text.includes("“We searched the bay for 2 days") && text.includes("for 9 days");

test("boxes, comments, navigation and what the host marks are no story", async () => {
  const { text, leftOut } = await read(`<p>${SENTENCE}</p>
    <aside><p>Ministers to let ferries sail again</p></aside>
    <div class="related-stories"><a href="/x">Harbour office to close</a></div>
    <div id="comments"><p>“You are all wrong,” said Tom Harrow.</p></div>
    <div class="newsletter-signup"><p>Get it in your inbox.</p></div><div class="share-tools">Share this</div>
    <article><h3>Another story</h3><p>Teaser of it.</p></article>
    <nav>Home</nav><footer>All rights reserved</footer><p data-whosaid-ignore>Ignore me</p><p class="byhand">And me</p>
    <p contenteditable="true">Your draft</p><span class="sr-only">For screen readers</span><p aria-hidden="true">Decoration</p>
    <p>The search goes on.</p>`, { ignore: ".byhand" });
  assert.equal(text, `${SENTENCE.trim()}\n\nThe search goes on.`);
  for (const why of ["aside", "related", "comments", "newsletter", "share", "menu", "footer", "ignored", "editable", "hidden"]) {
    assert.ok(leftOut.some((left) => left.startsWith(`${why}: `)), why);
  }
});

test("a paragraph that is a link from end to end leads to another story, and boxes that open over a name are none of this one", async () => {
  const { text, leftOut } = await read(`<p>${SENTENCE}</p><p><strong><a href="/x">MINISTER SAYS FERRIES WILL SAIL AGAIN</a></strong></p>
    <p>Nobody asked <span class="rollover-people"><a href="/q">Ann Quell</a><span class="rollover-people-block">Ann Quell: Harbour office to close</span></span>, she said.</p>
    <p><a href="/report">The report</a> says so.</p><p><a href="/y">Read it here</a></p>`);
  assert.equal(text, `${SENTENCE.trim()}\n\nNobody asked Ann Quell, she said.\n\nThe report says so.\n\nRead it here`);
  assert.ok(leftOut.includes("related: MINISTER SAYS FERRIES WILL SAIL AGAIN"), leftOut.join(" | "));
});

test("a list of links that was copied is a text all the same", async () => {
  const { text } = await read(["One", "Two", "Three"].map((name) => `<p><a href="/${name}">${name} more story of the day</a></p>`).join(""));
  assert.match(text, /One more story[^]*Three more story/);
});

test("captions, credits, bylines and headings are parts, each a paragraph of its own", async () => {
  const { text, parts } = await read(`<h1>Ferry lost off Quell</h1><div class="byline">By <a href="/a">Tom Harrow</a></div>
    <figure><img alt="A grey sea"><figcaption>The harbour on Monday.<span class="credit">Photograph: Ida Holm</span></figcaption></figure>
    <p>${SENTENCE}</p>`);
  assert.deepEqual(parts, ["subheading: Ferry lost off Quell", "byline: By Tom Harrow", "caption: The harbour on Monday.", "credit: Photograph: Ida Holm"]);
  assert.equal(text.split("\n\n").length, 5);
  assert.ok(!text.includes("grey sea"));
});

test("floated and placed inline elements break no word, soft hyphens and wbr are nothing", async () => {
  const { text } = await read(`<p><span class="drop">“W</span>e looked every&shy;where in Lis<wbr>ton,” said Ann<sup class="mark"><a href="#n1">1</a></sup> Quell of 10&nbsp;000 m<sup>2</sup>.</p>`,
    { css: ".drop { float: left; font-size: 3em } .mark { position: absolute }" });
  assert.equal(text, "“We looked everywhere in Liston,” said Ann Quell of 10 000 m2.");
});

test("quotations by their elements get their marks and who said them; deleted words are not said", async () => {
  const { text, quotations, leftOut } = await read(`<p>Ms Quell said <q>the bay is <q>closed</q> </q> and <q>so it stays</q><del>, he lied</del>.</p>
    <blockquote cite="https://x.example/letter"><p>It was a long night.</p><p>We are tired.</p><footer>Tom Harrow, pilot</footer></blockquote>
    <blockquote class="twitter-tweet"><p>We did nothing wrong.</p>&mdash; Ann Quell (@annquell) <a href="https://t.example/1">June 3, 2021</a></blockquote>
    <blockquote><p>“They are marked already.”</p></blockquote>
    <figure><blockquote>A figure may show one.</blockquote><figcaption>Ida Holm</figcaption></figure>`);
  assert.equal(text, [
    "Ms Quell said “the bay is ‘closed’” and “so it stays”.", "“It was a long night.", "“We are tired.”\n— Tom Harrow, pilot",
    "“We did nothing wrong.”\n— Ann Quell", "“They are marked already.”", "“A figure may show one.”\n— Ida Holm",
  ].join("\n\n"));
  assert.deepEqual(quotations.map(([, cite]) => cite), ["https://x.example/letter", "https://t.example/1", null, null]);
  assert.deepEqual(leftOut, ["deleted: , he lied"]);
});

test("what is hidden, folded to nothing or blurred is not read", async () => {
  const { text, leftOut } = await read(`<p>Seen.</p><p class="a">Not shown.</p><div class="b"><p>Folded.</p></div><p class="c">For subscribers.</p><details><summary>More</summary><p>In a fold that opens.</p></details>`,
    { css: ".a { display: none } .b { height: 0; overflow: hidden } .c { filter: blur(4px) }" });
  assert.equal(text, "Seen.\n\nMore\n\nIn a fold that opens.");
  assert.deepEqual(leftOut, ["hidden: Not shown.\n\nFolded.", "paywall: For subscribers."]);
});

test("lines, lists, tables", async () => {
  const { text } = await read(`One<br>two<br><br>three<ul><li>four</li><li>five</li></ul><table><tr><th>Name</th><th>Age</th></tr><tr><td>Ann</td><td>34</td></tr></table>
    <table><tr><td><p>laid out</p></td><td><p>by a table</p></td></tr></table>a<span hidden>x</span>b`);
  assert.equal(text, "One\ntwo\n\nthree\n\nfour\n\nfive\n\nName\tAge\n\nAnn\t34\n\nlaid out\n\nby a table\n\nab");
});

test("what a component shows from its shadow root is read, and what fills its slots", async () => {
  await withModules(browser, async (page) => {
    const text = await page.evaluate(async () => {
      const host = document.createElement("x-story");
      document.body.append(host);
      const root = host.attachShadow({ mode: "open" });
      const made = (tag, words) => Object.assign(document.createElement(tag), { textContent: words });
      root.append(made("p", "In the shadow."), document.createElement("slot"));
      host.append(made("p", "In the light."));
      const { readStory } = await import("/clean/story.js");
      return readStory(host, { computedStyle: (element) => getComputedStyle(element) }).text;
    });
    assert.equal(text, "In the shadow.\n\nIn the light.");
  });
});

test("the article of a whole page is found, with headline, byline, date and captions", async () => {
  const links = (name) => Array.from({ length: 12 }, (_, i) => `<li><a href="/${name}${i}">${name} number ${i} of the day</a></li>`).join("");
  const found = await clean(`<!doctype html><html lang="en-GB"><head><title>Ferry lost off Quell | The Quell Herald</title>
    <meta property="og:title" content="Ferry lost off Quell"><meta property="og:site_name" content="The Quell Herald">
    <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferry lost off Quell","datePublished":"2021-06-08T02:10:00Z","author":[{"name":"Tom Harrow"}]}]}</script>
    <style>p { color: red }</style><base href="http://elsewhere.example/"></head>
    <body onload="go()" style="opacity: 0"><header><nav><ul>${links("Section")}</ul></nav></header>
    <div class="wrap"><main><h1>Ferry lost off Quell</h1><div class="byline">By Tom Harrow</div><time class="date" datetime="2021-06-07">June 7, 2021</time>
    <figure><img src="/sea.jpg" onerror="go()"><figcaption>The harbour of Quell on Monday.</figcaption></figure>
    <div class="story-body">${BODY}<p><a href="/r">Read more: Harbour office to close</a></p></div>
    <div class="author-bio"><p>Tom Harrow is a reporter at the Quell Herald.</p></div></main>
    <div class="sidebar"><h3>Most read</h3><ul>${links("Story")}</ul></div></div>
    <section id="comments"><p>“You are all wrong, and I have said so for years,” wrote somebody below the story, at some length.</p></section>
    <footer><p>© 2021 The Quell Herald. All rights reserved.</p></footer></body></html>`);
  assert.ok(bodyText(found.text));
  assert.deepEqual([found.headline, found.byline, found.date, found.language], ["Ferry lost off Quell", "Tom Harrow", "2021-06-07", "en-gb"]);
  for (const stranger of ["Section number", "Story number", "Most read", "Read more", "is a reporter", "somebody below", "rights reserved"]) {
    assert.ok(!found.text.includes(stranger), stranger);
    assert.ok(found.leftOut.some(({ text }) => text.includes(stranger)), `${stranger} can be put back`);
  }
  assert.deepEqual(found.parts, ["headline: Ferry lost off Quell", "byline: By Tom Harrow", "byline: June 7, 2021", "caption: The harbour of Quell on Monday."]);
});

/** What the clipboard holds after Ctrl+A and Ctrl+C on a page of the browser. */
async function copied(html) {
  let clipboard;
  await withModules(browser, async (page) => {
    await page.evaluate(async (html) => {
      const { parseInert } = await import("/clean/inert.js");
      document.body.append(...parseInert(html).body.childNodes);
    }, html);
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Control+C");
    clipboard = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item.getType("text/html")).text();
    });
  });
  return clipboard;
}

const PARTED = ["Ferry lost off Quell", "By Tom Harrow", "June 7, 2021", "The harbour on Monday."];

test("the day beside the byline goes before the time of another story", async () => {
  const body = "The storm took the ferry on its way to the mainland, and twelve people with it, the coast guard said.";
  const { date } = await clean(`<p>Latest <time datetime="2021-06-20T08:00Z">2 hours ago</time></p><h1>Ferry lost off Quell</h1><p>By Tom Harrow</p><p>| June 7, 2021 12:01 PM</p><p>${body}</p>`);
  assert.equal(date, "2021-06-07");
  const { date: only } = await clean(`<h1>Ferry lost off Quell</h1><p>By Tom Harrow <time datetime="2021-06-08T08:00Z">yesterday</time></p><p>${body}</p>`);
  assert.equal(only, "2021-06-08");
});

test("a copy from a rendered page keeps headline, byline, date, caption and lede apart", async () => {
  const html = await copied(`<h1>Ferry lost off Quell</h1><div><span>By Tom Harrow</span></div><div>June 7, 2021</div>
    <figure><img alt="A grey sea"><figcaption>The harbour on Monday.</figcaption></figure>${BODY}`);
  assert.match(html, /style=/);
  const { text, parts, headline, byline, date } = await clean(html);
  assert.ok(bodyText(text));
  assert.deepEqual(text.split("\n\n").slice(0, 4), PARTED);
  assert.deepEqual(parts, ["headline: Ferry lost off Quell", "byline: By Tom Harrow", "byline: June 7, 2021", "caption: The harbour on Monday."]);
  assert.deepEqual([headline, byline, date], ["Ferry lost off Quell", "Tom Harrow", "2021-06-07"]);
});

test("a copy of everything on a page is cleaned as a page", async () => {
  const links = Array.from({ length: 30 }, (_, i) => `<li><a href="/${i}">Section ${i}</a></li>`).join("");
  const { text } = await clean(await copied(`<ul>${links}</ul><h1>Ferry lost off Quell</h1>${BODY}<h3>Most read</h3><ul>${links}</ul>`));
  assert.ok(bodyText(text));
  assert.ok(!text.includes("Section 12"));
});

test("Word, Google Docs and mail programs", async () => {
  const lede = "The ferry left the harbour at noon.";
  const sources = {
    Word: `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"><style>p.MsoNormal{margin:0}</style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>Ferry lost off
Quell<o:p></o:p></p><p class=MsoNormal>By Tom Harrow<o:p></o:p></p><p class=MsoNormal>June 7, 2021<o:p></o:p></p><p class=MsoCaption>The harbour on Monday.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>The ferry <span style='mso-spacerun:yes'> </span>left the harbour at noon.<span style='display:none;mso-hide:all'>secret</span><o:p></o:p></p><!--EndFragment--></body></html>`,
    "Google Docs": `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-size:20pt;">Ferry lost off Quell</span></h1><p dir="ltr"><span>By Tom Harrow</span></p><p dir="ltr"><span>June 7, 2021</span></p><p dir="ltr"><span>The harbour on Monday.</span></p><br /><p dir="ltr"><span>The ferry left the </span><span style="font-style:italic">harbour</span><span> at noon.</span></p></b>`,
    Gmail: `<div dir="ltr"><div><b>Ferry lost off Quell</b></div><div>By Tom Harrow</div><div>June 7, 2021</div><div>The harbour on Monday.</div><div><br></div><div>The ferry left the&nbsp;harbour at noon.</div></div>`,
    Outlook: `<div class="WordSection1"><table><tr><td><p class="MsoNormal">Ferry lost off Quell</p><p class="MsoNormal">By Tom Harrow</p></td></tr><tr><td>June 7, 2021<br><br>The harbour on Monday.</td></tr></table><p class="MsoNormal">The ferry left the harbour at noon.</p></div>`,
  };
  for (const [program, html] of Object.entries(sources)) {
    const { text, byline, date } = await clean(html);
    assert.equal(text, [...PARTED, lede].join("\n\n"), program);
    assert.deepEqual([byline, date], ["Tom Harrow", "2021-06-07"], program);
  }
});

test("parsing asks for nothing, runs nothing and logs nothing", async () => {
  const { text } = await clean(`<html><head><link rel=stylesheet href=/a.css><style>@import "/b.css"</style><meta http-equiv=refresh content="0;url=/c"></head>
    <body style="color:red" ONLOAD=x()><img src=/d onerror='x("a>b")'><svg onload=x()><style>a{}</style><image href=/e /></svg><iframe src=/f srcdoc="<p style=x>"></iframe>
    <video src=/g poster=/h autoplay></video><object data=/i></object><p STYLE = "color:red" title="a > b <i style=x>">Kept &lt;p style="x"&gt; as words: 2 < 3.</p><script>document.write("<p>no")</script><textarea><p style=x></textarea><!-- <p>no --></body>`);
  assert.equal(text, 'Kept <p style="x"> as words: 2 < 3.');
});

test("broken and empty sources lose no text and never fail", async () => {
  assert.equal((await clean("")).text, "");
  assert.equal((await clean("<p")).text, "");
  assert.equal((await clean("<p>one<p>two<div>three</p>four")).text, "one\n\ntwo\n\nthree\n\nfour");
  assert.equal((await clean("a < b <> c <1> d </ e")).text.replace(/\s+/g, " ").slice(0, 16), "a < b <> c <1> d");
  assert.equal((await clean("<p title='never closed>one</p>")).text, "one");
});

test("time is linear in depth and in length", async () => {
  await withModules(browser, async (page) => {
    const ratios = await page.evaluate(async (body) => {
      const { cleanHtml } = await import("/clean/fragment.js");
      const time = (source) => {
        const best = Array.from({ length: 3 }, () => {
          const start = performance.now();
          if (!cleanHtml(source).text) throw new Error("lost");
          return performance.now() - start;
        });
        return Math.min(...best) + 5;
      };
      const deep = (depth) => `${"<div>".repeat(depth)}deep`;
      const long = (times) => `<meta name=viewport>${body.repeat(times)}`;
      return [time(deep(40_000)) / time(deep(10_000)), time(long(160)) / time(long(40))];
    }, BODY);
    for (const ratio of ratios) assert.ok(ratio < 12, `four times as much took ${ratio.toFixed(1)} times as long`);
  });
});
