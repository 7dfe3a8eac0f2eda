/**
 * Every way in for a text: a paste anywhere, a file by button or dropped, words typed in a field.
 */

import { byId, isField } from "../dom.js";
import { chooseText, looksLikeHtml, readHtml } from "./html-to-text.js";
import { strings } from "../strings.js";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE_MB = 20;
const NOT_TEXT = /\.(pdf|docx?|odt|rtf|pages|epub|png|jpe?g|gif|webp|zip|xlsx?|pptx?|mp[34])$/i;

/**
 * @typedef {object} Handlers
 * @property {(text: string, from: { note?: string, what: string }) => void} onText a text to read, what to say of where it came from,
 *   and by which way
 * @property {(message: string) => void} onError
 * @property {() => string} current the reader's own text, to go on with
 */

/** @param {Handlers} handlers */
export function setUpInput(handlers) {
  setUpPaste(handlers);
  setUpFiles(handlers);
  setUpDrop(handlers);
  setUpField(handlers);
}

/** @param {Handlers} handlers */
function setUpPaste({ onText, onError }) {
  document.addEventListener("paste", (event) => {
    if (isField(event.target)) return;
    const data = event.clipboardData;
    if (!data) return;
    event.preventDefault();
    const file = data.files[0];
    const plain = data.getData("text/plain");
    const html = data.getData("text/html");
    if (!plain && !html && file) return void readFile(file, onText, onError);
    deliver(chooseText(plain, html), onText, "paste");
  });
}

/** @param {Handlers} handlers */
function setUpFiles({ onText, onError }) {
  const chooser = /** @type {HTMLInputElement} */ (byId("file"));
  byId("open").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    chooser.value = "";
    if (file) readFile(file, onText, onError);
  });
}

/** @param {Handlers} handlers */
function setUpDrop({ onText, onError }) {
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
    const data = event.dataTransfer;
    const file = data?.files[0];
    if (file) readFile(file, onText, onError);
    else if (data) deliver(chooseText(data.getData("text/plain"), data.getData("text/html")), onText, "paste");
  });
}

/** @param {Handlers} handlers */
function setUpField({ onText, current }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("editor"));
  const field = /** @type {HTMLTextAreaElement} */ (byId("editor-text"));
  const submit = () => {
    dialog.close();
    onText(looksLikeHtml(field.value) ? readHtml(field.value).text : field.value, { what: "typed" });
  };
  byId("write").addEventListener("click", () => {
    field.value = current();
    dialog.showModal();
    field.focus();
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

/**
 * @param {{ text: string, dropped: string[] | null }} chosen
 * @param {Handlers["onText"]} onText
 * @param {string} what
 */
function deliver({ text, dropped }, onText, what) {
  const names = /** @type {Record<string, string>} */ (strings.dropped);
  onText(text, { what, note: dropped ? strings.cleaned(dropped.map((name) => names[name])) : "" });
}

/**
 * @param {File} file
 * @param {Handlers["onText"]} onText
 * @param {Handlers["onError"]} onError
 */
async function readFile(file, onText, onError) {
  const name = file.name || strings.unnamedFile;
  if (file.size > LARGEST_FILE_MB * MEGABYTE) return onError(strings.errors.large(name, LARGEST_FILE_MB));
  if (NOT_TEXT.test(name)) return onError(strings.errors.pdf(name));
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return onError(strings.errors.unreadable(name));
  }
  const text = decode(bytes);
  if (text === null) return onError(strings.errors.binary(name));
  if (/\.x?html?$/i.test(name) || looksLikeHtml(text)) deliver(readHtml(text), onText, "file");
  else onText(text, { what: "file" });
}

/**
 * UTF-8, UTF-16 with its mark, or what old Windows programs write; `null` for what is no text.
 *
 * @param {Uint8Array} bytes
 */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.subarray(0, 8192).includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
