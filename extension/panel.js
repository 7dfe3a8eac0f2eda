/**
 * The side panel: the list of what was found in the page of its tab, by the same modules as an embed's. A choice leads there.
 */

import { List } from "../www/embed/list.js";
import { makeSettings } from "../www/embed/options.js";
import { selectFindings } from "../www/embed/select.js";
import { Shell } from "../www/embed/shell.js";
import { makeSay } from "../www/embed/strings.js";
import { deriveFindings } from "../www/model/findings.js";

const WORDS = {
  reading: "Reading the article…",
  read: "",
  nothing: "No article in English was found on this page.",
  stopped: "The marks are gone. Click the extension again to read the page.",
  failed: "The article could not be read.",
  refused: "The browser keeps extensions out of this page.",
};

const tab = Number(new URLSearchParams(location.search).get("tab"));
const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("#kinds input")]);
const root = byId("list").attachShadow({ mode: "open" });
const say = makeSay("en", {});
/** @type {{ text: string, annotation: any } | null} */
let read = null;
/** @type {{ shell: Shell, list: List } | null} */
let shown = null;

const kinds = () => boxes.filter(({ checked }) => checked).map(({ name }) => name).join(" ");

function show() {
  if (!read) return;
  const settings = makeSettings({ kinds: kinds() || "quotes", list: "open" });
  if (!shown) {
    const shell = new Shell(root, () => {});
    shown = { shell, list: new List(shell, (choice) => ask({ whosaid: "choose", choice }), new AbortController().signal) };
  }
  shown.shell.dress(settings, say);
  shown.shell.colour(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light", 16);
  shown.list.show(selectFindings(deriveFindings(read.text, read.annotation), settings, true), settings, say);
}

/** @param {any} message */
function take({ state, text, annotation }) {
  byId("word").textContent = WORDS[/** @type {keyof typeof WORDS} */ (state)] ?? "";
  read = state === "read" ? { text, annotation } : null;
  byId("kinds").hidden = byId("stop").hidden = !read;
  byId("list").hidden = !read;
  show();
}

/** @param {object} message @returns {Promise<any>} nothing where nobody answers */
const ask = (message) => chrome.tabs.sendMessage(tab, message).catch(() => undefined);

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message?.whosaid === "refused" && message.tabId === tab) take({ state: "refused" });
  if (sender.tab?.id !== tab) return;
  if (message?.whosaid === "state") take(message);
  if (message?.whosaid === "chosen") shown?.list.choose(message.choice);
});
for (const box of boxes) {
  box.addEventListener("change", () => {
    show();
    ask({ whosaid: "kinds", kinds: kinds() || "quotes" });
  });
}
byId("stop").addEventListener("click", () => ask({ whosaid: "stop" }));
take({ state: "reading" });
const answer = await ask({ whosaid: "ask" });
if (answer) take(answer);
