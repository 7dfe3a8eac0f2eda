/**
 * The article on the page: paragraphs with their marks, and ways to find a mark again.
 *
 * Long texts are set in sections; the first ones at once, the others in short slices between
 * frames, and the browser lays out only those near the window (`content-visibility`, style.css).
 *
 * @typedef {import("../types.ts").Block} Block
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Mark} Mark
 * @typedef {import("../types.ts").Part} Part
 * @typedef {import("../types.ts").Target} Target
 */

import { findChange } from "../model/anchor.js";
import { splitBlocks } from "../model/blocks.js";
import { element, prefersStill } from "../dom.js";
import { isDoubtful, kindOf } from "../model/findings.js";
import { Margin } from "./margin.js";
import { collectMarks, dealMarks, findTurns, walkMarks } from "../model/marks.js";
import { strings } from "../strings.js";
import { placeIn, positionIn } from "./positions.js";

const BLOCKS_A_SECTION = 40;
const LETTERS_A_SECTION = 16_000;
const SLICE_MS = 10;
const TAGS = /** @type {const} */ ({ headline: "h2", heading: "h3", paragraph: "p" });

/**
 * The element of a block: without a headline the headings are of the first order.
 *
 * @param {Block} block
 * @param {Block[]} blocks
 */
function makeParagraph({ role, part }, blocks) {
  const first = role === "heading" && !blocks.some((block) => block.role === "headline");
  return element(first ? "h2" : TAGS[role], { class: role === "heading" ? "heading" : part ? `part ${part}` : null });
}

