/**
 * What an embed found, as a list that anyone can read and work through with the keyboard: speakers
 * with their quotes, places, figures. Painted marks have no role and no focus; this is the way to them.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {object} Place  Where a reader is in the list.
 * @property {Map<string | undefined, boolean>} open  Which groups are.
 * @property {string | null | undefined} current  The chosen item.
 * @property {string | null | undefined} focus  The item with the focus.
 * @property {string | undefined} focusedGroup
 */

import { element, rove, setTabStop } from "../dom.js";
import { isDoubtful, wordsOf } from "../findings.js";
import { looksEnglish } from "../language.js";
import { strings } from "./strings.js";
import { listSheet } from "./style.js";

/** With more quotes than this, each speaker's are folded. */
const OPEN_UP_TO = 12;

export class List {
  #root;
  #status = element("p", { class: "soft", role: "status", part: "summary" });
  #body = element("div");
  #frame = element("section", { part: "list", "aria-label": strings.title },
    element("h2", { part: "title" }, strings.title), this.#status, this.#body,
    element("p", { class: "soft small", part: "note" }, strings.note));

  /**
   * @param {ShadowRoot} root
   * @param {(choice: Choice) => void} onChoose
   */
  constructor(root, onChoose) {
    this.#root = root;
    root.adoptedStyleSheets = [listSheet()];
    this.hide(false);
    this.#body.addEventListener("click", (event) => {
      const item = /** @type {HTMLElement} */ (event.target).closest("[data-item]")?.getAttribute("data-item");
      const [kind, index] = item?.split("-") ?? [];
      if (kind) onChoose({ kind: /** @type {Choice["kind"]} */ (kind), index: Number(index) });
    });
  }

  /** @param {boolean} hidden nothing is shown at all */
  hide(hidden) {
    if (hidden) this.#root.replaceChildren();
    else if (!this.#frame.parentNode) this.#root.append(this.#frame);
  }

  /** @param {Scheme} scheme of the page around the list */
  colour(scheme) {
    this.#frame.className = scheme;
  }

  clear() {
    this.#status.textContent = "";
    this.#body.replaceChildren();
    this.#root.replaceChildren();
  }

  /** Says something in the place of the findings. @param {string} words */
  say(words) {
    this.#status.textContent = words;
    this.#body.replaceChildren();
  }

  /**
   * @param {Findings} findings
   * @param {boolean} mapped whether places were looked up already
   */
  show(findings, mapped) {
    const { text, speakers, places, figures, annotation } = { ...findings, figures: findings.annotation.figures };
    if (!text) return this.say(strings.empty);
    const voices = speakers.filter(({ entity }) => entity).length;
    const summary = strings.summary(voices, annotation.quotes.length, places.length, figures.length);
    const words = looksEnglish(text) ? summary : strings.notEnglish;
    if (this.#status.textContent !== words) this.#status.textContent = words; // said once, not at every reading

    const before = this.#remember();
    this.#body.replaceChildren(
      ...speakers.map((speaker) => listSpeaker(findings, speaker)),
      ...(places.length ? [listPlaces(findings, mapped)] : []),
      ...(figures.length ? [listFigures(findings)] : []),
    );
    for (const list of this.#body.querySelectorAll("ul")) {
      rove(list, "button");
      setTabStop(list, "button");
    }
    this.#restore(before);
  }

  /**
   * Marks an item as the chosen one.
   *
   * @param {Choice} choice
   * @returns {Choice} the same
   */
  choose(choice) {
    for (const button of this.#body.querySelectorAll("button")) {
      if (button.dataset.item === `${choice.kind}-${choice.index}`) {
        button.setAttribute("aria-current", "true");
        const group = button.closest("details");
        if (group) group.open = true;
      } else {
        button.removeAttribute("aria-current");
      }
    }
    return choice;
  }

  /** @returns {Place} to be found again in a new list */
  #remember() {
    const groups = [...this.#body.querySelectorAll("details")];
    return {
      open: new Map(groups.map((group) => [group.dataset.group, group.open])),
      current: this.#body.querySelector("[aria-current]")?.getAttribute("data-item"),
      focus: this.#root.activeElement?.getAttribute("data-item"),
      focusedGroup: this.#root.activeElement?.closest("summary")?.parentElement?.dataset.group,
    };
  }

  /** @param {Place} before */
  #restore({ open, current, focus, focusedGroup }) {
    for (const group of this.#body.querySelectorAll("details")) {
      group.open = open.get(group.dataset.group) ?? group.open;
      if (group.dataset.group === focusedGroup) group.querySelector("summary")?.focus({ preventScroll: true });
    }
    for (const button of this.#body.querySelectorAll("button")) {
      if (button.dataset.item === current) button.setAttribute("aria-current", "true");
      if (button.dataset.item === focus) button.focus({ preventScroll: true });
    }
  }
}

