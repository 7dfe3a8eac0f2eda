/** The page without a network, its updates, and the page in one file from a disk. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openBrowser, paste, serveSite, waitForFindings, withPage } from "./harness.mjs";

const SITE = resolve(process.env.WHOSAID_SITE ?? fileURLToPath(new URL("../../site", import.meta.url)));
let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const FERRY = "Ferry sinks\n\nORLO, March 3, 2023 - “We counted 82 dead in Oslo,” said Mayor Ada Quint of the port.";
const context = { serviceWorkers: "allow" };
/** Until a version is kept and in charge. */
const kept = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  return registration.active?.state;
});
const read = async (page) => {
  await paste(page, { text: FERRY });
  await page.waitForFunction(() => document.title.startsWith("Ferry"));
  await waitForFindings(page);
};

test("after one visit everything works without a network: reading, places, map, views, exports", async () => {
  await withPage(browser, { context: { ...context, acceptDownloads: true }, allow: /ERR_INTERNET_DISCONNECTED/ }, async (page) => {
    assert.match(await kept(page), /^activ/);
    await page.context().setOffline(true);
    await page.reload();
    await waitForFindings(page);
    await read(page);
    assert.match(await page.textContent("#panel-body"), /Ada Quint/);
    await page.click("#tab-places");
    await page.waitForSelector("#map .map-land");
    assert.match(await page.textContent("#panel-body"), /Norway/);
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures");
    await page.click("#take");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download-xlsx")]);
    assert.match(file.suggestedFilename(), /\.xlsx$/);
  });
});

/** A later version of the site: another headline, another script. */
function nextVersion() {
  const { index, app } = { index: readFileSync(join(SITE, "index.html"), "utf8"), app: readFileSync(join(SITE, "app.js"), "utf8") };
  return { index: index.replace("<h1>whosaid</h1>", "<h1>whosaid 2</h1>"), app: `${app}\ndocument.documentElement.dataset.version = "2";` };
}
async function digest(words) {
  return Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(words))).toString("hex");
}
async function listOf(next) {
  const sw = readFileSync(join(SITE, "sw.js"), "utf8");
  const site = JSON.parse(/WHOSAID_SITE=(\{.*?\}\});/.exec(sw)[1]);
  const files = { ...site.files, "index.html": await digest(next.index), "app.js": await digest(next.app) };
  return sw.replace(/WHOSAID_SITE=\{.*?\}\};/, () => `WHOSAID_SITE=${JSON.stringify({ version: "two", files })};`);
}
const version = (page) => page.evaluate(() => [document.querySelector("h1").textContent, document.documentElement.dataset.version ?? "1"]);

test("a new version is said, used whole when the reader wants it, and never half", async () => {
  const files = {};
  const served = await serveSite({ files });
  const visitor = await browser.newContext({ serviceWorkers: "allow", reducedMotion: "reduce" });
  try {
    const page = await visitor.newPage();
    await page.goto(served.address);
    await waitForFindings(page);
    await kept(page);
    const next = nextVersion();
    // The server is in the middle of an update: the list of the new version, files of the old one.
    Object.assign(files, { "sw.js": await listOf(next), "index.html": next.index });
    await page.reload();
    await waitForFindings(page);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update().catch(() => {}));
    await page.waitForTimeout(1500);
    assert.deepEqual(await version(page), ["whosaid", "1"], "what is kept is served, though the server has another");
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting), null, "half a version is not installed");
    // Now it is all there.
    files["app.js"] = next.app;
    const other = await visitor.newPage();
    await other.goto(served.address);
    await waitForFindings(other);
    assert.deepEqual(await version(other), ["whosaid", "1"]);
    await other.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await other.waitForFunction(() => /new version of this page is ready/.test(document.querySelector("#notice").textContent), null, { timeout: 30_000 });
    await other.click("#notice button");
    await other.waitForFunction(() => /Close the other tabs/.test(document.querySelector("#notice").textContent));
    await page.close();
    await other.reload();
    await waitForFindings(other);
    await other.waitForFunction(() => /new version of this page is ready/.test(document.querySelector("#notice").textContent), null, { timeout: 30_000 });
    await Promise.all([other.waitForEvent("load"), other.click("#notice button")]);
    await waitForFindings(other);
    assert.deepEqual(await version(other), ["whosaid 2", "2"]);
    // The old one is gone from the device, and the new one works without a network.
    assert.deepEqual(await other.evaluate(() => caches.keys()), ["whosaid-page-two"]);
    await visitor.setOffline(true);
    await other.reload();
    await waitForFindings(other);
    assert.deepEqual(await version(other), ["whosaid 2", "2"]);
  } finally {
    await visitor.close();
    await served.close();
  }
});

test("it can be installed: a manifest with name, start, scope and icon", async () => {
  const manifest = JSON.parse(readFileSync(join(SITE, "manifest.webmanifest"), "utf8"));
  assert.equal(manifest.display, "standalone");
  assert.ok(manifest.icons.every(({ src }) => existsSync(join(SITE, src))));
  await withPage(browser, {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    const { errors, url } = await session.send("Page.getAppManifest");
    assert.match(url, /manifest\.webmanifest$/);
    assert.deepEqual(errors, []);
  });
});

test("whosaid.html from a disk: reads, maps, views, exports and opens again, and asks for nothing", async () => {
  const visitor = await browser.newContext({ reducedMotion: "reduce", acceptDownloads: true });
  try {
    const page = await visitor.newPage();
    const noise = [];
    page.on("console", (message) => message.type() === "error" && noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(String(error)));
    page.on("request", (request) => !/^(?:file|blob|data):/.test(request.url()) && noise.push(request.url()));
    await page.goto(pathToFileURL(join(SITE, "whosaid.html")).href);
    await waitForFindings(page);
    assert.match(await page.textContent("#panel-body"), /Zelenskyy/, "the example");
    await read(page);
    assert.match(await page.textContent("#panel-body"), /Ada Quint/);
    await page.click("#tab-places");
    await page.waitForSelector("#map .map-land");
    assert.match(await page.textContent("#panel-body"), /Norway/);
    await page.click("#tab-figures");
    await page.waitForSelector("#panel-body .figures");
    await page.click("#take");
    const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download-docx")]);
    assert.match(file.suggestedFilename(), /\.docx$/);
    assert.deepEqual(noise, []);
  } finally {
    await visitor.close();
  }
});
