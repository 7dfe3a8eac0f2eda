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
  "direct", "indirect", "attribution", "person", "organization", "place", "figure", "other",
]);
/** Nationalities, products and events: many marks that few readers ask for. */
const OFF_AT_FIRST = /** @type {MarkKind[]} */ (["other"]);

export class Legend {
  #root;
  #article;
  #onToggle;
  /** @type {Map<MarkKind, HTMLButtonElement>} */
  #chips = new Map();
  #off = new Set(OFF_AT_FIRST);

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
      this.#chips.set(kind, chip);
      root.append(chip);
    }
    rove(root, ".chip", { horizontal: true });
    setTabStop(root, ".chip");
    this.#apply();
  }

  /** @param {Findings["counts"] | null} counts none where there is no article */
  showCounts(counts) {
    for (const [kind, chip] of this.#chips) {
      const count = chip.querySelector(".chip-count");
      if (count) count.textContent = (counts?.[kind] ?? 0).toLocaleString("en");
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

  #apply() {
    this.#article.dataset.off = [...this.#off].join(" ");
    for (const [kind, chip] of this.#chips) chip.setAttribute("aria-pressed", String(!this.#off.has(kind)));
  }
}

const SAMPLE_CLASSES = {
  direct: "mark quote direct hued s1", indirect: "mark quote indirect hued s2", attribution: "mark source hued s3",
  person: "mark mention name person", organization: "mark mention name organization", place: "mark mention name place",
  figure: "mark figure", other: "mark mention name other",
};
