// Measures how right whosaid is on annotated texts, and writes the table to tests/scores/.
//
//   node scripts/score.mjs SHARED      SHARED holds corpora/, gold/ and the scorers in score/
//
// The corpora are not part of this project (their terms forbid some of them to be): scores/README.md
// keeps what was measured.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, env, exit } from "node:process";
import { fileURLToPath } from "node:url";

const [, , shared = "../shared"] = argv;
const OUT = "tests/scores";
const PROGRAM = `${env.CARGO_TARGET_DIR ?? "target"}/score/whosaid`;
const TRAINER = `${PROGRAM}-trainer`;

if (!existsSync(join(shared, "score"))) {
  console.error(
    `No corpora at ${shared}, which are not part of this project: say where they are with \`make score SHARED=folder\`.\n` +
      "Their last figures stand in tests/scores/README.md. Here is how the articles in tests/articles/ come out:",
  );
  const { status } = spawnSync("cargo", ["test", "--quiet", "--test", "articles", "--", "--nocapture"], { stdio: "inherit" });
  exit(status ?? 1);
}

const percent = (share) => (share === null || share === undefined ? "–" : (100 * share).toFixed(1));
const f1 = (score) => percent(score?.f1);
const full = (score) => `${f1(score)} (${percent(score?.p)} / ${percent(score?.r)})`;
const share = (score) => (score?.of ? `${percent(score.accuracy)} (${score.right} of ${score.of})` : "–");

