/**
 * Every way in for a text: a paste anywhere, files by button or dropped, words typed in a field.
 *
 * Where a clipboard or a file has HTML it is read by the same cleaner (www/clean/): what the reader saw
 * as a headline, a caption or a menu is told apart there, and glued together in its plain text.
 */

import { byId, isField } from "../dom.js";
import { strings } from "../strings.js";
import { readFile } from "./files.js";
import { chooseText } from "./html.js";

/**
 * @typedef {import("../types.ts").Given} Given
 * @typedef {{ plain: string, html: string, files: File[] }} Contents
 * @typedef {object} Handlers
 * @property {() => void} onComing something is given, and is being read
 * @property {(given: Given[]) => void} onGiven articles to read, the first one to be shown
 * @property {(message: string) => void} onError
 */

/** @param {Handlers} handlers */
export function setUpInput(handlers) {
  document.addEventListener("paste", (event) => {
    const data = event.clipboardData;
    if (isField(event.target) || !data) return;
    event.preventDefault();
    take(contentsOf(data), handlers);
  });
  setUpFiles(handlers);
  setUpDrop(handlers);
  setUpField(handlers);
  // What came before this code did: see early.js.
  for (const early of /** @type {any} */ (globalThis).whosaidEarly?.() ?? []) take(early, handlers);
}

/** What a paste or a drop holds, to be read at once. @param {DataTransfer} data @returns {Contents} */
function contentsOf(data) {
  return { plain: data.getData("text/plain"), html: data.getData("text/html"), files: [...data.files] };
}

/**
 * @param {Contents} contents
 * @param {Handlers} handlers
 */
function take({ plain, html, files }, handlers) {
  if (files.length && !plain.trim() && !html) return void takeFiles(files, handlers);
  takeText(plain, html, handlers);
}

/**
 * @param {string} plain
 * @param {string} html
 * @param {Handlers} handlers
 */
export function takeText(plain, html, { onGiven, onError }) {
  if (isAddress(plain)) return onError(strings.errors.address);
  onGiven([chooseText(plain, html)]);
}

/** @param {string} text @returns {boolean} whether it is the address of a page and nothing else */
function isAddress(text) {
  return /^\s*(?:https?:\/\/|www\.)\S+\s*$/i.test(text);
}

/**
 * @param {File[]} files
 * @param {Handlers} handlers
 */
async function takeFiles(files, { onComing, onGiven, onError }) {
  onComing();
  /** @type {Given[]} */
  const given = [];
  /** @type {string[]} */
  const wrong = [];
  for (const file of files) {
    const read = await readFile(file);
    if (typeof read === "string") wrong.push(read);
    else given.push(read);
  }
  if (given.length) onGiven(given);
  if (wrong.length) onError([...wrong, given.length ? "" : strings.errors.stands].filter(Boolean).join(" "));
}

/** @param {Handlers} handlers */
function setUpFiles(handlers) {
  const chooser = /** @type {HTMLInputElement} */ (byId("file"));
  byId("open").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const files = [...(chooser.files ?? [])];
    chooser.value = "";
    if (files.length) takeFiles(files, handlers);
  });
}

/** @param {Handlers} handlers */
function setUpDrop(handlers) {
  const root = document.documentElement;
  const setOver = (/** @type {boolean} */ over) => root.toggleAttribute("data-drop", over);
  document.addEventListener("dragover", (event) => {
    if (isField(event.target)) return;
    event.preventDefault();
    setOver(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) setOver(false);
  });
  document.addEventListener("drop", (event) => {
    setOver(false);
    if (isField(event.target)) return;
    event.preventDefault();
    const data = event.dataTransfer && contentsOf(event.dataTransfer);
    if (data?.files.length) takeFiles(data.files, handlers);
    else if (data) take(data, handlers);
  });
}

/** @param {Handlers} handlers */
function setUpField(handlers) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("editor"));
  const field = /** @type {HTMLTextAreaElement} */ (byId("editor-text"));
  const open = () => {
    dialog.showModal();
    field.focus();
  };
  // What was typed stays until it is read: Escape and Cancel lose nothing.
  const submit = () => {
    const { value } = field;
    dialog.close();
    if (isAddress(value)) return handlers.onError(strings.errors.address);
    field.value = "";
    handlers.onGiven([{ ...chooseText(value, ""), what: "typed" }]);
  };
  byId("write").addEventListener("click", async () => {
    // A finger has no Ctrl+V: one tap takes what the clipboard holds, where the browser lets us.
    if (!matchMedia("(pointer: coarse)").matches) return open();
    const held = await readClipboard();
    if (held && (held.plain.trim() || held.html)) takeText(held.plain, held.html, handlers);
    else open();
  });
  // Rich text pasted into the field is as clean as pasted anywhere.
  field.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const plain = event.clipboardData?.getData("text/plain") ?? "";
    const { text } = chooseText(plain, html);
    if (!html || text === plain) return;
    event.preventDefault();
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  });
  byId("editor-read").addEventListener("click", submit);
  byId("editor-cancel").addEventListener("click", () => dialog.close());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  });
}

/** @returns {Promise<{ plain: string, html: string } | null>} null where the browser does not let us */
async function readClipboard() {
  try {
    let [plain, html] = ["", ""];
    for (const item of await navigator.clipboard.read()) {
      if (item.types.includes("text/html")) html ||= await (await item.getType("text/html")).text();
      if (item.types.includes("text/plain")) plain ||= await (await item.getType("text/plain")).text();
    }
    return { plain, html };
  } catch {
    return null;
  }
}
