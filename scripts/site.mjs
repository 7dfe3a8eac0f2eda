// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { argv } from "node:process";
import { build, buildSync } from "esbuild";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
// What only editors and the type checker read stays behind.
cpSync("www", site, { recursive: true, filter: (path) => !/\.ts$|jsconfig\.json$/.test(path) });
// The page is served as it is written. The embed is another site's guest: one small file under a name that stays; the rest of it,
// the core and its worker, with the glue inside, lie in assets/ under names with a hash, which browsers may keep for good.
const embed = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning", write: false };
mkdirSync(`${site}/assets`);
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
    onLoad({ filter: /www\/assets\.js$/ }, () => ({ contents: assets }));
  },
});
/** @param {string} entry @param {Record<string, string>} [files] */
const bundle = async (entry, files = {}) => (await build({ ...embed, entryPoints: [entry], plugins: [apart(files)] })).outputFiles[0].contents;

for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
const wasm = keep("whosaid_bg.wasm", readFileSync("pkg/whosaid_bg.wasm"));
const gazetteer = keep("gazetteer.bin", readFileSync("pkg/gazetteer.bin"));
const worker = keep("embed-worker.js", await bundle(`${site}/embed-worker.js`));
rmSync(`${site}/embed-worker.js`);
const assets = readFileSync("www/assets.js", "utf8").replace("./pkg/whosaid_bg.wasm", `./assets/${wasm}`).replace("./pkg/gazetteer.bin", `./assets/${gazetteer}`)
  .replace("./embed-worker.js", `./assets/${worker}`);
const card = keep("embed-card.js", await bundle("www/embed/card.js"));
const reading = keep("embed-reading.js", await bundle("www/embed/reading.js", { card: `./${card}` }));
writeFileSync(`${site}/whosaid-article.js`, await bundle("www/whosaid-article.js", { reading: `./assets/${reading}` }));
// For a page whose story is what readers come for: in its head, these ask for all of it with the script.
writeFileSync(`${site}/assets/preload.html`, [
  `<link rel="modulepreload" href="whosaid-article.js">`, `<link rel="modulepreload" href="assets/${reading}">`,
  `<link rel="preload" href="assets/${wasm}" as="fetch" crossorigin>`, "",
].join("\n"));
// The map's projections and outlines, by others: one file of code, two of shapes.
buildSync({
  entryPoints: ["www/map/vendor.js"], outfile: `${site}/map/vendor.js`, allowOverwrite: true,
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning",
});
// What keeps the articles; what reads files of each kind, fetched when one comes.
for (const file of ["effects/vendor.js", "files/docx.js", "files/pdf.js", "files/mail.js", "files/markdown.js"]) {
  buildSync({
    entryPoints: [`www/${file}`], outfile: `${site}/${file}`, allowOverwrite: true, platform: "browser", define: { global: "globalThis" },
    bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "error",
  });
}
cpSync("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", `${site}/files/pdf-worker.js`);
for (const file of ["countries-110m.json", "countries-50m.json"]) cpSync(`node_modules/world-atlas/${file}`, `${site}/map/${file}`);
cpSync("seeds", `${site}/seeds`, { recursive: true });
// The page's modules are asked for together, not one after the other as each is found to need the next.
const { metafile } = await build({ entryPoints: ["www/app.js"], bundle: true, format: "esm", write: false, metafile: true, logLevel: "error", external: ["*/vendor.js", "mammoth/*", "pdfjs-dist/*", "postal-mime", "marked"] });
const needed = new Set(["www/app.js"]);
for (const file of needed) for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind === "import-statement" && path.startsWith("www/")) needed.add(path);
const preloads = [...needed, "www/effects/vendor.js"].map((file) => `<link rel="modulepreload" href="${relative("www", file)}">\n`).join("");
const page = readFileSync("www/index.html", "utf8");
writeFileSync(`${site}/index.html`, page.replace('<script type="module" src="app.js">', `${preloads}$&`));
console.log(`built ${site}/`);
