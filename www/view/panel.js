/**
 * The list beside the article, in tabs: who said what, the places, the figures, the names. Some tabs show
 * what they hold in two ways; the ways that few readers ask for are fetched when they are.
 *
 * For a reader who sees no colours it is the primary view: plain lists and tables, each item a
 * link or button into the text.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {import("./lists.js").View} View
 * @typedef {"speakers" | "places" | "figures" | "names"} Tab
 * @typedef {"quotes" | "voice" | "places" | "facts" | "dates" | "names"} Way
 * @typedef {(target: Target) => void} Choose
 * @typedef {(findings: Findings, choose: Choose) => View} Maker
 */

import { element, rove, setTabStop } from "../dom.js";
import { strings } from "../strings.js";
import { markWords } from "./filter.js";
import { listNames, listPlaces, listSpeakers } from "./lists.js";

/** The ways to show a tab, the first one first. @type {Record<Tab, Way[]>} */
const WAYS = { speakers: ["quotes", "voice"], places: ["places"], figures: ["facts", "dates"], names: ["names"] };
const TABS = /** @type {Tab[]} */ (Object.keys(WAYS));
/** What makes each, where it is here already. @type {Partial<Record<Way, Maker>>} */
const MAKERS = { quotes: listSpeakers, places: listPlaces, names: listNames };
/** @type {Partial<Record<Way, () => Promise<Maker>>>} */
const FETCHED = {
  voice: async () => (await import("../views/voice.js")).viewVoice,
  facts: async () => (await import("../views/facts.js")).viewFacts,
  dates: async () => (await import("../views/dates.js")).viewDates,
};
const ITEMS = "a, button, summary";

