/**
 * What the reader corrected, laid over what the core found. The core's value is never changed: it can
 * be read again, with coordinates or another date, and the same corrections laid over it anew.
 *
 * A correction names what it is of by kind, position and words, never by an index. They are laid on
 * one after the other, so each finds what the ones before have left. One whose words are gone is
 * passed over and kept: it counts again when they come back.
 *
 * @typedef {import("../types.ts").Anchor} Anchor
 * @typedef {import("../types.ts").Annotation} Annotation
 * @typedef {import("../types.ts").Change} Change
 * @typedef {import("../types.ts").Correction} Correction
 * @typedef {import("../types.ts").Entity} Entity
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").Hand} Hand
 * @typedef {import("../types.ts").Mention} Mention
 * @typedef {import("../types.ts").Quote} Quote
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("../types.ts").Who} Who
 */

import { findAnchor, moveAnchor, overlap } from "./anchor.js";

/** A finding that covers so much of an anchor, and little else, is the one that was meant. */
const SAME = 0.5;

/**
 * @param {string} text
 * @param {Annotation} annotation what the core found
 * @param {Correction[]} corrections in the order they were made
 * @returns {{ annotation: Annotation, hand: Hand, lost: Correction[] }} `lost`: those whose words are not there
 */
export function applyCorrections(text, annotation, corrections) {
  const overlay = new Overlay(text, annotation);
  const lost = corrections.filter((correction) => !overlay.apply(correction));
  return { ...overlay.finish(), lost };
}

/**
 * The corrections of a text after it was edited.
 *
 * @param {Correction[]} corrections
 * @param {Change} change
 * @param {string} text the edited one
 * @returns {Correction[]}
 */
export function moveCorrections(corrections, change, text) {
  const who = (/** @type {Who} */ { name, at }) => (at ? { name, at: moveAnchor(at, change, text) } : { name });
  return corrections.map((correction) => {
    const moved = /** @type {any} */ ({ ...correction });
    if (moved.at) moved.at = moveAnchor(moved.at, change, text);
    if (moved.content) moved.content = moved.content.map((/** @type {Anchor} */ at) => moveAnchor(at, change, text));
    for (const key of ["who", "into", "speaker"]) if (moved[key]) moved[key] = who(moved[key]);
    return moved;
  });
}

/** A copy of an annotation under correction: findings are held by themselves, numbered again at the end. */
class Overlay {
  #text;
  #annotation;
  /** @type {(Entity & { gone?: boolean })[]} */
  #entities;
  /** @type {(Mention & { gone?: boolean })[]} */
  #mentions;
  /** @type {(Quote & { gone?: boolean })[]} */
  #quotes;
  /** @type {(Figure & { gone?: boolean })[]} */
  #figures;
  /** What the reader had a hand in. */
  #hand = { quotes: new Set(), mentions: new Set(), figures: new Set(), entities: new Set(), checked: new Set() };

  /**
   * @param {string} text
   * @param {Annotation} annotation
   */
  constructor(text, annotation) {
    this.#text = text;
    this.#annotation = annotation;
    this.#entities = annotation.entities.map((entity) => ({ ...entity }));
    this.#mentions = annotation.mentions.map((mention) => ({ ...mention }));
    this.#quotes = annotation.quotes.map((quote) => ({ ...quote }));
    this.#figures = annotation.figures.map((figure) => ({ ...figure }));
  }

