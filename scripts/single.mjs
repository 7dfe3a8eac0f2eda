// whosaid.html: the page in one file that opens from a disk, with the core, the gazetteer, the map and the examples in it.
//
//   node scripts/single.mjs site       after site/ was built
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { argv } from "node:process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const site = argv[2];
const shared = {
  bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser", legalComments: "none", logLevel: "error", write: false,
  tsconfigRaw: "{}", define: { global: "globalThis" },
};
const inside = {
  name: "inside",
  setup: ({ onResolve, onLoad }) => {
    // A page from a disk starts no module workers.
    onLoad({ filter: /\/effects\/files\.js$/ }, ({ path }) => ({ contents: readFileSync(path, "utf8").replaceAll('type: "module"', 'type: "classic"') }));
    onResolve({ filter: /\/page-assets\.js$/ }, () => ({ path: resolve("www/single/assets.js") }));
    onResolve({ filter: /\/pkg\/whosaid\.js$/ }, () => ({ path: resolve("pkg/whosaid.js") }));
  },
};
const bundle = async (entry, options = {}) => (await build({ ...shared, entryPoints: [entry], plugins: [inside], ...options })).outputFiles[0].text;
const pack = (file) => gzipSync(readFileSync(file), { level: 9 }).toString("base64");
/** Words in a script element end at the first of these. */
const safe = (words) => words.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const hash = (words) => `'sha256-${createHash("sha256").update(words).digest("base64")}'`;

const app = safe(await bundle("www/app.js"));
const early = safe(await bundle("www/early.js", { format: undefined }));
const style = readFileSync(`${site}/page.css`, "utf8");
const seeds = Object.fromEntries(readdirSync("seeds").filter((name) => name.endsWith(".txt")).map((name) => [name, readFileSync(`seeds/${name}`, "utf8")]));
const data = {
  "data-wasm": pack("pkg/whosaid_bg.wasm"), "data-gazetteer": pack("pkg/gazetteer.bin"),
  "data-worker": safe(await bundle("www/single/worker.js", { format: "iife", define: { ...shared.define, "import.meta.url": '"file:///"' } })),
  "data-pdf-worker": safe(await bundle("node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs", { format: "iife", define: { ...shared.define, "import.meta.url": '"file:///"' } })),
  "data-coarse": readFileSync(`${site}/map/countries-110m.json`, "utf8"), "data-fine": readFileSync(`${site}/map/countries-50m.json`, "utf8"),
  "data-seeds": JSON.stringify(seeds).replaceAll("<", "\\u003c"),
};
const policy = `default-src 'none'; script-src ${hash(app)} ${hash(early)} blob: 'wasm-unsafe-eval'; worker-src blob:; connect-src blob: data:; style-src ${hash(style)}; img-src data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types whosaid whosaid-inert`;
const icon = `data:image/svg+xml;base64,${readFileSync("www/icon.svg").toString("base64")}`;
let page = readFileSync("www/index.html", "utf8");
const change = (pattern, words) => {
  if (!pattern.test(page)) throw new Error(`www/index.html has no ${pattern}`);
  page = page.replace(pattern, () => words);
};
change(/(?<=Content-Security-Policy" content=")[^"]*/, policy);
change(/<link rel="manifest"[^>]*>\n/, "");
change(/(?<=<link rel="icon" href=")[^"]*/, icon);
change(/(?:<link rel="stylesheet"[^>]*>\n)+/, `<style>${style}</style>\n`);
change(/<script src="early\.js"><\/script>/, `<script>${early}</script>`);
change(/<script type="module" src="app\.js"><\/script>\n/, "");
change(/<!-- site -->[^]*<!-- \/site -->/, "");
change(/<\/body>/, `${Object.entries(data).map(([id, words]) => `<script type="text/plain" id="${id}">${words}</script>\n`).join("")}<script type="module">${app}</script>\n</body>`);
writeFileSync(`${site}/whosaid.html`, page);
console.log(`built ${site}/whosaid.html, ${(Buffer.byteLength(page) / 1e6).toFixed(1)} MB`);
