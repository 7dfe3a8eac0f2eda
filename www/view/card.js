/**
 * The card at a mark: who, why this speaker, what the value is, where else it stands.
 *
 * A chain ("he", "the soldier", "Viktor") is walked hop by hop: while the reader goes along it, the
 * card tells of the hop under way, and the chain stays with the way back to the quote.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Target} Target
 * @typedef {object} Ways  What the buttons of a card do.
 * @property {(target: Target) => void} choose leads elsewhere in the text
 * @property {(hop: Target) => void} walk leads to a hop, and keeps the chain
 * @property {((quote: number) => Promise<string | null>) | undefined} link makes an address that leads to a quote
 * @property {Target | null} walked whose chain the reader walks
 */

import { element, isNarrow, prefersStill } from "../dom.js";
import { copy } from "../effects/take-away.js";
import { copyFigure, copyQuote } from "../model/exports.js";
import { sayValue } from "../model/figure-text.js";
import { countWords, findQuoteAround, findSourceMention, isDoubtful, traceAntecedents, wordsOf } from "../model/findings.js";
import { sayCountry } from "./lists.js";
import { strings } from "../strings.js";
import { say } from "./notices.js";

const GAP = 8;
const OTHERS = 3;

export class Card {
  #root;
  #choose;
  #link;
  /** @type {Target | null} whose chain the next card belongs to */
  #walked = null;

  /** @type {HTMLElement | null} the mark that it is about */
  #anchor = null;
  mending;

  /**
   * @param {HTMLElement} root a manual popover
   * @param {{ choose(target: Target): void, link?(quote: number): Promise<string | null>, mending: import("./mend.js").Mending }} ways
   *   `choose` leads elsewhere in the text; `link` makes an address that leads to a quote
   */
  constructor(root, { choose, link, mending }) {
    this.#link = link;
    this.#root = root;
    this.#choose = choose;
    this.mending = mending;
    root.addEventListener("keydown", (event) => this.#leave(event));
  }

  get isOpen() {
    return this.#root.matches(":popover-open");
  }

  /**
   * @param {Findings} findings
   * @param {Target} target
   * @param {HTMLElement} anchor
   * @param {{ below?: boolean, again?: boolean }} [options] whether the text is about to scroll, so that there
   *   will be room below; whether it told of the same thing before
   */
  open(findings, target, anchor, { below = false, again = false } = {}) {
    const fill = { quote: fillQuote, mention: fillMention, figure: fillFigure }[target.kind];
    const walked = this.#walked;
    this.#walked = null;
    /** @type {Ways} */
    const ways = {
      choose: this.#choose,
      link: this.#link,
      walk: (hop) => {
        this.#walked = walked ?? target;
        this.#choose(hop);
      },
      walked,
    };
    const held = this.#heldWay();
    const closing = element("button", { type: "button", class: "quiet close", "data-way": "close", "aria-label": strings.card.close }, "×");
    closing.addEventListener("click", () => this.#return());
    this.#anchor = anchor;
    this.#root.className = "card";
    this.#root.replaceChildren(...fill(findings, target.id, ways, this.#root), this.mending.make(findings, target, again), closing);
    this.#root.setAttribute("aria-label", nameCard(findings, target));
    if (!this.isOpen) this.#root.showPopover();
    this.#place(anchor, below);
    if (held === null) return;
    const same = /** @type {HTMLElement | null} */ (this.#root.querySelector(`[data-way="${held}"]`));
    (same ?? this.#root).focus({ preventScroll: true });
  }

  /** Closes, and leads back to the mark. */
  #return() {
    this.close();
    const stop = this.#anchor?.tabIndex === 0 ? this.#anchor : this.#anchor?.closest("article")?.querySelector("[tabindex='0']");
    if (stop instanceof HTMLElement) stop.focus({ preventScroll: true });
  }

  /** Tab out of the card leads back to its mark, from either end. @param {KeyboardEvent} event */
  #leave(event) {
    if (event.key !== "Tab") return;
    const stops = /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll("button, input")]);
    const held = document.activeElement;
    const out = event.shiftKey ? held === stops[0] || held === this.#root : held === stops.at(-1);
    if (!out) return;
    event.preventDefault();
    this.#return();
  }

