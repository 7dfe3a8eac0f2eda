// The wasm package gives what the command line gives, on every test text.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { env } from "node:process";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { mixtures, nasty, read, seeds, start, whosaid } from "./package.mjs";

const root = new URL("../../", import.meta.url);
const program = env.WHOSAID ?? fileURLToPath(new URL(`${env.CARGO_TARGET_DIR ?? "target"}/debug/whosaid`, root));

const texts = [...seeds, ...nasty, ...mixtures(60)];
let given;

before(async () => {
  await start();
  const input = texts.map((text, id) => JSON.stringify({ id, text })).join("\n");
  const { status, stdout, stderr } = spawnSync(program, ["--jsonl"], {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.equal(status, 0, stderr);
  given = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(given.length, texts.length);
});

test("without the gazetteer, all but where places are", () => {
  texts.forEach((text, id) => {
    const { id: sent, ...expected } = structuredClone(given[id]);
    assert.equal(sent, id);
    for (const entity of expected.entities.filter((entity) => entity.place)) delete entity.place;
    assert.deepStrictEqual(whosaid.annotate(text), expected, JSON.stringify(text));
  });
});

test("with a date as well", () => {
  const dated = texts.slice(0, 40).map((text, id) => JSON.stringify({ id, text, date: "2023-06-27" })).join("\n");
  const { stdout } = spawnSync(program, ["--jsonl"], { input: dated, encoding: "utf8", maxBuffer: 1 << 28 });
  stdout.trimEnd().split("\n").map((line) => JSON.parse(line)).forEach(({ id, figures }) => {
    assert.deepStrictEqual(whosaid.annotate(texts[id], { date: "2023-06-27" }).figures, figures, JSON.stringify(texts[id]));
  });
});

test("with the gazetteer, all", () => {
  whosaid.loadGazetteer(read("pkg/gazetteer.bin"));
  let places = 0;
  texts.forEach((text, id) => {
    const { id: sent, ...expected } = given[id];
    places += expected.entities.filter((entity) => entity.place).length;
    assert.deepStrictEqual(whosaid.annotate(text), expected, JSON.stringify(text));
  });
  assert.ok(places > 0);
});
