/**
 * The lists of the panel, from findings to elements. Each is a {@link View}: of long ones only what is
 * near the window is made (long-list.js); filtering asks the findings, not the page.
 *
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {(target: Target) => void} Choose
 * @typedef {object} View  One list as it is shown.
 * @property {Node[]} nodes
 * @property {(target: Target) => void} reveal makes the item of a target, where it is not made yet
 * @property {(words: string, signal: AbortSignal) => boolean | Promise<boolean>} filter leaves what has the words, all
 *   for none; whether anything is left
 * @property {() => void} showAll makes everything, for paper
 * @property {boolean} [empty] there is nothing to list
 */

import { element } from "../dom.js";
import { quoteHash } from "../effects/links.js";
import { isDoubtful, isReported, wordsOf } from "../model/findings.js";
import { strings } from "../strings.js";
import { sift } from "./filter.js";
import { LongList } from "./long-list.js";

/** With more quotes than this, a speaker's are folded, and made when they are opened. */
const OPEN_UP_TO = 60;

/**
 * @param {Findings} findings
 * @param {Choose} choose
 * @returns {View}
 */
export function listSpeakers(findings, choose) {
  const { annotation, text, speakers } = findings;
  const most = speakers.reduce((most, { words }) => Math.max(most, words), 1);
  const all = findings.words.reduce((sum, words) => sum + words, 0) || 1;
  const folded = annotation.quotes.length > OPEN_UP_TO;
  /** @type {Map<SpeakerFindings, Speaker>} */
  const made = new Map();
  /** @type {Map<SpeakerFindings, number[]> | null} quotes left by the filter, by speaker */
  let left = null;
  const list = new LongList(element("ul", { class: "speakers" }), speakers, (speaker) => {
    const item = new Speaker(findings, speaker, { most, all, folded, choose });
    made.set(speaker, item);
    if (left) item.narrow(left.get(speaker) ?? []);
    return item.root;
  });
  const byEntity = new Map(speakers.map((speaker) => [speaker.entity?.id ?? null, speaker]));
  const sayQuote = (/** @type {number} */ id) => {
    const { content, cue } = annotation.quotes[id];
    return `${wordsOf(text, content)} ${wordsOf(text, cue)}`.toLowerCase();
  };
  return {
    nodes: [list.root],
    empty: !speakers.length,
    reveal({ kind, id }) {
      const entity = kind === "quote" ? annotation.quotes[id].speaker : annotation.mentions[id].entity;
      const speaker = byEntity.get(entity);
      if (!speaker || !list.reveal(speaker) || kind !== "quote") return;
      made.get(speaker)?.reveal(id);
    },
    async filter(words, signal) {
      if (!words) {
        if (left) list.show(speakers);
        left = null;
        for (const item of made.values()) item.narrow(null);
        return true;
      }
      /** @type {Map<SpeakerFindings, number[]>} */
      const kept = new Map();
      for (const speaker of speakers) {
        const { entity, quotes } = speaker;
        const named = `${entity?.name ?? strings.speakerNotFound} ${entity?.description ?? ""}`.toLowerCase().includes(words);
        const sifted = named ? quotes : sift(quotes, (id) => sayQuote(id).includes(words), signal);
        const found = sifted instanceof Promise ? await sifted : sifted;
        if (found === null || signal.aborted) return true;
        if (found.length) kept.set(speaker, found);
      }
      left = kept;
      list.show(speakers.filter((speaker) => kept.has(speaker)));
      for (const [speaker, item] of made) if (item.root.isConnected) item.narrow(kept.get(speaker) ?? []);
      return kept.size > 0;
    },
    showAll() {
      list.showAll();
      for (const item of made.values()) item.showAll();
    },
  };
}

/** One speaker with what is said, made when it is opened. */
class Speaker {
  root;
  #findings;
  #speaker;
  #choose;
  #details;
  /** @type {LongList<number> | null} */
  #list = null;
  /** @type {number[] | null} what the filter leaves */
  #left = null;

