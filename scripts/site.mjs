// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { argv } from "node:process";
import { build, buildSync } from "esbuild";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
// What only editors and the type checker read stays behind.
cpSync("www", site, { recursive: true, filter: (path) => !/\.ts$|jsconfig\.json$/.test(path) });
// The page is served as it is written. The embed is another site's guest: one small file, with the rest of it
// and its worker, the core's glue inside, in a file each for when a story is to be read.
const embed = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };
/** Files of their own, fetched when they are wanted. */
const apart = {
  name: "apart",
  setup: ({ onResolve }) => onResolve({ filter: /^\.\/(reading|card)\.js$/ }, ({ path, kind }) =>
    (kind === "dynamic-import" ? { path: path.replace("./", "./embed-"), external: true } : undefined)),
};
await build({
  ...embed, entryPoints: ["www/whosaid-article.js"], outfile: `${site}/whosaid-article.js`, allowOverwrite: true,
  plugins: [apart],
});
await build({ ...embed, entryPoints: ["www/embed/reading.js"], outfile: `${site}/embed-reading.js`, plugins: [apart] });
await build({ ...embed, entryPoints: ["www/embed/card.js"], outfile: `${site}/embed-card.js` });
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
for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
buildSync({ ...embed, entryPoints: [`${site}/embed-worker.js`], outfile: `${site}/embed-worker.js`, allowOverwrite: true });
cpSync("seeds", `${site}/seeds`, { recursive: true });
// The page's modules are asked for together, not one after the other as each is found to need the next.
const { metafile } = await build({ entryPoints: ["www/app.js"], bundle: true, format: "esm", write: false, metafile: true, logLevel: "error", external: ["*/vendor.js", "mammoth/*", "pdfjs-dist/*", "postal-mime", "marked"] });
const needed = new Set(["www/app.js"]);
for (const file of needed) for (const { path, kind } of metafile.inputs[file]?.imports ?? []) if (kind === "import-statement" && path.startsWith("www/")) needed.add(path);
const preloads = [...needed, "www/effects/vendor.js"].map((file) => `<link rel="modulepreload" href="${relative("www", file)}">\n`).join("");
const page = readFileSync("www/index.html", "utf8");
writeFileSync(`${site}/index.html`, page.replace('<script type="module" src="app.js">', `${preloads}$&`));
writeFileSync(`${site}/.complete`, "");
console.log(`built ${site}/`);