  close() {
    if (this.isOpen) this.#root.hidePopover();
  }

  /** The card itself: its name is what it tells of. */
  focus() {
    this.#root.focus({ preventScroll: true });
  }

  /** @param {Node} node */
  contains(node) {
    return this.#root.contains(node);
  }

  /** The button that has the focus, by what it does: it has it in the next card too. */
  #heldWay() {
    const held = document.activeElement;
    return held instanceof HTMLElement && this.contains(held) ? held.dataset.way ?? "close" : null;
  }

  /**
   * Below the mark or, where there is no room, above all that is chosen; it scrolls with the text.
   *
   * @param {HTMLElement} anchor
   * @param {boolean} forceBelow
   */
  #place(anchor, forceBelow) {
    const mark = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#root;
    const below = mark.bottom + GAP;
    const article = anchor.closest("article");
    const chosen = [...(article?.querySelectorAll(".chosen") ?? [])].map((piece) => piece.getBoundingClientRect().top);
    const above = Math.min(mark.top, ...chosen) - GAP - height;
    const top = !forceBelow && below + height > innerHeight && above > 0 ? above : below;
    // Within the article's column: the list stays free.
    const edge = Math.min(article?.getBoundingClientRect().right ?? innerWidth, document.documentElement.clientWidth - GAP);
    const left = Math.max(GAP, Math.min(mark.left, edge - width));
    this.#root.style.setProperty("--top", `${top + scrollY}px`);
    this.#root.style.setProperty("--left", `${left + scrollX}px`);
    // On a phone it lies over the foot of the text, which makes room; a mark out of sight is on its way.
    const covered = mark.bottom + GAP - this.#root.getBoundingClientRect().top;
    if (isNarrow() && covered > 0 && mark.bottom < innerHeight) scrollBy({ top: covered, behavior: prefersStill() ? "auto" : "smooth" });
  }
}

/**
 * "Said by Ines Kamara", for whoever hears that a card opened.
 *
 * @param {Findings} findings
 * @param {Target} target
 */
function nameCard({ annotation, text }, { kind, id }) {
  if (kind === "figure") return sayValue(annotation.figures[id]) || wordsOf(text, [annotation.figures[id]]);
  if (kind === "mention") return annotation.entities[annotation.mentions[id].entity].name;
  const quote = annotation.quotes[id];
  if (quote.speaker === null) return strings.speakerNotFound;
  const name = annotation.entities[quote.speaker].name;
  return strings.card.saidBy(isDoubtful(quote) ? strings.probably(name) : name);
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Ways} ways
 * @param {HTMLElement} root
 */
function fillQuote(findings, id, ways, root) {
  const { annotation, text, hueOf } = findings;
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  root.classList.add("hued", `s${speaker ? hueOf[speaker.id] : 0}`);
  const name = !speaker ? strings.speakerNotFound : isDoubtful(quote) ? strings.probably(speaker.name) : speaker.name;
  const hand = findings.hand.quotes.has(id) && (findings.hand.checked.has(id) ? strings.mend.checked : strings.mend.byHand);
  const style = [strings.styles[quote.style], strings.words(countWords(text, quote.content)), hand].filter(Boolean).join(", ");
  return [
    element("p", { class: "card-name" }, name),
    speaker?.description && element("p", { class: "description" }, speaker.description),
    findings.doubtful.includes(id) && nameOthers(findings, quote, ways),
    element("p", { class: "card-line" }, style),
    explainSpeaker(findings, id, ways),
    makeCopy(() => copyQuote(findings, id), ways.link && (() => /** @type {NonNullable<Ways["link"]>} */ (ways.link)(id))),
    makeSteps(neighbours(findings.speakers.find(({ quotes }) => quotes.includes(id))?.quotes ?? [], id, "quote"), ways.choose,
      (at, of) => `${at} / ${of}`),
  ].filter((part) => part instanceof Node);
}

/**
 * The exact words with who said them, to paste elsewhere.
 *
 * @param {() => { plain: string, rich: string }} words
 * @param {() => Promise<string | null>} [makeLink] that leads to them, article and all
 */
