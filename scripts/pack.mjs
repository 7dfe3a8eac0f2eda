// Makes an npm package of what wasm-pack built: package.json, README, licences, notices and the gazetteer.
//
//   node scripts/pack.mjs pkg
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { argv } from "node:process";

const pkg = argv[2];
const cargo = readFileSync("Cargo.toml", "utf8");
const field = (name) => cargo.match(new RegExp(`^${name} = "(.*)"$`, "m"))[1];

copyFileSync("scripts/pkg-readme.md", `${pkg}/README.md`);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) copyFileSync(licence, `${pkg}/${licence}`);
copyFileSync("src/data/gazetteer.bin", `${pkg}/gazetteer.bin`);
// wasm-pack's own would keep npm from packing anything.
rmSync(`${pkg}/.gitignore`, { force: true });

const description = {
  name: "whosaid",
  version: field("version"),
  description: field("description"),
  license: field("license"),
  keywords: ["nlp", "news", "quotes", "attribution", "named-entity-recognition", "figures", "wasm"],
  type: "module",
  main: "./whosaid.js",
  types: "./whosaid.d.ts",
  exports: {
    ".": { types: "./whosaid.d.ts", default: "./whosaid.js" },
    "./whosaid_bg.wasm": "./whosaid_bg.wasm",
    "./gazetteer.bin": "./gazetteer.bin",
    "./package.json": "./package.json",
  },
  files: ["whosaid.js", "whosaid.d.ts", "whosaid_bg.wasm", "gazetteer.bin", "LICENSE-*", "NOTICE"],
  sideEffects: false,
  engines: { node: ">=20" },
};
// Written last: its date tells make that the package is whole.
writeFileSync(`${pkg}/package.json`, `${JSON.stringify(description, null, 2)}\n`);
