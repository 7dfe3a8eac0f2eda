// Makes an npm package of what wasm-pack built and of npm/: every entry in one file, with the gazetteer, types, README,
// licences and notices.
//
//   node scripts/pack.mjs pkg
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { argv } from "node:process";
import { build } from "esbuild";

const pkg = argv[2];
const cargo = readFileSync("Cargo.toml", "utf8");
const field = (name) => cargo.match(new RegExp(`^${name} = "(.*)"$`, "m"))?.[1];

copyFileSync("scripts/pkg-readme.md", `${pkg}/README.md`);
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"]) copyFileSync(licence, `${pkg}/${licence}`);
copyFileSync("src/data/gazetteer.bin", `${pkg}/gazetteer.bin`);
// wasm-pack's own would keep npm from packing anything.
rmSync(`${pkg}/.gitignore`, { force: true });

/** The glue without its own way to find the wasm: a bundler would copy the file for it as well. */
const glue = {
  name: "glue",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^whosaid-glue$|\/pkg\/whosaid\.js$/ }, () => ({ path: resolve(pkg, "whosaid.js") }));
    onResolve({ filter: /^whosaid-bytes$/ }, () => ({ path: resolve(pkg, "whosaid_bg.wasm"), namespace: "bytes" }));
    onLoad({ filter: /whosaid\.js$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replace(/new URL\('whosaid_bg\.wasm', import\.meta\.url\)/, "undefined") }));
    onLoad({ filter: /.*/, namespace: "bytes" }, ({ path }) => ({ contents: readFileSync(path).toString("base64"), loader: "text" }));
  },
};
/** Other modules in place of some of the page's. */
const instead = (modules) => ({
  name: "instead",
  setup({ onResolve }) {
    for (const [name, to] of Object.entries(modules)) {
      // A file of its own is only ever imported when it is wanted; others may have its name.
      onResolve({ filter: new RegExp(`/${name}\\.js$`) }, ({ kind }) => (!to.startsWith("./") ? { path: resolve(to) } : kind === "dynamic-import" ? { path: to, external: true } : undefined));
    }
  },
});

const shared = { bundle: true, format: "esm", target: "es2022", logLevel: "warning", minifySyntax: true, minifyWhitespace: true, legalComments: "none" };
const plain = { ...shared, plugins: [glue] };
// A file has to name itself where a module of CommonJS has no import.meta.
const common = { ...plain, format: "cjs", platform: "node", define: { "import.meta.url": "here" }, banner: { js: `"use strict";const here = require("node:url").pathToFileURL(__filename).href;` } };
/** CommonJS knows no default export beside named ones. */
const NAMES = "init, annotate, findPublicationDate, initSync, loadGazetteer, version";
const named = (names, from) => ({ ...common, stdin: { contents: `export { ${names} } from "./${from}.js";`, resolveDir: "npm" } });
const bundles = [
  { ...plain, entryPoints: ["npm/index.js"], outfile: `${pkg}/index.js` },
  { ...plain, entryPoints: ["npm/node.js"], outfile: `${pkg}/node.js`, platform: "node" },
  { ...named(NAMES, "node"), outfile: `${pkg}/node.cjs` },
  { ...plain, entryPoints: ["npm/inline.js"], outfile: `${pkg}/inline.js` },
  { ...named(NAMES, "inline"), outfile: `${pkg}/inline.cjs` },
  { ...plain, entryPoints: ["npm/gazetteer.js"], outfile: `${pkg}/gazetteer.js` },
  { ...plain, entryPoints: ["npm/gazetteer-node.js"], outfile: `${pkg}/gazetteer-node.js`, platform: "node" },
  { ...named("gazetteer", "gazetteer-node"), outfile: `${pkg}/gazetteer-node.cjs` },
  { ...plain, entryPoints: ["www/embed-worker.js"], outfile: `${pkg}/thread.js` },
  { ...shared, entryPoints: ["www/embed/reading.js"], outfile: `${pkg}/reading.js`, plugins: [instead({ card: "./card.js", checks: "./checks.js" })] },
  { ...shared, entryPoints: ["www/embed/checks.js"], outfile: `${pkg}/checks.js` },
  { ...shared, entryPoints: ["www/embed/card.js"], outfile: `${pkg}/card.js` },
  ...["worker", "element", "element-class"].map((name) => ({
    ...shared, entryPoints: [`npm/${name}.js`], outfile: `${pkg}/${name}.js`, plugins: [instead({ "assets": "npm/assets.js", "thread": "./thread.js", "reading": "./reading.js" })],
  })),
  { ...shared, entryPoints: ["npm/plain.js"], outfile: `${pkg}/whosaid.iife.js`, format: "iife", globalName: "whosaid", plugins: [instead({ assets: "npm/assets-plain.js" })] },
];
for (const bundle of bundles) await build(bundle);