/** What is measured: a table each, a row for each set, a column for each figure. */
export const TABLES = [
  {
    title: "Names",
    about: "F1 (precision / recall) of exact span and kind. Core: person, organization, place.",
    scorer: "ner",
    sets: {
      "worldwide news": "corpora/ner/dev.jsonl",
      "GUM (news, interviews, …)": "corpora/ner/gum-dev.jsonl",
      "EWT (web)": "corpora/ner/ewt-dev.jsonl",
      "politics": "corpora/ner/politics-dev.jsonl",
      "GMB (not hand-made)": "corpora/ner/gmb-dev.jsonl",
      "CoNLL-2003 (trained on nothing of it)": "corpora/ner/conll2003-dev.jsonl",
      "the three seeds": "seeds/names",
    },
    columns: {
      core: (s) => full(s.core.exact),
      "all kinds": (s) => full(s.exact),
      person: (s) => f1(s.kinds.person?.exact),
      organization: (s) => f1(s.kinds.organization?.exact),
      place: (s) => f1(s.kinds.place?.exact),
      "span, any kind": (s) => f1(s.untyped),
    },
  },
  {
    title: "Quotes",
    about:
      "Found: the share of annotated quotes of which a quote of ours has most words. Right source: found, and the source " +
      "shares a word with the annotated one (of all annotated). Exact: F1 of the very same words. PolNeAR, which annotates " +
      "attitudes as well, is compared with what is found with `--stances`.",
    scorer: "quotes",
    stances: ["corpora/quotes/polnear-dev.jsonl"],
    sets: { "PolNeAR": "corpora/quotes/polnear-dev.jsonl", "the three seeds": "gold/seeds.jsonl" },
    columns: {
      "direct found": (s) => share(s.style.direct?.found),
      "direct, right source": (s) => share(s.style.direct?.attribution.end_to_end),
      "all found": (s) => share(s.found),
      "all, right source": (s) => share(s.attribution.end_to_end),
      "exact content": (s) => f1(s.exact.content),
      "exact source": (s) => f1(s.exact.source),
      "exact cue": (s) => f1(s.exact.cue),
      "exact whole": (s) => full(s.exact.quote),
    },
  },
  {
    title: "Speakers",
    about:
      "The right entity as the speaker, of all annotated quotes that have one; last, of the quotes that are listed, how many " +
      "are the best match of an annotated one (where the doubtful ones are not annotated, some of the others are such; the judge of rows has learnt these articles, src/data/README.md has its figures by folds). Beside the seeds, 373 whole articles whose " +
      "quotes were attributed by reading (`articles.json`: positions and answers, without the text; of the last 204 without the " +
      "quotes that the reader was in doubt about). The errors in 319 of them were read while this was built; those in 54 were not. " +
      "Each of the last 110 was scored once with the code of its day, before anybody had read an error of it: 86.8 (1417 of 1632), direct 91.3 (608 of 666). Then 324 articles of many newsrooms and kinds with all their quotes (`web.json`): the judge has learnt 249, " +
      "of the other 75 nobody has read an error; what is listed is to be read beside all quotes, what is found and right without the doubtful ones.",
    scorer: "speakers",
    sets: { "the three seeds": "seeds/speakers", "319 articles": "articles/read", "54 articles, unread": "articles/unread", "all 373": "articles/all",
      "75 of many kinds, kept: all quotes": "web/unread", "the same, without doubtful ones": "sure/unread",
      "249 of many kinds, learnt: all quotes": "web/read", "249, without doubtful ones": "sure/read",
    },
    columns: {
      "right": (s) => share(s.right),
      "right, direct": (s) => share(s.style.direct),
      "content found": (s) => share(s.found),
      "right, of found": (s) => share(s.right_of_found),
      "right, of those given one": (s) => share(s.right_of_named),
      "listed that a reader has": (s) => share(s.precision),
    },
  },
  {
    title: "Certainty",
    about:
      "Of the rows listed in those articles, the mean certainty and the share that is right as a whole (a quote of the reader's, with its " +
      "speaker), band by band; in 204 of the 373 the doubtful quotes are not among the answers, and the judge has learnt all of them. Then how " +
      "many of the wrong speakers, nobody included, have the right one among their alternatives (`score-certainty.mjs`).",
    scorer: "certainty",
    sets: { "75 of many kinds, kept": "web/unread", "373 articles": "articles/all" },
    columns: {
      ...Object.fromEntries(
        [[0.5, 0.6], [0.6, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 0.95], [0.95, 1], [0.8, 1]].map(([low, high]) => [
          `${low} to ${high}`,
          (s) => {
            const band = s.bands.find((band) => band.low === low && band.high === high);
            return band?.n ? `${percent(band.mean)}: ${percent(band.right)} (${band.n})` : "–";
          },
        ]),
      ),
      "alternatives": (s) => share(s.alternatives),
    },
  },
  {
    title: "Sources without a name",
    about:
      "A hundred sources that are pronouns or noun phrases, drawn by chance and resolved by hand (`sources.json`): how many " +
      "have the right entity (`score-sources.mjs`). The rest of the first figure are mostly quotes that were not found.",
    scorer: "sources",
    stances: ["corpora/quotes/polnear-dev.jsonl"],
    sets: { "PolNeAR": "corpora/quotes/polnear-dev.jsonl" },
    columns: {
      "right": (s) => share(s.right),
      "right, of those resolved": (s) => share(s.right_of_resolved),
    },
  },
  {
    title: "Figures",
    about: "F1 of exact span and kind; value, unit and ISO form right, of those found.",
    scorer: "figures",
    sets: { "the three seeds": "gold/seeds.jsonl", "Recognizers-Text's own cases": "corpora/figures/recognizers-dev.jsonl" },
    columns: {
      exact: (s) => full(s.all.exact),
      overlap: (s) => f1(s.all.overlap),
      value: (s) => share(s.all.value),
      unit: (s) => share(s.all.unit),
      ISO: (s) => share(s.all.iso),
      bound: (s) => share(s.all.bound),
    },
  },
  {
    title: "Places",
    about: "Found: F1 of exact span. Then how many are less than 161 km from where they are.",
    scorer: "places",
    sets: {
      "TR-News": "corpora/places/trnews-dev.jsonl",
      "LGL (local papers)": "corpora/places/lgl-dev.jsonl",
      "GeoVirus": "corpora/places/geovirus-dev.jsonl",
    },
    columns: {
      found: (s) => full(s.recognition.exact),
      "resolved, of found": (s) => share(s.resolution.resolved),
      "within 161 km, of resolved": (s) => share(s.resolution.accuracy_161km),
      "within 161 km, of found": (s) => share(s.resolution.accuracy_161km_of_found),
      "of all annotated": (s) => share(s.resolution.accuracy_161km_of_gold),
      "mean km": (s) => s.resolution.mean_km?.toFixed(0) ?? "–",
      "median km": (s) => s.resolution.median_km?.toFixed(1) ?? "–",
    },
  },
  {
    title: "Syntax",
    about:
      "On raw text, our own tokens. F1 (precision / recall) of base noun phrases (a nominal with its determiners, adjectives, numbers, " +
      "compounds, titles and possessors, and the rest of a flat name) and of pairs of a subject and its finite verb, both from the trees.",
    scorer: "syntax",
    sets: { "EWT (web)": "corpora/syntax/ewt-dev.conllu.gz", "GUM (news, interviews, …)": "corpora/syntax/gum-dev.conllu.gz" },
    columns: {
      "part of speech": (s) => percent(s.upos.r),
      "noun phrases": (s) => full(s.phrases),
      "subjects": (s) => full(s.subjects),
    },
  },
  {
    title: "Entities",
    about: "Entities of which one of ours has exactly the names: none missing, none more (`score-entities.mjs`).",
    scorer: "entities",
    sets: { "the three seeds": "gold/seeds.jsonl" },
    columns: { "all names right": (s) => share(s) },
  },
  {
    title: "Coreference",
    about: "F1 by three measures, and their mean; clusters that are mostly a person, an organization or a place.",
    scorer: "coref",
    sets: {
      "GUM": "corpora/coref/gum-dev.jsonl",
      "GUM, news and interviews, people and organizations": "gum/news",
      "the three seeds": "seeds/clusters",
    },
    columns: {
      MUC: (s) => f1(s.readings.entity.muc),
      "B³": (s) => f1(s.readings.entity.b3),
      CEAFe: (s) => f1(s.readings.entity.ceafe),
      mean: (s) => percent(s.readings.entity.conll),
      "mean, clusters with a name": (s) => percent(s.readings.named.conll),
      mentions: (s) => full(s.readings.entity.mentions),
    },
  },
];

