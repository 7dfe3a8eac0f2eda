// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
//
// The page's code becomes one small file, which is asked for at once, and one for each thing that is fetched when it is
// wanted: the cleaner of rich text, the map, what reads each kind of file. All of it lies in the site's own folder, so that
// addresses of other files (www/page-assets.js) hold wherever the code ended up.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, relative, resolve } from "node:path";
import { argv, execPath } from "node:process";
import { build } from "esbuild";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
for (const folder of ["assets", "files", "map", "pkg"]) mkdirSync(`${site}/${folder}`, { recursive: true });
for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
const shared = {
  bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser", legalComments: "none", logLevel: "error",
  tsconfigRaw: "{}", // jsconfig.json names stand-ins for types
};

/* ---- The page ---- */

const { metafile } = await build({
  ...shared, entryPoints: ["www/app.js"], outdir: site, splitting: true, chunkNames: "[name]-[hash]", metafile: true,
  define: { global: "globalThis" }, // mammoth asks for it
});
await build({ ...shared, entryPoints: ["www/worker.js"], outfile: `${site}/worker.js` });

await build({ ...shared, format: undefined, entryPoints: ["www/early.js"], outfile: `${site}/early.js` });

const html = readFileSync("www/index.html", "utf8");
const SHEET = /<link rel="stylesheet" href="(.*)">\n/g;
const sheets = [...html.matchAll(SHEET)].map(([, path]) => `@import "./${path}";`).join("\n");
await build({ ...shared, stdin: { contents: sheets, loader: "css", resolveDir: "www" }, outfile: `${site}/page.css` });
// What the first file needs comes with it, not one after the other as each is found to need the next.
const needed = new Set();
const follow = (file) => {
  for (const { path, kind } of metafile.outputs[file].imports) {
    if (kind !== "import-statement" || needed.has(path)) continue;
    needed.add(path);
    follow(path);
  }
};
follow(relative(".", `${site}/app.js`));
const preloads = [...needed].map((file) => `<link rel="modulepreload" href="${basename(file)}">\n`).join("");
let sheet = `<link rel="stylesheet" href="page.css">\n${preloads}`;
writeFileSync(`${site}/index.html`, html.replace(SHEET, () => {
  const once = sheet;
  sheet = "";
  return once;
}));

/* ---- The embed: another site's guest ---- */

// One small file under a name that stays; the rest of it, the core and its worker, with the glue inside, lie in assets/ under
// names with a hash, which browsers may keep for good.
const embed = { ...shared, logLevel: "warning", write: false };
/** @param {string} name @param {Uint8Array} bytes @returns {string} its name with its hash */
function keep(name, bytes) {
  const hashed = name.replace(/(?=\.\w+$)/, `-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}`);
  writeFileSync(`${site}/assets/${hashed}`, bytes);
  return hashed;
}
/** Modules that are files of their own, by what imports them. @param {Record<string, string>} files */
const apart = (files) => ({
  name: "apart",
  setup: (/** @type {import("esbuild").PluginBuild} */ { onResolve, onLoad }) => {
    for (const [module, path] of Object.entries(files)) onResolve({ filter: new RegExp(`/${module}\\.js$`) }, ({ kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
    onResolve({ filter: /\/pkg\/whosaid\.js$/ }, () => ({ path: resolve("pkg/whosaid.js") }));
    onLoad({ filter: /www\/assets\.js$/ }, () => ({ contents: assets }));
  },
});
/** @param {string} entry @param {Record<string, string>} [files] */
const bundle = async (entry, files = {}) => (await build({ ...embed, entryPoints: [entry], plugins: [apart(files)] })).outputFiles[0].contents;


const wasm = keep("whosaid_bg.wasm", readFileSync("pkg/whosaid_bg.wasm"));
const gazetteer = keep("gazetteer.bin", readFileSync("pkg/gazetteer.bin"));
const worker = keep("embed-worker.js", await bundle("www/embed-worker.js"));
const assets = readFileSync("www/assets.js", "utf8").replace("./pkg/whosaid_bg.wasm", `./assets/${wasm}`).replace("./pkg/gazetteer.bin", `./assets/${gazetteer}`)
  .replace("./embed-worker.js", `./assets/${worker}`);
const card = keep("embed-card.js", await bundle("www/embed/card.js"));
const checks = keep("embed-checks.js", await bundle("www/embed/checks.js"));
const reading = keep("embed-reading.js", await bundle("www/embed/reading.js", { card: `./${card}`, checks: `./${checks}` }));
writeFileSync(`${site}/whosaid-article.js`, await bundle("www/whosaid-article.js", { reading: `./assets/${reading}` }));
// For a page whose story is what readers come for: in its head, these ask for all of it with the script.
writeFileSync(`${site}/assets/preload.html`, [
  `<link rel="modulepreload" href="whosaid-article.js">`, `<link rel="modulepreload" href="assets/${reading}">`,
  `<link rel="preload" href="assets/${wasm}" as="fetch" crossorigin>`, "",
].join("\n"));
// Pages with an embed in them.
for (const file of ["frame.js", "embed-page.js", "bookmarklet.js"]) {
  const element = { name: "element", setup: ({ onResolve }) => onResolve({ filter: /\/whosaid-article\.js$/ }, ({ path, kind }) => (kind === "entry-point" ? undefined : { path, external: true })) };
  await build({ ...embed, write: true, entryPoints: [`www/${file}`], outfile: `${site}/${file}`, plugins: [element] });
}

/* ---- What is taken as it is ---- */

for (const file of ["embed.html", "embed.css", "frame.html", "frame.css", "icon.svg"]) cpSync(`www/${file}`, `${site}/${file}`);
cpSync("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", `${site}/files/pdf-worker.js`);
for (const file of ["countries-110m.json", "countries-50m.json"]) cpSync(`node_modules/world-atlas/${file}`, `${site}/map/${file}`);
cpSync("seeds", `${site}/seeds`, { recursive: true });
cpSync("www/manifest.webmanifest", `${site}/manifest.webmanifest`);
execFileSync(execPath, ["scripts/single.mjs", site], { stdio: "inherit" });

/* ---- What is kept on a reader's device: the page, with all that it fetches when it is wanted ---- */

const own = [
  "index.html", "early.js", "page.css", "worker.js", "icon.svg", "manifest.webmanifest", "pkg/whosaid.js", "pkg/whosaid_bg.wasm", "pkg/gazetteer.bin", "files/pdf-worker.js",
  "map/countries-110m.json", "map/countries-50m.json", ...readdirSync("seeds").filter((name) => name.endsWith(".txt")).map((name) => `seeds/${name}`),
  ...Object.keys(metafile.outputs).map((file) => relative(site, file)),
];
const files = Object.fromEntries([...new Set(own)].sort().map((file) => [file, createHash("sha256").update(readFileSync(`${site}/${file}`)).digest("hex")]));
const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
const [keeper] = (await build({ ...shared, format: "iife", entryPoints: ["www/sw.js"], write: false })).outputFiles;
writeFileSync(`${site}/sw.js`, `self.WHOSAID_SITE=${JSON.stringify({ version, files })};\n${keeper.text}`);
console.log(`built ${site}/`);
