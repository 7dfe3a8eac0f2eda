// Measures how many sources that are no name, "he" or "the senator", are resolved rightly.
//
//   node scripts/score-sources.mjs GOLD SYSTEM [--json] [--list]
//
// GOLD: lines of {"id", "text"}. SYSTEM: lines of our annotation with the "id", in UTF-16 code units. The answers stand
// in tests/scores/sources.json, a hundred sources drawn by chance from PolNeAR's development set and resolved by hand:
// the article, the source, and as its answer the name of the one who is meant ("named") or, for who has none, a phrase
// for them; all as positions in code points. We resolve a source by the speaker of a quote that has it, or else by the
// mention that ends where it does. That is right if the entity has a mention over the end of the answer, and a name only
// if the answer is one.
import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

import { codeUnits, lines } from "./answers.mjs";

const ANSWERS = fileURLToPath(new URL("../tests/scores/sources.json", import.meta.url));
const [gold, system] = argv.slice(2).filter((word) => !word.startsWith("--"));

const overlap = (a, b) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** The entity that a source is resolved to, if any: of the shortest source of ours that shares a word with it. */
function resolve({ quotes, mentions }, source) {
  const fits = quotes.flatMap(({ source: spans, speaker }) =>
    spans.filter((span) => overlap(span, source) > 0).map((span) => ({ speaker, length: span.end - span.start })),
  );
  fits.sort((a, b) => a.length - b.length);
  const said = fits.find(({ speaker }) => speaker !== null);
  if (said) return said.speaker;
  return mentions.find(({ start, end }) => end === source.end && start >= source.start)?.entity;
}

const texts = new Map(lines(gold).map(({ id, text }) => [id, text]));
const annotations = new Map(lines(system).map((line) => [line.id, line]));
const answers = JSON.parse(readFileSync(ANSWERS, "utf8"));
let [right, found] = [0, 0];
for (const { article, source, answer, named } of answers) {
  const [text, ours] = [texts.get(article), annotations.get(article)];
  if (text === undefined || ours === undefined) continue;
  const units = codeUnits(text);
  const span = ([start, end]) => ({ start: units[start], end: units[end] });
  const entity = resolve(ours, span(source));
  const theirs = ours.mentions.filter((mention) => mention.entity === entity);
  const last = span(answer).end - 1;
  const fits = theirs.some(({ start, end }) => start <= last && last < end);
  const ok = fits && (named || theirs.every(({ form }) => form !== "name"));
  found += entity === undefined ? 0 : 1;
  right += ok ? 1 : 0;
  if (!ok && argv.includes("--list")) {
    const words = ([start, end]) => text.slice(units[start], units[end]).replace(/\s+/g, " ");
    console.log(`${article} ${source[0]}: ${words(source)} is ${words(answer)}, not ${ours.entities[entity]?.name}`);
  }
}
const of = answers.length;
const ratio = (n, d) => ({ right: n, of: d, accuracy: d ? n / d : null });
const result = { right: ratio(right, of), right_of_resolved: ratio(right, found) };
console.log(
  argv.includes("--json")
    ? JSON.stringify(result)
    : `${right} of ${of} right, of ${found} resolved`,
);
