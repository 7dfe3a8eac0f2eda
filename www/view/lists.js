/**
 * The four lists of the panel, from findings to elements.
 *
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {(target: Target) => void} Choose
 */

import { element, fillList } from "../dom.js";
import { sayValue } from "../model/figure-text.js";
import { isDoubtful, wordsOf } from "../model/findings.js";
import { strings } from "../strings.js";

/** With more quotes than this, a speaker's are folded, and made when they are opened. */
const OPEN_UP_TO = 60;

const countryNames = new Intl.DisplayNames("en", { type: "region" });

/**
 * @param {Findings} findings
 * @param {Choose} choose
 */
export function listSpeakers(findings, choose) {
  const most = findings.speakers.reduce((most, { words }) => Math.max(most, words), 1);
  const all = findings.words.reduce((sum, words) => sum + words, 0) || 1;
  const folded = findings.annotation.quotes.length > OPEN_UP_TO;
  return [fillList(element("ul", { class: "speakers" }), findings.speakers, (speaker) => listSpeaker(findings, speaker, { most, all, folded, choose }))];
}

/**
 * @param {Findings} findings
 * @param {SpeakerFindings} speaker
 * @param {{ most: number, all: number, folded: boolean, choose: Choose }} options
 */
function listSpeaker(findings, { entity, quotes, words, hue }, { most, all, folded, choose }) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", String(words / most));
  const name = element("h3", { class: "speaker-name" }, entity?.name ?? strings.speakerNotFound);
  const head = element("summary", {},
    name,
    element("span", { class: "speaker-tally" }, `${strings.quotes(quotes.length)}, ${strings.words(words)}`),
    entity?.description && element("span", { class: "description" }, entity.description),
    bar,
  );
  bar.title = strings.share(Math.round((words / all) * 100));
  const details = element("details", { class: `speaker hued s${hue}`, "data-list-entity": entity?.id ?? "none" }, head);
  const fill = () => {
    if (details.childElementCount > 1) return;
    details.append(fillList(element("ol", { class: "quotes" }), quotes, (id) => listQuote(findings, id, choose)));
    if (entity && findings.mentionsOf[entity.id].length) details.append(makeMentionsButton(findings, entity.id, choose));
  };
  details.addEventListener("toggle", () => details.open && fill());
  if (!folded) {
    details.open = true;
    fill();
  }
  return element("li", { "data-filter": true }, details);
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Choose} choose
 */
function listQuote({ text, annotation, hand }, id, choose) {
  const quote = annotation.quotes[id];
  const words = wordsOf(text, quote.content);
  const link = element("a", { href: `#quote-${id}`, "data-list-quote": id }, words);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    choose({ kind: "quote", id });
  });
  const note = [
    wordsOf(text, quote.cue),
    quote.style === "direct" || quote.style === "transcript" ? "" : strings.styles[quote.style].toLowerCase(),
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
export function listPlaces({ places, hand }, choose) {
  return [fillList(element("ul", { class: "entities" }), places, (place) => listEntity(place, sayHand(hand, place, sayPlace(place)), choose))];
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

/** @param {string} code */
export function sayCountry(code) {
  if (code === "ZZ") return ""; // a sea, a continent
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * @param {Findings} findings
 * @param {Choose} choose
 */
export function listNames(findings, choose) {
  const groups = /** @type {const} */ (["people", "organizations", "others"]);
  return groups.flatMap((group) => {
    const entities = findings[group];
    if (!entities.length) return [];
    return [
      element("h3", { class: "group" }, strings.nameGroups[group]),
      fillList(element("ul", { class: "entities" }), entities, (found) => listEntity(found, sayHand(findings.hand, found, sayEntity(found)), choose)),
    ];
  });
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
  return element("li", { "data-filter": true }, onChoose(button, mentions, choose));
}

/**
 * @param {Findings} findings
 * @param {Choose} choose
 */
export function listFigures({ text, annotation, hand }, choose) {
  if (!annotation.figures.length) return [];
  const { text: words, value, of } = strings.figureColumns;
  const head = element("thead", {}, element("tr", {},
    element("th", { scope: "col" }, words), element("th", { scope: "col" }, value), element("th", { scope: "col" }, of)));
  const makeRow = (/** @type {import("../types.ts").Figure} */ figure, /** @type {number} */ id) => {
    const button = element("button", { type: "button", class: "quiet", "data-list-figure": id }, wordsOf(text, [figure]));
    button.addEventListener("click", () => choose({ kind: "figure", id }));
    return element("tr", { "data-filter": true },
      element("th", { scope: "row" }, button),
      sayValue(figure)
        ? element("td", {}, sayValue(figure))
        : element("td", { class: "unvalued" }, strings.figureKinds[figure.kind]),
      element("td", {}, [figure.of ? wordsOf(text, [figure.of]) : "", hand.figures.has(id) ? strings.mend.byHand : ""].filter(Boolean).join(" · ")));
  };
  return [element("table", { class: "figures" }, head, fillList(element("tbody"), annotation.figures, makeRow))];
}
