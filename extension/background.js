/**
 * The extension's own worker: it holds the core, so that pages whose policy forbids WebAssembly are read as well, and answers what the
 * reader's click begins. The text of a page comes here and goes nowhere else: the policy allows no other host.
 *
 * It takes `{ whosaid: "annotate", text, dates, parts }` from the page's script and answers `{ annotation }` or `{ error: { code, message } }`.
 */

import { load, loadGazetteer, read } from "../www/embed-worker.js";

/** @type {Promise<void> | null} */
let ready = null;

async function start() {
  const [wasm, gazetteer] = await Promise.all(["whosaid_bg.wasm", "gazetteer.bin"].map(async (name) => (await fetch(chrome.runtime.getURL(name))).arrayBuffer()));
  await load(wasm);
  await loadGazetteer(gazetteer);
}

chrome.action.onClicked.addListener((tab) => {
  if (tab.id === undefined) return;
  const tabId = tab.id;
  // Not awaited: a browser opens the panel only in the very turn of the click.
  chrome.sidePanel.setOptions({ tabId, path: `panel.html?tab=${tabId}`, enabled: true });
  chrome.sidePanel.open({ tabId }).catch(() => {}); // the marks come all the same
  chrome.scripting.executeScript({ target: { tabId }, files: ["content.js"] }).catch(() => {
    // The browser's own pages and its shop are closed to extensions; the panel says so when nobody answers it.
    chrome.runtime.sendMessage({ whosaid: "refused", tabId }).catch(() => {});
  });
});

chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message?.whosaid !== "annotate") return false;
  ready ??= start().catch((error) => {
    ready = null;
    throw error;
  });
  ready.then(() => read(message.text, { stated: message.dates, parts: message.parts })).then(({ annotation }) => answer({ annotation }))
    .catch(({ code = "unknown", message: words }) => {
      if (code === "crash") ready = null;
      answer({ error: { code, message: words } });
    });
  return true;
});
