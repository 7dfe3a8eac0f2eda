/**
 * What the page says: the line of what was found, the notice under it, and the polite words for a
 * screen reader.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { byId, element } from "../dom.js";
import { strings } from "../strings.js";

/** @param {string} words for a screen reader, politely */
export function say(words) {
  byId("status").textContent = words;
}

/** @param {...(string | Node)} parts shown under the summary; none to clear it */
export function notify(...parts) {
  const notice = byId("notice");
  notice.replaceChildren(...parts);
  notice.hidden = !notice.textContent;
}

/** @param {string} words shown and said */
export function complain(words) {
  notify(words);
  say(words);
}

/**
 * @param {Findings} findings
 * @param {() => void} onCheck begins the queue of what is to be checked
 */
export function summarize(findings, onCheck) {
  const { quotes, mentions, figures } = findings.annotation;
  const summary = byId("summary");
  if (!quotes.length && !mentions.length && !figures.length) {
    summary.textContent = strings.nothingFound;
  } else if (!quotes.length) {
    summary.textContent = `${strings.summary(findings)}. ${strings.noQuotes}`;
  } else if (!findings.doubtful.length) {
    summary.textContent = `${strings.summary(findings)}.`;
  } else {
    const check = element("button", { type: "button", title: strings.toCheckLabel, id: "check", "aria-keyshortcuts": "c" }, strings.toCheck(findings.doubtful.length));
    check.addEventListener("click", onCheck);
    summary.replaceChildren(`${strings.summary(findings)}; `, check, ".");
  }
}

/**
 * @param {{ date: string | null, stated: string | null, given: boolean }} day that dates are counted from, and
 *   whether the reader gave it
 */
export function showDate({ date, stated, given }) {
  /** @type {HTMLInputElement} */ (byId("date")).value = date ?? "";
  byId("date-note").textContent =
    given && date !== stated ? (date ? strings.date.given : strings.date.none)
    : date ? strings.date.stated
    : strings.date.open;
}
