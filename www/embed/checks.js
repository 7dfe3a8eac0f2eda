/**
 * What whoever writes a story should look at again: a quote of nobody, a quote whose speaker is in doubt, figures of one thing that may
 * not agree. It is fetched where it is wanted.
 *
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {import("./select.js").View} View
 * @typedef {{ choice: Choice, label: "checkNobody" | "checkDoubt" | "checkFigures", values: Record<string, string> }} Check
 */

import { groupFigures } from "../model/figure-groups.js";
import { isDoubtful, wordsOf } from "../model/findings.js";

/**
 * @param {View} view
 * @returns {Check[]} in reading order
 */
export function findChecks({ findings, quotes }) {
  const { text, annotation } = findings;
  /** @type {(Check & { at: number })[]} */
  const checks = [];
  for (const id of quotes) {
    const quote = annotation.quotes[id];
    if (!isDoubtful(quote)) continue;
    const name = quote.speaker === null ? "" : annotation.entities[quote.speaker].name;
    checks.push({ at: quote.content[0]?.start ?? 0, choice: { kind: "quote", index: id }, label: name ? "checkDoubt" : "checkNobody", values: { name } });
  }
  for (const { differ } of groupFigures(findings)) {
    for (const ids of differ) {
      for (const id of ids) {
        const others = ids.filter((other) => other !== id).map((other) => `“${wordsOf(text, [annotation.figures[other]])}”`);
        checks.push({ at: annotation.figures[id].start, choice: { kind: "figure", index: id }, label: "checkFigures", values: { others: others.join(", ") } });
      }
    }
  }
  return checks.sort((a, b) => a.at - b.at);
}
