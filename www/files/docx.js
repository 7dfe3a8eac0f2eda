/**
 * Word documents, by mammoth: put beside the page by scripts/site.mjs, fetched when one comes.
 */
// @ts-ignore: its types would bring those of Node along
import mammoth from "mammoth/mammoth.browser.js";

/** @param {Uint8Array} bytes of a zip @returns {boolean} */
export function holdsWord(bytes) {
  // The names of a zip's files stand at its end, uncompressed.
  return new TextDecoder("latin1").decode(bytes).includes("word/document.xml");
}

/** @param {Uint8Array} bytes @returns {Promise<string>} pictures left out */
export async function convertToHtml(bytes) {
  const options = { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) };
  const { value } = await mammoth.convertToHtml({ arrayBuffer: /** @type {ArrayBuffer} */ (bytes.slice().buffer) }, options);
  return value;
}