export class Article {
  #root;
  #margin;
  /** @type {(() => HTMLElement)[]} sections not yet set */
  #unset = [];
  /** @type {Findings | null} */
  #findings = null;
  #slice = 0;
  /** @type {string | null} */
  #text = null;
  /** @type {Block[]} */
  #blocks = [];
  /** @type {WeakMap<Element, Block>} */
  #blockOf = new WeakMap();

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#margin = new Margin(root);
  }

  /**
   * Sets a text without marks: what a reader sees while the core reads.
   *
   * @param {string} text
   * @param {Part[]} [parts] what its page or file showed by its setting
   */
  showText(text, parts) {
    this.#findings = null;
    const blocks = this.#split(text, parts ?? null);
    this.#set((block) => fillPlain(makeParagraph(block, blocks), text, block));
  }

  /**
   * Sets a text with its marks, in the same lines as {@link showText}.
   *
   * @param {Findings} findings
   */
  showFindings(findings) {
    this.#findings = findings;
    const { text, annotation } = findings;
    const blocks = this.#split(text, annotation.parts);
    const dealt = dealMarks(blocks, collectMarks(text, annotation)); // in step with the blocks set below
    const turns = dealTurns(blocks, findTurns(annotation));
    const begun = new Set();
    this.#set((block) => {
      const paragraph = makeParagraph(block, blocks);
      const turn = turns.get(block);
      if (turn !== undefined) {
        paragraph.className += ` turn hued s${speakerHue(findings, turn)}`;
        paragraph.dataset.turn = String(turn);
        paragraph.dataset.kind = "direct";
        if (!begun.has(turn)) {
          paragraph.id = `quote-${turn}`;
          paragraph.append(makeNote(findings, turn), ...this.#sayWho(findings, turn));
        }
        begun.add(turn);
      }
      fillMarked(paragraph, findings, block, dealt.next().value ?? [], begun, (id) => this.#sayWho(findings, id));
      return paragraph;
    });
    const first = this.#root.querySelector(".mark.quote, .turn .source");
    if (first instanceof HTMLElement) makeFocusable(first);
  }

  /**
   * Shows which places are known by now; all else is as it was.
   *
   * @param {Findings} findings
   * @returns {boolean} false where the marks are not all set yet, with what was known before
   */
  showPlaces(findings) {
    if (!this.#findings || this.#unset.length) return false;
    this.#findings = findings;
    for (const mark of /** @type {NodeListOf<HTMLElement>} */ (this.#root.querySelectorAll(".mention.place"))) {
      mark.classList.toggle("unresolved", !findings.annotation.entities[Number(mark.dataset.entity)].place);
    }
    return true;
  }

  /**
   * The elements of a target, in reading order: a quote may be in several pieces.
   *
   * @param {Target} target
   * @returns {HTMLElement[]}
   */
  find(target) {
    this.#finish();
    const selector = {
      quote: `[data-quote="${target.id}"], [data-turn="${target.id}"]`,
      mention: `[data-mention="${target.id}"]`,
      figure: `[data-figure="${target.id}"]`,
    }[target.kind];
    return [...this.#root.querySelectorAll(selector)].map((found) => /** @type {HTMLElement} */ (found));
  }

  /**
   * Marks a target as the chosen one, and what belongs to it as related.
   *
   * @param {Target | null} target
   * @param {{ scroll?: boolean, focus?: boolean }} [options]
   */
  select(target, { scroll = false, focus = false } = {}) {
    for (const old of this.#root.querySelectorAll(".chosen, .related, .glow")) old.classList.remove("chosen", "related", "glow");
    for (const old of this.#root.querySelectorAll("[tabindex]")) dropFocusable(old);
    if (!target) return;
    const pieces = this.find(target);
    for (const piece of pieces) piece.classList.add("chosen");
    for (const other of this.#findRelated(target)) other.classList.add("related");
    const first = pieces[0];
    if (!first) return;
    // A turn is a whole paragraph: its label takes the focus.
    const stop = first.dataset.turn ? first.querySelector(`[data-source="${target.id}"]`) ?? first : first;
    makeFocusable(/** @type {HTMLElement} */ (stop));
    if (focus) /** @type {HTMLElement} */ (stop).focus({ preventScroll: true });
    if (!scroll) return;
    if (!isInSight(first)) first.scrollIntoView({ block: "center", behavior: prefersStill() ? "auto" : "smooth" });
    for (const piece of pieces) piece.classList.add("glow");
  }

  /**
   * @param {Node} node in the article
   * @param {number} offset as in a DOM range
   * @returns {number | null} the position in the text; null where the place is none of its
   */
  positionOf(node, offset) {
    if (node === this.#root || (node instanceof Element && node.classList.contains("stretch"))) {
      // Between paragraphs: the end of the one before, or the start of the one after.
      const after = node.childNodes[offset] ?? null;
      const paragraph = after instanceof Element ? after.closest(".stretch > *") ?? after.querySelector(".stretch > *") ?? after.firstElementChild : null;
      const block = paragraph && this.#blockOf.get(paragraph);
      return block ? block.start : this.#blocks.at(-1)?.end ?? null;
    }
    const paragraph = (node instanceof Element ? node : node.parentElement)?.closest(".stretch > *");
    const block = paragraph && this.#blockOf.get(paragraph);
    return block ? positionIn(/** @type {Element} */ (paragraph), block, node, offset) : null;
  }

  /** Puts the caret, and nothing selected, at a position in the text. @param {number} position */
  setCaret(position) {
    this.#finish();
    const index = Math.max(0, this.#blocks.findLastIndex(({ start }) => start <= position));
    const paragraph = this.#root.querySelectorAll(".stretch > *")[index];
    if (!paragraph) return;
    const { node, offset } = placeIn(paragraph, this.#blocks[index], Math.min(position, this.#blocks[index].end));
    getSelection()?.collapse(node, offset);
  }

  /** @returns {number | undefined} where what is chosen begins in the text */
  chosenPosition() {
    const chosen = this.#root.querySelector(".chosen");
    return (chosen && this.positionOf(chosen, 0)) ?? undefined;
  }

  /**
   * What the browser itself has written into the paragraph of a node.
   *
   * @param {Node} node
   * @returns {{ start: number, end: number, words: string } | null} what became of which stretch of the text
   */
  changedBlock(node) {
    const paragraph = (node instanceof Element ? node : node.parentElement)?.closest(".stretch > *");
    const block = paragraph && this.#blockOf.get(paragraph);
    if (!block || this.#text === null) return null;
    const before = fillPlain(element("p"), this.#text, block).textContent ?? "";
    const after = paragraph.textContent ?? "";
    if (before === after) return null;
    const change = findChange(before, after);
    const plain = fillPlain(element("p"), this.#text, block);
    const at = (/** @type {number} */ offset) => (plain.firstChild ? positionIn(plain, block, ...nodeAt(plain, offset)) : block.start);
    return { start: at(change.start), end: at(change.end), words: after.slice(change.start, change.start + change.length) };
  }

  /** @returns {number | undefined} where in the text the uppermost paragraph in sight begins */
  positionInView() {
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    for (const stretch of this.#root.children) {
      if (stretch.getBoundingClientRect().bottom < top) continue;
      for (const paragraph of stretch.children) {
        if (paragraph.getBoundingClientRect().bottom >= top) return this.#blockOf.get(paragraph)?.start;
      }
    }
    return undefined;
  }

  /** Whether the speakers are said in the text, for whoever hears it. */
  aloud = false;

  /** @param {Findings} findings @param {number} quote @returns {Node[]} */
  #sayWho({ annotation }, quote) {
    if (!this.aloud) return [];
    const { speaker } = annotation.quotes[quote];
    const name = speaker === null ? strings.aloud.unknown : annotation.entities[speaker].name;
    const who = speaker !== null && isDoubtful(annotation.quotes[quote]) ? strings.probably(name) : name;
    return [element("span", { class: "said-by" }, strings.aloud.says(who))];
  }

  /** Shows which place is under the reader's hand elsewhere. @param {number | null} entity */
  point(entity) {
    for (const old of this.#root.querySelectorAll(".pointed")) old.classList.remove("pointed");
    if (entity === null) return;
    for (const mark of this.#root.querySelectorAll(`[data-entity="${entity}"]`)) mark.classList.add("pointed");
  }

  /** @param {Target} target */
  #findRelated(target) {
    const { id, kind } = target;
    if (kind === "quote") return this.#root.querySelectorAll(`[data-source="${id}"], [data-cue="${id}"]`);
    if (kind === "figure" || !this.#findings) return [];
    const entity = this.#findings.annotation.mentions[id]?.entity;
    return this.#root.querySelectorAll(`[data-entity="${entity}"]`);
  }

  /**
   * What was clicked: the innermost mark whose kind is shown.
   *
   * @param {Element} clicked
   * @returns {{ target: Target, anchor: HTMLElement } | null}
   */
  targetAt(clicked) {
    const off = (this.#root.dataset.off ?? "").split(" ");
    for (let at = clicked.closest(".mark, .note"); at instanceof HTMLElement; at = at.parentElement?.closest(".mark") ?? null) {
      if (at.dataset.kind && off.includes(at.dataset.kind)) continue;
      const { quote, source, cue, mention, figure, quoteNote } = at.dataset;
      const ofQuote = quote ?? source ?? cue ?? quoteNote;
      if (mention) {
        // A speaker's name in a source stands for the quote: that is what one wants to know of it.
        const inSource = /** @type {HTMLElement | null} */ (at.closest("[data-source]"))?.dataset.source;
        const isSpeaker = inSource && this.#findings?.annotation.quotes[Number(inSource)].speaker === Number(at.dataset.entity);
        if (isSpeaker && !off.includes("attribution")) return { target: { kind: "quote", id: Number(inSource) }, anchor: at };
        return { target: { kind: "mention", id: Number(mention) }, anchor: at };
      }
      if (figure) return { target: { kind: "figure", id: Number(figure) }, anchor: at };
      if (ofQuote) return { target: { kind: "quote", id: Number(ofQuote) }, anchor: at };
    }
    return null;
  }

  /**
   * @param {(block: Block) => HTMLElement} setBlock called once a block, in order
   */
  #set(setBlock) {
    const blocks = this.#blocks;
    this.#slice++;
    this.#unset = [];
    for (let from = 0, to = 0; from < blocks.length; from = to) {
      while (to < blocks.length && to - from < BLOCKS_A_SECTION && (to === from || blocks[to].end - blocks[from].start < LETTERS_A_SECTION)) to++;
      const part = blocks.slice(from, to);
      this.#unset.push(() => element("div", { class: "stretch" }, ...part.map((block) => {
        const made = setBlock(block);
        this.#blockOf.set(made, block);
        return made;
      })));
    }
    const first = this.#unset.shift();
    this.#root.classList.toggle("long", this.#unset.length > 2);
    this.#margin.clear();
    this.#root.replaceChildren();
    if (first) this.#append(first());
    this.#continue(this.#slice);
  }

  /** @param {string} text @param {Part[] | null} parts */
  #split(text, parts) {
    this.#text = text;
    return (this.#blocks = splitBlocks(text, parts));
  }

  /** @param {number} slice */
  #continue(slice) {
    if (!this.#unset.length) return;
    setTimeout(() => {
      if (slice !== this.#slice) return;
      const until = performance.now() + SLICE_MS;
      while (this.#unset.length && performance.now() < until) this.#setNext();
      this.#continue(slice);
    });
  }

  #finish() {
    while (this.#unset.length) this.#setNext();
  }

  #setNext() {
    const next = this.#unset.shift();
    if (next) this.#append(next());
  }

  /** @param {HTMLElement} stretch */
  #append(stretch) {
    this.#root.append(stretch);
    this.#margin.watch(stretch);
  }
}

/**
 * @param {Block[]} blocks
 * @param {{ start: number, end: number, id: number }[]} turns by start
 * @returns {Map<Block, number>} the turn that a block belongs to
 */
function dealTurns(blocks, turns) {
  const dealt = new Map();
  let next = 0;
  for (const block of blocks) {
    while (next < turns.length && turns[next].end <= block.start) next++;
    if (next < turns.length && turns[next].start < block.end) dealt.set(block, turns[next].id);
  }
  return dealt;
}

/**
 * @param {HTMLElement} paragraph
 * @param {string} text
 * @param {Block} block
 */
function fillPlain(paragraph, text, block) {
  appendWords(paragraph, text, block, block.start, block.end);
  return paragraph;
}

/**
 * @param {HTMLElement} paragraph
 * @param {Findings} findings
 * @param {Block} block
 * @param {Mark[]} marks
 * @param {Set<number>} begun quotes whose first piece is set
 * @param {(quote: number) => Node[]} sayWho what goes into the text before a quote
 */
function fillMarked(paragraph, findings, block, marks, begun, sayWho) {
  /** @type {HTMLElement} */
  let at = paragraph;
  /** @type {number | null | undefined} whose name stands in the margin already */
  let noted = paragraph.dataset.turn ? findings.annotation.quotes[Number(paragraph.dataset.turn)].speaker : undefined;
  walkMarks(block, marks, {
    open(mark) {
      if (mark.type === "quote" && !begun.has(mark.id)) {
        const { speaker } = findings.annotation.quotes[mark.id];
        if (speaker !== noted) at.append(makeNote(findings, mark.id));
        noted = speaker;
        putBeforeMark(at, sayWho(mark.id));
      }
      const made = makeMark(findings, mark);
      if (mark.type === "quote" && !begun.has(mark.id)) made.id = `quote-${mark.id}`;
      if (mark.type === "quote") begun.add(mark.id);
      at.append(made);
      at = made;
    },
    close() {
      at = /** @type {HTMLElement} */ (at.parentElement);
    },
    text(start, end) {
      appendWords(at, findings.text, block, start, end);
    },
  });
}

/**
 * Puts words before the quotation mark that opens what follows: Ines Kamara: “…
 *
 * @param {HTMLElement} to
 * @param {Node[]} words
 */
function putBeforeMark(to, words) {
  if (!words.length) return;
  const before = [...to.childNodes].findLast((node) => !(node instanceof Element && node.classList.contains("note")));
  const length = before instanceof Text ? before.data.length : 0;
  if (before instanceof Text && /["“„«‘']$/.test(before.data)) before.splitText(length - 1).before(...words);
  else to.append(...words);
}

/** @param {Element} plain without elements @param {number} offset @returns {[Node, number]} */
function nodeAt(plain, offset) {
  for (const node of plain.childNodes) {
    const length = node.nodeValue?.length ?? 0;
    if (offset <= length) return [node, offset];
    offset -= length;
  }
  return [plain, plain.childNodes.length];
}

/**
 * @param {HTMLElement} to
 * @param {string} text
 * @param {Block} block
 * @param {number} start
 * @param {number} end
 */
function appendWords(to, text, block, start, end) {
  let from = start;
  for (const hidden of block.hidden) {
    if (hidden.end <= from || hidden.start >= end) continue;
    if (hidden.start > from) to.append(text.slice(from, hidden.start));
    from = Math.min(hidden.end, end);
  }
  if (from < end) to.append(text.slice(from, end));
}

/**
 * @param {Findings} findings
 * @param {Mark} mark
 * @returns {HTMLElement}
 */
function makeMark(findings, { type, id }) {
  const { annotation, hueOf, speaks } = findings;
  switch (type) {
    case "strong":
      return element("strong");
    case "emphasis":
      return element("em");
    case "quote": {
      const quote = annotation.quotes[id];
      const kind = kindOf(quote);
      const doubt = isDoubtful(quote) ? " doubtful" : "";
      return element("span", { class: `mark quote ${kind === "stance" ? "stance" : quote.style} hued s${speakerHue(findings, id)}${doubt}`, "data-quote": id, "data-kind": kind });
    }
    case "said":
      return element("span", { class: `mark said hued s${speakerHue(findings, id)}`, "data-quote": id, "data-kind": "direct" });
    case "source":
    case "cue":
      return element("span", { class: `mark ${type} hued s${speakerHue(findings, id)}`, [`data-${type}`]: id, "data-kind": "attribution" });
    case "figure":
      return element("span", { class: "mark figure", "data-figure": id, "data-kind": "figure" });
    case "mention": {
      const { entity: number, form } = annotation.mentions[id];
      const entity = annotation.entities[number];
      const kind = form !== "name" ? "attribution"
        : ["person", "organization", "place"].includes(entity.kind) ? entity.kind
        : "other";
      const voice = speaks[number] && kind !== "place" ? `speaking hued s${hueOf[number]}` : "";
      const unresolved = kind === "place" && !entity.place ? "unresolved" : "";
      return element("span", { class: `mark mention ${form} ${kind} ${voice} ${unresolved}`, "data-mention": id, "data-entity": number, "data-kind": kind });
    }
  }
}

/**
 * The speaker's name in the margin, like a pencilled note. The words come from style.css: they are
 * no part of the article's text or of a copy; a screen reader says whose words follow.
 *
 * @param {Findings} findings
 * @param {number} id of the quote
 */
function makeNote(findings, id) {
  const { annotation } = findings;
  const quote = annotation.quotes[id];
  const speaker = quote.speaker === null ? null : annotation.entities[quote.speaker];
  const name = speaker?.name ?? "?";
  const doubt = isDoubtful(quote) && name !== "?" ? "?" : "";
  return element("span", {
    class: `note hued s${speakerHue(findings, id)}`, role: "note", "data-quote-note": id,
    "aria-label": speaker ? strings.card.saidBy(isDoubtful(quote) ? strings.probably(name) : name) : strings.speakerNotFound,
    "data-name": (speaker?.kind === "person" ? surname(name) : name) + doubt, "data-initials": initials(name) + doubt,
    title: speaker ? name : strings.speakerNotFound,
  });
}

/** @param {string} name */
function surname(name) {
  return /(?:^|\s)((?:(?:van|von|der|den|de|di|da|du|la|le|al|el|bin|ibn)\s)*\S+)$/i.exec(name)?.[1] ?? name;
}

/** @param {string} name */
function initials(name) {
  const capitals = name.match(/(?<!\p{L})\p{L}/gu) ?? ["?"];
  return /^\p{Lu}{2,4}$/u.test(name) ? name : capitals.slice(0, 2).join("").toUpperCase();
}

/**
 * @param {Findings} findings
 * @param {number} id of the quote
 */
function speakerHue({ annotation, hueOf }, id) {
  const { speaker } = annotation.quotes[id];
  return speaker === null ? 0 : hueOf[speaker] ?? 0;
}

/**
 * Whether all of it stands clear of the legend above and the list below: then nothing need move.
 *
 * @param {HTMLElement} mark
 */
function isInSight(mark) {
  const { top, bottom } = mark.getBoundingClientRect();
  const padding = getComputedStyle(document.documentElement);
  return top >= (parseFloat(padding.scrollPaddingTop) || 0) && bottom <= innerHeight - (parseFloat(padding.scrollPaddingBottom) || 0);
}

/** @param {HTMLElement} mark the one stop of the article in the tab order */
function makeFocusable(mark) {
  mark.tabIndex = 0;
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-haspopup", "dialog");
}

/** @param {Element} mark */
function dropFocusable(mark) {
  for (const name of ["tabindex", "role", "aria-haspopup"]) mark.removeAttribute(name);
}