export class Panel {
  #tabs;
  #body;
  #filter;
  #choose;
  #onTab;
  #ways = element("div", { class: "ways-to-show", role: "group", hidden: true });
  /** @type {Tab} */
  #tab = "speakers";
  /** @type {Record<Tab, Way>} */
  #way = { speakers: "quotes", places: "places", figures: "facts", names: "names" };
  /** @type {Findings | null} */
  #findings = null;
  /** @type {View | null} */
  #view = null;
  /** @type {Target | null} */
  #target = null;
  /** How far the list is scrolled, as it was told last: to ask would have the browser lay out the whole page. */
  #top = 0;
  /** Counts what was shown: what comes late is not shown any more. */
  #turn = 0;
  #sifting = new AbortController();

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
    body.before(this.#ways);
    rove(tabs, ".tab", { horizontal: true, onMove: (button) => button.click() });
    rove(body, ITEMS);
    body.addEventListener("scroll", () => (this.#top = body.scrollTop), { passive: true });
    filter.addEventListener("input", () => this.#applyFilter());
    body.addEventListener("grown", () => this.#words && markWords(body, this.#words));
    this.open("speakers");
  }

  /** Coordinates have come, and nothing else: only their own list says them. @param {Findings} findings */
  showPlaces(findings) {
    if (this.#tab === "places") this.show(findings);
    else this.#findings = findings;
  }

  /** @param {Findings | null} findings none where there is no article */
  show(findings) {
    const again = findings !== null && findings.text === this.#findings?.text;
    this.#findings = findings;
    this.#target = null; // an index of the findings before; whoever chooses leads to it again
    if (!findings) {
      for (const tab of TABS) /** @type {HTMLElement} */ (this.#button(tab).querySelector(".tab-count")).textContent = "";
      this.#render();
      return;
    }
    const { annotation, speakers, people, organizations, others, places } = findings;
    if (!again) this.#way.figures = annotation.figures.length && annotation.figures.every(({ kind }) => kind === "date" || kind === "time") ? "dates" : "facts";
    const counts = {
      speakers: speakers.filter(({ entity }) => entity).length, places: places.length,
      figures: annotation.figures.length, names: people.length + organizations.length + others.length,
    };
    for (const tab of TABS) {
      const count = this.#button(tab).querySelector(".tab-count");
      if (count) count.textContent = strings.number(counts[tab]);
    }
    const top = this.#top;
    this.#render();
    if (again && top) this.#body.scrollTop = top;
  }

  /**
   * @param {Tab} tab
   * @param {Way} [way]
   */
  open(tab, way = this.#way[tab]) {
    const same = tab === this.#tab && way === this.#way[tab] && this.#body.hasChildNodes();
    const other = tab !== this.#tab || !this.#body.hasChildNodes();
    this.#tab = tab;
    this.#way[tab] = way;
    for (const other of TABS) {
      const button = this.#button(other);
      button.setAttribute("aria-selected", String(other === tab));
      button.tabIndex = other === tab ? 0 : -1;
    }
    this.#body.setAttribute("aria-labelledby", `tab-${tab}`);
    if (!same) this.#render();
    if (other) this.#onTab(tab);
  }

  /** Shows which place is under the reader's hand elsewhere. @param {number | null} entity */
  point(entity) {
    for (const item of this.#body.querySelectorAll(".pointed")) item.classList.remove("pointed");
    if (entity !== null) this.#body.querySelector(`[data-list-entity="${entity}"]`)?.classList.add("pointed");
  }

  /**
   * Opens the tab that a target stands in and marks its item; only the list scrolls.
   *
   * @param {Target | null} target
   */
  select(target) {
    this.#target = target;
    if (target && this.#findings) {
      const tab = this.#tabOf(target);
      this.open(tab, this.#wayOf(tab, target));
    }
    this.#markTarget();
  }

  #markTarget() {
    for (const old of this.#body.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
    const target = this.#target;
    if (!target || !this.#findings || !this.#view || this.#tabOf(target) !== this.#tab) return;
    this.#view.reveal(target);
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
   * The way to show a tab in which a target can be seen: the one that is open, where it can.
   *
   * @param {Tab} tab
   * @param {Target} target
   * @returns {Way}
   */
  #wayOf(tab, { kind, id }) {
    if (kind === "quote") return "quotes";
    if (kind !== "figure") return this.#way[tab];
    const figure = /** @type {Findings} */ (this.#findings).annotation.figures[id];
    return figure.kind === "date" || figure.kind === "time" ? "dates" : "facts";
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

  async #render() {
    const turn = ++this.#turn;
    const way = this.#way[this.#tab];
    const held = this.#heldItem();
    if (this.#top) this.#body.scrollTop = this.#top = 0;
    this.#view = null;
    this.#showWays();
    this.#body.dataset.way = way;
    if (!this.#findings) return this.#body.replaceChildren();
    if (!MAKERS[way]) {
      this.#body.replaceChildren(element("p", { class: "empty" }, strings.fetching));
      try {
        MAKERS[way] = await FETCHED[way]?.();
      } catch (error) {
        console.warn(error);
        if (turn === this.#turn) this.#body.replaceChildren(element("p", { class: "empty" }, strings.errors.part));
        return;
      }
      if (turn !== this.#turn) return;
    }
    const view = /** @type {Maker} */ (MAKERS[way])(this.#findings, this.#choose);
    this.#view = view;
    this.#body.replaceChildren(...view.nodes);
    if (view.empty) this.#body.replaceChildren(element("p", { class: "empty" }, strings.none[way]));
    if (held) /** @type {HTMLElement | null} */ (this.#body.querySelector(held))?.focus({ preventScroll: true });
    setTabStop(this.#body, ITEMS);
    if (this.#words) this.#applyFilter();
    else markWords(this.#body, "");
    if (this.#target) this.#markTarget();
  }

  /** The buttons for the ways to show the open tab, where it has more than one. */
  #showWays() {
    const ways = WAYS[this.#tab];
    this.#ways.hidden = ways.length < 2;
    this.#ways.setAttribute("aria-label", strings.waysToShow);
    const held = this.#ways.contains(document.activeElement);
    this.#ways.replaceChildren(...ways.map((way) => {
      const button = element("button", { type: "button", "data-way": way, "aria-pressed": String(way === this.#way[this.#tab]) }, strings.ways[way]);
      button.addEventListener("click", () => this.open(this.#tab, way));
      return button;
    }));
    if (held) /** @type {HTMLElement | null} */ (this.#ways.querySelector("[aria-pressed=true]"))?.focus();
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

  get #words() {
    return this.#filter.value.trim().toLowerCase();
  }

  async #applyFilter() {
    this.#sifting.abort();
    const { signal } = (this.#sifting = new AbortController());
    const words = this.#words;
    const view = this.#view;
    if (!view || view.empty) return;
    const left = await view.filter(words, signal);
    if (signal.aborted || view !== this.#view) return;
    markWords(this.#body, words);
    this.#body.querySelector(".no-match")?.remove();
    if (!left) this.#body.append(element("p", { class: "empty no-match" }, strings.noMatch(words)));
    if (!this.#body.querySelector(`:is(${ITEMS})[tabindex="0"]`)) setTabStop(this.#body, ITEMS);
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
