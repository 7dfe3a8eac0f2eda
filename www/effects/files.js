/**
 * The article in a file, whatever it is called: known by its first bytes, then by its words. What reads
 * Word, PDF, mail and Markdown is by others, and fetched from this site when such a file comes.
 *
 * @typedef {import("../types.ts").Given} Given
 */

import { trusted } from "../engine/trusted.js";
import { readPdfText } from "../model/pdf-text.js";
import { PDF_WORKER } from "../page-assets.js";
import { strings } from "../strings.js";
import { looksLikeHtml, readHtml } from "./html.js";

const MEGABYTE = 1024 * 1024;
const LARGEST_MB = 20;
/** The headers of a mail: two of them in the first lines make one. */
/** What a file that this page wrote has in it, see exports/open.js. */
const OURS = /"whosaid"\s*:\s*\{|id="whosaid-story"|"urn:whosaid:story"/;
const MAIL_HEADER = /^(?:from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type|x-[\w-]+): /i;
const MARKDOWN = /!?\[[^\]\n]*\]\([^)\s]+\)|^\s*\|.+\|\s*$\n\s*\|[\s:|-]+\|\s*$|^> \S|^#{1,6} \S|^(?:```|~~~)/m;

/**
 * @param {File} file
 * @returns {Promise<Given | string>} the article, or why there is none
 */
export async function readFile(file) {
  const name = file.name || strings.unnamedFile;
  if (file.size > LARGEST_MB * MEGABYTE) return strings.errors.large(name, LARGEST_MB);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return strings.errors.unreadable(name);
  }
  try {
    const kind = sniff(bytes);
    if (kind === "pdf") return await readPdf(bytes, name);
    if (kind === "zip") return await readDocx(bytes, name);
    if (kind) return strings.errors.notText(name, kind);
    const text = decode(bytes);
    if (text === null) return strings.errors.binary(name);
    if (OURS.test(text)) {
      const ours = (await import("../exports/open.js")).openAgain(text);
      if (ours) return ours;
      if (/^\s*\{/.test(text)) return strings.errors.notOurs(name);
    }
    if (isMail(text)) return await readMail(bytes);
    if (/\.x?html?$/i.test(name) || looksLikeHtml(text)) return { ...readHtml(text), what: "file" };
    if (/\.(?:md|markdown)$/i.test(name) && MARKDOWN.test(text)) return await readMarkdown(text);
    return { text, what: "file" };
  } catch (error) {
    console.warn(error);
    return strings.errors.damaged(name);
  }
}

/**
 * What a file is by its first bytes; "" for what may be text.
 *
 * @param {Uint8Array} bytes
 */
export function sniff(bytes) {
  const begins = (/** @type {string} */ mark, at = 0) => [...mark].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));
  // A PDF may have some bytes before its mark.
  for (let at = 0; at < Math.min(1024, bytes.length); at++) if (bytes[at] === 0x25 && begins("%PDF-", at)) return "pdf";
  if (begins("PK\u0003\u0004")) return "zip";
  if (begins("\u0089PNG") || begins("\u00ff\u00d8\u00ff") || begins("GIF8") || (begins("RIFF") && begins("WEBP", 8))) return "picture";
  if (begins("\u00d0\u00cf\u0011\u00e0")) return "old Word";
  if (begins("{\\rtf")) return "RTF";
  return "";
}

/**
 * UTF-8, UTF-16 with or without its mark, or what old Windows programs write; `null` for what is no text.
 *
 * @param {Uint8Array} bytes
 */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 8192);
  if (head.includes(0)) {
    // English in UTF-16 has a zero in every second byte, on one side.
    const zeros = [0, 0];
    head.forEach((byte, i) => byte === 0 && zeros[i % 2]++);
    const half = head.length / 2;
    if (zeros[1] > half * 0.7 && zeros[0] < half * 0.05) return new TextDecoder("utf-16le").decode(bytes);
    if (zeros[0] > half * 0.7 && zeros[1] < half * 0.05) return new TextDecoder("utf-16be").decode(bytes);
    return null;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** @param {string} text */
function isMail(text) {
  const lines = text.slice(0, 4000).split(/\r?\n/, 30);
  const end = lines.indexOf("");
  const head = lines.slice(0, end < 0 ? lines.length : end);
  return MAIL_HEADER.test(head[0] ?? "") && head.filter((line) => MAIL_HEADER.test(line)).length >= 2;
}

/** @param {Uint8Array} bytes @param {string} name @returns {Promise<Given | string>} */
async function readDocx(bytes, name) {
  const { convertToHtml, holdsWord } = await import("../files/docx.js");
  if (!holdsWord(bytes)) return strings.errors.notText(name, "archive");
  const { text, parts } = readHtml(`<article>${await convertToHtml(bytes)}</article>`);
  return text.trim() ? { text, parts, what: "file" } : strings.errors.nothingIn(name);
}

/** @param {Uint8Array} bytes @param {string} name @returns {Promise<Given | string>} */
async function readPdf(bytes, name) {
  const { readPages } = await import("../files/pdf.js");
  const worker = new Worker(trusted(PDF_WORKER.href), { type: "module", name: "pdf" });
  const text = readPdfText(await readPages(bytes, worker).finally(() => worker.terminate()));
  return text.trim() ? { text, what: "file" } : strings.errors.scanned(name);
}

/** @param {Uint8Array} bytes @returns {Promise<Given>} */
async function readMail(bytes) {
  const { default: PostalMime } = await import("../files/mail.js");
  const { subject = "", html, text = "", date } = await PostalMime.parse(bytes);
  const body = html ? readHtml(html) : { text: text.trim() };
  const day = date && !Number.isNaN(Date.parse(date)) ? new Date(date).toISOString().slice(0, 10) : undefined;
  const headline = subject.replace(/^(?:(?:re|fwd?|aw|wg):\s*)+/i, "").trim();
  const whole = headline && !body.text.startsWith(headline) ? `${headline}\n\n${body.text}` : body.text;
  const shift = whole.length - body.text.length;
  const head = shift ? [{ start: 0, end: headline.length, role: /** @type {const} */ ("headline") }] : [];
  return {
    ...body, text: whole, what: "file", ...(day ? { stated: day } : {}),
    ...("leftOut" in body ? { leftOut: body.leftOut?.map((left) => ({ ...left, at: left.at + shift })) } : {}),
    parts: [...head, ...(("parts" in body && body.parts) || []).map((part) => ({ ...part, start: part.start + shift, end: part.end + shift }))],
  };
}

/** @param {string} text @returns {Promise<Given>} */
async function readMarkdown(text) {
  const { marked } = await import("../files/markdown.js");
  const body = text.replace(/^---\r?\n[^]*?\r?\n---\r?\n/, ""); // front matter
  return { ...readHtml(`<article>${await marked.parse(body)}</article>`), what: "file" };
}
