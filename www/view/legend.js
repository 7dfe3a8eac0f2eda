/**
 * The legend: a chip a kind, with a sample of its mark and its count, that shows or hides the kind.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").MarkKind} MarkKind
 */

import { element, rove, setTabStop } from "../dom.js";
import { strings } from "../strings.js";

/** In the order of their number keys. */
export const KINDS = /** @type {MarkKind[]} */ ([
  "direct", "indirect", "attribution", "person", "organization", "place", "figure", "other", "stance",
]);
/** Nationalities, products and events, and what somebody wants or condemns: many marks that few readers ask for. */
const OFF_AT_FIRST = /** @type {MarkKind[]} */ (["other", "stance"]);

export class Legend {
  #root;
  #article;
  #onToggle;
  /** @type {Map<MarkKind, HTMLButtonElement>} */
  #chips = new Map();
  #off = new Set(OFF_AT_FIRST);
  #tip = element("div", { class: "tip", id: "legend-tip", role: "tooltip", popover: "manual" });

  /**
   * @param {HTMLElement} root
   * @param {HTMLElement} article what the kinds are hidden in, by its `data-off` attribute
   * @param {(kind: MarkKind, shown: boolean) => void} onToggle
   */
  constructor(root, article, onToggle) {
    this.#root = root;
    this.#article = article;
    this.#onToggle = onToggle;
    for (const [index, kind] of KINDS.entries()) {
      const chip = element(
        "button",
        { type: "button", class: "chip", "data-kind": kind, "aria-keyshortcuts": index + 1 },
        element("span", { class: `sample ${SAMPLE_CLASSES[kind]}`, "aria-hidden": "true" }, kind === "figure" ? "12" : "Aa"),
        element("span", { class: "chip-name" }, strings.kinds[kind]),
        element("span", { class: "chip-count" }, "0"),
      );
      chip.addEventListener("click", () => this.toggle(kind));
      for (const type of ["pointerenter", "focus"]) chip.addEventListener(type, () => this.#explain(kind));
      for (const type of ["pointerleave", "blur", "click"]) chip.addEventListener(type, () => this.#tip.hidePopover());
      this.#chips.set(kind, chip);
      root.append(chip);
    }
    root.after(this.#tip);
    rove(root, ".chip", { horizontal: true });
    setTabStop(root, ".chip");
    this.#apply();
  }

  /** @param {Findings["counts"] | null} counts none where there is no article */
  showCounts(counts) {
    for (const [kind, chip] of this.#chips) {
      const count = chip.querySelector(".chip-count");
      if (count) count.textContent = strings.number(counts?.[kind] ?? 0);
      chip.classList.toggle("none", !counts?.[kind]);
    }
  }

  /** @param {MarkKind} kind */
  toggle(kind) {
    const shown = this.#off.has(kind);
    if (shown) this.#off.delete(kind);
    else this.#off.add(kind);
    this.#apply();
    this.#onToggle(kind, shown);
  }

  /** @param {MarkKind} kind */
  show(kind) {
    if (this.#off.delete(kind)) this.#apply();
  }

  /** @param {MarkKind} kind */
  isShown(kind) {
    return !this.#off.has(kind);
  }

  /** What a kind of mark means and how it looks, in words, under its chip. @param {MarkKind} kind */
  #explain(kind) {
    const chip = /** @type {HTMLButtonElement} */ (this.#chips.get(kind));
    const { left, bottom } = chip.getBoundingClientRect();
    this.#tip.textContent = strings.kindWords[kind];
    for (const one of this.#chips.values()) one.removeAttribute("aria-describedby");
    chip.setAttribute("aria-describedby", this.#tip.id);
    if (!this.#tip.matches(":popover-open")) this.#tip.showPopover();
    this.#tip.style.setProperty("--left", `${Math.max(8, Math.min(left, innerWidth - this.#tip.offsetWidth - 8))}px`);
    this.#tip.style.setProperty("--top", `${bottom + 6}px`);
  }

  #apply() {
    this.#article.dataset.off = [...this.#off].join(" ");
    for (const [kind, chip] of this.#chips) chip.setAttribute("aria-pressed", String(!this.#off.has(kind)));
  }
}

const SAMPLE_CLASSES = {
  direct: "mark quote direct hued s1", indirect: "mark quote indirect hued s2", attribution: "mark source hued s3",
  person: "mark mention name person", organization: "mark mention name organization", place: "mark mention name place",
  figure: "mark figure", other: "mark mention name other", stance: "mark quote stance hued s5",
};
