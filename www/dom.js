/**
 * Makes an element. Text only ever enters the page here, as text nodes: nothing is parsed as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] set as attributes;
 *   `null`, `undefined` and `false` are left out, `true` is an empty attribute
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child) made.append(child);
  }
  return made;
}

/** Items of a list made at once, and in each turn after that. */
const SLICE = 500;

/**
 * Fills a list, however long: the first items at once, the others between frames while it is shown. Each
 * turn is told by an event, `grown`.
 *
 * @template Item
 * @template {HTMLElement} List
 * @param {List} list
 * @param {Item[]} items
 * @param {(item: Item, index: number) => Node} make
 * @returns {List}
 */
export function fillList(list, items, make) {
  let next = 0;
  const add = () => {
    const part = document.createDocumentFragment();
    for (const end = Math.min(next + SLICE, items.length); next < end; next++) part.append(make(items[next], next));
    list.append(part);
  };
  const goOn = () => {
    if (next >= items.length || !list.isConnected) return;
    add();
    list.dispatchEvent(new CustomEvent("grown", { bubbles: true }));
    setTimeout(goOn);
  };
  add();
  if (next < items.length) setTimeout(goOn);
  return list;
}

/**
 * A style sheet to adopt: the one kind that a page's Content-Security-Policy leaves alone.
 *
 * @param {string} css
 */
export function makeSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * The page's own element with this id.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no #${id}`);
  return found;
}

/** @param {EventTarget | null} target @returns {boolean} whether keys are letters there */
export function isField(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [contenteditable=plaintext-only]") !== null;
}

/** @returns {boolean} whether the reader asked for less motion */
export function prefersStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** @returns {boolean} whether the list is a sheet at the bottom (see style.css) */
export function isNarrow() {
  return matchMedia("screen and (max-width: 860px)").matches;
}

/**
 * One tab stop for a whole list: the arrow keys, Home and End move inside it.
 *
 * @param {HTMLElement} list
 * @param {string} selector the items that take the focus
 * @param {{ horizontal?: boolean, onMove?: (item: HTMLElement) => void }} [options]
 */
export function rove(list, selector, { horizontal = false, onMove } = {}) {
  const items = () =>
    /** @type {HTMLElement[]} */ ([...list.querySelectorAll(selector)]).filter((item) => item.offsetParent);
  const [back, forward] = horizontal ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];

  list.addEventListener("focusin", (event) => {
    const item = /** @type {HTMLElement} */ (event.target).closest(selector);
    if (item instanceof HTMLElement) setTabStop(list, selector, item);
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const all = items();
    const { activeElement } = /** @type {Document | ShadowRoot} */ (list.getRootNode());
    const here = all.indexOf(/** @type {HTMLElement} */ (activeElement));
    if (here < 0) return;
    const to =
      event.key === forward ? here + 1
      : event.key === back ? here - 1
      : event.key === "Home" ? 0
      : event.key === "End" ? all.length - 1
      : null;
    if (to === null || !all[to]) return;
    event.preventDefault();
    all[to].focus();
    onMove?.(all[to]);
  });
}

/**
 * Leaves one item of a roving list in the tab order.
 *
 * @param {HTMLElement} list
 * @param {string} selector
 * @param {HTMLElement | null} [stop] the first item where it is not given
 */
export function setTabStop(list, selector, stop) {
  const items = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(selector));
  const chosen = stop ?? items[0];
  for (const item of items) item.tabIndex = item === chosen ? 0 : -1;
}
