// What a visitor downloads, raw and after brotli, against the budget. Ends with status 1 over it.
//
//   node scripts/size.mjs [FILE]     prints the table, and writes it to FILE
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { argv, exit } from "node:process";
import { brotliCompressSync, constants } from "node:zlib";

/** Bytes after brotli: of each model with its lexicon, and of the gazetteer. */
const BUDGETS = {
  names: { files: ["src/data/names.bin"], budget: 450_000 },
  quotes: { files: ["src/data/quotes.bin"], budget: 500_000 },
  gazetteer: { files: ["pkg/gazetteer.bin"], budget: 900_000 },
};
/** Bytes after brotli of the scripts that an embed brings to a page. */
const EMBED_BUDGET = 10_000;
/** Of all that the page asks for at once beside the core: its HTML, CSS and JavaScript, the worker's included. */
const PAGE_BUDGET = 100_000;
/** What an embed on a page read for the first time should ask for before its first mark; not reached as long as all models lie in the wasm. */
const FIRST_MARK = 600_000;

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** One row: what it is, raw bytes, bytes after brotli. Each file is compressed alone, as a server does. */
function measure(label, files) {
  const sizes = files.map((file) => {
    const bytes = readFileSync(file);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    return [bytes.length, brotliCompressSync(bytes, { params }).length];
  });
  const sum = (column) => sizes.reduce((total, size) => total + size[column], 0);
  return { label, raw: sum(0), brotli: sum(1) };
}

const budgets = Object.entries(BUDGETS)
  .filter(([, { files }]) => files.every((file) => existsSync(file)))
  .map(([label, { files, budget }]) => ({ ...measure(label, files), budget }));
const core = measure("wasm, models inside", ["pkg/whosaid_bg.wasm"]);
const gazetteer = budgets.find(({ label }) => label === "gazetteer");
const visit = { label: "**both**", raw: core.raw + gazetteer.raw, brotli: core.brotli + gazetteer.brotli };
const inSite = (name) => join("site", name);
const html = readFileSync(inSite("index.html"), "utf8");
const linked = [...html.matchAll(/<(?:link rel="(?:stylesheet|modulepreload|icon)" href|script(?: type="module")? src)="([^"]+)"/g)].map(([, path]) => path);
const atOnce = { ...measure("the page at once: HTML, CSS, JavaScript", ["index.html", ...linked, "worker.js", "pkg/whosaid.js"].map(inSite)), budget: PAGE_BUDGET };
const later = readdirSync("site").filter((name) => name.endsWith(".js") && !linked.includes(name) && !/^(embed|frame|whosaid|worker)/.test(name));
const map = later.filter((name) => name.startsWith("map-"));
/** What a part of the page brings that is not there at once, with all that it imports. */
const bring = (name, seen = new Set()) => {
  if (seen.has(name) || linked.includes(name)) return seen;
  seen.add(name);
  for (const [, other] of readFileSync(inSite(name), "utf8").matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) bring(other, seen);
  return seen;
};
const parts = later.filter((name) => !name.startsWith("chunk-") && !["sw.js", "bookmarklet.js"].includes(name)).sort()
  .map((name) => measure(`the page's part \`${name.replace(/-[A-Z0-9]{8}\.js$/, "")}\`, when it is asked for`, [...bring(name)].map(inSite)));
const kept = Object.keys(JSON.parse(/WHOSAID_SITE=(\{.*?\}\});/.exec(readFileSync(inSite("sw.js"), "utf8"))[1]).files);
/** The embed's files, under the names that they have without their hash. */
const asset = (name) => filesIn(join("site", "assets")).find((file) => basename(file).replace(/-[0-9a-f]{10}(?=\.\w+$)/, "") === name);
const before = [join("site", "whosaid-article.js"), ...["embed-reading.js", "embed-worker.js", "whosaid_bg.wasm"].map(asset)];
const firstMark = { ...measure(`**before an embed's first mark**: ${before.length} requests, those after the script in one round`, before), wanted: FIRST_MARK };
const made = measure("the same with an annotation made beforehand: 2 requests and its own", before.slice(0, 2));
const embed = { ...measure("the embed's script", [join("site", "whosaid-article.js")]), budget: EMBED_BUDGET };

const rows = [
  core,
  ...budgets.filter((row) => row !== gazetteer).map((row) => ({ ...row, label: `of it, ${row.label} (compressed alone)` })),
  gazetteer,
  visit,
  atOnce,
  measure("of it, the core's glue", ["pkg/whosaid.js"]),
  ...parts.filter(({ label }) => !label.includes("`map`")),
  measure("all that is kept for when there is no network, after the first article", kept.map(inSite)),
  measure("the page in one file, `whosaid.html`", [inSite("whosaid.html")]),
  measure("the map, when it is shown", map.map(inSite)),
  measure("the world's outlines, with it", [join("site", "map", "countries-110m.json")]),
  measure("finer ones, for a region", [join("site", "map", "countries-50m.json")]),
  embed,
  measure("more of the embed, when a story is to be read", ["embed-reading.js", "embed-worker.js"].map(asset)),
  measure("the embed's card, when one is opened", [asset("embed-card.js")]),
  firstMark,
  made,
];
const number = (value) => value.toLocaleString("en");
const line = ({ label, raw, brotli, budget, wanted }) =>
  `| ${label} | ${number(raw)} | ${number(brotli)} | ${budget ? number(budget) : wanted ? `${number(wanted)} (wanted)` : ""} |`;
const report = `# Size

Bytes, raw and after brotli at quality 11, each file alone. \`make size\` measures anew.

| what | raw | brotli | at most |
| --- | ---: | ---: | ---: |
${rows.map(line).join("\n")}
`;
console.log(report);
if (argv[2]) writeFileSync(argv[2], report);
const over = rows.filter(({ brotli, budget }) => brotli > budget);
for (const { label, brotli, budget } of over) console.error(`${label}: ${number(brotli - budget)} bytes too many`);
if (over.length > 0) exit(1);
