/**
 * The card at a mark: who, why this speaker, how sure that is, the words to copy; what a figure or a place is. It is
 * fetched when a reader first asks for one.
 *
 * It takes no key and no click from the page around it: it looks on, closes at Escape or at a click elsewhere, and the page has
 * them all the same. It stands in a shadow root of its own, in the top layer where the browser has one.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("./options.js").Settings} Settings
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {(label: keyof typeof CARD_LABELS, values?: Record<string, string | number>) => string} Say
 * @typedef {object} Ways  What its buttons do.
 * @property {(choice: Choice) => void} choose  Leads to another, and opens its card.
 * @property {(span: Span) => void} walk  Leads to words that a speaker was found through, and the card with it.
 */

import { element, makeSheet } from "../dom.js";
import { copy } from "../effects/take-away.js";
import { copyQuote } from "../model/exports.js";
import { sayValue } from "../model/figure-text.js";
import { countWords, findSourceMention, isDoubtful, traceAntecedents, wordsOf } from "../model/findings.js";
import { CARD_LABELS } from "./card-strings.js";
import { CARD_STYLE } from "./card-style.js";
import { directionOf, knownLanguage, makeSay } from "./strings.js";

const GAP = 8;
/** Other speakers that are named, where it is in doubt. */
const OTHERS = 3;

export class Card {
  #host = element("div", { "data-whosaid-ignore": "" });
  #panel = element("section", { role: "dialog", tabindex: -1, part: "card", popover: "manual" });
  /** What it stands by. @type {Range | null} */
  #anchor = null;
  /** Ends what an open card listens to. @type {AbortController | null} */
  #open = null;
  /** What had the focus before. @type {HTMLElement | null} */
  #before = null;
  #say;

