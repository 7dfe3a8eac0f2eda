/**
 * Figures as a table, grouped by what they count, with who said each and what may not agree. The heads of
 * the columns sort within each group.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../model/figure-groups.js").Group} Group
 * @typedef {{ group: Group, id: number | null }} Row a figure, or the head of its group
 */

import { element } from "../dom.js";
import { findSayers, groupFigures } from "../model/figure-groups.js";
import { sayValue } from "../model/figure-text.js";
import { isDoubtful, wordsOf } from "../model/findings.js";
import { strings } from "../strings.js";
import { words as said } from "../strings-views.js";
import { sift } from "../view/filter.js";
import { LongList } from "../view/long-list.js";

const COLUMNS = /** @type {const} */ (["text", "value", "who"]);

/** How the reader last sorted: the next article is sorted so too. @type {{ by: typeof COLUMNS[number], down: boolean }} */
const order = { by: "text", down: false };

/**
 * @param {Findings} findings
 * @param {(target: import("../types.ts").Target) => void} choose
 * @returns {import("../view/lists.js").View}
 */
export function viewFacts(findings, choose) {
  const { text, annotation } = findings;
  const { figures } = annotation;
  const groups = groupFigures(findings);
  const sayers = findSayers(annotation);
  const who = (/** @type {number} */ id) => sayWho(findings, sayers[id]);
  const amount = (/** @type {number} */ id) => figures[id].value ?? figures[id].low ?? figures[id].high ?? -Infinity;

  /** @type {Map<number, Row>} */
  const rowOf = new Map();
  const heads = new Map(groups.map((group) => [group, /** @type {Row} */ ({ group, id: null })]));
  for (const group of groups) for (const id of group.ids) rowOf.set(id, { group, id });
  /** @param {(id: number) => boolean} [left] */
  const makeRows = (left) => groups.flatMap((group) => {
    const ids = (left ? group.ids.filter(left) : [...group.ids]).sort((a, b) => {
      const by = order.by === "value" ? amount(a) - amount(b) : order.by === "who" ? who(a).name.localeCompare(who(b).name, strings.locale) : 0;
      return (by || a - b) * (order.down ? -1 : 1);
    });
    return ids.length ? [/** @type {Row} */ (heads.get(group)), ...ids.map((id) => /** @type {Row} */ (rowOf.get(id)))] : [];
  });

  const makeRow = (/** @type {Row} */ { group, id }) => (id === null ? makeHead(findings, group, choose) : makeFigure(findings, group, id, who(id), choose));
  const list = new LongList(element("tbody"), makeRows(), makeRow);
  /** @type {Set<number> | null} */
  let left = null;
  const show = () => list.show(makeRows(left ? (id) => /** @type {Set<number>} */ (left).has(id) : undefined));
  const table = element("table", { class: "figures" },
    element("caption", { class: "unseen" }, said.figures.caption),
    element("thead", {}, element("tr", {}, ...COLUMNS.map((column) => makeColumn(column, show)))),
    list.root);
  return {
    nodes: [table],
    empty: !groups.length,
    reveal({ kind, id }) {
      const row = kind === "figure" && rowOf.get(id);
      if (row) list.reveal(row);
    },
    async filter(words, signal) {
      if (!words) left = null;
      else {
        const matches = (/** @type {number} */ id) => {
          const { of } = figures[id];
          const here = `${wordsOf(text, of ? [figures[id], of] : [figures[id]])} ${sayValue(figures[id])} ${who(id).name} ${sayGroup(/** @type {Row} */ (rowOf.get(id)).group)}`;
          return here.toLowerCase().includes(words);
        };
        const sifted = sift([...rowOf.keys()], matches, signal);
        const found = sifted instanceof Promise ? await sifted : sifted;
        if (!found) return true;
        left = new Set(found);
      }
      show();
      return !left || left.size > 0;
    },
    showAll: () => list.showAll(),
  };
}

/**
 * @param {typeof COLUMNS[number]} column
 * @param {() => void} onSort
 */
function makeColumn(column, onSort) {
  const label = said.figures.columns[column];
  const button = element("button", { type: "button", class: "quiet", title: said.figures.sortBy(label) }, label);
  const head = element("th", { scope: "col", "data-column": column }, button);
  const update = () => {
    for (const other of head.parentElement?.children ?? [head]) {
      const by = /** @type {HTMLElement} */ (other).dataset.column === order.by;
      other.setAttribute("aria-sort", by ? (order.down ? "descending" : "ascending") : "none");
    }
  };
  button.addEventListener("click", () => {
    order.down = order.by === column ? !order.down : column === "value";
    order.by = column;
    update();
    onSort();
  });
  head.setAttribute("aria-sort", order.by === column ? (order.down ? "descending" : "ascending") : "none");
  return head;
}

/** @param {Group} group */
function sayGroup({ key, words }) {
  return said.figures.groups[key] ?? (words ? words[0].toUpperCase() + words.slice(1) : key);
}

/**
 * @param {Findings} findings
 * @param {Group} group
 * @param {(target: import("../types.ts").Target) => void} choose
 */
function makeHead({ text, annotation: { figures } }, group, choose) {
  const notes = group.differ.map((ids) => {
    const values = ids.map((id) => wordsOf(text, [figures[id]]));
    const note = element("button", { type: "button", class: "differ", title: said.figures.differNote }, said.figures.differ([...new Set(values)]));
    let next = 0;
    note.addEventListener("click", () => choose({ kind: "figure", id: ids[next++ % ids.length] }));
    return note;
  });
  return element("tr", { class: "figure-group" }, element("th", { scope: "rowgroup", colspan: 3 },
    sayGroup(group), " ", element("span", { class: "description" }, strings.number(group.ids.length)), ...notes));
}

/**
 * @param {Findings} findings
 * @param {Group} group
 * @param {number} id
 * @param {ReturnType<typeof sayWho>} who
 * @param {(target: import("../types.ts").Target) => void} choose
 */
function makeFigure({ text, annotation, hand }, group, id, who, choose) {
  const figure = annotation.figures[id];
  const button = element("button", { type: "button", class: "quiet", "data-list-figure": id }, wordsOf(text, [figure]));
  button.addEventListener("click", () => choose({ kind: "figure", id }));
  const counted = figure.of ? wordsOf(text, [figure.of]) : "";
  const note = [counted, hand.figures.has(id) ? strings.mend.byHand : ""].filter(Boolean).join(" · ");
  const differs = group.differ.some((ids) => ids.includes(id));
  return element("tr", { class: differs ? "differs" : null },
    element("th", { scope: "row" }, button, note && element("span", { class: "description" }, note)),
    element("td", { class: "amount" }, sayValue(figure)),
    element("td", { class: `who ${who.hue === null ? "" : `hued s${who.hue}`}` }, who.name));
}

/**
 * @param {Findings} findings
 * @param {number | null} quote that it stands in
 * @returns {{ name: string, hue: number | null }}
 */
export function sayWho({ annotation, hueOf }, quote) {
  if (quote === null) return { name: said.figures.article, hue: null };
  const { speaker } = annotation.quotes[quote];
  if (speaker === null) return { name: strings.speakerNotFound, hue: 0 };
  const { name } = annotation.entities[speaker];
  return { name: isDoubtful(annotation.quotes[quote]) ? strings.probably(name) : name, hue: hueOf[speaker] };
}
