/**
 * The part of a card that corrects: who said it, what was said, what kind it is, whether it is one at
 * all; what a name is called, and whose it is. Of this one, or of all like it.
 *
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Quote} Quote
 * @typedef {import("../types.ts").Target} Target
 * @typedef {"speaker" | "ends" | "style" | "spelling" | "kind" | "merge" | "split" | "delete"} Section
 */

import { element } from "../dom.js";
import * as mending from "../model/mending.js";
import { strings } from "../strings.js";
import { makePicker } from "./picker.js";

const STYLES = /** @type {Quote["style"][]} */ (["direct", "mixed", "indirect", "transcript"]);
const KINDS = /** @type {Entity["kind"][]} */ (["person", "organization", "place", "group", "product", "event", "other"]);
const FIGURES = /** @type {Figure["kind"][]} */ (["number", "ordinal", "percent", "money", "date", "time", "duration", "age", "quantity"]);

export class Mending {
  #act;
  /** @type {{ section: Section, kind: Target["kind"] } | null} what is open in the card */
  #open = null;
  #all = false;
  /** @type {{ findings: Findings, target: Target, root: HTMLElement } | null} */
  #shown = null;

  /** @param {(corrections: Correction[], what: string) => void} act */
  constructor(act) {
    this.#act = act;
  }