  /** @param {Settings} settings */
  constructor({ lang, labels }) {
    this.#say = makeSay(lang, labels, CARD_LABELS);
    this.#panel.lang = knownLanguage(lang);
    this.#panel.dir = directionOf(lang);
    this.#panel.addEventListener("keydown", (event) => event.key === "Tab" && this.#stayInside(event));
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [makeSheet(CARD_STYLE)];
    root.append(this.#panel);
  }

  /** Whether a card is open for this choice. */
  get isOpen() {
    return this.#open !== null;
  }

  /**
   * @param {Findings} findings
   * @param {Choice} choice
   * @param {Range} anchor
   * @param {object} where
   * @param {ShadowRoot | null} where.root the element's own, where it has one that is shown
   * @param {import("./scheme.js").Scheme} where.scheme
   * @param {boolean} where.focus whether the reader uses the keyboard
   * @param {HTMLElement | null} where.back what has the focus when it closes
   * @param {Ways} ways
   */
  open(findings, choice, anchor, { root, scheme, focus, back }, ways) {
    const held = this.#held();
    const place = root && getComputedStyle(root.host).display !== "none" ? root : document.body;
    if (this.#host.parentNode !== place) place.append(this.#host);
    const fill = { quote: fillQuote, place: fillEntity, figure: fillFigure }[choice.kind];
    const closing = element("button", { type: "button", class: "close", "aria-label": this.#say("close"), "data-way": "close" }, "×");
    closing.addEventListener("click", () => this.close({ giveBack: true }));
    this.#panel.className = `${scheme} s${hueOf(findings, choice)}`;
    this.#panel.replaceChildren(...fill(findings, choice.index, this.#say, ways), closing);
    this.#panel.setAttribute("aria-label", nameOf(findings, choice, this.#say));
    this.#anchor = anchor;
    if (!this.#open) this.#listen();
    if (back) this.#before = back;
    if (!this.#panel.matches(":popover-open")) this.#panel.showPopover?.();
    this.#place();
    if (held !== null) (/** @type {HTMLElement | null} */ (this.#panel.querySelector(`[data-way="${held}"]`)) ?? this.#panel).focus({ preventScroll: true });
    else if (focus) this.#panel.focus({ preventScroll: true });
  }

  /** Stands by other words from now on. @param {Range} anchor */
  move(anchor) {
    this.#anchor = anchor;
    this.#place();
  }

  /** @param {{ giveBack?: boolean }} [options] whether the focus goes back to where it was */
  close({ giveBack = false } = {}) {
    if (!this.#open) return;
    const held = this.#held() !== null;
    this.#open.abort();
    this.#open = null;
    this.#host.remove();
    if (held && giveBack && this.#before?.isConnected) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }

  /** The button that has the focus, by what it does; "" for the card itself, null for none of it. */
  #held() {
    const held = /** @type {HTMLElement | null} */ (this.#host.shadowRoot?.activeElement);
    return held ? held.dataset.way ?? "" : null;
  }

  #listen() {
    this.#open = new AbortController();
    const { signal } = this.#open;
    const page = this.#anchor?.startContainer.ownerDocument ?? document;
    for (const view of new Set([window, page.defaultView ?? window])) {
      view.addEventListener("keydown", (event) => event.key === "Escape" && this.close({ giveBack: true }), { signal, passive: true });
      view.addEventListener("pointerdown", (event) => !event.composedPath().includes(this.#panel) && this.close(), { signal, passive: true, capture: true });
      for (const type of ["scroll", "resize"]) view.addEventListener(type, () => this.#place(), { signal, passive: true, capture: true });
    }
  }

  /** Tab goes round in it. @param {KeyboardEvent} event */
  #stayInside(event) {
    const stops = /** @type {HTMLElement[]} */ ([...this.#panel.querySelectorAll("button")]);
    const held = this.#host.shadowRoot?.activeElement;
    const to = event.shiftKey ? (held === stops[0] || held === this.#panel ? stops.at(-1) : null) : held === stops.at(-1) ? stops[0] : null;
    if (!to) return;
    event.preventDefault();
    to.focus();
  }

  /** Below the words or, where there is no room, above them; on a phone its style puts it at the foot. */
  #place() {
    if (!this.#anchor) return;
    const lines = [...this.#anchor.getClientRects()];
    const last = lines.at(-1) ?? this.#anchor.getBoundingClientRect();
    const [dx, dy] = offsetOfFrame(this.#anchor);
    const top = Math.min(last.top, ...lines.map((line) => line.top)) + dy;
    const bottom = last.bottom + dy;
    const { offsetWidth: width, offsetHeight: height } = this.#panel;
    const below = bottom + GAP + height <= innerHeight || top - GAP - height < 0;
    const left = Math.max(GAP, Math.min(last.left + dx, document.documentElement.clientWidth - width - GAP));
    this.#panel.style.setProperty("--left", `${left}px`);
    this.#panel.style.setProperty("--top", `${Math.max(GAP, Math.min(below ? bottom + GAP : top - GAP - height, innerHeight - height - GAP))}px`);
  }
}

/** Of a story in a frame: where that stands in this window. @param {Range} range @returns {[number, number]} */
function offsetOfFrame(range) {
  let [x, y] = [0, 0];
  for (let view = range.startContainer.ownerDocument?.defaultView; view && view !== window && view.frameElement; view = /** @type {Window & typeof globalThis} */ (view.parent)) {
    const { left, top } = view.frameElement.getBoundingClientRect();
    x += left + view.frameElement.clientLeft;
    y += top + view.frameElement.clientTop;
  }
  return [x, y];
}

/** @param {Findings} findings @param {Choice} choice */
function hueOf({ annotation, hueOf }, { kind, index }) {
  const speaker = kind === "quote" ? annotation.quotes[index].speaker : kind === "place" ? index : null;
  return speaker === null ? 0 : hueOf[speaker] ?? 0;
}

/**
 * "Said by Ines Kamara", for whoever hears that a card opened.
 *
 * @param {Findings} findings
 * @param {Choice} choice
 * @param {Say} say
 */
function nameOf({ annotation, text }, { kind, index }, say) {
  if (kind === "figure") return wordsOf(text, [annotation.figures[index]]);
  if (kind === "place") return annotation.entities[index].name;
  return say("saidBy", { name: nameSpeaker(annotation.quotes[index], annotation.entities, say) });
}

/** @param {import("../types.ts").Quote} quote @param {import("../types.ts").Entity[]} entities @param {Say} say */
function nameSpeaker(quote, entities, say) {
  if (quote.speaker === null) return say("nobody");
  const { name } = entities[quote.speaker];
  return isDoubtful(quote) ? say("probably", { name }) : name;
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Say} say
 * @param {Ways} ways
 */
function fillQuote(findings, id, say, ways) {
  const { annotation, text } = findings;
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  return present([
    element("p", { class: "name" }, nameSpeaker(quote, annotation.entities, say)),
    speaker?.description && element("p", { class: "line" }, speaker.description),
    nameOthers(findings, quote, say, ways),
    element("p", { class: "line" }, `${say(quote.style)}, ${say("words", { n: countWords(text, quote.content) })}`),
    explainSpeaker(findings, quote, say, ways),
    element("p", { class: "line" }, say("certainty", { n: Math.round(quote.certainty * 100) })),
    element("p", { class: "ways" }, makeCopy(findings, id, say), ...makeSteps(findings, id, say, ways)),
  ]);
}

/** "or perhaps Taras", each a way to where it is first named. @param {Findings} findings @param {import("../types.ts").Quote} quote @param {Say} say @param {Ways} ways */
function nameOthers({ annotation, mentionsOf }, quote, say, ways) {
  const others = (quote.alternatives ?? []).filter((other) => mentionsOf[other]?.length).slice(0, OTHERS);
  if (!others.length || !isDoubtful(quote)) return null;
  const line = element("p", { class: "line" }, say("orPerhaps"));
  others.forEach((other, at) => {
    line.append(at ? ", " : " ", makeHop(annotation.entities[other].name, `other-${other}`, () => ways.walk(annotation.mentions[mentionsOf[other][0]])));
  });
  return line;
}

/** "Why: said he → the soldier → Viktor". @param {Findings} findings @param {import("../types.ts").Quote} quote @param {Say} say @param {Ways} ways */
function explainSpeaker({ annotation, text }, quote, say, ways) {
  const line = element("p", { class: "line why" }, `${say("why")} `);
  if (!quote.source.length) {
    line.append(say(quote.speaker === null ? "unnamed" : "continues"));
    return line;
  }
  if (quote.cue.length) line.append(`${wordsOf(text, quote.cue)} `);
  const mention = quote.speaker === null ? null : findSourceMention(annotation, quote);
  if (mention === null) line.append(wordsOf(text, quote.source));
  else {
    traceAntecedents(annotation.mentions, mention).forEach((hop, at) => {
      const words = wordsOf(text, at ? [annotation.mentions[hop]] : quote.source);
      line.append(at ? " → " : "", makeHop(words, `hop-${hop}`, () => ways.walk(annotation.mentions[hop])));
    });
  }
  return line;
}

/** @param {string} words @param {string} way @param {() => void} go */
function makeHop(words, way, go) {
  const button = element("button", { type: "button", class: "hop", "data-way": way }, words);
  button.addEventListener("click", go);
  return button;
}

/** The exact words with who said them. @param {Findings} findings @param {number} id @param {Say} say */
function makeCopy(findings, id, say) {
  const button = element("button", { type: "button", "data-way": "copy", "aria-live": "polite" }, say("copy"));
  button.addEventListener("click", async () => {
    const { plain, rich } = copyQuote(findings, id);
    const copied = (await copy(plain, rich)) || (await copy(plain)); // a host's policy may refuse rich text alone
    button.textContent = say(copied ? "copied" : "copyRefused");
  });
  return button;
}

/** To the speaker's quotes before and after. @param {Findings} findings @param {number} id @param {Say} say @param {Ways} ways */
function makeSteps({ speakers }, id, say, ways) {
  const quotes = speakers.find((speaker) => speaker.quotes.includes(id))?.quotes ?? [];
  if (quotes.length < 2) return [];
  const at = quotes.indexOf(id);
  const step = (/** @type {"previous" | "next"} */ label, /** @type {number} */ by) => {
    const button = element("button", { type: "button", "data-way": label }, say(label));
    button.addEventListener("click", () => ways.choose({ kind: "quote", index: quotes[(at + by + quotes.length) % quotes.length] }));
    return button;
  };
  return [step("previous", -1), element("span", { class: "line" }, `${at + 1} / ${quotes.length}`), step("next", 1)];
}

/** @param {Findings} findings @param {number} id @param {Say} say @param {Ways} _ways */
function fillEntity({ annotation, speakers }, id, say, _ways) {
  const { name, description, place } = annotation.entities[id];
  const quotes = speakers.find(({ entity }) => entity?.id === id)?.quotes.length;
  const degrees = (/** @type {number} */ value) => Math.abs(value).toFixed(2);
  const where = place && `${degrees(place.latitude)}° ${place.latitude < 0 ? "S" : "N"}, ${degrees(place.longitude)}° ${place.longitude < 0 ? "W" : "E"}`;
  return present([
    element("p", { class: "name" }, name),
    description && element("p", { class: "line" }, description),
    where && element("p", { class: "line" }, [place.country === "ZZ" ? "" : place.country, where].filter(Boolean).join(" · ")),
    where && element("p", { class: "line small" }, element("a", { href: "https://www.geonames.org", target: "_blank", rel: "noopener" }, say("credit"))),
    quotes && element("p", { class: "line" }, say("quotes", { n: quotes })),
  ]);
}

/** @param {Findings} findings @param {number} id @param {Say} say @param {Ways} _ways */
function fillFigure({ annotation, text }, id, say, _ways) {
  const figure = annotation.figures[id];
  return present([
    element("p", { class: "name" }, sayValue(figure) || wordsOf(text, [figure])),
    figure.iso && element("p", { class: "line" }, figure.iso),
    figure.of && element("p", { class: "line" }, say("counts", { what: wordsOf(text, [figure.of]) })),
  ]);
}

/** @param {unknown[]} parts @returns {HTMLElement[]} */
const present = (parts) => /** @type {HTMLElement[]} */ (parts.filter((part) => part instanceof Node));
