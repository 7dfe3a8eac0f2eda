/** What exported files say beside the article's own words: their share of the one table, see strings.js. */

import { inLanguage, strings } from "../strings.js";

export const words = inLanguage("exports", {
  tables: { quotes: "Quotes", figures: "Figures", names: "Names" },
  columns: {
    quotes: ["number", "speaker", "description", "words", "style", "act", "verb", "source", "certainty", "corrected", "paragraph", "start", "end"],
    figures: ["number", "words", "kind", "value", "low", "high", "unit", "bound", "iso", "says", "counts", "said by", "corrected", "paragraph", "start", "end"],
    names: ["number", "name", "kind", "description", "by name", "mentions", "quotes", "latitude", "longitude", "country", "GeoNames", "corrected", "first at"],
  },
  sheet: {
    title: (/** @type {string} */ title) => `To check: ${title}`,
    how: "Hold each against the source and tick it. The words are exactly those of the article.",
    columns: ["", "Words", "How", "¶"],
    figures: "Figures",
    made: (/** @type {string} */ day) => `Made by whosaid on ${day}. Marked by a program, which errs.`,
    published: (/** @type {string} */ day) => `Published ${day}`,
  },
  page: {
    speakers: "Who said what", figures: "Figures", places: "Places", names: "Names",
    legend: "Tinted: quoted word for word. Dotted line: reported. Thin line: who said it. Grey: names, solid for places, double for figures.",
    open: "Open this file at whosaid to go on correcting it.",
  },
  byHand: strings.mend.byHand,
});
