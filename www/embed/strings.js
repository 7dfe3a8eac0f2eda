// Every word that the embed shows.

const plural = (n, one, many) => `${n} ${n === 1 ? one : many}`;

export const strings = {
  title: 'Who says what',
  summary: (speakers, quotes, places, figures) =>
    speakers + quotes + places + figures === 0
      ? 'Nothing found in this text.'
      : `${plural(speakers, 'voice', 'voices')}, ${plural(quotes, 'quote', 'quotes')}, ${plural(places, 'place', 'places')}, ${plural(figures, 'figure', 'figures')}.`,
  speakers: (n) => `Speakers (${n})`,
  places: (n) => `Places (${n})`,
  figures: (n) => `Figures (${n})`,
  quotes: (n) => plural(n, 'quote', 'quotes'),
  nobody: 'Speaker not found',
  unresolved: 'not on the map',
  note: 'Found automatically on this device by whosaid; it may err.',
  working: 'Reading the article …',
  noTarget: (selector) => `whosaid found no element for “${selector}”. The attribute "for" takes the CSS selector of the article.`,
  failed: (message) => `whosaid could not read this article: ${message}`,
};
