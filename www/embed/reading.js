/**
 * One article being read: everything that lives only as long as an embed points at it. This and what it
 * imports is fetched when a story is to be read, not before.
 *
 * @typedef {import("../palette.js").Scheme} Scheme
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("./options.js").Settings} Settings
 * @typedef {import("./select.js").View} View
 * @typedef {{ kind: "quote" | "place" | "figure", index: number }} Choice  Of a place or a name the entity's id.
 * @typedef {"first" | "text" | "date" | "options"} Reason  Why a text was read.
 * @typedef {object} Engine
 * @property {boolean} mapped  Whether places have coordinates by now.
 * @property {(text: string, dates: string[], parts: import("../types.ts").Part[], owner: unknown) => Promise<{ annotation: Annotation, mapped: boolean }>} annotate
 * @property {() => Promise<boolean>} loadPlaces
 * @typedef {object} Listener
 * @property {(view: View) => void} onView  Each time there is something else to show.
 * @property {(reason: Reason) => void} onReady  Once a text, when all of it is known.
 * @property {() => void} onEmpty  There are no words to read, or none in English.
 * @property {(error: Error) => void} onError
 * @property {(error: Error) => void} onUnfit  The given annotation is of other words; the story is read all the same.
 * @property {(choice: Choice) => void} onChoose  A reader clicked a marked word.
 * @property {() => void} onScheme  The page's colours may have changed.
 * @property {ShadowRoot | null} root  Where a card may stand.
 * @typedef {{ focus: boolean, back: HTMLElement | null }} By  How a reader chose: whether by keyboard, and what has the focus after.
 */

import { deriveFindings } from "../model/findings.js";
import { looksEnglish } from "../language.js";
import { query } from "./begin.js";
import { statedDates } from "./date.js";
import { FieldStory, isField, isTextField } from "./field.js";
import { isTranslated } from "./find-story.js";
import { fitAnnotation } from "./given.js";
import { leadTo } from "./lead.js";
import { collectMarks } from "./marks.js";
import { Painter } from "./paint.js";
import { schemeOf } from "./scheme.js";
import { choiceAt, selectFindings } from "./select.js";
import { Story } from "./story.js";
import { settle } from "./watch-calls.js";
import { Patience, watchStory } from "./watch.js";

export { List } from "./list.js";

/** A host that edits its story this soon after it was told, in milliseconds, may do so without end. */
const ECHO = 1500;
/** So often it may. */
const ECHOES = 3;

/** A host's own things in a story, which a click is for. */
const ACTS = "a[href], area[href], button, input, select, textarea, label, summary, audio, video, [role=button], [role=link], [onclick], [contenteditable]";

export class Reading {
  /** @type {Findings | null} */
  findings = null;
  /** What of them is shown. @type {View | null} */
  view = null;
  /** Whether places of the findings were looked up. */
  #mapped = false;
  /** What the page states of its date, as it was read with. */
  #dates = "";
  /** @type {Story | FieldStory | null} */
  #story = null;
  /** @type {Scheme} */
  #scheme = "light";
  #forced = query("(forced-colors: active)").matches;
  /** Counts the reads begun, so that only the newest is shown. */
  #begun = 0;
  /** @type {Reason | null} why the next event */
  #reason = "first";
  #stopped = new AbortController();
  #patience = new Patience();
  #told = -Infinity;
  #echoes = 0;
  /** What was given and does not fit. @type {{ given: unknown, text: string } | null} */
  #unfit = null;
  /** @type {import("./card.js").Card | null} */
  #card = null;
  #engine;
  #painter;
  #listener;
  #settings;

