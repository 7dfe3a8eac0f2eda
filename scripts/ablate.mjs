// What each rule earns: every development set of its stage scored without it, into tests/scores/ablation.md.
//
//   node scripts/ablate.mjs SHARED [PREFIX]      PREFIX: only rules whose id starts so ("name.")
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv, env } from "node:process";
import { TABLES, annotate, compare, folder, goldOf } from "./score.mjs";

const prefix = argv[3] ?? "";
const OUT = "tests/scores/ablation.md";
const PROGRAM = `${env.CARGO_TARGET_DIR ?? "target"}/score/whosaid`;

/** The figure of each scorer that a rule is measured by, as a share. */
const FIGURES = {
  ner: (s) => s.core.exact.f1,
  quotes: (s) => s.attribution.end_to_end.accuracy,
  speakers: (s) => s.right.accuracy,
  sources: (s) => s.right.accuracy,
  figures: (s) => s.all.exact.f1,
  places: (s) => s.resolution.accuracy_161km_of_gold?.accuracy ?? s.resolution.accuracy_161km_of_gold,
  entities: (s) => s.accuracy,
  coref: (s) => s.readings.entity.conll,
};

/** What the rules of a stage can change. */
const OF_STAGE = {
  name: ["ner", "speakers", "figures", "places"],
  entity: ["speakers", "sources", "entities", "coref"],
  figure: ["figures"],
  place: ["places"],
};

/** Parts of sets that are measured as a whole. */
const PARTS = new Set(["articles/read", "articles/unread", "sure/read", "sure/unread"]);

const sets = TABLES.flatMap(({ scorer, sets, stances }) =>
  FIGURES[scorer]
    ? Object.entries(sets)
        .filter(([, set]) => !PARTS.has(set))
        .map(([label, set]) => ({ scorer, label, set, options: stances?.includes(set) ? ["--stances"] : [] }))
    : [],
);

const system = join(folder, "system.jsonl");
const golds = new Map();
/** The annotation of a set, as a hash; it lies in `system` then. */
function run({ scorer, set, options }, without) {
  const key = `${scorer} ${set}`;
  if (!golds.has(key)) golds.set(key, goldOf(set));
  annotate(golds.get(key), system, [...options, ...without]);
  return createHash("sha1").update(readFileSync(system)).digest("hex");
}
const figure = (set) => FIGURES[set.scorer](compare(set.scorer, golds.get(`${set.scorer} ${set.set}`), system));

try {
  for (const set of sets) {
    set.hash = run(set, []);
    set.figure = figure(set);
    console.log(`${set.scorer} ${set.label}: ${(100 * set.figure).toFixed(2)}`);
  }
  const rules = execFileSync(PROGRAM, ["--rules"], { encoding: "utf8" }).trim().split("\n").map((line) => line.split("\t"));
  const rows = [];
  for (const [id, says] of rules.filter(([id]) => id.startsWith(prefix))) {
    const changes = [];
    let texts = 0;
    for (const set of sets.filter(({ scorer }) => OF_STAGE[id.split(".")[0]].includes(scorer))) {
      if (run(set, ["--without", id]) === set.hash) continue;
      texts += 1;
      const change = 100 * (figure(set) - set.figure);
      if (Math.abs(change) >= 0.005) changes.push(`${set.label} ${change > 0 ? "+" : "−"}${Math.abs(change).toFixed(2)}`);
    }
    const row = `| ${id} | ${says} | ${texts ? changes.join(", ") || "±0.00" : "nothing changes"} |`;
    console.log(row);
    rows.push(row);
  }
  writeFileSync(
    OUT,
    `# What each rule earns

Each rule switched off alone (\`make ablate\`), and how the development sets then change, in points: F1 of core names; whole
articles' quotes with the right speaker; sources without a name; figures; places within 161 km; entities with all their names;
coreference. A rule that does good has minus signs. "±0.00": something changes, but no figure by 0.005.

| rule | what it says | without it |
| --- | --- | --- |
${rows.join("\n")}
`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