/** Scorers that are scripts beside this one. */
const OURS = new Set(["entities", "sources", "certainty"]);

/** The seeds' own annotation, in the shape that each scorer reads. */
const OF_SEEDS = {
  names: ({ entities }) => ({
    entities: entities.flatMap(({ kind, mentions }) =>
      mentions.filter(({ form }) => form === "name").map(({ start, end }) => ({ start, end, kind })),
    ),
  }),
  speakers: ({ entities, quotes }) => {
    const named = new Map(entities.map((entity) => [entity.key, entity]));
    const aliases = {};
    for (const { name, aliases: other, mentions } of entities) {
      // Whoever has no name may be called by any of the phrases for them.
      const names = mentions.filter(({ form }) => form === "name");
      const phrases = names.length ? names : mentions.filter(({ form }) => form === "nominal");
      aliases[name] = [...(aliases[name] ?? []), ...other, ...phrases.map(({ text }) => text)];
    }
    return {
      aliases,
      quotes: quotes.map((quote) => ({ ...quote, speaker: named.get(quote.speaker)?.name ?? null })),
    };
  },
  clusters: ({ entities }) => ({
    clusters: entities.map(({ mentions }) => mentions.map(({ start, end }) => [start, end])),
    types: entities.map(({ kind, mentions }) => mentions.map(() => kind)),
    forms: entities.map(({ mentions }) => mentions.map(({ form }) => form)),
  }),
};

export const folder = mkdtempSync(join(tmpdir(), "whosaid-score-"));

