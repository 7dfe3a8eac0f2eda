/** The browser extension, loaded unpacked: a click reads the page's article in place, under policies that forbid nearly everything. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import puppeteer from "puppeteer-core";
import { findBrowser } from "../www/harness.mjs";

const FOLDER = fileURLToPath(new URL("../../extension/build", import.meta.url));
const WORDS = [
  "“We looked at every way to keep it open,” Mayor Anna Lindqvist told reporters in Lisbon on Tuesday. “There is none.”",
  "Theo Marsh, a bicycle seller, called the decision “a surprise, and not a good one.” It will cost $84 million.",
  "Residents of the old quarter have used the bridge for a hundred years, and many of them walked over it on Tuesday evening.",
];
const PAGES = {
  "/": `<!doctype html><html lang="en"><title>Bridge to close</title><nav><a href="/">Home</a> <a href="/x">World</a></nav>
    <main><article id="story"><h1>Bridge to close</h1>${WORDS.map((words) => `<p>${words}</p>`).join("")}</article>
    <aside class="related"><h3>“Vote for me,” says Carl Wood</h3></aside></main><footer>All rights reserved</footer>`,
  "/spanish": `<!doctype html><html lang="es"><title>Puente</title><article>${"<p>«No hay otra forma de hacerlo», dijo la alcaldesa Ana Ruiz el martes en Lisboa, donde los vecinos protestaron durante toda la semana.</p>".repeat(4)}</article>`,
  "/empty": `<!doctype html><html lang="en"><title>Nothing</title><nav>Home</nav>`,
};
const POLICY = "default-src 'none'; script-src 'none'; style-src 'none'; connect-src 'none'; worker-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

let browser;
let extension;
let server;
let address;
/** Where a request went that is not ours. */
const asked = [];
before(async () => {
  assert.ok(existsSync(`${FOLDER}/manifest.json`), "no extension: make extension");
  server = createServer((request, response) => {
    asked.push(request.url);
    const body = PAGES[request.url];
    response.writeHead(body ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY }).end(body ?? "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  address = `http://127.0.0.1:${server.address().port}`;
  browser = await puppeteer.launch({
    executablePath: findBrowser(), headless: true, pipe: true, enableExtensions: [FOLDER],
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("background.js"));
  const [, id] = /chrome-extension:\/\/(\w+)\//.exec(worker.url());
  extension = (await browser.extensions()).get(id);
});
after(async () => {
  await browser?.close();
  server?.close();
});

/** Opens a page, clicks the extension and waits for its panel. */
async function clicked(path, use) {
  const page = await browser.newPage();
  await page.goto(address + path);
  const before = await page.evaluate(() => document.body?.innerHTML);
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((target) => target.url().includes("/panel.html?tab="), { timeout: 30_000 });
  const panel = await target.asPage();
  try {
    await use(page, panel, before);
  } finally {
    await page.close();
    await panel.close().catch(() => {});
  }
}
const said = (panel, words) => panel.waitForFunction((words) => document.querySelector("#word").textContent.includes(words) || document.querySelector("#list").shadowRoot.textContent.includes(words), { timeout: 60_000 }, words);

test("it asks for the page that was clicked alone", () => {
  const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, "utf8"));
  assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "sidePanel"]);
  assert.deepEqual([manifest.host_permissions, manifest.optional_host_permissions, manifest.content_scripts, manifest.externally_connectable], [undefined, undefined, undefined, undefined]);
  assert.match(manifest.content_security_policy.extension_pages, /connect-src 'self'/);
});

test("a click marks the article in place and lists it in the side panel, whatever the page's policy; nothing is asked for", async () => {
  await clicked("/", async (page, panel, before) => {
    await said(panel, "2 voices");
    const list = await panel.evaluate(() => document.querySelector("#list").shadowRoot.textContent);
    for (const words of ["Anna Lindqvist", "Theo Marsh", "$84 million", "Lisbon", "Portugal", "GeoNames"]) assert.ok(list.includes(words), `${words} in ${list}`);
    assert.ok(!list.includes("Carl Wood"), "a box beside the article");
    const [marks, html, sheets] = await page.evaluate(() => [[...CSS.highlights.keys()], document.body.innerHTML, document.adoptedStyleSheets.length]);
    assert.ok(marks.includes("whosaid-direct-1") && marks.includes("whosaid-figure"), marks.join());
    assert.equal(sheets, 1);
    assert.equal(html, before);

    // A choice in the panel leads to the words, and opens the card there.
    await panel.evaluate(() => document.querySelector("#list").shadowRoot.querySelector("[data-item=quote-0]").click());
    await page.waitForFunction(() => CSS.highlights.has("whosaid-glow"));
    // Fewer kinds, fewer marks; and all of them go.
    await panel.click("input[name=figures]");
    await page.waitForFunction(() => !CSS.highlights.has("whosaid-figure"));
    await panel.click("#stop");
    await page.waitForFunction(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
    await said(panel, "The marks are gone");
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-whosaid-ignore]").length), 0);
  });
  assert.deepEqual(asked.filter((path) => path !== "/favicon.ico"), ["/"]);
});

test("pages without an English article are told so", async () => {
  for (const path of ["/spanish", "/empty"]) await clicked(path, (_page, panel) => said(panel, "No article in English"));
});
