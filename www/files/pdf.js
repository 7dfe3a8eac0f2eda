/**
 * The words of a PDF and where they stand, by pdf.js: put beside the page by scripts/site.mjs, fetched
 * when one comes.
 *
 * @typedef {import("../model/pdf-text.js").PdfPage} PdfPage
 */
import { getDocument, PDFWorker } from "pdfjs-dist/legacy/build/pdf.mjs";

/**
 * @param {Uint8Array} bytes
 * @param {Worker} port of pdf.js's own worker
 * @returns {Promise<PdfPage[]>}
 */
export async function readPages(bytes, port) {
  const worker = PDFWorker.create({ port });
  const task = getDocument({ data: bytes.slice(), worker, disableFontFace: true, useSystemFonts: false, isOffscreenCanvasSupported: false, useWorkerFetch: false, verbosity: 0 });
  const file = await task.promise;
  /** @type {PdfPage[]} */
  const pages = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const [left, bottom, right, top] = page.view;
    const { items } = await page.getTextContent();
    pages.push({
      width: right - left, height: top - bottom,
      items: items.flatMap((item) => ("str" in item && item.str ? [{
        words: item.str, x: item.transform[4] - left, y: top - item.transform[5], width: item.width, size: Math.hypot(item.transform[2], item.transform[3]) || item.height,
      }] : [])),
    });
  }
  await task.destroy();
  return pages;
}
