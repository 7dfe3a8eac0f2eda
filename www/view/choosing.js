/**
 * The one thing that a reader has chosen, shown in the text, the list, the card and the map at once.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {(corrections: import("../types.ts").Correction[], what: string) => void} Correct
 * @typedef {"text" | "list" | "map" | "keys" | "card" | "check" | "again"} Way where the reader chose it
 */

import { byId, isNarrow } from "../dom.js";
import { MapPane } from "../effects/place-map.js";
import { makeAnchor } from "../model/anchor.js";
import { findTarget, nextMention, nextQuote, nextToCheck, placeOf } from "../model/targets.js";
import { strings } from "../strings.js";
import { Card } from "./card.js";
import { describe } from "./describe.js";
import { Mending } from "./mend.js";
import { KINDS, Legend } from "./legend.js";
import { say } from "./notices.js";
import { Panel } from "./panel.js";
import { Sheet } from "./sheet.js";

export class Choosing {
  /** @type {Findings | null} */
  #findings = null;
  /** @type {Target | null} */
  #target = null;
  #article;
  #root;
  #mapped;
  #act;
  /** Whether the reader goes through what is to be checked. */
  #queue = false;
  legend;
  #card;
  #panel;
  #sheet;
  #map;

  /**
   * @param {{ article: import("./article.js").Article, articleRoot: HTMLElement, mapped: () => boolean, correct: Correct, onStances(): void, link(quote: number): Promise<string | null> }} parts
   *   `mapped`: whether it is known by now if places have coordinates; `onStances`: they are to be shown, or hidden
   */
  constructor({ article, articleRoot, mapped, correct, onStances, link }) {
    this.#act = correct;
    this.#article = article;
    this.#root = articleRoot;
    this.#mapped = mapped;
    this.legend = new Legend(byId("legend"), articleRoot, (kind, shown) => {
      if (kind === "stance") onStances();
      say((shown ? strings.shown : strings.hidden)(strings.kinds[kind]));
    });
    this.#card = new Card(byId("card"), {
      choose: (target) => this.choose(target, "card"),
      link,
      mending: new Mending((corrections, what) => this.#correct(corrections, what)),
    });
    this.#map = new MapPane(byId("map"), {
      choose: (place) => this.#choosePlace(place),
      point: (entity) => {
        article.point(entity);
        this.#panel.point(entity);
      },
    });
    this.#panel = new Panel({
      tabs: byId("tabs"), body: byId("panel-body"), filter: /** @type {HTMLInputElement} */ (byId("filter")),
      choose: (target) => this.choose(target, "list"),
      onTab: () => this.#panel && this.refreshMap(), // not while it is being made
    });
    this.#sheet = new Sheet(byId("panel"), byId("handle"));
    this.#listen();
  }

  /** @param {Findings | null} findings of the open article; none where there is no article */
  show(findings) {
    const place = this.#findings && this.#target && findings ? placeOf(this.#findings, this.#target) : null;
    this.#findings = findings;
    this.#target = findings && place ? findTarget(findings, place) : null;
    this.#panel.show(findings);
    this.legend.showCounts(findings?.counts ?? null);
    if (!findings || (place && !this.#target)) this.#card.close();
    if (this.#target) this.choose(this.#target, "again");
    this.refreshMap();
  }

  /** Coordinates have come, and nothing else. @param {Findings} findings */
  showPlaces(findings) {
    this.#findings = findings;
    this.#panel.showPlaces(findings);
    if (this.#card.isOpen && this.#target) this.choose(this.#target, "again");
    this.refreshMap();
  }

  /** Shows the article again, and leaves the focus with its words. @param {() => void} show */
  keep(show) {
    const focused = this.#root.contains(document.activeElement) && document.activeElement !== this.#root;
    show();
    if (focused && this.#target) this.#refocus = true;
  }
  #refocus = false;

  /** Forgets what was chosen: another article comes. */
  close() {
    this.#card.close();
    this.#target = null;
    this.#findings = null;
  }

  /**
   * @param {Target} target
   * @param {Way} from
   */
  choose(target, from) {
    const findings = this.#findings;
    if (!findings) return;
    this.#target = target;
    if (from !== "again" && from !== "card") this.#queue = from === "check";
    const leads = from !== "text" && from !== "again";
    this.#revealKind(target);
    if (from === "list" || from === "map") this.#sheet.lower();
    const reopen = this.#card.isOpen && (from === "keys" || from === "card" || from === "again");
    this.#article.select(target, { scroll: leads, focus: from === "keys" || (from === "again" && this.#refocus) });
    this.#refocus = false;
    if (from !== "list") this.#panel.select(target);
    else this.#markInList(target);
    this.#map.select(this.#placeOf(target));
    if (from === "text" || from === "check" || reopen) {
      const anchor = this.#article.find(target)[0];
      if (anchor) this.#card.open(findings, target, anchor, { below: leads, again: from === "again" });
      if (from === "check") this.#card.focus();
    } else {
      this.#card.close();
    }
    if (leads) say(describe(findings, target));
  }

  /** Leads to the next quote that is to be checked, and says why. */
  check = () => {
    const next = this.#findings && nextToCheck(this.#findings, this.#target);
    if (next) this.choose(next, "check");
  };

  /** What the reader corrected; in the queue the next one follows. @type {Correct} */
  #correct(corrections, what) {
    const queue = this.#queue && this.#findings;
    const held = this.#card.contains(/** @type {Node} */ (document.activeElement));
    this.#act(corrections, what);
    const left = this.#findings?.doubtful.length ?? 0;
    if (queue && queue.doubtful.length !== left) {
      if (left) this.check();
      else this.#card.close();
      say(left ? strings.mend.left(left) : strings.mend.allChecked);
      return;
    }
    if (held && this.#card.isOpen && !this.#card.contains(/** @type {Node} */ (document.activeElement))) this.#card.focus();
    if (!this.#target && held) this.#root.focus({ preventScroll: true });
  }

  /**
   * A digit: whoever has it in the card, where there is one.
   *
   * @param {string} digit
   * @returns {boolean}
   */
  pick(digit) {
    return this.#card.isOpen && this.#card.mending.isPicking && this.#card.mending.pick(digit);
  }

  /** Opens the card with everybody who may have said it. */
  #pickSpeaker() {
    if (this.#target?.kind !== "quote") return false;
    if (!this.#card.isOpen) this.choose(this.#target, "text");
    this.#card.mending.open("speaker");
  }

  #delete() {
    if (!this.#target || !(this.#card.isOpen || this.#root.contains(document.activeElement))) return false;
    if (!this.#card.isOpen) this.choose(this.#target, "text");
    this.#card.mending.delete();
  }

  refreshMap() {
    this.#map.show(this.#findings, { open: this.#panel.tab === "places", mapped: this.#mapped() });
  }

  /** Single keys, see keyboard.js. @type {Record<string, () => boolean | void>} */
  keys = {
    j: () => this.#step(1),
    k: () => this.#step(-1),
    n: () => this.#stepMention(1),
    p: () => this.#stepMention(-1),
    c: () => this.check(),
    s: () => this.#pickSpeaker(),
    Delete: () => this.#delete(),
    Backspace: () => this.#delete(),
    Enter: () => (this.#queue && this.#card.isOpen && document.activeElement === byId("card") ? this.#card.mending.confirm() : this.#openCard()),
    Escape: () => this.#escape(),
    "/": () => {
      if (isNarrow()) this.#sheet.lift();
      this.#panel.focusFilter();
    },
  };

  /** @param {1 | -1} by */
  #step(by) {
    const next = this.#findings && nextQuote(this.#findings, this.#target, by, this.#article.positionInView());
    if (!next) return false;
    this.choose(next, "keys");
  }

  /** @param {1 | -1} by */
  #stepMention(by) {
    const next = this.#findings && nextMention(this.#findings, this.#target, by);
    if (!next) return false;
    this.choose(next, "keys");
  }

  /** Opens the card of the mark in focus, and goes into it. */
  #openCard() {
    const focused = document.activeElement;
    if (!this.#findings || !(focused instanceof HTMLElement) || !this.#root.contains(focused)) return false;
    const target = this.#target ?? this.#article.targetAt(focused)?.target;
    if (!target) return false;
    this.choose(target, "text");
    focused.focus({ preventScroll: true });
    this.#card.focus();
  }

  #escape() {
    if (!this.#card.isOpen) {
      if (!isNarrow() || this.#sheet.height === "peek") return false;
      return this.#sheet.set("peek");
    }
    const inside = this.#card.contains(/** @type {Node} */ (document.activeElement));
    this.#card.close();
    if (inside && this.#target) this.#article.select(this.#target, { focus: true });
  }

  /** @param {Target} target */
  #markInList(target) {
    const held = document.activeElement;
    this.#panel.select(target);
    if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
  }

  /** A mark whose kind is hidden would lead to nothing visible. @param {Target} target */
  #revealKind(target) {
    const mark = this.#article.find(target)[0];
    const kind = KINDS.find((known) => known === mark?.dataset.kind);
    if (kind && kind !== "attribution" && target.kind !== "mention") this.legend.show(kind);
  }

  /** The place that a target is a mention of. @param {Target} target */
  #placeOf(target) {
    if (target.kind !== "mention" || !this.#findings) return null;
    const { mentions, entities } = this.#findings.annotation;
    const { entity } = mentions[target.id];
    return entities[entity].place ? entity : null;
  }

  /** Leads to its first mention, then each time to the next. @param {import("../types.ts").EntityFindings} place */
  #choosePlace({ mentions }) {
    const here = this.#target?.kind === "mention" ? mentions.indexOf(this.#target.id) : -1;
    this.choose({ kind: "mention", id: mentions[(here + 1) % mentions.length] }, "map");
  }

  /**
   * Leads to the quote that begins at a position, or next to it.
   *
   * @param {number} start
   * @returns {boolean} whether there is one
   */
  leadTo(start) {
    const quotes = this.#findings?.annotation.quotes ?? [];
    const id = quotes.findIndex(({ content }) => content[0] && content[0].start <= start && start < content[content.length - 1].end);
    if (id < 0) return false;
    this.choose({ kind: "quote", id }, "keys");
    return true;
  }

  /** @returns {Target | null} */
  get target() {
    return this.#target;
  }

  /**
   * Opens the card of what was just made by hand.
   *
   * @param {import("../types.ts").Span} span
   * @param {Target["kind"]} kind
   */
  openAt(span, kind) {
    const findings = this.#findings;
    const target = findings && findTarget(findings, { kind, at: makeAnchor(findings.text, span) });
    if (!target) return;
    this.choose(target, "text");
    if (kind === "quote" && findings.annotation.quotes[target.id].speaker === null) this.#card.mending.open("speaker");
    else this.#card.focus();
  }

  #listen() {
    this.#root.addEventListener("click", (event) => {
      if (!getSelection()?.isCollapsed || this.#root.isContentEditable || "quiz" in document.documentElement.dataset) return; // the reader selects words, or edits
      const hit = this.#article.targetAt(/** @type {Element} */ (event.target));
      if (!hit || !this.#findings) return;
      this.choose(hit.target, "text");
      this.#card.open(this.#findings, hit.target, hit.anchor);
    });
    for (const root of [this.#root, byId("panel-body")]) {
      for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) root.addEventListener(type, (event) => this.#pointOnMap(event));
    }
    document.addEventListener("pointerdown", (event) => {
      const on = /** @type {Element} */ (event.target);
      if (this.#card.isOpen && !this.#card.contains(on) && !on.closest(".mark, .note, .history")) this.#card.close();
    });
    byId("tabs").addEventListener("click", () => this.#sheet.lift());
  }

  /** The point of the place under the reader's hand, in the text or in the list. @param {Event} event */
  #pointOnMap({ target, type }) {
    const over = type === "pointerover" || type === "focusin";
    const mark = over && target instanceof Element ? target.closest("[data-entity], [data-list-entity]") : null;
    const { entity, listEntity } = mark instanceof HTMLElement ? mark.dataset : {};
    const number = entity ?? listEntity;
    this.#map.point(number === undefined ? null : Number(number));
  }
}