// The core's types as wasm-bindgen gives them, with our own way to start.
const generated = readFileSync(`${pkg}/whosaid.d.ts`, "utf8");
const types = generated.slice(0, generated.indexOf("export type InitInput")).trimEnd() + "\n" + readFileSync("npm/types.d.ts", "utf8");
const writeTypes = (name, words) => {
  writeFileSync(`${pkg}/${name}.d.ts`, words);
  writeFileSync(`${pkg}/${name}.d.cts`, words.replace(/^export default \w+;\n/m, ""));
};
for (const name of ["index", "inline"]) writeTypes(name, types);
writeTypes("gazetteer", readFileSync("npm/gazetteer.d.ts", "utf8"));
for (const name of ["worker", "element", "element-class", "react", "places"]) copyFileSync(`npm/${name}.d.ts`, `${pkg}/${name}.d.ts`);
copyFileSync("npm/custom-elements.json", `${pkg}/custom-elements.json`);

/** An entry for ES modules and CommonJS, in Node a file of its own. */
const both = (name, node) => ({
  ...(node && { node: { import: { types: `./${name}.d.ts`, default: `./${node}.js` }, require: { types: `./${name}.d.cts`, default: `./${node}.cjs` } } }),
  import: { types: `./${name}.d.ts`, default: `./${name}.js` },
  require: { types: `./${name}.d.cts`, default: `./${node ?? name}.cjs` },
  default: `./${name}.js`,
});
const module = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
const homepage = field("homepage");
const repository = field("repository");
const description = {
  name: "whosaid",
  version: field("version"),
  description: field("description"),
  license: field("license"),
  keywords: ["nlp", "news", "quotes", "attribution", "named-entity-recognition", "figures", "wasm", "web-components"],
  ...(homepage && { homepage }),
  ...(repository && { repository: { type: "git", url: `git+${repository}.git` } }),
  type: "module",
  main: "./node.cjs",
  module: "./index.js",
  types: "./index.d.cts",
  unpkg: "./whosaid.iife.js",
  jsdelivr: "./whosaid.iife.js",
  customElements: "custom-elements.json",
  exports: {
    ".": both("index", "node"),
    "./inline": both("inline"),
    "./gazetteer": both("gazetteer", "gazetteer-node"),
    "./places": { types: "./places.d.ts" },
    "./worker": module("worker"),
    "./element": module("element"),
    "./element/class": module("element-class"),
    "./element/react": { types: "./react.d.ts" },
    "./whosaid.iife.js": "./whosaid.iife.js",
    "./whosaid_bg.wasm": "./whosaid_bg.wasm",
    "./gazetteer.bin": "./gazetteer.bin",
    "./thread.js": "./thread.js",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  files: ["*.js", "*.cjs", "*.d.ts", "*.d.cts", "!whosaid.js", "!whosaid.d.ts", "!whosaid_bg.wasm.d.ts", "whosaid_bg.wasm", "gazetteer.bin", "custom-elements.json", "LICENSE-*", "NOTICE"],
  sideEffects: ["./element.js", "./whosaid.iife.js", "./thread.js"],
  engines: { node: ">=20" },
};
// Written last: its date tells make that the package is whole.
writeFileSync(`${pkg}/package.json`, `${JSON.stringify(description, null, 2)}\n`);
