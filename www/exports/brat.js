/**
 * The findings as brat standoff: the text, and lines that point into it by code points.
 *
 * Text-bound annotations (T) are contents, cues, sources and names, cut at line ends, which brat does not
 * allow within one; each quote is an event (E) with its roles; style and act are attributes (A), a place's
 * GeoNames id is a normalisation (N), names of one entity are an equivalence (*), figures have their value as a note (#).
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Span} Span
 */

import { CodePoints } from "./code-points.js";

const TYPES = { person: "Person", organization: "Organization", place: "Place", group: "Group", product: "Product", event: "Event_name", other: "Name" };

/** @param {Findings} findings @returns {{ text: string, annotations: string, configuration: string }} */
export function toBrat({ text, annotation }) {
  const points = new CodePoints(text);
  /** @type {string[]} */
  const lines = [];
  const next = { T: 0, E: 0, A: 0, N: 0, "#": 0 };
  const add = (/** @type {keyof typeof next} */ letter, /** @type {string} */ rest) => {
    const name = `${letter}${++next[letter]}`;
    lines.push(`${name}\t${rest}`);
    return name;
  };
  const bind = (/** @type {string} */ type, /** @type {Span[]} */ spans) => {
    const pieces = spans.flatMap((span) => splitAtLines(text, span));
    if (!pieces.length) return null;
    const where = pieces.map(({ start, end }) => `${points.at(start)} ${points.at(end)}`).join(";");
    return add("T", `${type} ${where}\t${pieces.map(({ start, end }) => text.slice(start, end)).join(" ")}`);
  };
  /** @type {Map<number, string[]>} */
  const named = new Map();
  for (const mention of annotation.mentions) {
    if (mention.form !== "name") continue;
    const entity = annotation.entities[mention.entity];
    const name = bind(TYPES[entity.kind], [mention]);
    if (!name) continue;
    const others = named.get(entity.id);
    if (others) others.push(name);
    else named.set(entity.id, [name]);
    if (entity.place?.geonames) add("N", `Reference ${name} GeoNames:${entity.place.geonames}\t${entity.name.replace(/\s+/g, " ")}`);
  }
  for (const names of named.values()) if (names.length > 1) lines.push(`*\tAlias ${names.join(" ")}`);
  for (const quote of annotation.quotes) {
    const content = bind("Content", quote.content);
    if (!content) continue;
    const cue = bind("Cue", quote.cue);
    const source = bind("Source", quote.source);
    const speaker = quote.speaker === null ? null : named.get(quote.speaker)?.[0];
    // An event hangs on a word: the verb where there is one, else what is said.
    const event = add("E", [`${cue ? "Cue" : "Content"}:${cue ?? content}`, cue ? `Content:${content}` : "", source ? `Source:${source}` : "", speaker ? `Speaker:${speaker}` : ""].filter(Boolean).join(" "));
    add("A", `Style ${event} ${quote.style}`);
    add("A", `Act ${event} ${quote.act}`);
  }
  for (const figure of annotation.figures) {
    const name = bind("Figure", [figure]);
    const value = [figure.bound, figure.value ?? [figure.low, figure.high].filter((end) => end !== undefined).join("–"), figure.unit, figure.iso].filter((part) => part !== undefined && part !== "").join(" ");
    if (name) add("A", `Kind ${name} ${figure.kind}`);
    if (name && value) add("#", `AnnotatorNotes ${name}\t${value}`);
  }
  return { text, annotations: `${lines.join("\n")}\n`, configuration: CONFIGURATION };
}

/** @param {string} text @param {Span} span @returns {Span[]} its pieces, line by line */
function splitAtLines(text, { start, end }) {
  return [...text.slice(start, end).matchAll(/[^\n\r]+/g)].map(({ index, 0: words }) => ({ start: start + index, end: start + index + words.length }));
}

const CONFIGURATION = `[entities]
${Object.values(TYPES).join("\n")}
Content
Source
Figure

[relations]
Alias Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive

[events]
Cue Content:Content, Source?:Source, Speaker?:<ENTITY>
Content Source?:Source, Speaker?:<ENTITY>

[attributes]
Style Arg:<EVENT>, Value:direct|indirect|mixed|transcript
Act Arg:<EVENT>, Value:said|thought|stance
Kind Arg:Figure, Value:number|ordinal|percent|money|date|time|duration|age|quantity
`;
