/** Every snippet of docs/integrate.md, run as it stands there. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./harness.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".bin": "application/octet-stream", ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };
const GUIDE = readFileSync(join(ROOT, "docs/integrate.md"), "utf8");
/** By language and the heading above. @type {{ language: string, under: string, code: string, used: boolean }[]} */
const snippets = [...GUIDE.matchAll(/```(\w+)\n([^]*?)```/g)].map(({ 1: language, 2: code, index }) => ({ language, code, under: GUIDE.slice(0, index).match(/^## (.*)$/gm).at(-1).slice(3), used: false }));
function snippet(language, under) {
  const found = snippets.find((each) => each.language === language && each.under.startsWith(under) && !each.used);
  assert.ok(found, `${language} under ${under}`);
  found.used = true;
  return found.code;
}

const WORDS = "“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday.";
const STORY = `<article id="story"><p>${WORDS}</p></article>`;
/** In place of a bundler. */
const MAP = `<script type="importmap">${JSON.stringify({ imports: { "whosaid/element/class": "/npm/element-class.js" } })}</script>`;
const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>A site</title><link rel="icon" href="data:,">${MAP}<body>${body}`;

let browser;
let server;
let host = "";
const folder = mkdtempSync(join(tmpdir(), "whosaid-guide-"));
before(async () => {
  browser = await openBrowser();
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    const file = pathname.startsWith("/whosaid/pkg/") ? join(ROOT, pathname.slice("/whosaid".length)) : pathname.startsWith("/whosaid/") ? join(ROOT, "site", pathname.slice("/whosaid".length))
      : pathname.startsWith("/npm/") ? join(ROOT, "pkg", pathname.slice("/npm".length)) : pathname === "/annotations/story.json" ? join(folder, "story.json") : null;
    if (pathname === "/") return void response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(host);
    if (!file || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
});
after(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Shows a page, and hands it over with what was asked for and said. */
async function withHost(body, use) {
  host = page(body);
  const opened = await browser.newPage();
  opened.setDefaultTimeout(60_000);
  const noise = [];
  const asked = [];
  opened.on("console", (message) => message.type() !== "log" && noise.push(message.text()));
  opened.on("pageerror", (error) => noise.push(String(error)));
  opened.on("request", (request) => asked.push(new URL(request.url()).pathname));
  try {
    await opened.goto(`http://127.0.0.1:${server.address().port}/`);
    await use(opened, asked);
    assert.deepEqual(noise, []);
  } finally {
    await opened.close();
  }
}
const readBy = (opened) => opened.waitForFunction(() => document.querySelector("whosaid-article")?.annotation?.quotes.length === 1);
const painted = (opened) => opened.waitForFunction(() => CSS.highlights.has("whosaid-direct-1") || CSS.highlights.has("whosaid-figure"));

test("the element, from your own server", () => withHost(snippet("html", "The element").replace("…", `<p>${WORDS}</p>`), async (opened) => {
  await readBy(opened);
  await painted(opened);
}));

const SCRIPT = `<script type="module" src="/whosaid/whosaid-article.js"></script>`;
test("an annotation made once, by the command line and in Node", async () => {
  const target = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  const program = process.env.WHOSAID ?? ["debug", "score", "release"].map((profile) => `${target}/${profile}/whosaid`).find(existsSync);
  assert.ok(program, "no command line: cargo build");
  const element = snippet("html", "An annotation made once");
  const check = () => withHost(STORY + element + SCRIPT, async (opened, asked) => {
    await readBy(opened);
    await painted(opened);
    assert.deepEqual(asked.filter((path) => /wasm|worker/.test(path)), []);
  });

  writeFileSync(join(folder, "story.txt"), `${WORDS}\n`);
  symlinkSync(program, join(folder, "whosaid"));
  const shell = spawnSync("bash", ["-euc", snippet("sh", "An annotation made once")], { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: `${folder}:${process.env.PATH}` } });
  assert.equal(shell.status, 0, shell.stderr);
  await check();

  rmSync(join(folder, "story.json"));
  writeFileSync(join(folder, "make.mjs"), snippet("js", "An annotation made once").replace(`from "whosaid"`, `from ${JSON.stringify(join(ROOT, "pkg/node.js"))}`));
  const made = spawnSync(process.execPath, ["make.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(made.status, 0, made.stderr);
  await check();
});

test("a script tag without modules", () => withHost(`${STORY}<whosaid-article></whosaid-article>${snippet("html", "A script tag")}`, async (opened) => {
  await readBy(opened);
  assert.ok(await opened.evaluate(() => typeof whosaid.attach === "function" && typeof whosaid.Annotator === "function"));
}));

test("without an element", () => withHost(`${STORY}<aside></aside><script type="module">${snippet("js", "Without an element")} window.guest = guest;</script>`, async (opened) => {
  await painted(opened);
  await opened.evaluate(() => window.guest.update({ kinds: "quotes" }));
  await opened.evaluate(() => window.guest.choose({ kind: "quote", index: 0 }));
  await opened.waitForFunction(() => CSS.highlights.has("whosaid-glow"));
  await opened.evaluate(() => window.guest.destroy());
  assert.deepEqual(await opened.evaluate(() => [CSS.highlights.size, document.querySelector("aside").innerHTML]), [0, ""]);
}));

test("beside an editor", () => withHost(`<div class="ProseMirror" contenteditable="true"><p>${WORDS}</p><p>“Nobody knows who said this,” it was said.</p></div><aside></aside><script type="module">${snippet("js", "Beside an editor")}</script>`, async (opened) => {
  await painted(opened);
  await opened.waitForFunction(() => document.querySelector("aside").firstElementChild?.shadowRoot.textContent.includes("Kaja Kallas"));
}));

test("in a frame", () => withHost(STORY + snippet("html", "In a frame"), async (opened) => {
  await opened.waitForFunction(() => document.querySelector("#voices").contentDocument.querySelector("whosaid-article")?.annotation?.quotes.length === 1);
  await opened.waitForFunction(() => parseFloat(document.querySelector("#voices").style.height) > 100);
}));

test("no snippet is left out", () => assert.deepEqual(snippets.filter(({ used }) => !used), []));
