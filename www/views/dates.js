/**
 * The timeline: each day that the article names, in order of time, with the sentence that names it; what it
 * leaves open comes last.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {{ ids: number[], label: string, year: string, goesOn: boolean }} Day `goesOn`: its head stands above
 */

import { element } from "../dom.js";
import { findSayers, orderDates, sentenceAt } from "../model/figure-groups.js";
import { sayIso } from "../model/figure-text.js";
import { strings } from "../strings.js";
import { words as said } from "../strings-views.js";
import { sift } from "../view/filter.js";
import { LongList } from "../view/long-list.js";
import { sayWho } from "./facts.js";

/** What is told of one day is made in stretches of so many. */
const MOST = 12;
/** So much of a sentence is shown on either side of a date, in characters. */
const AROUND = 110;

/**
 * @param {Findings} findings
 * @param {(target: import("../types.ts").Target) => void} choose
 * @returns {import("../view/lists.js").View}
 */
export function viewDates(findings, choose) {
  const { fixed, open } = orderDates(findings);
  const sayers = findSayers(findings.annotation);
  /** @type {Day[]} */
  const days = [];
  for (const { id, day, from } of fixed) {
    const label = sayIso(day.split("T")[0]);
    const last = days.at(-1);
    if (last?.label === label && last.ids.length < MOST) last.ids.push(id);
    else days.push({ ids: [id], label, year: from.slice(0, 4), goesOn: last?.label === label });
  }
  for (let at = 0; at < open.length; at += MOST) days.push({ ids: open.slice(at, at + MOST), label: said.dates.open, year: "", goesOn: at > 0 });
  const dayOf = new Map(days.flatMap((day) => day.ids.map((id) => [id, day])));
  /** @type {Set<number> | null} */
  let left = null;
  const list = new LongList(element("ol", { class: "timeline" }), days, (day) => makeDay(findings, day, left, sayers, choose));
  return {
    nodes: [list.root],
    empty: !days.length,
    reveal({ kind, id }) {
      const day = kind === "figure" && dayOf.get(id);
      if (day) list.reveal(day);
    },
    async filter(words, signal) {
      if (!words) left = null;
      else {
        const matches = (/** @type {number} */ id) =>
          `${dayOf.get(id)?.label} ${snippet(findings, id).join("")} ${sayWho(findings, sayers[id]).name}`.toLowerCase().includes(words);
        const sifted = sift([...dayOf.keys()], matches, signal);
        const found = sifted instanceof Promise ? await sifted : sifted;
        if (!found) return true;
        left = new Set(found);
      }
      const kept = left;
      list.show(kept ? days.filter(({ ids }) => ids.some((id) => kept.has(id))) : [...days]);
      return !kept || kept.size > 0;
    },
    showAll: () => list.showAll(),
  };
}

/**
 * @param {Findings} findings
 * @param {Day} day
 * @param {Set<number> | null} left
 * @param {(number | null)[]} sayers
 * @param {(target: import("../types.ts").Target) => void} choose
 */
function makeDay(findings, { ids, label, year, goesOn }, left, sayers, choose) {
  const items = ids.filter((id) => !left || left.has(id)).map((id) => {
    const [before, words, after] = snippet(findings, id);
    const who = sayers[id] === null ? null : sayWho(findings, sayers[id]);
    const button = element("button", { type: "button", class: "dated-words", "data-list-figure": id },
      before, element("b", {}, words), after);
    button.addEventListener("click", () => choose({ kind: "figure", id }));
    return element("li", {}, button, who && element("span", { class: `who hued s${who.hue}` }, who.name));
  });
  return element("li", { class: goesOn ? "goes-on" : year ? null : "open-dates" },
    !goesOn && element("h3", {}, label),
    !goesOn && !year && element("p", { class: "description" }, said.dates.openNote),
    element("ul", {}, ...items));
}

/**
 * A date with what its sentence says around it.
 *
 * @param {Findings} findings
 * @param {number} id
 * @returns {[string, string, string]}
 */
function snippet({ text, annotation: { figures } }, id) {
  const figure = figures[id];
  const { start, end } = sentenceAt(text, figure);
  const clean = (/** @type {string} */ words) => words.replace(/\s+/g, " ").replace(/\*\*/g, "");
  let before = clean(text.slice(Math.max(start, figure.start - AROUND), figure.start));
  let after = clean(text.slice(figure.end, Math.min(end, figure.end + AROUND)));
  if (figure.start - AROUND > start) before = `…${before.replace(/^\S*\s?/, "")}`;
  if (figure.end + AROUND < end) after = `${after.replace(/\s?\S*$/, "")}…`;
  return [before, clean(text.slice(figure.start, figure.end)), after];
}
