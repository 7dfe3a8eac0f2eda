/**
 * Keeps one whole version of the page on the device and serves the page from it alone: never half old, half new.
 * The build puts in what there is (scripts/site.mjs): a version, and each file with its SHA-256.
 *
 * A new version is fetched file by file, each checked against its hash, into a store of its own; where one is
 * missing or of another version (a server in the middle of an update) nothing is installed, and the next visit tries
 * again. It takes over once no tab has the old one, or when the reader asks for it in the only tab.
 *
 * @type {{ version: string, files: Record<string, string> }}
 */
const { version, files } = /** @type {any} */ (self).WHOSAID_SITE;
const worker = /** @type {any} */ (self);
const NAME = "whosaid-page-";
const store = NAME + version;
const address = (/** @type {string} */ file) => new URL(file, worker.registration.scope).href;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(worker.registration.scope)) return;
  const path = url.origin + url.pathname;
  const file = path === worker.registration.scope ? "index.html" : path.slice(worker.registration.scope.length);
  if (Object.hasOwn(files, file)) event.respondWith(answer(file, request));
});
worker.addEventListener("message", async (/** @type {any} */ { data, ports: [port] }) => {
  if (data !== "take-over") return;
  const tabs = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  port.onmessage = () => worker.skipWaiting();
  port.postMessage(tabs.length < 2);
});

async function install() {
  const cache = await caches.open(store);
  const before = new Set((await cache.keys()).map(({ url }) => url));
  for (const [file, hash] of Object.entries(files)) {
    if (before.has(address(file))) continue; // of an attempt that was cut short
    const response = await fetch(address(file), { cache: "no-cache", credentials: "same-origin" });
    const bytes = await response.clone().arrayBuffer();
    if (!response.ok || (await hashOf(bytes)) !== hash) throw new Error(`${file} is not of version ${version}`);
    await cache.put(address(file), response);
  }
}

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function forgetOthers() {
  for (const name of await caches.keys()) if (name.startsWith(NAME) && name !== store) await caches.delete(name);
}

/** @param {string} file @param {Request} request */
async function answer(file, request) {
  const kept = await (await caches.open(store)).match(address(file));
  return kept ?? fetch(request); // the browser made room
}