/**
 * A speaker: name, how much, description, a bar for the share of all words, the quotes.
 *
 * @param {Findings} findings
 * @param {SpeakerFindings} speaker
 */
function listSpeaker(findings, { entity, quotes, words, hue }) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  const most = Math.max(1, ...findings.speakers.map((speaker) => speaker.words));
  bar.style.setProperty("--share", String(words / most));
  return element("details", {
    class: `speaker s${hue}`, part: "speaker", "data-group": `speaker-${entity?.id}`,
    open: findings.annotation.quotes.length <= OPEN_UP_TO,
  },
    element("summary", {},
      element("span", { class: "name" }, entity?.name ?? strings.nobody),
      element("span", { class: "soft tally" }, `${strings.quotes(quotes.length)}, ${strings.words(words)}`),
      entity?.description && element("span", { class: "soft description" }, entity.description),
      bar),
    element("ul", { class: "quotes" }, ...quotes.map((id) => listQuote(findings, id))));
}

/**
 * @param {Findings} findings
 * @param {number} id
 */
function listQuote({ text, annotation }, id) {
  const quote = annotation.quotes[id];
  const verbatim = quote.style === "direct" || quote.style === "transcript";
  const words = wordsOf(text, quote.content);
  const note = [
    wordsOf(text, quote.cue),
    quote.style === "mixed" || quote.style === "indirect" ? strings[quote.style] : "",
    quote.speaker !== null && isDoubtful(quote) ? strings.probably(annotation.entities[quote.speaker].name) : "",
  ].filter(Boolean).join(" · ");
  return element("li", {},
    element("button", { type: "button", class: verbatim ? "direct" : "indirect", "data-item": `quote-${id}` },
      element("q", {}, closeQuotes(words)),
      note && element("span", { class: "soft small" }, note)));
}

/** The mark that ends a clause lies outside its span. @param {string} words */
function closeQuotes(words) {
  return words.lastIndexOf("“") > words.lastIndexOf("”") ? `${words}”` : words;
}

/** @param {Findings} findings @param {boolean} mapped */
function listPlaces({ places }, mapped) {
  return group("places", strings.places, places.map(({ entity }) =>
    listItem(`place-${entity.id}`, entity.place || !mapped ? "place" : "unresolved", entity.name, mapped ? sayCountry(entity) : "")));
}

/** @param {Findings} findings */
function listFigures({ text, annotation }) {
  return group("figures", strings.figures, annotation.figures.map((figure, id) =>
    listItem(`figure-${id}`, "figure", wordsOf(text, [figure]), figure.of ? wordsOf(text, [figure.of]) : "")));
}

/**
 * @param {string} key
 * @param {string} title
 * @param {HTMLElement[]} items
 */
function group(key, title, items) {
  return element("details", { "data-group": key },
    element("summary", {},
      element("span", { class: "name" }, title),
      element("span", { class: "soft tally" }, String(items.length))),
    element("ul", { class: "items" }, ...items));
}

/**
 * @param {string} item
 * @param {string} mark
 * @param {string} words
 * @param {string} note
 */
function listItem(item, mark, words, note) {
  return element("li", {},
    element("button", { type: "button", "data-item": item },
      element("span", { class: `words ${mark}` }, words),
      note && element("span", { class: "soft small" }, note)));
}

/** @param {Entity} entity */
function sayCountry({ name, place }) {
  if (!place) return strings.unresolved;
  if (place.country === "ZZ") return ""; // in no one country: a sea, a continent
  const country = new Intl.DisplayNames("en", { type: "region" }).of(place.country) ?? place.country;
  return country === name ? "" : country;
}
