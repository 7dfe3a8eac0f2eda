// Measures whether the certainty of a row is what it says, and whether the right speaker is among the alternatives.
//
//   node scripts/score-certainty.mjs GOLD SYSTEM [--json]
//
// GOLD: lines of {"id", "text"}. SYSTEM: lines of our annotation with the "id", in UTF-16 code units. The answers stand in
// tests/scores/articles.json and web.json: whole articles whose quotes were attributed by reading, as positions in code points; a
// voice is where the text names or describes somebody, in each of its ways to. A row is right as a whole if it is the best
// match of an answer (most of the words the same, one to one) and has its speaker, or, where that has none, has none: the
// share of right rows is held against the mean certainty, band by band. A speaker is right if it has a mention over the end
// of a place of the voice. Turns of interviews are left out.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

import { codeUnits, lines } from "./answers.mjs";

const ANSWERS = ["articles", "web"].map((name) => fileURLToPath(new URL(`../tests/scores/${name}.json`, import.meta.url)));
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
const rows = [];
const wrong = { named: 0, of: 0 };
for (const { article, voices, quotes } of ANSWERS.flatMap((path) => JSON.parse(readFileSync(path, "utf8")))) {
  const [text, ours] = [texts.get(article), annotations.get(article)];
  if (text === undefined || ours === undefined) continue;
  const units = codeUnits(text);
  const span = ([start, end]) => ({ start: units[start], end: units[end] });
  const lasts = voices.map((places) => places.map((place) => span(place).end - 1));
  const mentions = Map.groupBy?.(ours.mentions, ({ entity }) => entity) ??
    ours.mentions.reduce((map, m) => map.set(m.entity, [...(map.get(m.entity) ?? []), m]), new Map());
  const is = (entity, voice) =>
    (mentions.get(entity) ?? []).some(({ start, end }) => lasts[voice].some((last) => start <= last && last < end));
  const isRight = ({ speaker }, { voice }) => (voice === undefined ? speaker === null : speaker !== null && is(speaker, voice));
  const pairs = [];
  quotes.forEach((answer, j) => ours.quotes.forEach((quote, i) => {
    const shared = dice(text, quote.content, answer.content.map(span));
    if (shared >= 0.5) pairs.push([shared, i, j]);
  }));
  const [ofRow, ofAnswer] = [new Map(), new Map()];
  for (const [, i, j] of pairs.sort((a, b) => b[0] - a[0])) {
    if (!ofRow.has(i) && !ofAnswer.has(j)) ofRow.set(i, j) && ofAnswer.set(j, i);
  }
  ours.quotes.forEach((quote, i) => {
    if (quote.style !== "transcript") rows.push([quote.certainty, ofRow.has(i) && isRight(quote, quotes[ofRow.get(i)])]);
  });
  for (const [j, i] of ofAnswer) {
    const { alternatives = [] } = ours.quotes[i];
    if (quotes[j].voice === undefined || isRight(ours.quotes[i], quotes[j])) continue;
    wrong.of += 1;
    wrong.named += alternatives.some((other) => is(other, quotes[j].voice)) ? 1 : 0;
  }
}
const bands = BANDS.map(([low, high]) => {
  const inside = rows.filter(([certainty]) => low <= certainty && certainty < high);
  const mean = inside.reduce((sum, [certainty]) => sum + certainty, 0) / inside.length;
  return { low, high: Math.min(high, 1), n: inside.length, mean, right: inside.filter(([, right]) => right).length / inside.length };
});
const result = { bands, alternatives: { right: wrong.named, of: wrong.of, accuracy: wrong.of ? wrong.named / wrong.of : null } };
if (argv.includes("--json")) console.log(JSON.stringify(result));
else {
  for (const { low, high, n, mean, right } of bands) console.log(`${low} to ${high}: ${n} quotes, certainty ${mean.toFixed(3)}, right ${right.toFixed(3)}`);
  console.log(`the right speaker is among the alternatives of ${wrong.named} of ${wrong.of} wrong ones`);
}