  /**
   * @param {Findings} findings
   * @param {Target} target
   * @param {boolean} again whether the same thing was in the card before
   * @returns {HTMLElement}
   */
  make(findings, target, again) {
    if (!again || this.#open?.kind !== target.kind) this.#open = null;
    if (!again) this.#all = false;
    const root = element("div", { class: "mend" });
    this.#shown = { findings, target, root };
    this.#fill();
    return root;
  }

  /** Opens a part of it. @param {Section} section */
  open(section) {
    if (!this.#shown) return false;
    this.#open = { section, kind: this.#shown.target.kind };
    this.#fill();
    const { root } = this.#shown;
    /** @type {HTMLElement | null} */ (root.querySelector(".pick, input:not([type=checkbox]), button"))?.focus();
  }

  /** Whether somebody is being chosen, so that digits are theirs. */
  get isPicking() {
    return Boolean(this.#shown?.root.isConnected && this.#shown.root.querySelector("[data-digit]"));
  }

  /** @param {string} digit @returns {boolean} whether there is one with it */
  pick(digit) {
    const button = this.#shown?.root.querySelector(`[data-digit="${digit}"]`);
    if (button instanceof HTMLElement) button.click();
    return Boolean(button);
  }

  /** Deletes what the card is about. */
  delete() {
    if (this.#shown) this.#delete([this.#shown.target.id]);
  }

  /** The quote is right as it stands. */
  confirm() {
    const shown = this.#shown;
    if (shown?.target.kind === "quote") this.#act(mending.confirm(shown.findings, shown.target.id), "check");
  }

  #fill() {
    if (!this.#shown) return;
    const { root, target } = this.#shown;
    const section = this.#open && this.#makeSection(this.#open.section);
    root.replaceChildren(...(section ? [section, this.#button(strings.mend.back, "back", () => {
      this.#open = null;
      this.#fill();
      /** @type {HTMLElement | null} */ (root.querySelector("button"))?.focus();
    })] : { quote: () => this.#forQuote(), mention: () => this.#forMention(), figure: () => this.#forFigure() }[target.kind]()));
  }

  #forQuote() {
    const { findings, target } = this.#now;
    const quote = findings.annotation.quotes[target.id];
    const inDoubt = findings.doubtful.includes(target.id);
    const others = inDoubt ? (quote.alternatives ?? []).slice(0, 9) : [];
    return [
      ...(inDoubt ? [this.#button(strings.mend.right, "right", () => this.confirm(), { keys: "Enter" })] : []),
      ...others.map((other, index) => this.#button(findings.annotation.entities[other].name, `take-${other}`, () => this.#act(mending.setSpeaker(findings, [target.id], other), "speaker"), { digit: String(index + 1) })),
      this.#button(strings.mend.speaker, "speaker", () => this.open("speaker"), { keys: "s" }),
      this.#button(strings.mend.ends, "ends", () => this.open("ends")),
      this.#button(strings.mend.kind, "style", () => this.open("style")),
      this.#button(strings.mend.noQuote, "delete", () => this.#askDelete(), { keys: "Delete" }),
    ];
  }

  #forMention() {
    return [
      this.#button(strings.mend.spelling, "spelling", () => this.open("spelling")),
      this.#button(strings.mend.kind, "kind", () => this.open("kind")),
      this.#button(strings.mend.merge, "merge", () => this.open("merge")),
      this.#button(strings.mend.split, "split", () => this.open("split")),
      this.#button(strings.mend.noName, "delete", () => this.#askDelete(), { keys: "Delete" }),
    ];
  }

  #forFigure() {
    return [
      this.#button(strings.mend.kind, "kind", () => this.open("kind")),
      this.#button(strings.mend.noFigure, "delete", () => this.#askDelete(), { keys: "Delete" }),
    ];
  }

  /** @param {Section} section @returns {HTMLElement} */
  #makeSection(section) {
    const { findings, target } = this.#now;
    const { annotation } = findings;
    const entity = target.kind === "mention" ? annotation.mentions[target.id].entity : -1;
    const alike = mending.findAlike(findings, target);
    const choice = (/** @type {string} */ label, /** @type {boolean} */ current, /** @type {() => void} */ act) => {
      const button = this.#button(label, `choice-${label}`, act);
      button.setAttribute("aria-pressed", String(current));
      return button;
    };
    switch (section) {
      case "speaker": {
        const quote = annotation.quotes[target.id];
        const nobody = this.#button(strings.mend.nobody, "nobody", () => this.#act(mending.setSpeaker(findings, this.#scope(alike), null), "speaker"));
        return element("div", {},
          makePicker(findings, {
            first: quote.alternatives, without: quote.speaker, label: strings.mend.somebodyElse,
            onPick: (who) => this.#act(mending.setSpeaker(findings, this.#scope(alike), who), "speaker"),
          }),
          nobody, this.#makeScope(alike.length));
      }
      case "ends": {
        const step = (/** @type {"start" | "end"} */ end, /** @type {1 | -1} */ by) =>
          this.#button(by < 0 ? "←" : "→", `${end}${by}`, () => this.#act(mending.moveEnd(findings, target.id, end, by), "content"), { label: strings.mend.move(end, by) });
        return element("div", { class: "ends-row" },
          element("span", {}, strings.mend.start), step("start", -1), step("start", 1),
          element("span", {}, strings.mend.end), step("end", -1), step("end", 1));
      }
      case "style": {
        const { style } = annotation.quotes[target.id];
        return element("div", { class: "choices" }, ...STYLES.map((one) => choice(strings.styles[one], one === style, () => this.#act(mending.setStyle(findings, target.id, one), "style"))));
      }
      case "kind": {
        if (target.kind === "figure") {
          const { kind } = annotation.figures[target.id];
          return element("div", { class: "choices" }, ...FIGURES.map((one) => choice(strings.figureKinds[one], one === kind,
            () => this.#act(this.#scope(alike).flatMap((id) => mending.setFigureKind(findings, id, one)), "kind"))), this.#makeScope(alike.length));
        }
        const { kind } = annotation.entities[entity];
        return element("div", { class: "choices" }, ...KINDS.map((one) => choice(strings.entityKinds[one], one === kind, () => this.#act(mending.setKind(findings, entity, one), "kind"))));
      }
      case "spelling": {
        const field = element("input", { type: "text", "data-way": "name", "aria-label": strings.mend.spelling, value: annotation.entities[entity].name });
        const form = element("form", { class: "spelling" }, field, element("button", { type: "submit", "data-way": "name-set" }, strings.mend.set));
        form.addEventListener("submit", (event) => {
          event.preventDefault();
          const name = field.value.trim();
          this.#open = null;
          if (name && name !== annotation.entities[entity].name) this.#act(mending.rename(findings, entity, name), "name");
          else this.#fill();
        });
        return form;
      }
      case "merge":
        return makePicker(findings, { without: entity, label: strings.mend.whoElse, onPick: (who) => this.#act(typeof who === "number" ? mending.merge(findings, entity, who) : mending.rename(findings, entity, who), "merge") });
      case "split":
        return element("div", {},
          makePicker(findings, { without: entity, label: strings.mend.somebodyElse, onPick: (who) => this.#act(mending.split(findings, this.#scope(alike), who), "split") }),
          this.#makeScope(alike.length));
      case "delete": {
        const all = target.kind === "mention" ? strings.mend.deleteName(annotation.entities[entity].name) : strings.mend.deleteAll(alike.length);
        return element("div", { class: "choices" },
          this.#button(strings.mend.deleteOne, "delete-one", () => this.#delete([target.id])),
          this.#button(all, "delete-all", () => (target.kind === "mention" ? this.#act(mending.forgetName(findings, entity), "remove") : this.#delete(alike))));
      }
    }
  }

  /** One alone is deleted at once: it can be undone. */
  #askDelete() {
    const { findings, target } = this.#now;
    const entity = target.kind === "mention" ? findings.annotation.mentions[target.id].entity : null;
    const many = target.kind === "figure" ? mending.findAlike(findings, target).length > 1 : entity !== null && findings.mentionsOf[entity].length > 1;
    if (many) this.open("delete");
    else this.delete();
  }

  /** @param {number[]} ids */
  #delete(ids) {
    const { findings, target } = this.#now;
    this.#act(mending.remove(findings, target.kind, ids), "remove");
  }

  get #now() {
    return /** @type {{ findings: Findings, target: Target, root: HTMLElement }} */ (this.#shown);
  }

  /** @param {number[]} alike */
  #scope(alike) {
    return this.#all ? alike : [this.#now.target.id];
  }

  /** @param {number} count */
  #makeScope(count) {
    if (count < 2) return null;
    const box = element("input", { type: "checkbox", "data-way": "scope" });
    box.checked = this.#all;
    box.addEventListener("change", () => (this.#all = box.checked));
    const { kind, id } = this.#now.target;
    const { annotation } = this.#now.findings;
    const speaker = kind === "quote" ? annotation.quotes[id].speaker : null;
    const words = kind !== "quote" ? strings.mend.alsoAlike(count - 1)
      : speaker === null ? strings.mend.alsoSource(count - 1)
      : strings.mend.alsoSpeaker(count - 1, annotation.entities[speaker].name);
    return element("label", { class: "scope" }, box, " ", words);
  }

  /**
   * @param {string} words
   * @param {string} way
   * @param {() => void} act
   * @param {{ digit?: string, keys?: string, label?: string }} [options]
   */
  #button(words, way, act, { digit, keys, label } = {}) {
    const button = element("button", { type: "button", "data-way": `mend-${way}`, "data-digit": digit, "aria-label": label, title: label, "aria-keyshortcuts": digit ?? keys },
      digit && element("kbd", { "aria-hidden": "true" }, digit), words);
    button.addEventListener("click", act);
    return button;
  }
}
