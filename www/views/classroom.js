/**
 * Classroom: the marks and lists are hidden, the reader selects what is quoted and says by whom, then both are
 * held against each other and scored. Nothing of it is kept.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../model/quiz.js").OwnMark} OwnMark
 */

import { byId, element } from "../dom.js";
import { quoteWords } from "../model/exports.js";
import { scoreQuiz } from "../model/quiz.js";
import { strings } from "../strings.js";
import { words as views } from "../strings-views.js";
import { say } from "../view/notices.js";

const said = views.classroom;
const NAME = "whosaid-quiz";

/**
 * @param {Findings} findings
 * @param {import("../view/article.js").Article} article
 * @param {(target: import("../types.ts").Target) => void} choose leads to a quote, once the marks are back
 */
export function beginClassroom(findings, article, choose) {
  const html = document.documentElement;
  if (html.dataset.quiz) return;
  const root = byId("article");
  const { annotation, text } = findings;
  /** @type {(OwnMark & { range: Range })[]} */
  const marks = [];
  /** @type {{ span: { start: number, end: number }, range: Range } | null} */
  let selected = null;

  const people = annotation.entities.filter(({ kind }) => kind === "person" || kind === "organization").sort((a, b) => a.name.localeCompare(b.name, strings.locale));
  const speaker = element("select", { "aria-label": said.by }, element("option", { value: "" }, strings.mend.nobody), ...people.map(({ id, name }) => element("option", { value: id }, name)));
  const kind = element("select", { "aria-label": said.how }, element("option", { value: "direct" }, said.direct), element("option", { value: "indirect" }, said.indirect));
  const take = element("button", { type: "button", class: "main", disabled: true }, said.mark);
  const list = element("ol", { class: "quiz-marks" });
  const compare = element("button", { type: "button" }, said.compare);
  const end = element("button", { type: "button" }, said.end);
  const panel = element("section", { class: "quiz", "aria-label": said.title },
    element("h3", {}, said.title), element("p", { class: "description" }, said.hint),
    element("p", { class: "quiz-take" }, speaker, kind, take), list, element("p", { class: "quiz-ends" }, compare, end));

  const onSelect = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode) || !root.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    let start = article.positionOf(range.startContainer, range.startOffset);
    let stop = article.positionOf(range.endContainer, range.endOffset);
    if (start === null || stop === null) return;
    while (start < stop && /[\s"“”„«»]/.test(text[start])) start++;
    while (start < stop && /[\s"“”„«»]/.test(text[stop - 1])) stop--;
    selected = start < stop ? { span: { start, end: stop }, range: range.cloneRange() } : null;
    take.disabled = !selected;
  };
  /** The page's single keys would tell. @param {KeyboardEvent} event */
  const onKey = (event) => {
    if (!event.ctrlKey && !event.metaKey && (event.key.length === 1 || event.key === "Delete" || event.key === "Enter") && !panel.contains(/** @type {Node} */ (event.target))) event.stopPropagation();
  };
  const paint = () => {
    const { highlights } = /** @type {any} */ (CSS);
    highlights?.delete(NAME);
    if (marks.length) highlights?.set(NAME, new /** @type {any} */ (globalThis).Highlight(...marks.map(({ range }) => range)));
    list.replaceChildren(...marks.map((mark, index) => {
      const drop = element("button", { type: "button", class: "quiet", "aria-label": said.drop }, "×");
      drop.addEventListener("click", () => {
        marks.splice(index, 1);
        paint();
      });
      return element("li", {}, `${text.slice(mark.start, mark.end).replace(/\s+/g, " ")} `, element("span", { class: "description" }, [mark.speaker === null ? strings.mend.nobody : annotation.entities[mark.speaker].name, said[mark.kind]].join(", ")), drop);
    }));
    compare.disabled = !marks.length;
  };
  const stop = () => {
    delete html.dataset.quiz;
    document.removeEventListener("selectionchange", onSelect);
    removeEventListener("keydown", onKey, { capture: true });
    /** @type {any} */ (CSS).highlights?.delete(NAME);
    panel.remove();
  };

  take.addEventListener("click", () => {
    if (!selected) return;
    marks.push({ ...selected.span, range: selected.range, speaker: speaker.value === "" ? null : Number(speaker.value), kind: /** @type {OwnMark["kind"]} */ (kind.value) });
    marks.sort((a, b) => a.start - b.start);
    selected = null;
    take.disabled = true;
    getSelection()?.removeAllRanges();
    paint();
    say(said.marked(marks.length));
  });
  compare.addEventListener("click", () => {
    delete html.dataset.quiz; // all is shown again
    const { hits, missed, own, points, most } = scoreQuiz(findings, marks);
    const lead = (/** @type {number} */ id, /** @type {string} */ note) => {
      const button = element("button", { type: "button", class: "quiet" }, quoteWords(findings, id));
      button.addEventListener("click", () => choose({ kind: "quote", id }));
      return element("li", {}, button, " ", element("span", { class: "description" }, note));
    };
    const who = (/** @type {number} */ id) => {
      const { speaker } = annotation.quotes[id];
      return speaker === null ? strings.speakerNotFound : annotation.entities[speaker].name;
    };
    panel.replaceChildren(
      element("h3", {}, said.score(points, most)),
      element("p", {}, said.found(hits.length, annotation.quotes.length, hits.filter((hit) => hit.speaker).length)),
      element("ol", { class: "quiz-marks" },
        ...hits.map(({ quote, speaker, kind }) => lead(quote, [speaker ? said.right : said.wrong(who(quote)), kind ? "" : said.otherKind].filter(Boolean).join("; "))),
        ...missed.map((id) => lead(id, said.missed(who(id)))),
        ...own.map((index) => element("li", {}, text.slice(marks[index].start, marks[index].end), " ", element("span", { class: "description" }, said.own)))),
      element("p", { class: "description" }, said.errs),
      element("p", { class: "quiz-ends" }, end));
    say(said.score(points, most));
  });
  end.addEventListener("click", stop);
  document.addEventListener("selectionchange", onSelect);
  addEventListener("keydown", onKey, { capture: true });
  html.dataset.quiz = "on";
  byId("panel-body").before(panel);
  paint();
  speaker.focus();
}
