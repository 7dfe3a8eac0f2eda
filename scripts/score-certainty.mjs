// Measures whether the certainty of a speaker is what it says, and whether the right one is among the alternatives.
//
//   node scripts/score-certainty.mjs GOLD SYSTEM [--json]
//
// GOLD: lines of {"id", "text"}. SYSTEM: lines of our annotation with the "id", in UTF-16 code units. The answers stand in
// tests/scores/articles.json: whole articles whose quotes were attributed by reading, as positions in code points; a
// voice is where the text names or describes somebody, in each of its ways to. Of the quotes that ours has (most of
// the words the same) and that were given a speaker, the share with the right one is held against the mean certainty, band
// by band. A speaker is right if it has a mention over the end of a place of the voice.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

import { codeUnits, lines } from "./answers.mjs";

const ANSWERS = fileURLToPath(new URL("../tests/scores/articles.json", import.meta.url));
const BANDS = [[0, 0.5], [0.5, 0.6], [0.6, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 0.95], [0.95, 1.01], [0.8, 1.01]];
const [gold, system] = argv.slice(2).filter((word) => !word.startsWith("--"));

/** How many words two lists of spans share, twice, over how many both have. */
function dice(text, ours, theirs) {
  const words = (spans) => new Set(spans.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/[\p{L}\p{N}_]+/gu)].map(({ index }) => start + index)));
  const [a, b] = [words(ours), words(theirs)];
  const both = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size ? (2 * both) / (a.size + b.size) : 0;
}

const texts = new Map(lines(gold).map(({ id, text }) => [id, text]));
const annotations = new Map(lines(system).map((line) => [line.id, line]));
const given = [];
const wrong = { named: 0, of: 0 };
for (const { article, voices, quotes } of JSON.parse(readFileSync(ANSWERS, "utf8"))) {
  const [text, ours] = [texts.get(article), annotations.get(article)];
  if (text === undefined || ours === undefined) continue;
  const units = codeUnits(text);
  const span = ([start, end]) => ({ start: units[start], end: units[end] });
  const lasts = voices.map((places) => places.map((place) => span(place).end - 1));
  const mentions = Map.groupBy?.(ours.mentions, ({ entity }) => entity) ??
    ours.mentions.reduce((map, m) => map.set(m.entity, [...(map.get(m.entity) ?? []), m]), new Map());
  const is = (entity, voice) =>
    (mentions.get(entity) ?? []).some(({ start, end }) => lasts[voice].some((last) => start <= last && last < end));
  for (const { content, voice } of quotes) {
    if (voice === undefined) continue;
    const spans = content.map(span);
    const [best] = ours.quotes.map((quote) => [dice(text, quote.content, spans), quote]).sort((a, b) => b[0] - a[0]);
    if (!best || best[0] < 0.5) continue;
    const { speaker, certainty, alternatives = [] } = best[1];
    const right = speaker !== null && is(speaker, voice);
    if (speaker !== null) given.push([certainty, right]);
    if (right) continue;
    wrong.of += 1;
    wrong.named += alternatives.some((other) => is(other, voice)) ? 1 : 0;
  }
}
const bands = BANDS.map(([low, high]) => {
  const inside = given.filter(([certainty]) => low <= certainty && certainty < high);
  const mean = inside.reduce((sum, [certainty]) => sum + certainty, 0) / inside.length;
  return { low, high: Math.min(high, 1), n: inside.length, mean, right: inside.filter(([, right]) => right).length / inside.length };
});
const result = { bands, alternatives: { right: wrong.named, of: wrong.of, accuracy: wrong.of ? wrong.named / wrong.of : null } };
if (argv.includes("--json")) console.log(JSON.stringify(result));
else {
  for (const { low, high, n, mean, right } of bands) console.log(`${low} to ${high}: ${n} quotes, certainty ${mean.toFixed(3)}, right ${right.toFixed(3)}`);
  console.log(`the right speaker is among the alternatives of ${wrong.named} of ${wrong.of} wrong ones`);
}
