/**
 * What of the findings is shown: the kinds that the host asked for, and quotes that are sure enough.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").EntityFindings} EntityFindings
 * @typedef {import("../types.ts").SpeakerFindings} SpeakerFindings
 * @typedef {import("../types.ts").Figure} Figure
 * @typedef {import("../types.ts").Span} Span
 * @typedef {import("./options.js").Settings} Settings
 * @typedef {import("./reading.js").Choice} Choice
 * @typedef {object} View
 * @property {Findings} findings
 * @property {number[]} quotes  Indices in the annotation.
 * @property {SpeakerFindings[]} speakers  With the quotes that are shown, most words first.
 * @property {EntityFindings[]} places
 * @property {EntityFindings[]} names
 * @property {Figure[]} figures
 * @property {boolean} mapped  Whether places were looked up.
 * @property {import("./checks.js").Check[]} checks  What a writer should look at again, where that is wanted.
 */

/**
 * @param {Findings} findings
 * @param {Settings} settings
 * @param {boolean} mapped
 * @returns {View}
 */
export function selectFindings(findings, { kinds, minCertainty }, mapped) {
  const { annotation, words } = findings;
  const isShown = (/** @type {number} */ id) => annotation.quotes[id].certainty >= minCertainty;
  const speakers = !kinds.has("quotes") ? [] : findings.speakers
    .map((speaker) => {
      const quotes = speaker.quotes.filter(isShown);
      return { ...speaker, quotes, words: quotes.reduce((sum, id) => sum + words[id], 0) };
    })
    .filter(({ quotes }) => quotes.length)
    .sort((a, b) => Number(!a.entity) - Number(!b.entity) || b.words - a.words || a.quotes[0] - b.quotes[0]);
  return {
    findings,
    speakers,
    quotes: speakers.flatMap(({ quotes }) => quotes).sort((a, b) => a - b),
    places: kinds.has("places") ? findings.places : [],
    names: kinds.has("names") ? [...findings.people, ...findings.organizations] : [],
    figures: kinds.has("figures") ? annotation.figures : [],
    mapped,
    checks: [],
  };
}

/**
 * The innermost thing at a position of those that are marked: a figure, a place, the quote around them.
 *
 * @param {View} view
 * @param {number} at
 * @returns {Choice | null}
 */
export function choiceAt({ findings: { annotation: { quotes, mentions, entities } }, quotes: shown, figures, places, names }, at) {
  const holds = (/** @type {Span} */ { start, end }) => start <= at && at < end;
  const figure = figures.findIndex(holds);
  if (figure >= 0) return { kind: "figure", index: figure };
  const place = places.length ? mentions.find((mention) => mention.form === "name" && entities[mention.entity].kind === "place" && holds(mention)) : undefined;
  if (place) return { kind: "place", index: place.entity };
  const quote = shown.findLast((id) => [...quotes[id].content, ...quotes[id].cue, ...quotes[id].source].some(holds));
  if (quote !== undefined) return { kind: "quote", index: quote };
  const name = names.length ? mentions.find((mention) => mention.form === "name" && entities[mention.entity].kind !== "place" && holds(mention)) : undefined;
  return name ? { kind: "place", index: name.entity } : null;
}
