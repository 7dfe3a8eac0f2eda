// The little server behind `make serve`.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { listen, makeServer } from "../../scripts/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "whosaid-serve-"));
const server = makeServer(join(folder, "site"));
let address;

before(async () => {
  mkdirSync(join(folder, "site/pkg"), { recursive: true });
  writeFileSync(join(folder, "site/index.html"), "<!doctype html>home");
  writeFileSync(join(folder, "site/app.js"), "export {};");
  writeFileSync(join(folder, "site/a b.txt"), "text");
  writeFileSync(join(folder, "site/pkg/core.wasm"), "\0asm");
  writeFileSync(join(folder, "secret.txt"), "secret");
  address = await listen(server, 0);
});
after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** What the server answers to a path sent as it stands, `..` and all. */
const ask = (path, method = "GET") =>
  new Promise((done, fail) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (part) => (body += part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body }));
    })
      .on("error", fail)
      .end();
  });

test("files come with their types", async () => {
  for (const [path, type, body] of [
    ["/", "text/html; charset=utf-8", "<!doctype html>home"],
    ["/index.html?paste", "text/html; charset=utf-8", "<!doctype html>home"],
    ["/app.js", "text/javascript; charset=utf-8", "export {};"],
    ["/a%20b.txt", "text/plain; charset=utf-8", "text"],
    ["/pkg/core.wasm", "application/wasm", "\0asm"],
  ]) {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers["content-type"], type);
    assert.equal(answer.headers["x-content-type-options"], "nosniff");
    assert.equal(answer.body, body);
  }
});

test("HEAD has no body, other methods are refused", async () => {
  const head = await ask("/app.js", "HEAD");
  assert.deepEqual([head.status, head.headers["content-length"], head.body], [200, "10", ""]);
  assert.equal((await ask("/app.js", "POST")).status, 405);
});

test("nothing outside the folder, no folder lists, no crash", async () => {
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/pkg/../../secret.txt",
    "/pkg/",
    "/%00",
    "/%ff",
    "/%",
    "//",
    "/none.html",
  ]) {
    const { status, body } = await ask(path);
    assert.ok(status === 404 || (status === 200 && body.includes("home")), `${path} gave ${status}`);
    assert.ok(!body.includes("secret"), path);
  }
});

test("a folder without its slash leads to the one with it", async () => {
  const { status, headers } = await ask("/pkg?paste");
  assert.deepEqual([status, headers.location], [308, "./pkg/?paste"]);
});

test("a port that is taken is passed over", async () => {
  const other = makeServer(folder);
  const { port } = new URL(address);
  const next = await listen(other, Number(port));
  assert.notEqual(new URL(next).port, port);
  other.close();
});
