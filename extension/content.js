/**
 * In the page that the reader clicked for: finds its article, marks it, and tells the panel. It runs in the extension's own world,
 * which shares the page's DOM and nothing else; the core runs in the extension's worker.
 *
 * It tells `{ whosaid: "state", state, … }` to the panel and takes `{ whosaid: "ask" | "choose" | "kinds" | "stop", … }` from it.
 *
 * @typedef {{ state: "reading" | "read" | "nothing" | "stopped" | "failed", text?: string, annotation?: unknown, message?: string }} State
 */

import { attach } from "../www/embed/attach.js";
import { findArticle } from "../www/embed/find-article.js";

/** @type {any} */
const world = globalThis;
world.whosaid?.stop();

/** @type {ReturnType<typeof attach> | null} */
let guest = null;
/** @type {State} */
let state = { state: "reading" };

/** @param {State} next */
function tell(next) {
  state = next;
  chrome.runtime.sendMessage({ whosaid: "state", ...next }).catch(() => {}); // no panel is open
}

/** @param {string} text @param {string[]} dates @param {unknown[]} parts */
async function annotate(text, dates, parts) {
  const { annotation, error } = await chrome.runtime.sendMessage({ whosaid: "annotate", text, dates, parts });
  if (error) throw Object.assign(new Error(error.message), { code: error.code });
  return annotation;
}

/** @param {any} message @param {unknown} _sender @param {(value: unknown) => void} answer */
function listen(message, _sender, answer) {
  if (message?.whosaid === "ask") answer({ whosaid: "state", ...state });
  else if (message?.whosaid === "choose") guest?.choose(message.choice);
  else if (message?.whosaid === "kinds") guest?.update({ kinds: message.kinds });
  else if (message?.whosaid === "stop") stop();
}

function stop() {
  chrome.runtime.onMessage.removeListener(listen);
  guest?.destroy();
  guest = null;
  world.whosaid = undefined;
  tell({ state: "stopped" });
}

chrome.runtime.onMessage.addListener(listen);
world.whosaid = { stop };
const article = findArticle(document);
if (!article) tell({ state: "nothing" });
else {
  tell({ state: "reading" });
  guest = attach(article, {
    annotate, loading: "eager", kinds: "all",
    onReady: ({ text, annotation }) => tell({ state: "read", text, annotation }),
    onSelect: (choice) => chrome.runtime.sendMessage({ whosaid: "chosen", choice }).catch(() => {}),
    onEmpty: () => tell({ state: "nothing" }),
    onError: ({ code, message }) => tell({ state: code === "not-english" ? "nothing" : "failed", message }),
  });
}
