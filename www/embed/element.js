// <whosaid-article for="#story">: annotates an article that is already on the page.
//
// The article's own DOM and text stay as they are: marks are painted by the CSS Custom Highlight API, the list of
// findings stands in this element's shadow root, and an event carries the annotation. Removing the element takes
// everything away again.

import { acquireAnnotator } from './engine.js';
import { renderList, rankSpeakers } from './list.js';
import { Painter, speakerMark } from './paint.js';
import { Story } from './story.js';
import { strings } from './strings.js';
import { listSheet } from './style.js';

/** How long the article has to be still before it is read again, in milliseconds. */
const SETTLE = 250;

/**
 * The custom element. Its class is pure: `whosaid-article.js` registers it.
 *
 * Attributes: `for`, the CSS selector of the article (default: the element before this one); `quiet`, no list.
 * Events, all bubbling: `whosaid-ready` with `{annotation, text}`, each time the article was read (a second time when
 * places have got their coordinates); `whosaid-select` with `{kind, index}`,
 * `whosaid-error` with `{error}`.
 */
export class WhosaidArticle extends HTMLElement {
  static observedAttributes = ['for', 'quiet'];

  #annotator = null;
  #painter = null;
  #observer = null;
  #timer = 0;
  #run = 0;
  #story = null;
  #annotation = null;
  #target = null;
  #stop = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [listSheet()];
  }

  /** The annotation of the article as it was last read; null before. */
  get annotation() {
    return this.#annotation;
  }

  /** The text that the annotation's offsets count, in UTF-16 code units. */
  get text() {
    return this.#story?.text ?? '';
  }

  connectedCallback() {
    if (document.readyState === 'loading') {
      // The article may stand below this element, and not be parsed yet.
      document.addEventListener('DOMContentLoaded', () => this.isConnected && this.#start(), { once: true });
    } else {
      this.#start();
    }
  }

  disconnectedCallback() {
    this.#end();
    this.shadowRoot.replaceChildren();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.#stop || before === now) return;
    if (name === 'for') {
      this.#end();
      this.#start();
    } else {
      this.#show();
    }
  }

  #start() {
    if (this.#stop) return;
    this.#stop = new AbortController();
    this.#target = this.#findTarget();
    if (!this.#target) {
      this.#fail(new Error(strings.noTarget(this.getAttribute('for') ?? '')));
      return;
    }
    this.#annotator = acquireAnnotator();
    this.#painter = new Painter(this.#target);
    this.#target.addEventListener('click', (event) => this.#onClick(event), { signal: this.#stop.signal });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#show(), { signal: this.#stop.signal });
    this.#observer = new MutationObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#read(), SETTLE);
    });
    this.#observer.observe(this.#target, { childList: true, characterData: true, subtree: true });
    this.#say(strings.working);
    this.#read();
    // Marks first; coordinates, a larger file, when they come.
    const annotator = this.#annotator;
    annotator.places.then((loaded) => loaded && annotator === this.#annotator && this.#read());
  }

  #end() {
    this.#stop?.abort();
    this.#stop = null;
    this.#run++;
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#observer = null;
    this.#painter?.clear();
    this.#painter = null;
    this.#annotator?.release();
    this.#annotator = null;
    this.#story = this.#annotation = this.#target = null;
  }

  #findTarget() {
    const selector = this.getAttribute('for');
    if (!selector) return this.previousElementSibling;
    try {
      return this.getRootNode().querySelector(selector) ?? document.querySelector(selector);
    } catch {
      return null;
    }
  }

  async #read() {
    const run = ++this.#run;
    const story = new Story(this.#target);
    try {
      const annotation = await this.#annotator.annotate(story.text);
      if (run !== this.#run) return; // the article has changed again, or the element is gone
      this.#story = story;
      this.#annotation = annotation;
      this.#show();
      this.#tell('whosaid-ready', { annotation, text: story.text });
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  /** Paints the marks and lists the findings. */
  #show() {
    if (!this.#annotation || !this.#painter) return;
    this.#painter.paint(this.#marks());
    if (this.hasAttribute('quiet')) {
      this.shadowRoot.replaceChildren();
      return;
    }
    const list = renderList({ annotation: this.#annotation, text: this.text }, this.#painter.scheme || 'light', (kind, index) => this.#select(kind, index));
    this.shadowRoot.replaceChildren(list);
  }

  *#marks() {
    const { entities, mentions, quotes, figures } = this.#annotation;
    const speakers = rankSpeakers(this.#annotation, this.text);
    const range = (span) => this.#story.range(span.start, span.end);
    const mark = (kind, span) => [kind, range(span)];
    const found = [];
    for (const quote of quotes) {
      const rank = speakers.indexOf(quote.speaker);
      const tinted = quote.style === 'direct' || quote.style === 'transcript';
      for (const span of quote.content) found.push(mark(speakerMark(tinted ? 'direct' : 'indirect', rank), span));
      for (const span of [...quote.cue, ...quote.source]) found.push(mark(speakerMark('source', rank), span));
    }
    for (const mention of mentions) {
      if (mention.form !== 'name' || speakers.includes(mention.entity)) continue;
      const { kind, place } = entities[mention.entity];
      if (kind === 'place') found.push(mark(place ? 'place' : 'place-unresolved', mention));
      else if (kind === 'person' || kind === 'organization') found.push(mark('name', mention));
    }
    for (const figure of figures) found.push(mark('figure', figure));
    for (const [kind, place] of found) if (place) yield [kind, place];
  }

  /** The spans that an item of the list stands for. */
  #spans(kind, index) {
    if (kind === 'quote') return this.#annotation.quotes[index]?.content ?? [];
    if (kind === 'figure') return this.#annotation.figures.slice(index, index + 1);
    return this.#annotation.mentions.filter((m) => m.entity === index);
  }

  #select(kind, index) {
    const ranges = this.#spans(kind, index).map((s) => this.#story.range(s.start, s.end)).filter(Boolean);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const first = ranges[0]?.startContainer.parentElement;
    first?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
    this.#painter.glow(ranges);
    this.#current(kind, index);
    this.#tell('whosaid-select', { kind, index });
  }

  /** A click on a marked word of the article chooses its item in the list; nothing is kept from the host. */
  #onClick(event) {
    const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
    const at = caret ? this.#story?.offset(caret.offsetNode, caret.offset) : null;
    if (at == null) return;
    const holds = (span) => span.start <= at && at < span.end;
    const figure = this.#annotation.figures.findIndex(holds);
    const quote = this.#annotation.quotes.findLastIndex((q) => [...q.content, ...q.cue, ...q.source].some(holds));
    const place = this.#annotation.mentions.find((m) => holds(m) && this.#annotation.entities[m.entity].kind === 'place');
    const [kind, index] = figure >= 0 ? ['figure', figure] : place ? ['place', place.entity] : ['quote', quote];
    if (index < 0) return;
    this.#current(kind, index);
    this.#tell('whosaid-select', { kind, index });
  }

  #current(kind, index) {
    for (const button of this.shadowRoot.querySelectorAll('button')) {
      const chosen = button.dataset.item === `${kind}-${index}`;
      if (chosen) button.closest('details').open = true;
      if (chosen) button.setAttribute('aria-current', 'true');
      else button.removeAttribute('aria-current');
    }
  }

  #say(words) {
    if (this.hasAttribute('quiet')) return;
    const line = document.createElement('p');
    line.setAttribute('role', 'status');
    line.setAttribute('part', 'summary');
    line.textContent = words;
    this.shadowRoot.replaceChildren(line);
  }

  #fail(error) {
    this.#painter?.clear();
    this.#say(strings.failed(error.message));
    this.#tell('whosaid-error', { error });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