  /**
   * @param {Element} target the article
   * @param {Settings} settings
   * @param {Engine} engine
   * @param {Listener} listener
   */
  constructor(target, settings, engine, listener) {
    this.target = target;
    this.#settings = settings;
    this.#engine = engine;
    this.#listener = listener;
    this.#painter = new Painter(target);
    this.#scheme = this.#currentScheme();
    const { signal } = this.#stopped;
    // The host keeps its clicks: this only looks on.
    target.addEventListener("click", (event) => this.#onClick(/** @type {MouseEvent} */ (event)), { signal, passive: true });

    // Who writes goes on writing.
    const echoing = () => (this.#echoes > ECHOES && !isField(target) ? Math.min(60_000, 250 * 2 ** this.#echoes) : 0);
    const read = settle(() => this.#read(), signal, echoing);
    const look = settle(() => this.#look(), signal, () => Math.max(this.#patience.wait, echoing()));
    watchStory(target, signal, {
      onText: () => {
        const soon = performance.now() - this.#told < ECHO;
        if (soon) this.#told = -Infinity; // one answer to one telling
        this.#echoes = soon ? this.#echoes + 1 : this.#told === -Infinity ? this.#echoes : 0;
        read();
      },
      onLooks: look,
    });
    this.#read();
  }

  /** Takes the marks away, and lets go of everything. */
  stop() {
    this.#stopped.abort();
    this.#painter.clear();
    this.#card?.close();
  }

  /** Goes by other settings from now on. @param {Settings} settings */
  update(settings) {
    const before = this.#settings;
    this.#settings = settings;
    this.#scheme = this.#currentScheme();
    this.#card?.close();
    this.#card = null; // its words may be others now
    if (settings.ignore !== before.ignore || settings.annotation !== before.annotation) {
      if (settings.annotation !== before.annotation) this.#story = null;
      this.#read();
    } else if (this.findings) {
      this.#present();
      if (settings.map && !this.#mapped) this.#read();
    }
  }

  /** Leads the reader to what an item of the list stands for, and tells of it there. @param {Choice} choice @param {By} [by] */
  lead(choice, by = { focus: false, back: null }) {
    if (this.#story instanceof FieldStory) {
      const [first] = this.#spansOf(choice);
      if (first) this.#story.select(first);
      return;
    }
    const ranges = this.#rangesOf(choice);
    this.#show(ranges);
    if (ranges[0]) this.#tellOf(choice, ranges[0], by);
  }

  /** @param {Range[]} ranges */
  #show(ranges) {
    if (ranges[0]) leadTo(ranges[0]);
    this.#painter.glow(ranges, this.#scheme);
  }

  /** A card at the words. Its code comes with the first. @param {Choice} choice @param {Range} anchor @param {By} by */
  async #tellOf(choice, anchor, { focus, back }) {
    const { findings } = this;
    if (!findings || this.#settings.card === "none") return;
    try {
      const { Card } = await import("./card.js");
      if (this.#stopped.signal.aborted || this.findings !== findings) return;
      const card = (this.#card ??= new Card(this.#settings));
      card.open(findings, choice, anchor, { root: this.#listener.root, scheme: this.#scheme, focus, back }, {
        choose: (next) => {
          this.#listener.onChoose(next);
          this.lead(next);
        },
        walk: (span) => {
          const ranges = this.#story?.ranges(span) ?? [];
          this.#show(ranges);
          if (ranges[0]) card.move(ranges[0]);
        },
      });
    } catch {
      // The list tells the same.
    }
  }

  /** The page looks different, perhaps. */
  async #look() {
    const scheme = this.#currentScheme();
    const forced = query("(forced-colors: active)").matches;
    const recoloured = scheme !== this.#scheme || forced !== this.#forced;
    this.#scheme = scheme;
    this.#forced = forced;
    if (recoloured) this.#paint();
    this.#listener.onScheme();
    const changed = await this.#read();
    this.#patience.learn(!changed && !recoloured);
  }

  #currentScheme() {
    const { theme } = this.#settings;
    return theme === "auto" ? schemeOf(this.target) : theme;
  }

  /** @returns {Promise<boolean>} whether there was something new */
  async #read() {
    const run = ++this.#begun;
    const { signal } = this.#stopped;
    const isOld = () => signal.aborted || run !== this.#begun;
    try {
      // Words in another language are no longer those that were read: what was found in them stands in the list.
      if (isTranslated(this.target.ownerDocument)) {
        this.#story = null;
        this.#painter.clear();
        return false;
      }
      const story = isTextField(this.target) ? new FieldStory(this.target) : new Story(this.target, { ignore: this.#settings.ignore });
      const dates = statedDates(this.target);
      const sameText = story.text === this.findings?.text && this.#story !== null;
      const wantsMap = this.#settings.map && !this.#mapped && this.#engine.mapped;
      if (sameText && `${dates}` === this.#dates && !wantsMap) {
        const moved = !this.#story?.equals(/** @type {Story & FieldStory} */ (story));
        this.#story = story;
        if (moved) this.#paint();
        if (this.#settings.map && !this.#mapped) this.#lookUpPlaces();
        return moved;
      }
      this.#reason ??= story.text !== this.findings?.text ? "text" : `${dates}` !== this.#dates ? "date" : null;
      if (!story.text || !looksEnglish(story.text)) {
        this.#forget(story);
        this.#listener.onEmpty();
        return true;
      }
      const { annotation, mapped } = await this.#annotate(story, dates);
      if (isOld()) return false;
      this.#story = story;
      this.#dates = `${dates}`;
      this.#mapped = mapped;
      if (story.text !== this.findings?.text) this.#card?.close();
      this.findings = deriveFindings(story.text, annotation);
      this.#present();
      if (this.#settings.map && !mapped) this.#lookUpPlaces();
      else this.#tell();
      return true;
    } catch (error) {
      if (isOld()) return false;
      this.#forget(null);
      this.#listener.onError(/** @type {Error} */ (error));
      return true;
    }
  }

  /** @param {Story | FieldStory} story @param {string[]} dates */
  async #annotate({ text, parts }, dates) {
    const given = this.#settings.annotation;
    const refused = this.#unfit !== null && this.#unfit.given === given && this.#unfit.text === text;
    if (given && !refused) {
      try {
        const annotation = fitAnnotation(given, text);
        return { annotation, mapped: true };
      } catch (error) {
        this.#unfit = { given, text }; // said once, not again as places come
        this.#listener.onUnfit(/** @type {Error} */ (error));
      }
    }
    return this.#engine.annotate(text, dates, parts, this);
  }

  /** Marks at once; coordinates, a larger file, when they come. */
  async #lookUpPlaces() {
    const { signal } = this.#stopped;
    const loaded = await this.#engine.loadPlaces();
    if (signal.aborted || this.#mapped) return;
    if (loaded) this.#read();
    else this.#tell();
  }

  #tell() {
    const reason = this.#reason;
    this.#reason = null;
    if (!reason) return;
    this.#told = performance.now();
    this.#listener.onReady(reason);
  }

  /** @param {Story | FieldStory | null} story */
  #forget(story) {
    this.#painter.clear();
    this.#card?.close();
    this.#story = story;
    this.findings = null;
    this.view = null;
  }

  #present() {
    if (!this.findings) return;
    const checks = this.#wantsChecks && this.view?.findings === this.findings ? this.view.checks : [];
    this.view = { ...selectFindings(this.findings, this.#settings, this.#mapped), checks };
    this.#paint();
    this.#listener.onView(this.view);
    this.#check(this.view);
  }

  get #wantsChecks() {
    const { checks } = this.#settings;
    return checks === "show" || (checks === "auto" && isField(this.target));
  }

  /** @param {View} view */
  async #check(view) {
    if (!this.#wantsChecks) return;
    try {
      const { findChecks } = await import("./checks.js");
      if (this.#stopped.signal.aborted || this.view !== view) return;
      view.checks = findChecks(view);
      this.#listener.onView(view);
    } catch {
      // The list does without.
    }
  }

  #paint() {
    try {
      if (this.view && this.#story) this.#painter.paint(this.#ranges(this.view, this.#story), this.#scheme);
    } catch {
      // A host has broken what paints; the list stands.
    }
  }

  /**
   * @param {View} view
   * @param {Story | FieldStory} story
   * @returns {Generator<[import("./marks.js").MarkName, Range]>}
   */
  *#ranges(view, story) {
    for (const [name, span] of collectMarks(view)) {
      for (const range of story.ranges(span)) yield [name, range];
    }
  }

  /** @param {Choice} choice @returns {Range[]} */
  #rangesOf(choice) {
    return this.#spansOf(choice).flatMap((span) => this.#story?.ranges(span) ?? []);
  }

  /** @param {Choice} choice @returns {Span[]} */
  #spansOf({ kind, index }) {
    if (!this.findings) return [];
    const { quotes, figures, mentions } = this.findings.annotation;
    return kind === "quote" ? quotes[index]?.content ?? []
      : kind === "figure" ? figures.slice(index, index + 1)
      : mentions.filter(({ entity, form }) => entity === index && form === "name");
  }

  /** @param {MouseEvent} event */
  #onClick({ clientX, clientY, target, defaultPrevented }) {
    if (!this.view || !getSelection()?.isCollapsed) return; // marking text is no choice
    const at = this.#offsetAt(clientX, clientY);
    if (at === null) return;
    const choice = choiceAt(this.view, at);
    if (!choice) return;
    const ranges = this.#rangesOf(choice);
    this.#painter.glow(ranges, this.#scheme);
    this.#listener.onChoose(choice);
    // What does something of its own does that alone.
    if (defaultPrevented || /** @type {Element} */ (target).closest(ACTS)) return;
    const holds = (/** @type {DOMRect} */ { left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
    const hit = ranges.find((range) => [...range.getClientRects()].some(holds));
    const whole = hit && hit.getBoundingClientRect().height < innerHeight / 3 ? hit : null;
    const anchor = whole ?? this.#story?.ranges({ start: at, end: at + 1 })[0];
    if (anchor) this.#tellOf(choice, anchor, { focus: false, back: null });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {number | null} the offset in the text of the character there
   */
  #offsetAt(x, y) {
    const page = /** @type {any} */ (this.target.ownerDocument);
    const root = this.target.getRootNode();
    const shadowRoots = root.nodeType === 11 ? [root] : [];
    const caret = page.caretPositionFromPoint?.(x, y, { shadowRoots });
    const old = page.caretPositionFromPoint ? null : page.caretRangeFromPoint?.(x, y);
    const at = caret ? this.#story?.offset(caret.offsetNode, caret.offset) : old ? this.#story?.offset(old.startContainer, old.startOffset) : null;
    if (at === null || at === undefined) return null;
    // The caret stands before or after the character that was hit; in a blank margin beside neither.
    const hit = [at, at - 1].find((start) => {
      const rects = this.#story?.ranges({ start, end: start + 1 }).flatMap((range) => [...range.getClientRects()]) ?? [];
      return rects.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
    return hit ?? null;
  }
}
