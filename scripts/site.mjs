// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { build, buildSync } from "esbuild";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
// What only editors and the type checker read stays behind.
cpSync("www", site, { recursive: true, filter: (path) => !/\.ts$|jsconfig\.json$/.test(path) });
// The page is served as it is written. The embed is another site's guest: one small file, with the rest of it
// and its worker, the core's glue inside, in a file each for when a story is to be read.
const embed = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "warning" };
await build({
  ...embed, entryPoints: ["www/whosaid-article.js"], outfile: `${site}/whosaid-article.js`, allowOverwrite: true,
  plugins: [{
    name: "apart",
    setup: ({ onResolve }) => onResolve({ filter: /\/reading\.js$/ }, () => ({ path: "./embed-reading.js", external: true })),
  }],
});
buildSync({ ...embed, entryPoints: ["www/embed/reading.js"], outfile: `${site}/embed-reading.js` });
// The map's projections and outlines, by others: one file of code, two of shapes.
buildSync({
  entryPoints: ["www/map/vendor.js"], outfile: `${site}/map/vendor.js`, allowOverwrite: true,
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning",
});
// What keeps the articles.
buildSync({
  entryPoints: ["www/effects/vendor.js"], outfile: `${site}/effects/vendor.js`, allowOverwrite: true,
  bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "none", logLevel: "warning",
});
for (const file of ["countries-110m.json", "countries-50m.json"]) cpSync(`node_modules/world-atlas/${file}`, `${site}/map/${file}`);
for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
buildSync({ ...embed, entryPoints: [`${site}/embed-worker.js`], outfile: `${site}/embed-worker.js`, allowOverwrite: true });
cpSync("seeds", `${site}/seeds`, { recursive: true });
writeFileSync(`${site}/.complete`, "");
console.log(`built ${site}/`);