function makeCopy(words, makeLink) {
  const button = element("button", { type: "button", class: "quiet copy", "data-way": "copy" }, strings.export.copyQuote);
  button.addEventListener("click", async () => {
    const { plain, rich } = words();
    say((await copy(plain, rich)) ? strings.copied : strings.errors.copy);
    button.textContent = strings.copied;
  });
  if (!makeLink) return element("p", { class: "steps" }, button);
  const link = element("button", { type: "button", class: "quiet copy-link", "data-way": "link" }, strings.link.copy);
  link.addEventListener("click", async () => {
    const address = await makeLink();
    if (!address) return;
    const done = await copy(address);
    say(done ? strings.link.copied(address.length) : strings.errors.copy);
    if (done) link.textContent = strings.copied;
  });
  return element("p", { class: "steps" }, button, link);
}

/**
 * "or perhaps Taras, the captain or two women", each a way to where it is last named before the quote.
 *
 * @param {Findings} findings
 * @param {import("../types.ts").Quote} quote
 * @param {Ways} ways
 */
function nameOthers({ annotation, mentionsOf }, quote, { walk }) {
  const others = (quote.alternatives ?? []).filter((other) => mentionsOf[other]?.length).slice(0, OTHERS);
  if (!others.length) return null;
  const start = quote.source[0]?.start ?? quote.content[0]?.start ?? 0;
  const buttons = others.map((other) => {
    const all = mentionsOf[other];
    const before = all.filter((mention) => annotation.mentions[mention].start < start);
    const id = before[before.length - 1] ?? all[0];
    return makeHop(annotation.entities[other].name, `other-${other}`, () => walk({ kind: "mention", id }));
  });
  const names = others.map((other) => annotation.entities[other].name);
  const parts = strings.either.formatToParts(names);
  return element("p", { class: "description" }, quote.speaker === null ? strings.perhaps : strings.orPerhaps, " ",
    ...parts.map(({ type, value }) => (type === "element" ? /** @type {HTMLElement} */ (buttons.shift()) : value)));
}

/**
 * "said he → the soldier → Viktor", each hop a way into the text.
 *
 * @param {Findings} findings
 * @param {number} id
 * @param {Ways} ways
 * @param {number} [current] the hop under way; none in the quote's own card
 */
function explainSpeaker({ annotation, text }, id, ways, current) {
  const quote = annotation.quotes[id];
  const line = element("p", { class: "why" }, element("span", { class: "why-label" }, strings.card.why));
  if (current !== undefined) line.append(makeHop(strings.card.quote, "quote", () => ways.choose({ kind: "quote", id })), " ");
  if (!quote.source.length) {
    line.append(quote.speaker === null ? strings.card.unnamed : strings.card.continues);
    return line;
  }
  if (quote.cue.length) line.append(element("span", { class: "why-cue" }, wordsOf(text, quote.cue)), " ");
  const mention = quote.speaker === null ? null : findSourceMention(annotation, quote);
  if (mention === null) {
    line.append(element("span", { class: "hop" }, wordsOf(text, quote.source)));
    return line;
  }
  line.append(...makeHops({ annotation, text }, mention, ways, current, wordsOf(text, quote.source)));
  return line;
}

/**
 * @param {Pick<Findings, "annotation" | "text">} findings
 * @param {number} mention
 * @param {Ways} ways
 * @param {number} [current] the hop under way
 * @param {string} [firstWords] where the first hop is longer than its mention
 */
function makeHops({ annotation, text }, mention, { walk }, current, firstWords) {
  return traceAntecedents(annotation.mentions, mention).flatMap((hop, index) => {
    const words = (index === 0 && firstWords) || wordsOf(text, [annotation.mentions[hop]]);
    const button = makeHop(words, `hop-${hop}`, () => walk({ kind: "mention", id: hop }));
    if (hop === current) button.setAttribute("aria-current", "step");
    return index === 0 ? [button] : [element("span", { class: "arrow", "aria-hidden": "true" }, " → "), button];
  });
}

/**
 * @param {string} words
 * @param {string} way what it does, among the buttons of a card
 * @param {() => void} go
 */
function makeHop(words, way, go) {
  const button = element("button", { type: "button", class: "hop", "data-way": way, "aria-label": strings.card.goTo(words) }, words);
  button.addEventListener("click", go);
  return button;
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Ways} ways
 * @param {HTMLElement} root
 */