const linesOf = (path) => readFileSync(join(shared, path), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** The annotation of whole articles, whose texts lie in the corpora. */
function ofArticles(which, file = "articles", doubtful = true) {
  const articles = JSON.parse(readFileSync(`${OUT}/${file}.json`, "utf8"));
  const chosen = articles.filter(({ unread }) => which === "all" || unread === (which === "unread"));
  const texts = new Map();
  for (const path of new Set(chosen.map(({ corpus }) => corpus))) {
    for (const { id, text } of linesOf(path)) texts.set(id, text);
  }
  return chosen.map(({ article: id, voices, quotes }) => {
    const text = texts.get(id);
    const points = [...text];
    const ways = voices.map((places) => places.map(([start, end]) => points.slice(start, end).join("").replace(/\s+/g, " ")));
    const aliases = Object.fromEntries(ways.map(([name, ...others]) => [name, others]));
    const counted = quotes.filter((quote) => doubtful || !quote.doubtful);
    const said = counted.map(({ voice, ...quote }) => ({ ...quote, speaker: voice === undefined ? null : ways[voice][0] }));
    return { id, text, gold: { aliases, quotes: said } };
  });
}

/** The news and interviews of GUM, with no place an entity. */
function ofNews() {
  const news = linesOf("corpora/coref/gum-dev.jsonl").filter(({ genre }) => genre === "news" || genre === "interview");
  const other = (type) => (type === "place" ? "other" : type);
  return news.map((line) => ({ ...line, gold: { ...line.gold, types: line.gold.types.map((types) => types.map(other)) } }));
}

/** The path of a set's annotation: its own file, or one made of others. */
export function goldOf(set) {
  const [kind, shape] = set.split("/");
  const made = {
    articles: () => ofArticles(shape),
    web: () => ofArticles(shape, "web"),
    sure: () => ofArticles(shape, "web", false),
    gum: ofNews,
    seeds: () => linesOf("gold/seeds.jsonl").map(({ id, text, gold }) => ({ id, text, gold: OF_SEEDS[shape](gold) })),
  }[kind];
  if (!made) return join(shared, set);
  const path = join(folder, `${kind}-${shape}.gold.jsonl`);
  writeFileSync(path, made().map((line) => JSON.stringify(line)).join("\n"));
  return path;
}

/** Annotates the texts of a set, with stances or without, and scores the result. Trees are read by the trainer, which learns from them. */
function score(scorer, set, stances) {
  if (scorer === "syntax") {
    return JSON.parse(execFileSync(TRAINER, ["syntax-score", "--json", join(shared, set)], { encoding: "utf8" }));
  }
  const gold = goldOf(set);
  const system = join(folder, "system.jsonl");
  annotate(gold, system, stances ? ["--stances"] : []);
  return compare(scorer, gold, system);
}

/** Annotates the texts of a file of gold into another file. */
export function annotate(gold, system, options) {
  const { status, stderr } = spawnSync(PROGRAM, ["--jsonl", ...options], {
    stdio: [openSync(gold), openSync(system, "w"), "pipe"],
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${PROGRAM} --jsonl ${options.join(" ")} < ${gold}: ${stderr}`);
}

/** What a scorer says of our annotation beside the gold. */
export function compare(scorer, gold, system) {
  const options = { encoding: "utf8", maxBuffer: 1 << 28 };
  const [interpreter, script] = OURS.has(scorer)
    ? ["node", `scripts/score-${scorer}.mjs`]
    : ["python3", join(shared, "score", `${scorer}.py`)];
  return JSON.parse(execFileSync(interpreter, [script, gold, system, "--json"], options));
}

/** Scores everything and writes it down. */
function main() {
  const all = {};
  const parts = [];
  try {
    for (const { title, about, scorer, sets, columns, stances } of TABLES) {
      const rows = Object.entries(sets).map(([label, set]) => {
        const result = score(scorer, set, stances?.includes(set));
        all[title] = { ...all[title], [set]: result };
        return [label, ...Object.values(columns).map((show) => show(result))];
      });
      const line = (cells) => `| ${cells.join(" | ")} |`;
      const head = ["", ...Object.keys(columns)];
      parts.push(`## ${title}\n\n${about}\n\n${[head, head.map(() => "---"), ...rows].map(line).join("\n")}\n`);
      console.log(parts.at(-1));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }

  const date = new Date().toISOString().slice(0, 10);
  const report = `# Scores

How right whosaid ${execFileSync("cargo", ["pkgid"], { encoding: "utf8" }).trim().replace(/.*[#@]/, "")} is, as measured on ${date} by \`make score\`, in percent. Every set is a development
set: choices were made on it, so texts never seen may come out lower. Nothing was trained on any of them.

${parts.join("\n")}`;
  writeFileSync(`${OUT}/README.md`, report);
  writeFileSync(`${OUT}/scores.json`, `${JSON.stringify({ date, scores: all }, null, 1)}\n`);
}

if (argv[1] === fileURLToPath(import.meta.url)) main();
