/**
 * What the tests of the page share: a server of site/, a headless Chromium, and a page that fails
 * its test on any console error and any request that is not for the site's own files.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SITE = resolve(process.env.WHOSAID_SITE ?? join(ROOT, "site"));
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const TYPES = {
  ".bin": "application/octet-stream", ".css": "text/css", ".html": "text/html", ".js": "text/javascript",
  ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8", ".webmanifest": "application/manifest+json", ".json": "application/json", ".wasm": "application/wasm",
};
/** How long the page may take on a busy machine, in milliseconds. */
const PATIENCE = Number(process.env.WHOSAID_WAIT ?? 60_000);
/** The site may lie in any folder of a host. */
const BASE = "/some/where/";

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** @returns {string} the path of a browser, or the end of the run with a word on what to do */
export function findBrowser() {
  const found = [process.env.CHROMIUM, ...BROWSERS].find((path) => path && existsSync(path));
  if (found) return found;
  console.error("No Chromium found. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.");
  process.exit(1);
}

/**
 * Serves the site.
 *
 * @param {{ files?: Record<string, string | null>, headers?: Record<string, Record<string, string>> }} [changes]
 *   by path in the site: other contents (`null`: missing), more headers
 */
export async function serveSite({ files = {}, headers = {} } = {}) {
  if (!existsSync(join(SITE, "index.html"))) {
    console.error(`No page in ${SITE}. Build it first: make site`);
    process.exit(1);
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const name = path.slice(BASE.length) || "index.html";
    const file = join(SITE, normalize(`/${name}`));
    // Tests name what lies in assets/ without its hash.
    const plain = name.replace(/^(assets\/.*)-[0-9a-f]{10}(?=\.\w+$)/, "$1");
    const missing = !path.startsWith(BASE) || files[plain] === null || (!(plain in files) && !existsSync(file));
    if (missing) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "text/plain", "Access-Control-Allow-Origin": "*", ...headers[plain] });
    response.end(files[plain] ?? readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, address: origin + BASE, close: () => new Promise((done) => server.close(done)) };
}

/** One browser a test file. */
export async function openBrowser() {
  return chromium.launch({ executablePath: findBrowser(), args: FLAGS, headless: true });
}

/**
 * Opens the site in a page of its own, hands it to `use`, and checks afterwards that it kept quiet.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{ site?: Parameters<typeof serveSite>[0], context?: object, ready?: boolean, allow?: RegExp, hosts?: string[] }} options
 *   `allow`: console messages that belong to the test; `hosts`: addresses that may be asked beside the site's own
 * @param {(page: import("playwright-core").Page, address: string) => Promise<void>} use
 */
export async function withPage(browser, { site, context = {}, ready = true, allow, hosts = [] }, use) {
  const served = await serveSite(site);
  const opened = await browser.newContext({ viewport: DESKTOP, reducedMotion: "reduce", serviceWorkers: "block", ...context });
  opened.setDefaultTimeout(PATIENCE);
  const page = await opened.newPage();
  const noise = [];
  const foreign = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !allow?.test(message.text())) noise.push(message.text());
  });
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (![served.address, ...hosts].some((host) => url.startsWith(host)) && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  try {
    await page.goto(served.address);
    if (ready) await waitForFindings(page);
    await use(page, served.address);
    assert.deepEqual(noise, [], "nothing on the console");
    assert.deepEqual(foreign, [], "no request but for the site's own files");
  } finally {
    await opened.close();
    await served.close();
  }
}

/**
 * A blank page that can import the modules of www/ from "/", as they are written, under the page's own policy.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {(page: import("playwright-core").Page, noise: string[]) => Promise<void>} use `noise`: what the console said and what was asked for
 */
export async function withModules(browser, use) {
  const opened = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await opened.newPage();
  /** @type {string[]} */
  const noise = [];
  const policy = /content="(default-src[^"]*)"/.exec(readFileSync(join(ROOT, "www/index.html"), "utf8"))[1];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  await page.route("**/*", (route) => {
    const path = normalize(new URL(route.request().url()).pathname);
    const headers = { "Content-Security-Policy": policy };
    if (path === "/") return route.fulfill({ contentType: "text/html", headers, body: "<!doctype html><html lang=en><title>.</title>" });
    const file = join(ROOT, "www", path);
    if (path.endsWith(".js") && existsSync(file)) return route.fulfill({ contentType: "text/javascript", body: readFileSync(file) });
    noise.push(`asked for ${route.request().url()}`);
    return route.fulfill({ status: 404 });
  });
  try {
    await page.goto("http://localhost/");
    noise.length = 0;
    await use(page, noise);
  } finally {
    await opened.close();
  }
}

/** Until the core has read the text and its places are on the map. */
export async function waitForFindings(page) {
  await page.waitForSelector("#article[data-state='read']", { timeout: PATIENCE });
}

/** Pastes as a browser does, into whatever has the focus. */
export async function paste(page, { text = "", html = "" }) {
  await page.evaluate(({ text, html }) => {
    const data = new DataTransfer();
    if (text) data.setData("text/plain", text);
    if (html) data.setData("text/html", html);
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, { text, html });
}

/** Selects the first words like these in the article, as a mouse would. */
export const select = (page, words) => page.evaluate((words) => {
  const walker = document.createTreeWalker(document.querySelector("#article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue.indexOf(words);
    if (at >= 0) return getSelection().setBaseAndExtent(node, at, node, at + words.length);
  }
}, words);
