/**
 * Words that the reader selects become a quote, a name or a figure, or what was said in the quote that is
 * chosen. By hand, by finger, or by keys alone: `a` begins at the words that are chosen or in sight.
 *
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Target} Target
 */

import { byId, element, isField, isNarrow } from "../dom.js";
import * as mending from "../model/mending.js";
import { strings } from "../strings.js";
import { say } from "./notices.js";

export class Marking {
  #bar = byId("mark-bar");
  #root;
  #article;
  #handlers;
  #timer = 0;

  /**
   * @param {HTMLElement} root
   * @param {import("./article.js").Article} article
   * @param {{ findings(): Findings | null, target(): Target | null, editing(): boolean, add(corrections: Correction[], what: string, at: Span, kind: Target["kind"]): void }} handlers
   *   `add`: corrections that make a finding of this kind at these words
   */
  constructor(root, article, handlers) {
    this.#root = root;
    this.#article = article;
    this.#handlers = handlers;
    document.addEventListener("selectionchange", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#update(), 150);
    });
    document.addEventListener("keydown", (event) => this.#onKey(event), { capture: true });
    addEventListener("scroll", () => this.#place(), { passive: true });
  }

  /** Begins to choose words by keys. */
  begin() {
    const at = this.#article.chosenPosition() ?? this.#article.positionInView();
    if (at === undefined) return false;
    this.#article.setCaret(at);
    const selection = getSelection();
    selection?.modify("extend", "forward", "word");
    this.#update();
    say(strings.mend.pickHint);
  }

  /** The words selected, without the white space and quotation marks around them. @returns {Span | null} */
  #selected() {
    const selection = getSelection();
    const findings = this.#handlers.findings();
    if (!findings || !selection || selection.isCollapsed || this.#handlers.editing()) return null;
    const range = selection.getRangeAt(0);
    if (!this.#root.contains(range.startContainer) || !this.#root.contains(range.endContainer)) return null;
    let start = this.#article.positionOf(range.startContainer, range.startOffset);
    let end = this.#article.positionOf(range.endContainer, range.endOffset);
    if (start === null || end === null) return null;
    const { text } = findings;
    while (start < end && /[\s"“”„«»]/.test(text[start])) start++;
    while (start < end && /[\s"“”„«»]/.test(text[end - 1])) end--;
    return start < end ? { start, end } : null;
  }

  #update() {
    const span = this.#selected();
    if (!span) return this.#hide();
    const findings = /** @type {Findings} */ (this.#handlers.findings());
    const target = this.#handlers.target();
    const way = (/** @type {string} */ label, /** @type {() => Correction[]} */ make, /** @type {string} */ what, /** @type {Target["kind"]} */ kind) => {
      const button = element("button", { type: "button" }, label);
      button.addEventListener("pointerdown", (event) => event.preventDefault()); // the words stay selected
      button.addEventListener("click", () => {
        this.#hide();
        getSelection()?.removeAllRanges();
        this.#handlers.add(make(), what, span, kind);
      });
      return button;
    };
    const quote = (/** @type {"direct" | "indirect"} */ style) => () => mending.addQuote(findings, span, { style, speaker: null });
    const { mend, entityKinds } = strings;
    const chosen = target?.kind === "quote" ? target.id : null;
    this.#bar.replaceChildren(
      ...(chosen === null ? [] : [way(mend.asContent, () => mending.setContent(findings, chosen, [span]), "content", "quote")]),
      way(mend.asQuote, quote("direct"), "addition", "quote"),
      way(mend.asReported, quote("indirect"), "addition", "quote"),
      ...(/** @type {const} */ (["person", "organization", "place"])).map((kind) => way(entityKinds[kind], () => mending.addName(findings, span, kind), "addition", "mention")),
      way(mend.asFigure, () => mending.addFigure(findings, span), "addition", "figure"),
    );
    if (!this.#isOpen) this.#bar.showPopover();
    this.#place();
  }

  get #isOpen() {
    return this.#bar.matches(":popover-open");
  }

  #hide() {
    if (this.#isOpen && !this.#bar.contains(document.activeElement)) this.#bar.hidePopover();
    else if (this.#isOpen) {
      this.#bar.hidePopover();
      this.#root.querySelector("[tabindex='0']")?.dispatchEvent(new Event("focus"));
    }
  }

  #place() {
    const selection = getSelection();
    if (!this.#isOpen || !selection?.rangeCount || isNarrow()) return;
    const box = selection.getRangeAt(0).getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - this.#bar.offsetWidth - 8));
    this.#bar.style.setProperty("--top", `${Math.min(box.bottom + 8, innerHeight - this.#bar.offsetHeight - 8)}px`);
    this.#bar.style.setProperty("--left", `${left}px`);
  }

  /** Arrow keys move the words chosen by a word; Enter goes to the bar. @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.#isOpen || isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const inBar = this.#bar.contains(document.activeElement);
    const selection = getSelection();
    if (event.key === "Escape") {
      this.#bar.hidePopover();
      selection?.removeAllRanges();
    } else if (inBar && /^Arrow(?:Left|Right)$/.test(event.key)) {
      const all = /** @type {HTMLElement[]} */ ([...this.#bar.children]);
      const here = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
      all[(here + (event.key === "ArrowRight" ? 1 : all.length - 1)) % all.length].focus();
    } else if (!inBar && event.key === "Enter") {
      /** @type {HTMLElement | null} */ (this.#bar.querySelector("button"))?.focus();
    } else if (!inBar && selection && /^Arrow/.test(event.key)) {
      const by = /Right|Down/.test(event.key) ? "forward" : "backward";
      const far = /Up|Down/.test(event.key) ? "line" : "word";
      if (!event.shiftKey) {
        if (by === "forward") selection.collapseToEnd();
        else selection.collapseToStart();
        selection.modify("move", by, far);
        if (by === "forward") selection.modify("move", "backward", "word");
        selection.modify("extend", "forward", "word");
      } else {
        selection.modify("extend", by, far);
      }
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
