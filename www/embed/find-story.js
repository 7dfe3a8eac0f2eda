/**
 * The story that an element stands by, and whether it is one that whosaid can read.
 */

/** What stands before an element without being a story. */
const NO_STORY = "script, style, link, meta, template, noscript, whosaid-article";

/**
 * Without a selector, the element before this one. With one, the nearest match: in the smallest
 * part of the page around the element that holds any, the last before it, else the first after it. So in
 * a feed each element finds its own story.
 *
 * @param {Element} element
 * @param {string} selector
 * @returns {Element | null}
 * @throws where the selector is none
 */
export function findStory(element, selector) {
  if (!selector) {
    let before = element.previousElementSibling;
    while (before?.matches(NO_STORY)) before = before.previousElementSibling;
    return before;
  }
  const around = element.parentElement?.closest(selector);
  if (around) return around;
  for (let part = element.parentNode; part; part = part.parentNode ?? /** @type {ShadowRoot} */ (part).host ?? null) {
    const found = [.../** @type {ParentNode} */ (part).querySelectorAll(selector)].filter((match) => match !== element);
    if (found.length) return found.findLast((match) => match.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) ?? found[0];
  }
  return null;
}

/**
 * Whether the page says that a story is in another language than English, or shows it in another than
 * it was written in.
 *
 * @param {Element} target
 */
export function isForeign(target) {
  for (let node = /** @type {Element | null} */ (target); node; node = parentOf(node)) {
    const lang = node.getAttribute("lang");
    if (lang) return !/^en\b/i.test(lang.trim());
  }
  return false;
}

/** By its reader's browser or a service; the page's own language, where it says one, is then the new one. @param {Document} page */
export function isTranslated(page) {
  const { classList } = page.documentElement;
  return classList.contains("translated-ltr") || classList.contains("translated-rtl");
}

/** Out of a shadow root as well. @param {Element} element @returns {Element | null} */
export function parentOf(element) {
  const { parentNode } = element;
  return element.parentElement ?? (parentNode?.nodeType === 11 ? /** @type {ShadowRoot} */ (parentNode).host ?? null : null);
}
