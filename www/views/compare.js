/**
 * Two articles side by side, in a dialog: who speaks in both, what is told again, reworded or by another
 * source, which figures differ. Every item of the open article leads to its words.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 */

import { element } from "../dom.js";
import { compare } from "../model/compare.js";
import { quoteWords } from "../model/exports.js";
import { sayValue } from "../model/figure-text.js";
import { isDoubtful, wordsOf } from "../model/findings.js";
import { strings } from "../strings.js";
import { words as views } from "../strings-views.js";

const said = views.compare;
/** More items of one kind are not shown. */
const MOST = 300;

/**
 * @param {{ title: string, findings: Findings }} a the open article
 * @param {{ title: string, findings: Findings }} b
 * @param {(target: Target) => void} choose leads to words of the open one
 */
export function showComparison(a, b, choose) {
  const dialog = element("dialog", { class: "compare", "aria-labelledby": "compare-title" });
  const close = element("button", { type: "button", class: "main" }, strings.card.close);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  const go = (/** @type {Target} */ target) => {
    dialog.close();
    choose(target);
  };
  const { versions, voices, pairs, onlyA, onlyB, figures, figuresOnly } = compare(a.findings, b.findings);
  const changed = pairs.filter(({ same, otherSource }) => !same || otherSource);
  const sections = [
    section(said.voices(voices.filter(({ a, b }) => a && b).length, voices.length), [tableOfVoices(voices)]),
    changed.length ? section(said.reworded(changed.length), changed.slice(0, MOST).map((pair) => showPair(a.findings, b.findings, pair, go))) : null,
    figures.length ? section(said.figuresDiffer(figures.length), [tableOfFigures(a.findings, b.findings, figures, go)]) : null,
    pairs.length - changed.length ? section(said.same(pairs.length - changed.length), pairs.filter((pair) => !changed.includes(pair)).slice(0, MOST).map((pair) => quote(a.findings, pair.a, go))) : null,
    columns(versions ? said.gone(onlyA.length) : said.only(onlyA.length, said.this), versions ? said.added(onlyB.length) : said.only(onlyB.length, said.other),
      onlyA.slice(0, MOST).map((id) => quote(a.findings, id, go)), onlyB.slice(0, MOST).map((id) => quote(b.findings, id))),
    versions && (figuresOnly.a.length || figuresOnly.b.length) ? columns(said.figuresGone(figuresOnly.a.length), said.figuresAdded(figuresOnly.b.length),
      figuresOnly.a.slice(0, MOST).map((id) => figure(a.findings, id, go)), figuresOnly.b.slice(0, MOST).map((id) => figure(b.findings, id))) : null,
  ];
  dialog.append(
    element("h2", { id: "compare-title" }, versions ? said.versions : said.title),
    element("div", { class: "compare-names" }, element("p", {}, element("span", { class: "description" }, said.this), " ", a.title), element("p", {}, element("span", { class: "description" }, said.other), " ", b.title)),
    element("div", { class: "compare-body", tabindex: 0, role: "region", "aria-label": said.title }, ...sections.filter((part) => part !== null)),
    element("div", { class: "ends" }, close));
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement} */ (dialog.querySelector(".compare-body")).focus();
}

/** @param {string} title @param {Node[]} parts */
function section(title, parts) {
  return element("section", {}, element("h3", {}, title), ...parts);
}

/** @param {string} titleA @param {string} titleB @param {Node[]} a @param {Node[]} b */
function columns(titleA, titleB, a, b) {
  if (!a.length && !b.length) return null;
  return element("div", { class: "compare-columns" }, section(titleA, a), section(titleB, b));
}

/** @param {import("../model/compare.js").Voice[]} voices */
function tableOfVoices(voices) {
  const cell = (/** @type {import("../types.ts").SpeakerFindings | null} */ one) => element("td", {}, one ? `${strings.quotes(one.quotes.length)}, ${strings.words(one.words)}` : "–");
  return element("table", { class: "figures" },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, views.voice.columns.who), element("th", { scope: "col" }, said.this), element("th", { scope: "col" }, said.other))),
    element("tbody", {}, ...voices.slice(0, MOST).map(({ name, a, b }) => element("tr", { class: a && b ? "in-both" : null }, element("th", { scope: "row" }, name), cell(a), cell(b)))));
}

/** @param {Findings} findings @param {number} id */
function nameOf({ annotation }, id) {
  const { speaker } = annotation.quotes[id];
  const name = speaker === null ? strings.speakerNotFound : annotation.entities[speaker].name;
  return speaker !== null && isDoubtful(annotation.quotes[id]) ? strings.probably(name) : name;
}

/**
 * @param {Findings} a
 * @param {Findings} b
 * @param {import("../model/compare.js").Pair} pair
 * @param {(target: Target) => void} go
 */
function showPair(a, b, pair, go) {
  const [one, other] = [nameOf(a, pair.a), nameOf(b, pair.b)];
  const line = element("p", { class: "compare-words" }, ...pair.pieces.map(({ words, in: where }) => (where === "both" ? words
    : where === "a" ? element("del", { title: said.this }, words) : element("ins", { title: said.other }, words))));
  const button = element("button", { type: "button", class: "quiet" }, pair.otherSource ? said.byOthers(one, other) : one);
  button.addEventListener("click", () => go({ kind: "quote", id: pair.a }));
  return element("div", { class: "compare-pair" }, line, button);
}

/** @param {Findings} findings @param {number} id @param {(target: Target) => void} [go] */
function quote(findings, id, go) {
  const words = quoteWords(findings, id);
  return element("div", { class: "compare-pair" }, element("p", { class: "compare-words" }, words), leading(nameOf(findings, id), go && (() => go({ kind: "quote", id }))));
}

/** @param {Findings} findings @param {number} id @param {(target: Target) => void} [go] */
function figure(findings, id, go) {
  return element("div", { class: "compare-pair" }, leading(sayFigure(findings, id), go && (() => go({ kind: "figure", id }))));
}

/** @param {string} words @param {(() => void) | undefined} go */
function leading(words, go) {
  if (!go) return element("span", { class: "description" }, words);
  const button = element("button", { type: "button", class: "quiet" }, words);
  button.addEventListener("click", go);
  return button;
}

/** @param {Findings} findings @param {number} id */
function sayFigure({ text, annotation: { figures } }, id) {
  const one = figures[id];
  const words = wordsOf(text, one.of && one.of.start >= one.end ? [{ start: one.start, end: one.of.end }] : [one]);
  const value = sayValue(one);
  return value && !words.includes(value) ? `${words} (${value})` : words;
}

/** @param {Findings} a @param {Findings} b @param {{ a: number, b: number }[]} pairs @param {(target: Target) => void} go */
function tableOfFigures(a, b, pairs, go) {
  return element("table", { class: "figures" },
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, said.this), element("th", { scope: "col" }, said.other))),
    element("tbody", {}, ...pairs.map((pair) => element("tr", {}, element("td", {}, leading(sayFigure(a, pair.a), () => go({ kind: "figure", id: pair.a }))), element("td", {}, sayFigure(b, pair.b))))));
}
