/**
 * The language of the page: the reader's choice, else the browser's, else English. Another one than English is
 * fetched, and put in the place of the one table (strings.js) and of what stands in index.html.
 */

import { strings, translate } from "../strings.js";

const KEY = "whosaid-language";
/** @type {Record<string, () => Promise<typeof import("./uk.js")>>} */
const OTHERS = { uk: () => import("./uk.js") };

/** @returns {string | null} */
function chosen() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Before anything is shown. */
export async function useLanguage() {
  const known = ["en", ...Object.keys(OTHERS)];
  const wanted = [chosen(), ...navigator.languages].map((one) => one?.split("-")[0] ?? "").find((one) => known.includes(one)) ?? "en";
  document.getElementById("languages")?.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button");
    if (!button || button.lang === strings.locale.split("-")[0]) return;
    try {
      localStorage.setItem(KEY, button.lang);
    } catch {
      return;
    }
    location.reload();
  });
  try {
    const table = await OTHERS[wanted]?.();
    if (table) {
      translate(table.strings, table.parts);
      document.documentElement.lang = wanted;
      for (const [selector, words, where] of table.page) for (const found of document.querySelectorAll(selector)) put(found, words, where);
    }
  } catch (error) {
    console.warn(error); // the page says it in English
  }
  for (const button of document.querySelectorAll("#languages button")) button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).lang === strings.locale.split("-")[0]));
}

/** @param {Element} element @param {string} words @param {string} [where] */
function put(element, words, where) {
  if (where === "after") element.lastChild?.replaceWith(words);
  else if (where) element.setAttribute(where, words);
  else if (!element.childElementCount || element.matches("dd, li")) element.textContent = words;
  else {
    // What stands beside elements of their own: the first words, or the last.
    const text = [...element.childNodes].find((node) => node instanceof Text && node.data.trim());
    text?.replaceWith(words);
  }
}