  /**
   * @param {Findings} findings
   * @param {SpeakerFindings} speaker
   * @param {{ most: number, all: number, folded: boolean, choose: Choose }} options
   */
  constructor(findings, speaker, { most, all, folded, choose }) {
    const { entity, quotes, words, hue } = speaker;
    this.#findings = findings;
    this.#speaker = speaker;
    this.#choose = choose;
    const bar = element("span", { class: "bar", "aria-hidden": "true", title: strings.share(Math.round((words / all) * 100)) });
    bar.style.setProperty("--share", String(words / most));
    this.#details = element("details", { class: `speaker hued s${hue}`, "data-list-entity": entity?.id ?? "none" }, element("summary", {},
      element("h3", { class: "speaker-name" }, entity?.name ?? strings.speakerNotFound),
      element("span", { class: "speaker-tally" }, `${strings.quotes(quotes.length)}, ${strings.words(words)}`),
      entity?.description && element("span", { class: "description" }, entity.description),
      bar));
    this.#details.addEventListener("toggle", () => this.#details.open && this.#fill());
    this.root = element("li", {}, this.#details);
    if (!folded) this.#open();
  }

  #open() {
    this.#details.open = true;
    this.#fill();
  }

  #fill() {
    if (this.#list) return;
    const { entity } = this.#speaker;
    this.#list = new LongList(element("ol", { class: "quotes" }), this.#left ?? this.#quotes, (id) => listQuote(this.#findings, id, this.#choose));
    this.#details.append(this.#list.root);
    if (entity && this.#findings.mentionsOf[entity.id].length) this.#details.append(makeMentionsButton(this.#findings, entity.id, this.#choose));
  }

  /** What is quoted first, then what is reported, then what somebody thinks or wants. */
  get #quotes() {
    const { quotes } = this.#findings.annotation;
    const rank = (/** @type {number} */ id) => ({ said: isReported(quotes[id]) ? 1 : 0, thought: 2, stance: 3 })[quotes[id].act] ?? 0;
    return (this.#sorted ??= [...this.#speaker.quotes].sort((a, b) => rank(a) - rank(b) || a - b));
  }
  /** @type {number[] | null} */
  #sorted = null;

  /** @param {number[] | null} left */
  narrow(left) {
    const kept = left && new Set(left);
    this.#left = kept && this.#quotes.filter((id) => kept.has(id));
    if (left) this.#open();
    this.#list?.show(this.#left ?? this.#quotes);
  }

  /** @param {number} id of a quote */
  reveal(id) {
    this.#open();
    this.#list?.reveal(id);
  }

  showAll() {
    this.#open();
    this.#list?.showAll();
  }
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Choose} choose
 */
function listQuote(findings, id, choose) {
  const { text, annotation, hand } = findings;
  const quote = annotation.quotes[id];
  const words = wordsOf(text, quote.content);
  const link = element("a", { href: quoteHash(findings, id), "data-list-quote": id }, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose({ kind: "quote", id });
  });
  const note = [
    wordsOf(text, quote.cue),
    quote.act === "said" ? "" : strings.acts[quote.act],
    quote.style === "direct" || quote.style === "transcript" || quote.act !== "said" ? "" : strings.styles[quote.style].toLowerCase(),
    quote.speaker !== null && isDoubtful(quote) ? strings.probably(annotation.entities[quote.speaker].name) : "",
    hand.quotes.has(id) ? strings.mend.byHand : "",
  ].filter(Boolean).join(" · ");
  return element("li", {},
    element("blockquote", { class: quote.style }, link),
    note && element("span", { class: "quote-note" }, note));
}

/**
 * @param {Findings} findings
 * @param {number} entity
 * @param {Choose} choose
 */
function makeMentionsButton(findings, entity, choose) {
  const mentions = findings.mentionsOf[entity];
  return onChoose(element("button", { type: "button", class: "quiet mentions" }, strings.mentions(mentions.length)), mentions, choose);
}

/**
 * A button that leads to the first mention, then at each press to the next.
 *
 * @param {HTMLButtonElement} button
 * @param {number[]} mentions
 * @param {Choose} choose
 */
