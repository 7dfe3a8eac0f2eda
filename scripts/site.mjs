// Puts the static page together: www/, the package in pkg/, and the example articles in seeds/.
//
//   node scripts/site.mjs site
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { argv } from "node:process";

const site = argv[2];
rmSync(site, { recursive: true, force: true });
// What only editors and the type checker read stays behind.
cpSync("www", site, { recursive: true, filter: (path) => !/\.ts$|jsconfig\.json$/.test(path) });
for (const file of ["whosaid.js", "whosaid_bg.wasm", "gazetteer.bin", "NOTICE"]) cpSync(`pkg/${file}`, `${site}/pkg/${file}`);
cpSync("seeds", `${site}/seeds`, { recursive: true });
writeFileSync(`${site}/.complete`, "");
console.log(`built ${site}/`);
