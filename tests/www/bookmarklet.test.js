/** The bookmarklet on pages of others: where it may, and a clear word where it may not. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { STORY } from "./guest.mjs";
import { openBrowser, withPage } from "./harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

/** Another host's page. */
async function onPageOf(body, headers, use) {
  const server = createServer((_, response) => response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const host = `http://127.0.0.1:${server.address().port}/`;
  try {
    await withPage(browser, { ready: false, hosts: [host], allow: /./ }, async (page, address) => {
      await page.goto(`${address}embed.html`);
      const code = await page.evaluate(() => document.querySelector("#bookmarklet").href);
      assert.match(code, /^javascript:/);
      await page.goto(host);
      const run = () => page.evaluate(decodeURIComponent(code.slice("javascript:".length)));
      await use(page, run);
    });
  } finally {
    server.close();
  }
}

const html = `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,"><nav><a href="/">Home</a></nav>${STORY}<aside class="related"><p>“Vote for me,” says Carl Wood.</p></aside>`;
const panel = (page) => page.evaluate(() => [...document.body.children].find((each) => each.shadowRoot)?.shadowRoot.querySelector("aside"));
const panelText = (page, words) => page.waitForFunction((words) => {
  const aside = [...document.body.children].find((each) => each.shadowRoot)?.shadowRoot.querySelector("aside");
  const all = aside && [aside.textContent, ...[...aside.querySelectorAll("*")].map((each) => each.shadowRoot?.textContent ?? "")].join(" ");
  return all?.includes(words) ? all : null;
}, words, { timeout: 60_000 }).then((handle) => handle.jsonValue());

test("it marks the article in place, lists it at the side, and goes away at the second click", async () => {
  await onPageOf(html, {}, async (page, run) => {
    const before = await page.evaluate(() => document.body.innerHTML);
    await run();
    const listed = await panelText(page, "2 voices");
    assert.match(listed, /Anna Lindqvist[^]*Theo Marsh/);
    assert.ok(!listed.includes("Carl Wood"));
    assert.ok(await page.evaluate(() => CSS.highlights.has("whosaid-direct-1")));
    await run();
    await page.waitForFunction(() => CSS.highlights.size === 0);
    assert.equal(await page.evaluate(() => document.body.innerHTML), before);
  });
});

test("where a page allows no foreign script it says so, and what to do instead", async () => {
  await onPageOf(html, { "Content-Security-Policy": "script-src 'self'" }, async (page, run) => {
    const said = new Promise((done) => page.once("dialog", (dialog) => {
      done(dialog.message());
      dialog.dismiss();
    }));
    await run().catch(() => {});
    assert.match(await said, /This page lets no script of others run\. Copy the article and paste it at http/);
    assert.equal(await panel(page), undefined);
  });
});

test("where it may run but not compile, and where there is no article, the panel says so", async () => {
  await onPageOf(html, { "Content-Security-Policy": "script-src http: 'unsafe-inline'" }, async (page, run) => {
    await run();
    assert.match(await panelText(page, "This page's policy forbids"), /forbids WebAssembly|forbids whosaid to load/);
  });
  await onPageOf(`<!doctype html><html lang="en"><title>.</title><nav>Home</nav>`, {}, async (page, run) => {
    await run();
    await panelText(page, "found no article");
  });
});
