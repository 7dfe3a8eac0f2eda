/**
 * The list beside the article, in tabs: who said what, the places, the figures, the names.
 *
 * For a reader who sees no colours it is the primary view: plain lists and a table, each item a
 * link or button into the text.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {"speakers" | "places" | "figures" | "names"} Tab
 * @typedef {(target: Target) => void} Choose
 */

import { element, rove, setTabStop } from "../dom.js";
import { listFigures, listNames, listPlaces, listSpeakers } from "./lists.js";
import { strings } from "../strings.js";

const LISTS = { speakers: listSpeakers, places: listPlaces, figures: listFigures, names: listNames };
const TABS = /** @type {Tab[]} */ (Object.keys(LISTS));
const ITEMS = "a, button, summary";

export class Panel {
  #tabs;
  #body;
  #filter;
  #choose;
  #onTab;
  /** @type {Tab} */
  #tab = "speakers";
  /** @type {Findings | null} */
  #findings = null;

  /**
   * @param {{ tabs: HTMLElement, body: HTMLElement, filter: HTMLInputElement, choose: Choose, onTab: (tab: Tab) => void }} parts
   */
  constructor({ tabs, body, filter, choose, onTab }) {
    this.#tabs = tabs;
    this.#body = body;
    this.#filter = filter;
    this.#choose = choose;
    this.#onTab = onTab;
    for (const tab of TABS) {
      const button = element("button", { type: "button", role: "tab", id: `tab-${tab}`, class: "tab", "aria-controls": body.id },
        strings.tabs[tab], " ", element("span", { class: "tab-count" }));
      button.addEventListener("click", () => this.open(tab));
      tabs.append(button);
    }
    rove(tabs, ".tab", { horizontal: true, onMove: (button) => button.click() });
    rove(body, ITEMS);
    filter.addEventListener("input", () => this.#applyFilter());
    body.addEventListener("grown", () => filter.value && this.#applyFilter());
    this.open("speakers");
  }

  /** @param {Findings | null} findings none where there is no article */
  show(findings) {
    const again = findings !== null && findings.text === this.#findings?.text;
    this.#findings = findings;
    if (!findings) {
      for (const tab of TABS) /** @type {HTMLElement} */ (this.#button(tab).querySelector(".tab-count")).textContent = "";
      this.#render();
      return;
    }
    const { annotation, speakers, people, organizations, others, places } = findings;
    const counts = {
      speakers: speakers.filter(({ entity }) => entity).length, places: places.length,
      figures: annotation.figures.length, names: people.length + organizations.length + others.length,
    };
    for (const tab of TABS) {
      const count = this.#button(tab).querySelector(".tab-count");
      if (count) count.textContent = counts[tab].toLocaleString("en");
    }
    const { scrollTop } = this.#body;
    this.#render();
    if (again) this.#body.scrollTop = scrollTop;
  }

  /** @param {Tab} tab */
  open(tab) {
    const same = tab === this.#tab && this.#body.hasChildNodes();
    this.#tab = tab;
    for (const other of TABS) {
      const button = this.#button(other);
      button.setAttribute("aria-selected", String(other === tab));
      button.tabIndex = other === tab ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${tab}`);
    if (!same) this.#render();
    if (!same) this.#onTab(tab);
  }

  /** Shows which place is under the reader's hand elsewhere. @param {number | null} entity */
  point(entity) {
    for (const item of this.#body.querySelectorAll("[data-list-entity]")) {
      item.classList.toggle("pointed", /** @type {HTMLElement} */ (item).dataset.listEntity === String(entity));
    }
  }

  /**
   * Opens the tab that a target stands in and marks its item; only the list scrolls.
   *
   * @param {Target | null} target
   */
  select(target) {
    for (const old of this.#body.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    if (!target || !this.#findings) return;
    this.open(this.#tabOf(target));
    const item = this.#find(target);
    if (!item) return;
    const closed = item.closest("details:not([open])");
    if (closed instanceof HTMLDetailsElement) closed.open = true;
    item.setAttribute("aria-current", "true");
    setTabStop(this.#body, ITEMS, item.matches(ITEMS) ? item : /** @type {HTMLElement | null} */ (item.querySelector(ITEMS)));
    scrollInside(this.#body, item);
  }

  /** The open one. */
  get tab() {
    return this.#tab;
  }

  focusFilter() {
    this.#filter.focus();
    this.#filter.select();
  }

  /**
   * @param {Target} target
   * @returns {Tab}
   */
  #tabOf({ kind, id }) {
    if (kind === "quote") return "speakers";
    if (kind === "figure") return "figures";
    const { annotation, speaks } = /** @type {Findings} */ (this.#findings);
    const entity = annotation.entities[annotation.mentions[id].entity];
    if (entity.kind === "place") return "places";
    return speaks[entity.id] ? "speakers" : "names";
  }

  /**
   * @param {Target} target
   * @returns {HTMLElement | null}
   */
  #find({ kind, id }) {
    const entity = kind === "mention" ? this.#findings?.annotation.mentions[id].entity : null;
    const selector = kind === "mention" ? `[data-list-entity="${entity}"]` : `[data-list-${kind}="${id}"]`;
    return this.#body.querySelector(selector);
  }

  #render() {
    this.#body.scrollTop = 0;
    if (!this.#findings) {
      this.#body.replaceChildren();
      return;
    }
    const held = this.#heldItem();
    this.#body.replaceChildren(...LISTS[this.#tab](this.#findings, this.#choose));
    if (held) /** @type {HTMLElement | null} */ (this.#body.querySelector(held))?.focus({ preventScroll: true });
    if (!this.#body.querySelector("li, tr")) this.#body.replaceChildren(element("p", { class: "empty" }, strings.none[this.#tab]));
    setTabStop(this.#body, ITEMS);
    this.#applyFilter();
  }

  /** The item that has the focus, for the list that takes this one's place. @returns {string | null} a selector */
  #heldItem() {
    const held = document.activeElement;
    if (!(held instanceof HTMLElement) || !this.#body.contains(held)) return null;
    for (const name of ["list-quote", "list-figure", "list-entity"]) {
      const value = held.getAttribute(`data-${name}`);
      if (value !== null) return `[data-${name}="${value}"]`;
    }
    return null;
  }

  #applyFilter() {
    const words = this.#filter.value.trim().toLowerCase();
    let shown = 0;
    const items = this.#body.querySelectorAll("[data-filter]");
    for (const item of items) {
      const matches = !words || (item.textContent ?? "").toLowerCase().includes(words);
      /** @type {HTMLElement} */ (item).hidden = !matches;
      if (matches) shown++;
    }
    this.#body.querySelector(".no-match")?.remove();
    if (items.length && !shown) this.#body.append(element("p", { class: "empty no-match" }, strings.noMatch(words)));
  }

  /** @param {Tab} tab */
  #button(tab) {
    return /** @type {HTMLElement} */ (this.#tabs.querySelector(`#tab-${tab}`));
  }
}

/**
 * @param {HTMLElement} box
 * @param {HTMLElement} item
 */
function scrollInside(box, item) {
  const outer = box.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  // The speaker's name stays at the top, over what passes below it.
  const name = item.closest("details")?.querySelector("summary")?.offsetHeight ?? 0;
  if (inner.top >= outer.top + name && inner.bottom <= outer.bottom) return;
  box.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 3);
}
