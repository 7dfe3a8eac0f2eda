/**
 * Edits the article where it stands. The page keeps hold of the text: what the reader's keys would do
 * to the elements is done to the text instead, and shown anew with its marks, the caret in its place.
 * Only where an input method composes a letter does the browser write first, and is read afterwards.
 */

import { byId } from "../dom.js";
import { strings } from "../strings.js";
import { say } from "./notices.js";

export class Editing {
  #root;
  #article;
  #handlers;
  #button = /** @type {HTMLButtonElement} */ (byId("edit"));
  #on = false;
  /** Where the caret is in the text: white space at a paragraph's end is not shown, and has no place on the page. */
  #caret = 0;

  /**
   * @param {HTMLElement} root
   * @param {import("./article.js").Article} article
   * @param {{ text(): string | null, edit(text: string): void, undo(): unknown, redo(): unknown }} handlers
   *   `text`: the article's, null where there is none
   */
  constructor(root, article, handlers) {
    this.#root = root;
    this.#article = article;
    this.#handlers = handlers;
    this.#button.addEventListener("click", () => this.set(!this.#on));
    root.addEventListener("beforeinput", (event) => this.#onInput(event));
    root.addEventListener("compositionend", () => this.#readBack());
    root.addEventListener("input", (event) => {
      // On a phone every word is composed: it is read as it grows.
      if (/** @type {InputEvent} */ (event).isComposing) return;
      this.#readBack();
    });
    root.addEventListener("keydown", (event) => {
      if (!this.#on) return;
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        this.set(false);
      } else if ((event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key)) {
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "z") this.#handlers.undo();
        else this.#handlers.redo();
      }
    });
  }

  get isOn() {
    return this.#on;
  }

  /** @param {boolean} on */
  set(on) {
    if (on && this.#handlers.text() === null) return;
    this.#on = on;
    this.#button.setAttribute("aria-pressed", String(on));
    if (on) {
      this.#root.setAttribute("contenteditable", "true");
      this.#root.setAttribute("spellcheck", "true");
      const at = this.#article.chosenPosition() ?? this.#article.positionInView() ?? 0;
      this.#root.focus({ preventScroll: true });
      this.#article.setCaret(at);
    } else {
      for (const name of ["contenteditable", "spellcheck"]) this.#root.removeAttribute(name);
      getSelection()?.removeAllRanges();
      this.#button.focus({ preventScroll: true });
    }
    say(on ? strings.editing.on : strings.editing.off);
  }

  /** Shows the article again, and leaves the caret with its words. @param {() => void} show */
  keep(show) {
    const selection = getSelection();
    const held = this.#on && selection?.focusNode && this.#root.contains(selection.focusNode);
    const at = held ? this.#article.positionOf(/** @type {Node} */ (selection.focusNode), selection.focusOffset) : null;
    show();
    if (at !== null) this.#article.setCaret(at);
  }

  /** @param {InputEvent} event */
  #onInput(event) {
    const { inputType: type } = event;
    if (!this.#on || type === "insertCompositionText") return;
    event.preventDefault();
    if (type === "historyUndo") return void this.#handlers.undo();
    if (type === "historyRedo") return void this.#handlers.redo();
    const insert = insertionOf(event);
    if (insert === null) return;
    const [range] = event.getTargetRanges();
    const selected = getSelection();
    const at = (/** @type {Node | null | undefined} */ node, /** @type {number} */ offset) => (node ? this.#article.positionOf(node, offset) : null);
    let start = range ? at(range.startContainer, range.startOffset) : at(selected?.anchorNode, selected?.anchorOffset ?? 0);
    let end = range ? at(range.endContainer, range.endOffset) : start;
    const shown = at(selected?.focusNode, selected?.focusOffset ?? 0);
    const text = this.#handlers.text() ?? "";
    if (selected?.isCollapsed && shown !== null && this.#caret > shown && !text.slice(shown, this.#caret).trim()) {
      if (type === "deleteContentBackward") [start, end] = [this.#caret - 1, this.#caret];
      else if (insert) start = end = this.#caret;
    }
    if (start === null || end === null) return;
    this.#replace(Math.min(start, end), Math.max(start, end), insert, type);
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} insert
   * @param {string} type
   */
  #replace(start, end, insert, type) {
    const text = this.#handlers.text() ?? "";
    // Over the border of a paragraph all that parts the two goes, however many lines it is.
    if (type.startsWith("delete") && end - start > 1 && !text.slice(start, end).trim() && /\n/.test(text.slice(start, end))) {
      while (start > 0 && /\s/.test(text[start - 1])) start--;
      while (end < text.length && /\s/.test(text[end])) end++;
      insert = text.slice(end) && text.slice(0, start) ? " " : "";
    }
    const edited = text.slice(0, start) + insert + text.slice(end);
    if (edited === text) return;
    this.#handlers.edit(edited);
    this.#caret = start + insert.length;
    this.#article.setCaret(this.#caret);
  }

  /** What an input method wrote into a paragraph. */
  #readBack() {
    if (!this.#on) return;
    const selected = getSelection();
    const caret = selected?.focusNode ?? null;
    const changed = caret && this.#article.changedBlock(caret);
    if (!changed) return;
    const text = this.#handlers.text() ?? "";
    const at = this.#article.positionOf(/** @type {Node} */ (caret), selected?.focusOffset ?? 0);
    this.#handlers.edit(text.slice(0, changed.start) + changed.words + text.slice(changed.end));
    if (at === null) return;
    this.#caret = at;
    this.#article.setCaret(at);
  }
}

/** @param {InputEvent} event @returns {string | null} what goes in; null for what is not an edit of words */
function insertionOf({ inputType, data, dataTransfer }) {
  if (inputType.startsWith("delete")) return "";
  if (inputType === "insertParagraph") return "\n\n";
  if (inputType === "insertLineBreak") return "\n";
  if (/^insert(?:Text|ReplacementText|FromPaste|FromDrop|FromYank|FromComposition)$/.test(inputType)) {
    return (data ?? dataTransfer?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
  }
  return null;
}
