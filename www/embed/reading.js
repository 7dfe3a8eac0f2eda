/**
 * One article being read: everything that lives only as long as an embed points at it.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {{ kind: "quote" | "place" | "figure", index: number }} Choice  Of a place the entity's id.
 * @typedef {object} Listener
 * @property {(reading: Reading) => void} onRead  Each time the article was annotated.
 * @property {(error: Error) => void} onError
 * @property {(choice: Choice) => void} onChoose  A reader clicked a marked word.
 * @property {() => void} onScheme  The page's colours may have changed.
 */

import { prefersStill } from "../dom.js";
import { acquireEngine, releaseEngine } from "../engine.js";
import { deriveFindings } from "../findings.js";
import { statedDates } from "./date.js";
import { collectMarks } from "./marks.js";
import { Painter } from "./paint.js";
import { Story } from "./story.js";
import { settle } from "./watch.js";

export class Reading {
  /** @type {Findings | null} */
  findings = null;
  /** Whether places were looked up. */
  mapped = false;
  /** What the page states of its date, as it was read with. */
  #dates = "";
  /** @type {Story | null} */
  #story = null;
  /** Counts the reads begun, so that only the newest is shown. */
  #begun = 0;
  #stopped = new AbortController();
  #engine = acquireEngine();
  #painter;
  #observer;
  #listener;

  /**
   * @param {Element} target the article
   * @param {Listener} listener
   */
  constructor(target, listener) {
    this.target = target;
    this.#listener = listener;
    this.#painter = new Painter(target);
    const { signal } = this.#stopped;
    // The host keeps its clicks: this only looks on.
    target.addEventListener("click", (event) => this.#onClick(/** @type {MouseEvent} */ (event)), { signal, passive: true });

    this.#observer = new MutationObserver(settle(() => this.#read(), signal));
    this.#observer.observe(target, {
      childList: true, characterData: true, subtree: true, attributeFilter: ["hidden", "open", "class", "datetime", "data-whosaid-ignore", "data-whosaid-date"],
    });
    watchScheme(target.ownerDocument, signal, () => {
      this.#paint();
      listener.onScheme();
    });

    // Marks at once; coordinates, a larger file, when they come.
    this.#read().then(async () => {
      if (!signal.aborted && (await this.#engine.loadPlaces()) && !this.mapped) this.#read();
    });
  }

  /** Takes the marks away, and lets go of everything. */
  stop() {
    if (this.#stopped.signal.aborted) return;
    this.#stopped.abort();
    this.#observer.disconnect();
    this.#painter.clear();
    releaseEngine();
  }

  /** Leads the reader to what an item of the list stands for. @param {Choice} choice */
  show(choice) {
    const ranges = this.#spansOf(choice).flatMap((span) => this.#story?.range(span) ?? []);
    const { top, bottom } = ranges[0]?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top < 0 || bottom > innerHeight) {
      ranges[0]?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: prefersStill() ? "auto" : "smooth" });
    }
    this.#painter.glow(ranges);
  }

  async #read() {
    const run = ++this.#begun;
    const { signal } = this.#stopped;
    try {
      const story = new Story(this.target);
      const { mapped } = this.#engine;
      const dates = statedDates(this.target);
      const known = this.findings && story.text === this.findings.text && mapped === this.mapped && `${dates}` === this.#dates;
      const annotation = known ? null : await this.#engine.annotate(story.text, dates);
      if (signal.aborted || run !== this.#begun) return;
      this.#story = story;
      if (annotation) {
        this.mapped = mapped;
        this.#dates = `${dates}`;
        this.findings = deriveFindings(story.text, annotation);
      }
      this.#paint();
      if (annotation) this.#listener.onRead(this);
    } catch (error) {
      if (signal.aborted || run !== this.#begun) return;
      this.#painter.clear();
      this.findings = null;
      this.#listener.onError(/** @type {Error} */ (error));
    }
  }

  #paint() {
    if (this.findings && this.#story) this.#painter.paint(this.#ranges(this.findings, this.#story));
  }

  /**
   * @param {Findings} findings
   * @param {Story} story
   * @returns {Generator<[import("./marks.js").MarkName, Range]>}
   */
  *#ranges(findings, story) {
    for (const [name, span] of collectMarks(findings, this.mapped)) {
      const range = story.range(span);
      if (range) yield [name, range];
    }
  }

  /** @param {Choice} choice @returns {Span[]} */
  #spansOf({ kind, index }) {
    if (!this.findings) return [];
    const { quotes, figures, mentions } = this.findings.annotation;
    if (kind === "quote") return quotes[index]?.content ?? [];
    if (kind === "figure") return figures.slice(index, index + 1);
    return mentions.filter(({ entity, form }) => entity === index && form === "name");
  }

  /** @param {MouseEvent} event */
  #onClick({ clientX, clientY }) {
    if (!this.findings || !getSelection()?.isCollapsed) return; // marking text is no choice
    const at = this.#offsetAt(clientX, clientY);
    if (at === null) return;
    const choice = this.#choiceAt(this.findings, at);
    if (!choice) return;
    this.#painter.glow(this.#spansOf(choice).flatMap((span) => this.#story?.range(span) ?? []));
    this.#listener.onChoose(choice);
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {number | null} the offset in the text of the character there
   */
  #offsetAt(x, y) {
    const root = this.target.getRootNode();
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const { caretPositionFromPoint } = /** @type {any} */ (document);
    const old = caretPositionFromPoint ? null : document.caretRangeFromPoint?.(x, y);
    const caret = caretPositionFromPoint?.call(document, x, y, { shadowRoots });
    const at = caret ? this.#story?.offset(caret.offsetNode, caret.offset) : old ? this.#story?.offset(old.startContainer, old.startOffset) : null;
    if (at === null || at === undefined) return null;
    // The caret stands before or after the character that was hit; in a blank margin beside neither.
    const hit = [at, at - 1].find((start) => {
      const rects = this.#story?.range({ start, end: start + 1 })?.getClientRects() ?? [];
      return [...rects].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
    return hit ?? null;
  }

  /**
   * The innermost thing at a position: a figure, a place, the quote around them.
   *
   * @param {Findings} findings
   * @param {number} at
   * @returns {Choice | null}
   */
  #choiceAt({ annotation: { quotes, figures, mentions, entities } }, at) {
    const holds = (/** @type {Span} */ { start, end }) => start <= at && at < end;
    const figure = figures.findIndex(holds);
    if (figure >= 0) return { kind: "figure", index: figure };
    const place = mentions.find((mention) => mention.form === "name" && entities[mention.entity].kind === "place" && holds(mention));
    if (place) return { kind: "place", index: place.entity };
    const quote = quotes.findLastIndex(({ content, cue, source }) => [...content, ...cue, ...source].some(holds));
    return quote >= 0 ? { kind: "quote", index: quote } : null;
  }
}

/**
 * Whatever may turn a page dark: the reader's scheme, or a class or style of its outermost elements.
 *
 * @param {Document} page
 * @param {AbortSignal} signal
 * @param {() => void} onChange
 */
function watchScheme(page, signal, onChange) {
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", onChange, { signal });
  }
  const observer = new MutationObserver(settle(onChange, signal));
  for (const element of [page.documentElement, page.body]) observer.observe(element, { attributes: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
