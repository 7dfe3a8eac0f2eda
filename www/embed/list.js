/**
 * What an embed found, as a list that anyone can read and work through with the keyboard: speakers
 * with their quotes, places, figures. Painted marks have no role and no focus; this is the way to them.
 *
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {import("./select.js").View} View
 * @typedef {import("./shell.js").Shell} Shell
 * @typedef {import("./strings.js").Say} Say
 * @typedef {object} Place  Where a reader is in the list.
 * @property {Map<string | undefined, boolean>} open  Which groups are.
 * @property {string | null | undefined} current  The chosen item.
 * @property {string | null | undefined} focus  The item with the focus.
 * @property {string | undefined} focusedGroup
 */

import { element, rove, setTabStop } from "../dom.js";
import { isDoubtful, wordsOf } from "../model/findings.js";
import { knownLanguage } from "./strings.js";

/** With more quotes than this, each speaker's are folded. */
const OPEN_UP_TO = 12;

export class List {
  #shell;
  #body;

  /**
   * @param {Shell} shell
   * @param {(choice: Choice, by: { focus: boolean, back: HTMLElement }) => void} onChoose `focus`: by keyboard; `back`: the item
   * @param {AbortSignal} signal
   */
  constructor(shell, onChoose, signal) {
    this.#shell = shell;
    this.#body = shell.body;
    this.#body.addEventListener("click", (event) => {
      const item = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (event.target).closest("[data-item]"));
      const [kind, index] = item?.dataset.item?.split("-") ?? [];
      if (item && kind) onChoose({ kind: /** @type {Choice["kind"]} */ (kind), index: Number(index) }, { focus: event.detail === 0, back: item });
    }, { signal });
  }

  /**
   * @param {View} view
   * @param {import("./options.js").Settings} settings
   * @param {Say} say
   */
  show(view, { kinds, lang, map }, say) {
    const { speakers, quotes, places, names, figures, mapped, checks } = view;
    const voices = speakers.filter(({ entity }) => entity).length;
    const counts = [
      kinds.has("quotes") && quotes.length && (voices ? say("voices", { n: voices }) : say("nobodyNamed")),
      ...Object.entries({ quotes, names, places, figures }).map(([kind, list]) =>
        list.length && say(/** @type {import("./options.js").Kind} */ (kind), { n: list.length })),
    ].filter(Boolean);
    this.#shell.unhide();
    this.#shell.say(counts.join(", ") || say("nothing"), say("note"));
    // GeoNames asks to be named wherever its places are shown.
    if (map && mapped && places.length) this.#shell.credit(say("credit"), "https://www.geonames.org");

    const before = this.#remember();
    const folded = quotes.length > OPEN_UP_TO;
    const most = Math.max(1, ...speakers.map(({ words }) => words));
    this.#body.replaceChildren(
      ...(checks.length ? [listChecks(view, say)] : []),
      ...speakers.map((speaker) => listSpeaker(view, speaker, { folded, most }, say)),
      ...(names.length ? [group("names", say("listOfNames"), names.map(({ entity }) => listItem(`place-${entity.id}`, entity.kind, entity.name, entity.description ?? "")))] : []),
      ...(places.length ? [listPlaces(places, mapped, say, lang)] : []),
      ...(figures.length ? [listFigures(view, say)] : []),
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
        for (let group = button.closest("details"); group; group = group.parentElement?.closest("details") ?? null) group.open = true;
      } else {
        button.removeAttribute("aria-current");
      }
    }
    return choice;
  }

  /** @returns {Place} to be found again in a new list */
  #remember() {
    const groups = [...this.#body.querySelectorAll("details")];
    const focused = /** @type {ShadowRoot} */ (this.#body.getRootNode()).activeElement;
    return {
      open: new Map(groups.map((group) => [group.dataset.group, group.open])),
      current: this.#body.querySelector("[aria-current]")?.getAttribute("data-item"),
      focus: focused?.getAttribute("data-item"),
      focusedGroup: focused?.closest("summary")?.parentElement?.dataset.group,
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

/** What a writer should look at again, open from the start. @param {View} view @param {Say} say */
function listChecks({ checks, findings: { text, annotation } }, say) {
  const made = group("checks", say("listOfChecks"), checks.map(({ choice: { kind, index }, label, values }) => {
    const words = kind === "quote" ? closeQuotes(wordsOf(text, annotation.quotes[index].content)) : wordsOf(text, [annotation.figures[index]]);
    return listItem(`${kind}-${index}`, kind === "quote" ? "unresolved" : "figure", words, say(label, values));
  }));
  made.open = true;
  return made;
}

/**
 * A speaker: name, how much, description, a bar for the share of all words, the quotes.
 *
 * @param {View} view
 * @param {SpeakerFindings} speaker
 * @param {{ folded: boolean, most: number }} among
 * @param {Say} say
 */
function listSpeaker(view, { entity, quotes, words, hue }, { folded, most }, say) {
  const share = element("span", { class: "share", "aria-hidden": "true" });
  share.style.setProperty("--share", String(words / most));
  return element("details", { class: `speaker s${hue}`, part: "speaker", "data-group": `speaker-${entity?.id}`, open: !folded },
    element("summary", {},
      element("span", { class: "name" }, entity?.name ?? say("nobody")),
      element("span", { class: "soft tally" }, `${say("quotes", { n: quotes.length })}, ${say("words", { n: words })}`),
      entity?.description && element("span", { class: "soft description" }, entity.description),
      share),
    element("ul", { class: "quotes" }, ...quotes.map((id) => listQuote(view, id, say))));
}

/**
 * @param {View} view
 * @param {number} id
 * @param {Say} say
 */
function listQuote({ findings: { text, annotation } }, id, say) {
  const quote = annotation.quotes[id];
  const verbatim = quote.style === "direct" || quote.style === "transcript";
  const words = wordsOf(text, quote.content);
  const note = [
    wordsOf(text, quote.cue),
    quote.style === "mixed" || quote.style === "indirect" ? say(quote.style) : "",
    quote.speaker !== null && isDoubtful(quote) ? say("probably", { name: annotation.entities[quote.speaker].name }) : "",
  ].filter(Boolean).join(" · ");
  return element("li", {},
    element("button", { type: "button", part: "quote", class: verbatim ? "direct" : "indirect", "data-item": `quote-${id}` },
      element("q", {}, closeQuotes(words)),
      note && element("span", { class: "soft small" }, note)));
}

/** The mark that ends a clause lies outside its span. @param {string} words */
function closeQuotes(words) {
  return words.lastIndexOf("“") > words.lastIndexOf("”") ? `${words}”` : words;
}

/** @param {EntityFindings[]} places @param {boolean} mapped @param {Say} say @param {string} lang */
function listPlaces(places, mapped, say, lang) {
  return group("places", say("listOfPlaces"), places.map(({ entity }) =>
    listItem(`place-${entity.id}`, entity.place || !mapped ? "place" : "unresolved", entity.name, mapped ? sayCountry(entity, say, lang) : "")));
}

/** @param {View} view @param {Say} say */
function listFigures({ findings: { text }, figures }, say) {
  return group("figures", say("listOfFigures"), figures.map((figure, id) =>
    listItem(`figure-${id}`, "figure", wordsOf(text, [figure]), figure.of ? wordsOf(text, [figure.of]) : "")));
}

/**
 * @param {string} key
 * @param {string} title
 * @param {HTMLElement[]} items
 */
function group(key, title, items) {
  return element("details", { "data-group": key, part: key },
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
    element("button", { type: "button", part: item.split("-")[0], "data-item": item },
      element("span", { class: `words ${mark}` }, words),
      note && element("span", { class: "soft small" }, note)));
}

/** @param {Entity} entity @param {Say} say @param {string} lang */
function sayCountry({ name, place }, say, lang) {
  if (!place) return say("unresolved");
  if (place.country === "ZZ") return ""; // in no one country: a sea, a continent
  const country = new Intl.DisplayNames(knownLanguage(lang), { type: "region" }).of(place.country) ?? place.country;
  return country === name ? "" : country;
}
