// What an embed found, as a list that anyone can read and work through with the keyboard: speakers with their
// quotes, places, figures. The painted marks have no role and no focus; this is the accessible way to them.

import { strings } from './strings.js';
import { SPEAKER_COLOURS, colour } from './style.js';

/** @typedef {import('../types.d.ts').Annotation} Annotation */

/**
 * Makes an element with its children; text is set as text.
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Speakers by words spoken, most first: their entity ids. @param {Annotation} annotation @param {string} text */
export function rankSpeakers(annotation, text) {
  const words = new Map();
  for (const quote of annotation.quotes) {
    if (quote.speaker === null) continue;
    const said = quote.content.reduce((n, s) => n + countWords(text.slice(s.start, s.end)), 0);
    words.set(quote.speaker, (words.get(quote.speaker) ?? 0) + said);
  }
  return [...words].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id);
}

const countWords = (text) => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * The whole list.
 * @param {object} story
 * @param {Annotation} story.annotation
 * @param {string} story.text
 * @param {'light' | 'dark'} scheme
 * @param {(kind: 'quote' | 'place' | 'figure', index: number) => void} onSelect
 */
export function renderList({ annotation, text }, scheme, onSelect) {
  const speakers = rankSpeakers(annotation, text);
  const places = annotation.entities.filter((e) => e.kind === 'place');
  const section = make('section', { part: 'list', 'aria-label': strings.title });
  section.append(
    make('h2', {}, make('b', {}, strings.title)),
    make('p', { part: 'summary', role: 'status' }, strings.summary(speakers.length, annotation.quotes.length, places.length, annotation.figures.length)),
  );
  const choose = (kind, index, label, attributes = {}) => {
    const button = make('button', { type: 'button', 'data-item': `${kind}-${index}`, ...attributes }, ...label);
    button.addEventListener('click', () => onSelect(kind, index));
    return make('li', {}, button);
  };

  if (annotation.quotes.length > 0) {
    section.append(group(strings.speakers(speakers.length), voices(annotation, text, speakers, scheme, choose)));
  }
  if (places.length > 0) {
    const items = places.map((place) => choose('place', place.id, [make('span', {}, place.name), make('span', { class: 'what' }, where(place))], { class: 'figure' }));
    section.append(group(strings.places(places.length), make('ul', {}, ...items)));
  }
  if (annotation.figures.length > 0) {
    const items = annotation.figures.map((figure, index) => choose('figure', index, [
      make('span', {}, text.slice(figure.start, figure.end)),
      make('span', { class: 'what' }, figure.of ? text.slice(figure.of.start, figure.of.end) : (figure.iso ?? figure.unit ?? '')),
    ], { class: 'figure' }));
    section.append(group(strings.figures(annotation.figures.length), make('ul', {}, ...items)));
  }
  section.append(make('p', { class: 'small', part: 'note' }, strings.note));
  return section;
}

function group(title, content) {
  return make('details', {}, make('summary', {}, title), content);
}

/** Each speaker with what they said; then the quotes of nobody known. */
function voices(annotation, text, speakers, scheme, choose) {
  const list = make('ul');
  for (const id of [...speakers, null]) {
    const quotes = annotation.quotes.map((quote, index) => ({ quote, index })).filter(({ quote }) => quote.speaker === id);
    if (quotes.length === 0) continue;
    const entity = id === null ? null : annotation.entities[id];
    const rank = speakers.indexOf(id) + 1;
    const swatch = make('span', { class: 'swatch', 'aria-hidden': 'true' });
    swatch.style.backgroundColor = colour(scheme, rank > SPEAKER_COLOURS ? 0 : rank, 'tint');
    swatch.style.borderColor = colour(scheme, rank > SPEAKER_COLOURS ? 0 : rank, 'line');
    const what = entity?.description ? `, ${entity.description}` : '';
    list.append(make('li', { part: 'speaker' },
      make('div', { class: 'who' }, swatch, make('span', {}, make('b', {}, entity?.name ?? strings.nobody), make('span', { class: 'what' }, `${what} · ${strings.quotes(quotes.length)}`))),
      make('ol', {}, ...quotes.map(({ quote, index }) => choose('quote', index, [make('blockquote', {}, said(quote, text))]))),
    ));
  }
  return list;
}

/** The words of a quote, in quotation marks where they are the speaker's own. */
function said(quote, text) {
  const words = quote.content.map((s) => text.slice(s.start, s.end).replace(/\s+/g, ' ')).join(' … ');
  return quote.style === 'direct' || quote.style === 'transcript' ? `“${words.replace(/,$/, '')}”` : words;
}

function where(entity) {
  if (!entity.place) return strings.unresolved;
  if (entity.place.country === 'ZZ') return ''; // a sea, a continent
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(entity.place.country) ?? entity.place.country;
  } catch {
    return entity.place.country;
  }
}
