/**
 * Fields that somebody writes in: an editor's own element, read as any story is, or a `<textarea>`, whose text is its value. Nothing is
 * ever written into either; marks are painted over the first, and words of the second are selected when a writer asks where they are.
 *
 * @typedef {import("../types.ts").Span} Span
 */

/** @param {Element} target @returns {boolean} whether somebody writes in it */
export function isField(target) {
  return isTextField(target) || /** @type {HTMLElement} */ (target).isContentEditable === true;
}

/** @param {Element} target @returns {target is HTMLTextAreaElement} */
export function isTextField(target) {
  return target.localName === "textarea";
}

/** The text of a `<textarea>`, with the calls of a `Story`. */
export class FieldStory {
  /** What its setting shows: nothing. @type {import("../types.ts").Part[]} */
  parts = [];
  #field;

  /** @param {HTMLTextAreaElement} field */
  constructor(field) {
    this.#field = field;
    this.text = field.value;
  }

  /** @param {{ text: string }} other */
  equals(other) {
    return this.text === other.text;
  }

  /** No words of it are in the DOM. @returns {Range[]} */
  ranges() {
    return [];
  }

  /** @returns {null} */
  offset() {
    return null;
  }

  /** Selects words, and shows them about in the middle. @param {Span} span */
  select({ start, end }) {
    const field = this.#field;
    field.focus({ preventScroll: false });
    field.setSelectionRange(start, end);
    field.scrollTop = (start / Math.max(1, field.value.length)) * field.scrollHeight - field.clientHeight / 2;
  }
}
