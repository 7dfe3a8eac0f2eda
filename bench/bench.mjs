// Speed of the wasm package in this Node process, beside the tools for JavaScript nearest to it.
//
//   node bench/bench.mjs [FILE]     prints the tables, and writes them to FILE
//
// Nothing is asserted: times are those of the machine at the moment, ratios are what to look at.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { argv, env, version } from "node:process";

import compromise from "compromise";
import winkModel from "wink-eng-lite-web-model";
import winkNlp from "wink-nlp";

import { HOSTILE, QUOTED, countTokens, makeHostile, makeNews, repeat } from "./text.mjs";

const pkg = new URL("../pkg/", import.meta.url);
const read = (name, base = pkg) => readFileSync(new URL(name, base));
const versionOf = (name) =>
  JSON.parse(read(`node_modules/${name}/package.json`, new URL("../", import.meta.url))).version;

const whosaid = await import(new URL("whosaid.js", pkg));
await whosaid.default({ module_or_path: read("whosaid_bg.wasm") });
whosaid.loadGazetteer(read("gazetteer.bin"));
// The same core with doors for its stages up to names and up to quotes, which the package has not.
const stagesAt = new URL("../.cache/stages/", import.meta.url);
const stages = await import(new URL("stages.js", stagesAt));
await stages.default({ module_or_path: read("stages_bg.wasm", stagesAt) });
const wink = winkNlp(winkModel);

/** Milliseconds of each of `runs` calls, sorted; `warm` calls before them are not counted. */
function measure(call, runs, warm) {
  const times = [];
  for (let i = -warm; i < runs; i++) {
    const begin = performance.now();
    call();
    if (i >= 0) times.push(performance.now() - begin);
  }
  return times.sort((a, b) => a - b);
}

const median = (sorted) => sorted[sorted.length >> 1];

const TOOLS = [
  {
    name: `whosaid ${whosaid.version()}: everything, with the gazetteer`,
    runs: 15,
    call: (text) => whosaid.annotate(text),
  },
  {
    name: `whosaid ${whosaid.version()}: tokens, sentences and names alone`,
    runs: 15,
    call: (text) => stages.countNames(text),
  },
  {
    name: `compromise ${versionOf("compromise")}: people, organizations, places`,
    runs: 3,
    call: (text) => {
      const doc = compromise(text);
      return [doc.people().json(), doc.organizations().json(), doc.places().json()];
    },
  },
  {
    name: `compromise ${versionOf("compromise")}: the same, quotations, numbers, percentages, money, pronouns resolved`,
    runs: 3,
    call: (text) => {
      const doc = compromise(text);
      doc.compute("coreference");
      return [
        doc.people().json(),
        doc.organizations().json(),
        doc.places().json(),
        doc.quotations().json(),
        doc.numbers().json(),
        doc.percentages().json(),
        doc.money().json(),
        doc.pronouns().refersTo().json(),
      ];
    },
  },
  {
    name: `wink-nlp ${versionOf("wink-nlp")}: tokens, sentences, parts of speech, dates and amounts (no names, no quotes)`,
    runs: 9,
    call: (text) => {
      const doc = wink.readDoc(text);
      return [doc.sentences().out(), doc.entities().out(wink.its.detail)];
    },
  },
];

function compareTools() {
  const rows = [];
  for (const [label, size] of [["6 KB", 6e3], ["100 KB", 1e5]]) {
    const text = makeNews(size);
    const tokens = countTokens(text);
    let own;
    for (const { name, runs, call } of TOOLS) {
      const time = median(measure(() => call(text), runs, runs > 3 ? 3 : 1));
      own ??= time;
      rows.push([
        label,
        name,
        `${time.toFixed(1)} ms`,
        `${(tokens / time).toFixed(1)}`,
        time === own ? "" : `${(time / own).toFixed(1)}`,
      ]);
    }
  }
  return table(["news", "tool", "median time", "thousand tokens a second", "whosaid is … times as fast"], rows);
}

function compareSizes() {
  const row = (name, make, small, runs) => {
    const [one, ten] = [small, small * 10].map((size) => {
      const text = make(size);
      return median(measure(() => whosaid.annotate(text), runs, 1));
    });
    return [name, megabytes(small), `${one.toFixed(1)} ms`, megabytes(small * 10), `${ten.toFixed(1)} ms`, (ten / one).toFixed(1)];
  };
  const rows = [row("news", makeNews, 1e6, 3)];
  for (const name of Object.keys(HOSTILE)) rows.push(row(name, (size) => makeHostile(name, size), 3e5, 3));
  return table(["text", "small", "time", "ten times", "time", "ratio"], rows);
}

/** Times of the stages up to the quotes, which alone look far around a mark or a cue. */
function compareQuotes() {
  const rows = Object.entries(QUOTED).map(([name, unit]) => {
    // Long enough that a pass takes some tens of milliseconds; the two lengths take turns, so that a slow
    // moment of the machine slows both.
    const texts = [1e6, 2e6].map((size) => repeat(unit, size));
    const times = [[], []];
    for (let run = 0; run < 8; run++) {
      texts.forEach((text, i) => {
        const [time] = measure(() => stages.countQuotes(text), 1, 0);
        if (run) times[i].push(time);
      });
    }
    const [one, two] = times.map((list) => median(list.sort((a, b) => a - b)));
    return [name, `${one.toFixed(1)} ms`, `${two.toFixed(1)} ms`, (two / one).toFixed(2)];
  });
  return table(["nothing but", "a million characters", "two million", "ratio"], rows);
}

/** What each stage takes of the whole, natively, by bench/stages.rs. */
function shareStages() {
  const options = { input: makeNews(1e6), encoding: "utf8", maxBuffer: 1 << 26 };
  const times = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--profile", "score", "--example", "stages"], options));
  const total = Object.values(times).reduce((sum, time) => sum + time, 0);
  const rows = Object.entries(times).map(([name, time]) => [name, `${time.toFixed(1)} ms`, `${((100 * time) / total).toFixed(1)} %`]);
  return table(["stage", "median time", "share"], rows);
}

const megabytes = (size) => `${size / 1e6} MB`;

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const report = `# Speed

Node ${version} on ${cpus()[0]?.model ?? "an unknown processor"}; medians, one process, one thread. Times are those of one
machine, ratios hold elsewhere too. \`make bench\` measures anew.

## Beside the nearest tools

Each tool is given the same text: news made of the paragraphs of the three articles in \`seeds/\`, in random
order, with every digit drawn anew and two in five names invented. Tokens are counted by one regular expression (words,
numbers, single marks), whatever a tool itself calls a token. The tools do different work: each row says which.

${compareTools()}

## What each stage takes

The same news, 1 MB as one text, through the native build (\`bench/stages.rs\`). Speakers may take 15 % of the whole, figures
and places together 20 %.

${shareStages()}

## Ten times the text

Time is linear in the length, also for text made to hurt.

${compareSizes()}

## Twice the marks, twice the cues

The quotes stage with those before it, on texts made of nothing but quotation marks, or of one cue after another. No ratio
may be above 2.2.

${compareQuotes()}
`;
console.log(report);
if (argv[2]) writeFileSync(argv[2], report);
