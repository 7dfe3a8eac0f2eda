/**
 * The card at a mark: who, why this speaker, what the value is, where else it stands.
 *
 * @typedef {import("./types.ts").Findings} Findings
 * @typedef {import("./types.ts").Target} Target
 */

import { element } from "./dom.js";
import { sayValue } from "./figure-text.js";
import { countWords, findQuoteAround, findSourceMention, isDoubtful, traceAntecedents, wordsOf } from "./findings.js";
import { sayCountry } from "./lists.js";
import { strings } from "./strings.js";

const GAP = 8;

export class Card {
  #root;
  #choose;

  /**
   * @param {HTMLElement} root a manual popover
   * @param {(target: Target) => void} choose leads elsewhere in the text
   */
  constructor(root, choose) {
    this.#root = root;
    this.#choose = choose;
  }

  get isOpen() {
    return this.#root.matches(":popover-open");
  }

  /**
   * @param {Findings} findings
   * @param {Target} target
   * @param {HTMLElement} anchor
   * @param {{ below?: boolean }} [options] whether the text is about to scroll, so that there will be room below
   */
  open(findings, target, anchor, { below = false } = {}) {
    const fill = { quote: fillQuote, mention: fillMention, figure: fillFigure }[target.kind];
    const closing = element("button", { type: "button", class: "quiet close", "aria-label": strings.card.close }, "×");
    closing.addEventListener("click", () => {
      this.close();
      anchor.focus({ preventScroll: true });
    });
    this.#root.className = "card";
    this.#root.replaceChildren(closing, ...fill(findings, target.id, this.#choose, this.#root));
    if (!this.isOpen) this.#root.showPopover();
    this.#place(anchor, below);
  }

  close() {
    if (this.isOpen) this.#root.hidePopover();
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.#root.querySelector("button"))?.focus();
  }

  /** @param {Node} node */
  contains(node) {
    return this.#root.contains(node);
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
  }
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {(target: Target) => void} choose
 * @param {HTMLElement} root
 */
function fillQuote(findings, id, choose, root) {
  const { annotation, text, hueOf } = findings;
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  root.classList.add("hued", `s${speaker ? hueOf[speaker.id] : 0}`);
  const name = !speaker ? strings.speakerNotFound : isDoubtful(quote) ? strings.probably(speaker.name) : speaker.name;
  const others = (quote.alternatives ?? []).map((other) => annotation.entities[other]?.name).filter(Boolean).slice(0, 3);
  const style = `${strings.styles[quote.style]}, ${strings.words(countWords(text, quote.content))}`;
  return [
    element("p", { class: "card-name" }, name),
    speaker?.description && element("p", { class: "description" }, speaker.description),
    others.length && isDoubtful(quote) ? element("p", { class: "description" }, strings.orPerhaps(others)) : null,
    element("p", { class: "card-line" }, style),
    explainSpeaker(findings, id, choose),
    makeSteps(neighbours(findings.speakers.find(({ quotes }) => quotes.includes(id))?.quotes ?? [], id, "quote"), choose,
      (at, of) => `${at} / ${of}`),
  ].filter((part) => part instanceof Node);
}

/**
 * "said he → the soldier → Viktor", each hop a way into the text.
 *
 * @param {Findings} findings
 * @param {number} id
 * @param {(target: Target) => void} choose
 */
function explainSpeaker({ annotation, text }, id, choose) {
  const quote = annotation.quotes[id];
  const line = element("p", { class: "why" }, element("span", { class: "why-label" }, strings.card.why));
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
  line.append(...makeHops({ annotation, text }, mention, choose, wordsOf(text, quote.source)));
  return line;
}

/**
 * @param {Pick<Findings, "annotation" | "text">} findings
 * @param {number} mention
 * @param {(target: Target) => void} choose
 * @param {string} [firstWords] where the first hop is longer than its mention
 */
function makeHops({ annotation, text }, mention, choose, firstWords) {
  return traceAntecedents(annotation.mentions, mention).flatMap((hop, index) => {
    const words = (index === 0 && firstWords) || wordsOf(text, [annotation.mentions[hop]]);
    const button = element("button", { type: "button", class: "hop", "aria-label": strings.card.goTo(words) }, words);
    button.addEventListener("click", () => choose({ kind: "mention", id: hop }));
    return index === 0 ? [button] : [element("span", { class: "arrow", "aria-hidden": "true" }, " → "), button];
  });
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {(target: Target) => void} choose
 * @param {HTMLElement} root
 */
function fillMention(findings, id, choose, root) {
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
  const hops = mention.form === "name" && mention.antecedent === undefined ? null
    : element("p", { class: "why" }, element("span", { class: "why-label" }, strings.card.why), ...makeHops(findings, id, choose));
  return [
    element("p", { class: "card-name" }, entity.name),
    entity.description && element("p", { class: "description" }, entity.description),
    element("p", { class: "card-line" }, facts),
    where && element("p", { class: "card-line" }, where),
    sayWithin(findings, mention, choose),
    hops,
    makeSteps(neighbours(mentionsOf[entity.id], id, "mention"), choose, (at, of) => `${at} / ${of}`),
  ].filter((part) => part instanceof Node);
}

/**
 * "in the words of Ines Kamara", a way to the quote.
 *
 * @param {Findings} findings
 * @param {import("./types.ts").Span} span
 * @param {(target: Target) => void} choose
 */
function sayWithin({ annotation }, span, choose) {
  const id = findQuoteAround(annotation, span);
  if (id === null) return null;
  const { speaker } = annotation.quotes[id];
  const words = speaker === null ? strings.card.withinUnknown : strings.card.within(annotation.entities[speaker].name);
  const button = element("button", { type: "button", class: "quiet within" }, words);
  button.addEventListener("click", () => choose({ kind: "quote", id }));
  return element("p", { class: "steps" }, button);
}

/**
 * @param {Findings} findings
 * @param {number} id
 * @param {(target: Target) => void} choose
 */
function fillFigure(findings, id, choose) {
  const { annotation, text } = findings;
  const figure = annotation.figures[id];
  return [
    element("p", { class: "card-name value" }, sayValue(figure) || wordsOf(text, [figure])),
    element("p", { class: "card-line" }, [strings.figureKinds[figure.kind], figure.iso].filter(Boolean).join(" · ")),
    figure.of && element("p", { class: "card-line" }, strings.card.counts(wordsOf(text, [figure.of]))),
    sayWithin(findings, figure, choose),
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
    const button = element("button", { type: "button", class: "quiet" }, label);
    button.addEventListener("click", () => choose(target));
    return button;
  };
  return element("p", { class: "steps" }, step(strings.card.previous, previous), element("span", { class: "position" }, say(at, of)), step(strings.card.next, next));
}
