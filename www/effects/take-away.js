/** What leaves the page by the reader's hand: to the clipboard, to a file. */

/**
 * @param {string} plain
 * @param {string} [rich] the same as HTML
 * @returns {Promise<boolean>} whether the browser let us
 */
export async function copy(plain, rich) {
  try {
    if (!rich) await navigator.clipboard.writeText(plain);
    else {
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([rich], { type: "text/html" }),
      })]);
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