function onChoose(button, mentions, choose) {
  let next = 0;
  button.addEventListener("click", () => {
    choose({ kind: "mention", id: mentions[next % mentions.length] });
    next++;
  });
  return button;
}

/**
 * @param {Findings} findings
 * @param {Choose} choose
 */
export function listPlaces(findings, choose) {
  return viewEntities([{ label: "", entities: findings.places }], sayPlace, findings, choose);
}

/**
 * @param {Findings} findings
 * @param {Choose} choose
 */
export function listNames(findings, choose) {
  const groups = /** @type {const} */ (["people", "organizations", "others"]);
  return viewEntities(groups.map((group) => ({ label: strings.nameGroups[group], entities: findings[group] })), sayEntity, findings, choose);
}

/**
 * @param {{ label: string, entities: EntityFindings[] }[]} groups
 * @param {(found: EntityFindings) => string} sayMore
 * @param {Findings} findings
 * @param {Choose} choose
 * @returns {View}
 */
function viewEntities(groups, sayMore, { hand, annotation }, choose) {
  const note = (/** @type {EntityFindings} */ found) => sayHand(hand, found, sayMore(found));
  const lists = groups.filter(({ entities }) => entities.length).map(({ label, entities }) => ({
    entities,
    heading: label ? element("h3", { class: "group" }, label) : null,
    list: new LongList(element("ul", { class: "entities" }), entities, (found) => listEntity(found, note(found), choose)),
    byId: new Map(entities.map((found) => [found.entity.id, found])),
  }));
  return {
    nodes: lists.flatMap(({ heading, list }) => (heading ? [heading, list.root] : [list.root])),
    empty: !lists.length,
    reveal({ kind, id }) {
      const entity = kind === "mention" ? annotation.mentions[id].entity : -1;
      for (const { list, byId } of lists) {
        const found = byId.get(entity);
        if (found) list.reveal(found);
      }
    },
    async filter(words, signal) {
      let any = false;
      for (const { heading, list, entities } of lists) {
        const sifted = words ? sift(entities, (found) => `${found.entity.name} ${note(found)}`.toLowerCase().includes(words), signal) : entities;
        const found = sifted instanceof Promise ? await sifted : sifted;
        if (found === null) return true;
        list.show(found);
        if (heading) heading.hidden = !found.length;
        any ||= found.length > 0;
      }
      return any;
    },
    showAll: () => lists.forEach(({ list }) => list.showAll()),
  };
}

/** @param {Findings["hand"]} hand @param {EntityFindings} found @param {string} note */
function sayHand(hand, { entity, mentions }, note) {
  const touched = hand.entities.has(entity.id) || mentions.some((id) => hand.mentions.has(id));
  return [note, touched ? strings.mend.byHand : ""].filter(Boolean).join(" · ");
}

/** @param {EntityFindings} place */
function sayPlace({ entity: { name, place } }) {
  if (!place) return strings.notResolved;
  const country = sayCountry(place.country);
  const where = strings.coordinates(place.latitude, place.longitude);
  return country && country !== name ? `${country} · ${where}` : where;
}

/** @type {Intl.DisplayNames | null} */
let countryNames = null;

/** @param {string} code */
export function sayCountry(code) {
  if (code === "ZZ") return ""; // a sea, a continent
  try {
    countryNames ??= new Intl.DisplayNames(strings.locale, { type: "region" });
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** @param {EntityFindings} found */
function sayEntity({ entity: { kind, description } }) {
  const special = ["group", "product", "event"].includes(kind) ? strings.entityKinds[kind] : "";
  return [description, special].filter(Boolean).join(" · ");
}

/**
 * @param {EntityFindings} found
 * @param {string} note
 * @param {Choose} choose
 */
function listEntity({ entity, names, mentions }, note, choose) {
  const button = element("button", { type: "button", class: "entity", "data-list-entity": entity.id },
    element("span", { class: "entity-name" }, entity.name),
    element("span", { class: "entity-count" }, strings.times(names)),
    note && element("span", { class: "description" }, note));
  return element("li", {}, onChoose(button, mentions, choose));
}
