// The package as its README has it, in each tool that npm carries: an app of some lines is built and run.
//
//   node tests/matrix/matrix.mjs            all of them
//   node tests/matrix/matrix.mjs vite7 jest some of them
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { argv, env, execPath, exit } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CACHE = join(ROOT, ".cache/matrix");
const WANTED = "Kaja Kallas";
const TEXT = JSON.stringify("“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday.");
const found = `const { quotes, entities } = annotate(${TEXT}); const name = entities[quotes[0].speaker].name;`;

/** The README's lines, in a page. */
const core = (entry = "whosaid") => `
import init, { annotate } from ${JSON.stringify(entry)};
async function main() {
  await init();
  ${found}
  document.title = name;
}
main().catch((error) => (document.title = "failed: " + error.message));
`;
/** With the worker and the element beside it. */
const all = `
import { Annotator } from "whosaid/worker";
import "whosaid/element";
${core().trim().replace("document.title = name;", `
  const annotator = new Annotator();
  const inWorker = await annotator.annotate(${TEXT});
  const element = document.querySelector("whosaid-article");
  while (!element.annotation) await new Promise((done) => setTimeout(done, 50));
  document.title = [name, inWorker.entities[0].name, element.annotation.entities[0].name].join();`)}
`;
const PAGE = (script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>waiting</title><link rel="icon" href="data:,"><article><p>“We are ready,” Kaja Kallas told reporters in Tallinn on Tuesday.</p></article><whosaid-article></whosaid-article><script type="module" src="${script}"></script>`;
const THREE = [WANTED, WANTED, WANTED].join();

const vite = (version) => ({
  packages: [`vite@${version}`],
  files: { "index.html": PAGE("/app.js"), "app.js": all },
  build: ["vite", "build", "--base", "./"], page: "dist/index.html", wanted: THREE,
  serve: ["vite", "--port", "0", "--host", "127.0.0.1"],
});
const node = (name, program) => ({ files: { [name]: program }, node: name });
const nodeProgram = (start) => `${start}\n(async () => { await init(); ${found} console.log(name); })();`;
const strict = (lib) => ({
  packages: ["typescript@5.9"],
  files: {
    "app.ts": `import init, { annotate, loadGazetteer, type Annotation } from "whosaid";\nimport gazetteer from "whosaid/gazetteer";\nexport async function main(): Promise<string | null> {\n  await init();\n  await init(new Uint8Array());\n  loadGazetteer(await gazetteer());\n  const found: Annotation = annotate("text", { date: "2023-06-27" });\n  return found.entities[0]?.name ?? null;\n}\n`,
    ...(lib.includes("dom") && { "element.ts": `import { attach, WhosaidArticle } from "whosaid/element/class";\nimport { Annotator } from "whosaid/worker";\nconst made: WhosaidArticle = document.createElement("whosaid-article");\nmade.addEventListener("whosaid-ready", ({ detail }) => detail.annotation.quotes.length);\nattach(document.body, { kinds: ["quotes"], onReady: ({ reason }) => reason }).destroy();\nexport const found = new Annotator().annotate("text");\n` }),
  },
  build: ["tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", lib.join(), ...(lib.includes("dom") ? ["element.ts"] : []), "app.ts"],
});

/** @type {Record<string, any>} */
const TOOLS = {
  "node-esm": node("app.mjs", nodeProgram(`import init, { annotate } from "whosaid";`)),
  "node-cjs": node("app.cjs", nodeProgram(`const { init, annotate } = require("whosaid");`)),
  "node-inline": node("app.cjs", nodeProgram(`const { init, annotate } = require("whosaid/inline");`)),
  esbuild: { packages: ["esbuild@0.28"], files: { "index.html": PAGE("out.js"), "app.js": core("whosaid/inline") }, build: ["esbuild", "app.js", "--bundle", "--format=esm", "--outfile=out.js"], page: "index.html" },
  typescript: strict(["es2022"]),
  "typescript-dom": strict(["es2022", "dom"]),
  iife: { files: { "index.html": PAGE("app.js").replace("<script", `<script src="node_modules/whosaid/whosaid.iife.js"></script><script`), "app.js": `(async () => { const e = document.querySelector("whosaid-article"); while (!e.annotation) await new Promise((d) => setTimeout(d, 50)); document.title = e.annotation.entities[0].name; })();` }, page: "index.html" },
  vite5: vite("5"), vite6: vite("6"), vite7: vite("7"), vite8: vite("8"),
  webpack: {
    packages: ["webpack@5", "webpack-cli"], files: { "index.html": PAGE("dist/main.js"), "src/index.js": all },
    build: ["webpack", "--mode", "production"], page: "index.html", wanted: THREE,
  },
  rollup: {
    packages: ["rollup@4", "@rollup/plugin-node-resolve@16"], files: { "index.html": PAGE("out/app.js"), "app.js": core("whosaid/inline") },
    build: ["rollup", "app.js", "-p", "@rollup/plugin-node-resolve", "-d", "out", "-f", "es"], page: "index.html",
  },
  parcel: {
    packages: ["parcel@2"], files: { "index.html": PAGE("./app.js"), "app.js": core() }, manifest: { "@parcel/resolver-default": { packageExports: true } },
    build: ["parcel", "build", "index.html", "--public-url", ".", "--no-cache"], page: "dist/index.html",
  },
  jest: {
    packages: ["jest@30"], files: { "app.test.js": `const { init, annotate } = require("whosaid");\ntest("who", async () => { await init(); ${found} expect(name).toBe(${JSON.stringify(WANTED)}); });` },
    build: ["jest"], type: "commonjs",
  },
  vitest: {
    packages: ["vitest"], files: { "app.test.js": `import init, { annotate } from "whosaid";\nimport { expect, test } from "vitest";\ntest("who", async () => { await init(); ${found} expect(name).toBe(${JSON.stringify(WANTED)}); });` },
    build: ["vitest", "run"],
  },
  node22: { ...node("app.mjs", nodeProgram(`import init, { annotate } from "whosaid";`)), packages: ["node@22"], run: ["node", "app.mjs"] },
  bun: { ...node("app.mjs", nodeProgram(`import init, { annotate } from "whosaid";`)), packages: ["bun@1"], run: ["bun", "app.mjs"] },
  deno: { ...node("app.mjs", nodeProgram(`import init, { annotate } from "whosaid";`)), packages: ["deno@2"], run: ["deno", "run", "--allow-read", "--no-prompt", "app.mjs"] },
  next: {
    packages: ["next@15", "react@19", "react-dom@19"],
    files: {
      "next.config.mjs": `export default { serverExternalPackages: ["whosaid"] };`,
      "app/layout.js": `export default function Layout({ children }) { return <html lang="en"><head><title>waiting</title></head><body>{children}</body></html>; }`,
      "app/page.js": `"use client";\nimport { useEffect } from "react";\nimport init, { annotate } from "whosaid";\nexport default function Page() {\n  useEffect(() => {\n    (async () => {\n      await init();\n      ${found}\n      document.title = name + "," + (await (await fetch("/api")).text());\n    })().catch((error) => (document.title = "failed: " + error.message));\n  }, []);\n  return <p>Who?</p>;\n}\n`,
      "app/api/route.js": `import init, { annotate } from "whosaid";\nexport const dynamic = "force-dynamic";\nexport async function GET() { await init(); ${found} return new Response(name); }\n`,
    },
    build: ["next", "build"], serve: ["next", "start", "-p", "0", "-H", "127.0.0.1"], wanted: [WANTED, WANTED].join(),
  },
  workerd: {
    packages: ["miniflare@4"],
    files: {
      "worker.mjs": `import module from "./node_modules/whosaid/whosaid_bg.wasm";\nimport init, { annotate } from "./node_modules/whosaid/index.js";\nexport default { async fetch() { await init(module); ${found} return new Response(name); } };`,
      "run.mjs": `import { Miniflare } from "miniflare";\nconst mf = new Miniflare({ modules: true, scriptPath: "worker.mjs", modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }, { type: "ESModule", include: ["**/*.js", "**/*.mjs"] }] });\nconsole.log(await (await mf.dispatchFetch("http://x/")).text());\nawait mf.dispose();`,
    },
    node: "run.mjs",
  },
};

/** Those that need nothing but what is here already: for the suites. */
export const QUICK = ["node-esm", "node-cjs", "node-inline", "esbuild", "typescript", "typescript-dom", "iife"];

const packed = (() => {
  let file;
  return () => {
    if (file) return file;
    mkdirSync(CACHE, { recursive: true });
    file = join(CACHE, execFileSync("npm", ["pack", join(ROOT, "pkg"), "--silent", "--pack-destination", CACHE], { encoding: "utf8" }).trim());
    return file;
  };
})();

/**
 * Builds the app and runs it.
 *
 * @param {string} name a key of TOOLS
 * @returns {Promise<void>} or an error that says what came out
 */
export async function check(name) {
  const { packages = [], files, build, page, node: program, run, wanted = WANTED, serve, type = "module", manifest = {} } = TOOLS[name];
  const home = join(CACHE, name);
  const stamp = join(home, "installed");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== packages.join()) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, type, ...manifest }));
    if (packages.length) execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", "--no-package-lock", ...packages], { cwd: home, stdio: "pipe" });
    writeFileSync(stamp, packages.join());
  }
  const own = join(home, "node_modules/whosaid");
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  execFileSync("tar", ["xzf", packed(), "-C", own, "--strip-components=1"]);
  for (const [path, words] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), words);
  }
  const bin = (command) => join(home, "node_modules/.bin", command);
  if (build) {
    try {
      execFileSync(bin(build[0]), build.slice(1), { cwd: home, stdio: "pipe", encoding: "utf8", env: { ...env, CI: "1" } });
    } catch (error) {
      throw new Error(`${build.join(" ")}\n${error.stdout}\n${error.stderr}`);
    }
  }
  if (run) expect(execFileSync(bin(run[0]), run.slice(1), { cwd: home, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim(), wanted);
  else if (program) expect(execFileSync(execPath, [program], { cwd: home, encoding: "utf8" }).trim(), wanted);
  if (page) await withServer(home, async (address) => expect(await titleOf(`${address}${page}`), wanted));
  if (serve) {
    const child = spawn(bin(serve[0]), serve.slice(1), { cwd: home, env: { ...env, NO_COLOR: "1" } });
    try {
      const address = await new Promise((done, fail) => {
        let said = "";
        child.stdout.on("data", (words) => {
          said += words;
          const match = said.match(/http:\/\/127\.0\.0\.1:\d+/);
          if (match) done(`${match[0]}/`);
        });
        child.on("exit", () => fail(new Error(said)));
      });
      expect(await titleOf(address), wanted);
    } finally {
      child.kill();
    }
  }
}

/** @param {string} came @param {string} wanted */
function expect(came, wanted) {
  if (came !== wanted) throw new Error(`“${came}” instead of “${wanted}”`);
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".bin": "application/octet-stream" };

async function withServer(folder, use) {
  const server = createServer((request, response) => {
    const file = join(folder, decodeURIComponent(new URL(request.url, "http://x").pathname));
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "text/plain" }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    await use(`http://127.0.0.1:${server.address().port}/`);
  } finally {
    server.close();
  }
}

/** What a page's title becomes. @param {string} address */
async function titleOf(address) {
  const { openBrowser } = await import("../www/harness.mjs");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.title !== "waiting", null, { timeout: 60_000 }).catch(() => {});
    return await page.title();
  } finally {
    await browser.close();
  }
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const names = argv.slice(2).length ? argv.slice(2) : Object.keys(TOOLS);
  let failed = 0;
  for (const name of names) {
    try {
      await check(name);
      console.log(`${name.padEnd(16)} works`);
    } catch (error) {
      failed++;
      console.log(`${name.padEnd(16)} FAILS: ${error.message.trim().slice(0, 1500)}`);
    }
  }
  exit(failed ? 1 : 0);
}
