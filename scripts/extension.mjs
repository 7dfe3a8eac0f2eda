// Puts the browser extension together, to be loaded unpacked or packed for a shop: extension/, the embed's modules and the core.
//
//   node scripts/extension.mjs extension/build
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const out = argv[2];
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const glue = { name: "glue", setup: ({ onResolve }) => onResolve({ filter: /\/pkg\/whosaid\.js$/ }, () => ({ path: resolve("pkg/whosaid.js") })) };
const shared = { bundle: true, minify: true, target: "chrome123", logLevel: "warning", plugins: [glue], legalComments: "none", define: { "import.meta.url": '"https://whosaid.invalid/"' } };
for (const name of ["background", "panel"]) await build({ ...shared, format: "esm", entryPoints: [`extension/${name}.js`], outfile: `${out}/${name}.js` });
// A page's own script knows no modules: all in one.
await build({ ...shared, format: "iife", entryPoints: ["extension/content.js"], outfile: `${out}/content.js` });
for (const file of ["panel.html", "panel.css", "icons"]) cpSync(`extension/${file}`, `${out}/${file}`, { recursive: true });
for (const file of ["whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${out}/${file}`);
const version = /^version = "(.*)"$/m.exec(readFileSync("Cargo.toml", "utf8"))[1];
writeFileSync(`${out}/manifest.json`, `${JSON.stringify({ ...JSON.parse(readFileSync("extension/manifest.json", "utf8")), version }, null, 2)}\n`);
console.log(`built ${out}/`);