function fillMention(findings, id, ways, root) {
  const { annotation, mentionsOf, hueOf, speaks, speakers } = findings;
  const mention = annotation.mentions[id];
  const entity = annotation.entities[mention.entity];
  if (speaks[entity.id]) root.classList.add("hued", `s${hueOf[entity.id]}`);
  const quotes = speakers.find((speaker) => speaker.entity?.id === entity.id)?.quotes.length;
  const place = entity.place;
  const facts = [
    entity.kind === "other" ? "" : strings.entityKinds[entity.kind],
    quotes ? strings.card.speaksIn(strings.quotes(quotes)) : "",
  ].filter(Boolean).join(", ");
  const where = place ? [sayCountry(place.country), strings.coordinates(place.latitude, place.longitude)].filter(Boolean).join(" · ")
    : entity.kind === "place" ? strings.notResolved
    : "";
  const { walked } = ways;
  const hops = walked?.kind === "quote" ? explainSpeaker(findings, walked.id, ways, id)
    : !walked && mention.form === "name" && mention.antecedent === undefined ? null
    : element("p", { class: "why" }, element("span", { class: "why-label" }, strings.card.why), ...makeHops(findings, walked?.id ?? id, ways, id));
  return [
    element("p", { class: "card-name" }, entity.name),
    entity.description && element("p", { class: "description" }, entity.description),
    element("p", { class: "card-line" }, facts),
    where && element("p", { class: "card-line" }, where),
    sayWithin(findings, mention, ways),
    hops,
    makeSteps(neighbours(mentionsOf[entity.id], id, "mention"), ways.choose, (at, of) => `${at} / ${of}`),
  ].filter((part) => part instanceof Node);
}

/**
 * "in the words of Ines Kamara", a way to the quote.
 *
 * @param {Findings} findings
 * @param {import("../types.ts").Span} span
 * @param {Ways} ways
 */
function sayWithin({ annotation }, span, { choose }) {
  const id = findQuoteAround(annotation, span);
  if (id === null) return null;
  const { speaker } = annotation.quotes[id];
  const said = speaker === null ? strings.card.withinUnknown : strings.card.within(annotation.entities[speaker].name);
  const words = speaker !== null && isDoubtful(annotation.quotes[id]) ? strings.probably(said) : said;
  const button = element("button", { type: "button", class: "quiet within", "data-way": "within" }, words);
  button.addEventListener("click", () => choose({ kind: "quote", id }));
  return element("p", { class: "steps" }, button);
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {Ways} ways
 */
function fillFigure(findings, id, ways) {
  const { annotation, text } = findings;
  const figure = annotation.figures[id];
  return [
    element("p", { class: "card-name value" }, sayValue(figure) || wordsOf(text, [figure])),
    element("p", { class: "card-line" }, [strings.figureKinds[figure.kind], figure.iso].filter(Boolean).join(" · ")),
    figure.of && element("p", { class: "card-line" }, strings.card.counts(wordsOf(text, [figure.of]))),
    sayWithin(findings, figure, ways),
    makeCopy(() => copyFigure(findings, id, findQuoteAround(annotation, figure))),
  ].filter((part) => part instanceof Node);
}

/**
 * @param {number[]} ids in reading order
 * @param {number} id
 * @param {"quote" | "mention"} kind
 */
function neighbours(ids, id, kind) {
  const at = ids.indexOf(id);
  const step = (/** @type {number} */ by) => /** @type {Target} */ ({ kind, id: ids[(at + by + ids.length) % ids.length] });
  return { at: at + 1, of: ids.length, previous: step(-1), next: step(1) };
}

/**
 * @param {ReturnType<typeof neighbours>} around
 * @param {(target: Target) => void} choose
 * @param {(at: number, of: number) => string} say
 */
function makeSteps({ at, of, previous, next }, choose, say) {
  if (of < 2) return null;
  const step = (/** @type {string} */ label, /** @type {Target} */ target) => {
    const button = element("button", { type: "button", class: "quiet", "data-way": label }, label);
    button.addEventListener("click", () => choose(target));
    return button;
  };
  return element("p", { class: "steps" }, step(strings.card.previous, previous), element("span", { class: "position" }, say(at, of)), step(strings.card.next, next));
}
