/**
 * An invented article with its annotation made by hand, and a core that returns it: for tests of
 * what the page does with doubt, chains and overlaps, whatever the real core finds.
 */
import { paste, withPage } from "./harness.mjs";

export const TEXT = `Harbour wall to rise by two metres

Port director Ines Kamara said on Monday that the wall at Westhaven “cannot wait” for another storm.

“We have lost $2.5 million in three winters,” she told the council. “That is enough.”

An engineer disagreed. “The old wall will hold,” he said.

The harbour union warned of delays in Atlantis.`;

/** @param {string} words @param {number} [nth] which occurrence, from 0 */
function span(words, nth = 0) {
  let start = -1;
  for (let i = 0; i <= nth; i++) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function he() {
  const { start } = span(" he ");
  return { start: start + 1, end: start + 3 };
}

const KAMARA = 0, ENGINEER = 1, UNION = 2, WESTHAVEN = 3, ATLANTIS = 4;

export const ANNOTATION = {
  version: 2,
  parts: [{ ...span("Harbour wall to rise by two metres"), role: "headline" }],
  entities: [
    { id: KAMARA, kind: "person", name: "Ines Kamara", description: "Port director" },
    { id: ENGINEER, kind: "person", name: "An engineer" },
    { id: UNION, kind: "organization", name: "harbour union" },
    { id: WESTHAVEN, kind: "place", name: "Westhaven", place: { latitude: 57.3, longitude: -2.2, country: "GB" } },
    { id: ATLANTIS, kind: "place", name: "Atlantis" },
  ],
  mentions: [
    { ...span("Ines Kamara"), entity: KAMARA, form: "name" },
    { ...span("Westhaven"), entity: WESTHAVEN, form: "name" },
    { ...span("she"), entity: KAMARA, form: "pronoun", antecedent: 0 },
    { ...span("An engineer"), entity: ENGINEER, form: "nominal" },
    { ...he(), entity: ENGINEER, form: "pronoun", antecedent: 3 },
    { ...span("harbour union"), entity: UNION, form: "name" },
    { ...span("Atlantis"), entity: ATLANTIS, form: "name" },
  ],
  quotes: [
    { style: "mixed", act: "said", content: [span("that the wall at Westhaven “cannot wait” for another storm")], cue: [span("said")],
      source: [span("Port director Ines Kamara")], speaker: KAMARA, certainty: 0.97 },
    { style: "direct", act: "said", content: [span("We have lost $2.5 million in three winters,"), span("That is enough.")],
      cue: [span("told the council")], source: [span("she")], speaker: KAMARA, certainty: 0.9 },
    { style: "direct", act: "said", content: [span("The old wall will hold,")], cue: [span("said", 1)],
      source: [he()], speaker: ENGINEER, certainty: 0.55, alternatives: [KAMARA] },
    { style: "indirect", act: "said", content: [span("of delays in Atlantis")], cue: [span("warned")], source: [span("The harbour union")],
      speaker: null, certainty: 0.2, alternatives: [ENGINEER, KAMARA, UNION, WESTHAVEN] },
  ],
  figures: [
    { ...span("two metres"), kind: "quantity", value: 2, unit: "meter" },
    { ...span("Monday"), kind: "date", iso: "XXXX-WXX-1" },
    { ...span("$2.5 million"), kind: "money", value: 2500000, unit: "USD" },
    { ...span("three winters"), kind: "duration", value: 3, unit: "winter" },
  ],
};

/** Files that stand in for the core: they know this one article; of others they say back the parts that they are told. */
export const EXAMPLE_CORE = {
  "pkg/whosaid.js": `
    const TEXT = ${JSON.stringify(TEXT)};
    const FOUND = ${JSON.stringify(ANNOTATION)};
    export default async function init() {}
    export function loadGazetteer() {}
    export const findPublicationDate = (text) => (text === TEXT ? "2023-06-29" : undefined);
    export function annotate(text, { date, parts = [] } = {}) {
      FOUND.figures[1].iso = date || "XXXX-WXX-1";
      return text === TEXT ? FOUND : { version: 2, parts, entities: [], mentions: [], quotes: [], figures: [] };
    }`,
  "pkg/gazetteer.bin": "-",
};

/** Opens the page on the example. */
export async function readExample(page, paste) {
  await paste(page, { text: TEXT });
  await page.waitForFunction(() => document.querySelector("#summary")?.textContent.includes("4 quotes"));
}

/** Uses a page that has read the example, in a context of its own. */
export const withExample = (browser, use, context) =>
  withPage(browser, { site: { files: EXAMPLE_CORE }, context }, async (page) => {
    await readExample(page, paste);
    await use(page);
  });
