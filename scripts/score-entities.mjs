// Measures how many entities have all their names right.
//
//   node scripts/score-entities.mjs GOLD SYSTEM [--json] [--list]
//
// GOLD: lines of {"id", "text", "gold": {"entities": [{"kind", "name", "mentions": [{"start", "end", "form"}]}]}},
// in code points. SYSTEM: lines of our annotation with the "id", in UTF-16 code units. An entity is right if
// one entity of ours has exactly its names: none missing, none more, each from the same start to the same
// end. Entities of the gold without a name are not counted.
import { readFileSync } from "node:fs";
import { argv } from "node:process";

const [gold, system] = argv.slice(2).filter((word) => !word.startsWith("--"));
const lines = (path) => readFileSync(path, "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** For each code unit of a text, how many code points come before it. */
function codePoints(text) {
  const before = new Uint32Array(text.length + 1);
  for (let i = 0, points = 0; i < text.length; points += 1) {
    const width = text.codePointAt(i) > 0xffff ? 2 : 1;
    before.fill(points, i, i + width);
    i += width;
    before[i] = points + 1;
  }
  return before;
}

const isName = ({ form }) => form === "name";
const key = (spans) => spans.map(([start, end]) => `${start}-${end}`).sort().join(" ");

/** The spans of each entity's names in an annotation of ours, in code points, as keys. */
function found({ mentions }, text) {
  const at = codePoints(text);
  const byEntity = new Map();
  for (const { entity, start, end } of mentions.filter(isName)) {
    byEntity.set(entity, [...(byEntity.get(entity) ?? []), [at[start], at[end]]]);
  }
  return new Set([...byEntity.values()].map(key));
}

const annotations = new Map(lines(system).map((line) => [line.id, line]));
let [right, of] = [0, 0];
for (const { id, text, gold: { entities } } of lines(gold)) {
  const ours = found(annotations.get(id) ?? { mentions: [] }, text);
  for (const { kind, name, mentions } of entities) {
    const spans = mentions.filter(isName).map(({ start, end }) => [start, end]);
    if (spans.length === 0) continue;
    of += 1;
    if (ours.has(key(spans))) right += 1;
    else if (argv.includes("--list")) console.log(`${id}: ${kind} ${name}`);
  }
}
const result = { right, of, accuracy: of ? right / of : null };
console.log(
  argv.includes("--json")
    ? JSON.stringify(result)
    : `${right} of ${of} entities have all their names right (${((100 * right) / of).toFixed(1)} %)`,
);
