// What a visitor downloads, raw and after brotli, against the budget. Ends with status 1 over it.
//
//   node scripts/size.mjs [FILE]     prints the table, and writes it to FILE
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { argv, exit } from "node:process";
import { brotliCompressSync, constants } from "node:zlib";

/** Bytes after brotli of the wasm with the models in it, and of the gazetteer. */
const BUDGET = 1_200_000;
/** Bytes after brotli of the scripts that an embed brings to a page. */
const EMBED_BUDGET = 10_000;

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

const models = readdirSync("src/data").filter((name) => name.endsWith(".bin") && name !== "gazetteer.bin");
const core = measure("wasm, models inside", ["pkg/whosaid_bg.wasm"]);
const gazetteer = measure("gazetteer", ["pkg/gazetteer.bin"]);
const counted = { label: "**counted against the budget**", raw: core.raw + gazetteer.raw, brotli: core.brotli + gazetteer.brotli };
const page = filesIn("site").filter((file) => !file.startsWith(join("site", "pkg")));
const ofPage = (...types) => page.filter((file) => types.includes(extname(file)));
const embed = measure("of it, the embed's script", [join("site", "whosaid-article.js")]);

const rows = [
  core,
  ...models.map((name) => measure(`of it, \`${name}\` (compressed alone)`, [`src/data/${name}`])),
  gazetteer,
  counted,
  measure("the package's JavaScript", ["pkg/whosaid.js"]),
  measure("the page's JavaScript, the embed's included", ofPage(".js", ".mjs")),
  embed,
  measure("the page's CSS", ofPage(".css")),
  measure("the page's HTML", ofPage(".html")),
];
const number = (value) => value.toLocaleString("en");
const report = `# Size

Bytes, raw and after brotli at quality 11, each file alone. \`make size\` measures anew.

| what | raw | brotli |
| --- | ---: | ---: |
${rows.map(({ label, raw, brotli }) => `| ${label} | ${number(raw)} | ${number(brotli)} |`).join("\n")}

Budget: ${number(BUDGET)}; ${
  counted.brotli <= BUDGET ? `${number(BUDGET - counted.brotli)} left` : `**over by ${number(counted.brotli - BUDGET)}**`
}. For the embed's scripts: ${number(EMBED_BUDGET)}.
`;
console.log(report);
if (argv[2]) writeFileSync(argv[2], report);
if (counted.brotli > BUDGET || embed.brotli > EMBED_BUDGET) exit(1);
