// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { buildSync } from "esbuild";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
// What only editors and the type checker read stays behind.
cpSync("www", site, { recursive: true, filter: (path) => !/\.ts$|jsconfig\.json$/.test(path) });
// The page is served as it is written. The embed is another site's guest: one small file, which still
// finds the worker, and where there can be none the core, beside itself.
buildSync({
  entryPoints: ["www/whosaid-article.js"], outfile: `${site}/whosaid-article.js`, allowOverwrite: true,
  bundle: true, minify: true, format: "esm", target: "es2022", external: ["./core.js"], logLevel: "warning",
});
// The map's projections and outlines, by others: one file of code, two of shapes.
buildSync({
  entryPoints: ["www/map/vendor.js"], outfile: `${site}/map/vendor.js`, allowOverwrite: true,
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning",
});
for (const file of ["countries-110m.json", "countries-50m.json"]) cpSync(`node_modules/world-atlas/${file}`, `${site}/map/${file}`);
for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
cpSync("seeds", `${site}/seeds`, { recursive: true });
writeFileSync(`${site}/.complete`, "");
console.log(`built ${site}/`);
