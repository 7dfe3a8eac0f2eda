/**
 * The menu of what can be taken away.
 *
 * @typedef {import("../types.ts").Findings} Findings
 */

import { byId } from "../dom.js";
import { copy, download } from "../effects/take-away.js";
import { toCsv, toJson, toMarkdown, toQuoteList } from "../model/exports.js";
import { titleOf } from "../session/title.js";
import { strings } from "../strings.js";
import { complain } from "./notices.js";

/** @param {() => Findings | null} current */
export function setUpExport(current) {
  const on = (/** @type {string} */ id, /** @type {(findings: Findings) => unknown} */ act) => byId(id).addEventListener("click", () => {
    byId("take-menu").hidePopover();
    const findings = current();
    if (findings) act(findings);
  });
  const copyAnd = async (/** @type {string} */ words) => complain((await copy(words)) ? strings.copied : strings.errors.copy);
  on("copy-quotes", (findings) => copyAnd(toQuoteList(findings)));
  on("copy-json", (findings) => copyAnd(toJson(findings)));
  on("download-json", (findings) => download(toJson(findings), "whosaid.json", "application/json"));
  on("download-csv", (findings) => download(toCsv(findings), "whosaid-quotes.csv", "text/csv"));
  on("download-markdown", (findings) => download(toMarkdown(findings, titleOf(findings.text)), "whosaid-quotes.md", "text/markdown"));
}