  /**
   * @param {Correction} correction
   * @returns {boolean} whether its words were found
   */
  apply(correction) {
    switch (correction.does) {
      case "speaker": return this.#onQuote(correction.at, (quote) => this.#setSpeaker(quote, correction.speaker));
      case "check": return this.#onQuote(correction.at, (quote) => {
        quote.certainty = 1;
        delete quote.alternatives;
        this.#hand.checked.add(quote);
      });
      case "content": return this.#onQuote(correction.at, (quote) => {
        const spans = correction.content.map((anchor) => findAnchor(this.#text, anchor)).filter((span) => span !== null);
        if (spans.length) quote.content = spans;
      });
      case "style": return this.#onQuote(correction.at, (quote) => void (quote.style = correction.style));
      case "remove": return this.#remove(correction.what, correction.at);
      case "forget": return this.#forget(correction.who);
      case "add-quote": return this.#add(correction.at, (span) => this.#addQuote(span, correction));
      case "add-name": return this.#add(correction.at, (span) => this.#addName(span, correction.who, correction.kind));
      case "add-figure": return this.#add(correction.at, (span) => {
        const figure = { ...span, kind: correction.kind };
        this.#figures.push(figure);
        this.#hand.figures.add(figure);
      });
      case "rename": return this.#onEntity(correction.who, (entity) => void (entity.name = correction.name));
      case "kind": return this.#onEntity(correction.who, (entity) => {
        entity.kind = correction.kind;
        if (correction.kind !== "place") delete entity.place;
      });
      case "merge": return this.#merge(correction.who, correction.into);
      case "split": return this.#split(correction.at, correction.who);
      case "figure-kind": {
        const figure = this.#find(this.#figures, correction.at);
        if (!figure) return false;
        figure.kind = correction.kind;
        for (const known of /** @type {const} */ (["value", "low", "high", "unit", "iso", "bound"])) delete figure[known];
        this.#hand.figures.add(figure);
        return true;
      }
    }
  }

  /** @returns {{ annotation: Annotation, hand: Hand }} everything in reading order, with numbers of its own */
  finish() {
    const quotes = this.#quotes.filter(({ gone }) => !gone).sort((a, b) => startOf(a) - startOf(b));
    const kept = this.#mentions.filter(({ gone }) => !gone).sort((a, b) => a.start - b.start || b.end - a.end);
    const named = new Set([...kept.map(({ entity }) => entity), ...quotes.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]))]);
    const wasNamed = new Set(this.#annotation.mentions.map(({ entity }) => entity));
    // One that lost all its mentions is no longer in the article; one that never had any stays as it was.
    const entities = this.#entities.filter(({ gone, id }) => !gone && (named.has(id) || !(wasNamed.has(id) || id >= this.#annotation.entities.length)));
    const entityAt = new Map(entities.map(({ id }, index) => [id, index]));
    const mentionAt = new Map(kept.map((mention, index) => [mention, index]));
    const mentions = kept.map((mention) => {
      const { antecedent, gone: _, ...rest } = mention;
      const through = antecedent === undefined ? undefined : mentionAt.get(this.#mentions[antecedent]);
      const entity = /** @type {number} */ (entityAt.get(mention.entity));
      return through === undefined || kept[through].entity !== mention.entity ? { ...rest, entity } : { ...rest, entity, antecedent: through };
    });
    const figures = this.#figures.filter(({ gone }) => !gone).sort((a, b) => a.start - b.start);
    const indices = (/** @type {object[]} */ list, /** @type {Set<unknown>} */ marked) => new Set(list.flatMap((item, index) => (marked.has(item) ? [index] : [])));
    const hand = this.#hand;
    return {
      annotation: {
        ...this.#annotation,
        entities: entities.map((entity, id) => ({ ...entity, id })),
        mentions,
        quotes: quotes.map(({ gone: _, ...quote }) => ({
          ...quote,
          speaker: quote.speaker === null ? null : entityAt.get(quote.speaker) ?? null,
          ...(quote.alternatives ? { alternatives: quote.alternatives.flatMap((other) => entityAt.get(other) ?? []) } : {}),
        })),
        figures: figures.map(({ gone: _, ...figure }) => figure),
      },
      hand: {
        quotes: indices(quotes, hand.quotes), mentions: indices(kept, hand.mentions), figures: indices(figures, hand.figures),
        entities: indices(entities, hand.entities), checked: indices(quotes, hand.checked),
      },
    };
  }

  /* ---- Quotes ---- */

  /**
   * @param {Anchor} at its first words
   * @param {(quote: Quote) => void} change
   */
  #onQuote(at, change) {
    const quote = this.#findQuote(at);
    if (!quote) return false;
    change(quote);
    this.#hand.quotes.add(quote);
    return true;
  }

  /** @param {Quote} quote @param {Who | null} who */
  #setSpeaker(quote, who) {
    quote.speaker = who ? this.#resolve(who, true)?.id ?? null : null;
    quote.certainty = 1;
    delete quote.alternatives;
    this.#hand.checked.add(quote);
  }

  /** @param {Span} span @param {{ style: Quote["style"], speaker: Who | null }} correction */
  #addQuote(span, { style, speaker }) {
    /** @type {Quote} */
    const quote = { style, act: "said", content: [span], cue: [], source: [], speaker: null, certainty: 1 };
    this.#quotes.push(quote);
    this.#setSpeaker(quote, speaker);
    this.#hand.quotes.add(quote);
  }

  /* ---- Names ---- */

  /** @param {Span} span @param {Who} who @param {Entity["kind"]} kind */
  #addName(span, who, kind) {
    const entity = this.#resolve(who) ?? this.#make(who.name, kind);
    const mention = { ...span, entity: entity.id, form: /** @type {const} */ ("name") };
    this.#mentions.push(mention);
    this.#hand.mentions.add(mention);
    this.#hand.entities.add(entity);
  }

  /** @param {Who} who @param {(entity: Entity) => void} change */
  #onEntity(who, change) {
    const entity = this.#resolve(who);
    if (!entity) return false;
    change(entity);
    this.#hand.entities.add(entity);
    return true;
  }

  /** @param {Who} who @param {Who} into */
  #merge(who, into) {
    const from = this.#resolve(who);
    const to = this.#resolve(into);
    if (!from || !to) return false;
    if (from === to) return true;
    for (const mention of this.#mentions) if (mention.entity === from.id) mention.entity = to.id;
    for (const quote of this.#quotes) {
      if (quote.speaker === from.id) quote.speaker = to.id;
      if (quote.alternatives) quote.alternatives = [...new Set(quote.alternatives.map((other) => (other === from.id ? to.id : other)))].filter((other) => other !== quote.speaker);
    }
    to.description ??= from.description;
    from.gone = true;
    this.#hand.entities.add(to);
    return true;
  }

  /** @param {Anchor} at of a mention @param {Who} who whose it is */
  #split(at, who) {
    const mention = this.#find(this.#mentions, at);
    if (!mention) return false;
    const before = this.#entities[mention.entity];
    const entity = this.#resolve(who) ?? this.#make(who.name, before.kind);
    mention.entity = entity.id;
    delete mention.antecedent;
    // What a quote's source was resolved to goes along.
    for (const quote of this.#quotes) {
      if (quote.speaker === before.id && quote.source.some((source) => source.start <= mention.start && mention.end <= source.end)) this.#setSpeakerTo(quote, entity.id);
    }
    this.#hand.mentions.add(mention);
    this.#hand.entities.add(entity);
    return true;
  }

  /** @param {Quote} quote @param {number} id */
  #setSpeakerTo(quote, id) {
    quote.speaker = id;
    quote.certainty = 1;
    delete quote.alternatives;
    this.#hand.quotes.add(quote);
    this.#hand.checked.add(quote);
  }

  /** @param {Who} who */
  #forget(who) {
    const entity = this.#resolve(who);
    if (!entity) return false;
    for (const mention of this.#mentions) if (mention.entity === entity.id) mention.gone = true;
    for (const quote of this.#quotes) {
      if (quote.speaker === entity.id) {
        quote.speaker = null;
        quote.certainty = 0;
      }
      quote.alternatives = quote.alternatives?.filter((other) => other !== entity.id);
    }
    entity.gone = true;
    return true;
  }

  /* ---- Finding ---- */

  /** @param {"quote" | "mention" | "figure"} what @param {Anchor} at */
  #remove(what, at) {
    const found = what === "quote" ? this.#findQuote(at) : what === "figure" ? this.#find(this.#figures, at) : this.#find(this.#mentions, at);
    if (found) found.gone = true;
    return Boolean(found);
  }

  /** @param {Anchor} at @param {(span: Span) => void} make */
  #add(at, make) {
    const span = findAnchor(this.#text, at);
    if (span) make(span);
    return Boolean(span);
  }

  /** @param {Anchor} at */
  #findQuote(at) {
    const span = findAnchor(this.#text, at);
    if (!span) return null;
    return likest(this.#quotes, (quote) => Math.max(0, ...quote.content.map((content, index) => overlap(content, span) - index / 1000)));
  }

  /**
   * @template {Span & { gone?: boolean }} Some
   * @param {Some[]} all
   * @param {Anchor} at
   */
  #find(all, at) {
    const span = findAnchor(this.#text, at);
    return span && likest(all, (other) => overlap(other, span));
  }

  /**
   * @param {Who} who
   * @param {boolean} [make] whether somebody whom the text does not name may come in
   * @returns {(Entity & { gone?: boolean }) | null}
   */
  #resolve({ name, at }, make = false) {
    const mention = at && this.#find(this.#mentions, at);
    if (mention && !this.#entities[mention.entity].gone) return this.#entities[mention.entity];
    const same = this.#entities.find((entity) => !entity.gone && entity.name === name);
    return same ?? (make ? this.#make(name, "person") : null);
  }

  /** @param {string} name @param {Entity["kind"]} kind */
  #make(name, kind) {
    const entity = { id: this.#entities.length, kind, name };
    this.#entities.push(entity);
    this.#hand.entities.add(entity);
    return entity;
  }
}

/** @param {Quote} quote */
function startOf({ content }) {
  return content[0]?.start ?? 0;
}

/**
 * @template {{ gone?: boolean }} Some
 * @param {Some[]} all
 * @param {(item: Some) => number} likeness
 * @returns {Some | null}
 */
function likest(all, likeness) {
  let best = null;
  let most = SAME - 0.01;
  for (const item of all) {
    if (item.gone) continue;
    const like = likeness(item);
    if (like > most) {
      best = item;
      most = like;
    }
  }
  return best;
}
