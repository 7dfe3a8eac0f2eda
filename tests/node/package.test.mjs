// The npm package as a program in Node uses it.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { exists, nasty, read, seeds, start, whosaid } from "./package.mjs";

/** What came of each call before the core was there. */
let early;
before(() => {
  early = ["annotate", "findPublicationDate", "loadGazetteer", "version"].map((name) => {
    try {
      return whosaid[name]("text");
    } catch (error) {
      return error.message;
    }
  });
  return start();
});

test("called before `init`, it says so", () => {
  assert.deepEqual(early, ["annotate", "findPublicationDate", "loadGazetteer", "version"].map((name) => `whosaid: ${name}() was called before the core was there; call \`await init()\` first`));
});

test("what is no core is refused in words, and harms no later start", async () => {
  const { init, annotate } = await import(`${new URL("../../pkg/node.js", import.meta.url)}?anew`);
  // The smallest module there is.
  const foreign = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  await assert.rejects(init(foreign), /this WebAssembly is not whosaid's: it has no annotate/);
  await assert.rejects(init(new TextEncoder().encode("<!doctype html><title>404")), /the bytes given is no WebAssembly: it begins with "<!doctype html>"/);
  await assert.rejects(init(3), /init takes an address, a Response, bytes or a WebAssembly.Module, not number/);
  await assert.rejects(init("http://127.0.0.1:9/whosaid_bg.wasm"), /cannot be fetched.*whosaid\/inline/);
  await assert.rejects(init(new Response("gone", { status: 404 })), /404/);
  await init();
  assert.equal(annotate(seeds[0]).version, whosaid.annotate(seeds[0]).version);
});

test("the core starts of whatever it is given", async () => {
  const bytes = read("pkg/whosaid_bg.wasm");
  const module = new WebAssembly.Module(bytes);
  const wasm = { headers: { "Content-Type": "application/wasm" } };
  const sources = [
    () => undefined, () => bytes, () => new Uint8Array(bytes).buffer, () => module, () => Promise.resolve(module), () => ({ module_or_path: bytes }),
    () => new Response(bytes), () => Promise.resolve(new Response(bytes, wasm)), () => `data:application/wasm;base64,${bytes.toString("base64")}`,
    () => new URL(`data:application/wasm;base64,${bytes.toString("base64")}`),
  ];
  for (const [at, source] of sources.entries()) {
    const { init, annotate } = await import(`${new URL("../../pkg/node.js", import.meta.url)}?source=${at}`);
    await init(source());
    assert.deepStrictEqual(annotate(seeds[0]), whosaid.annotate(seeds[0]), `${source}`);
  }
  for (const source of [bytes, module, { module }]) {
    const { initSync, annotate } = await import(`${new URL("../../pkg/inline.js", import.meta.url)}?sync=${typeof source}${sources.length++}`);
    initSync(source);
    assert.equal(annotate("text").version, whosaid.annotate("text").version);
  }
});

test("the gazetteer's entry gives its bytes", async () => {
  const { gazetteer } = await import(new URL("../../pkg/gazetteer-node.js", import.meta.url));
  assert.equal(Buffer.compare(await gazetteer(), read("pkg/gazetteer.bin")), 0);
});

test("the manifest of elements names every attribute", async () => {
  const { ATTRIBUTES } = await import("../../www/embed/options.js");
  const { attributes } = JSON.parse(read("pkg/custom-elements.json", "utf8")).modules[0].declarations[0];
  assert.deepEqual(attributes.map(({ name }) => name).sort(), ["for", "quiet", ...ATTRIBUTES].sort());
});

test("exports what its types say, no more", () => {
  assert.deepEqual(Object.keys(whosaid).sort(), ["annotate", "default", "findPublicationDate", "init", "initSync", "loadGazetteer", "version"]);
  const types = read("pkg/index.d.ts", "utf8");
  for (const line of [
    "export function annotate(text: string, options?: AnnotateOptions | null): Annotation;",
    "export function findPublicationDate(text: string): string | undefined;",
    "export function loadGazetteer(bytes: Uint8Array | ArrayBuffer): void;",
    "export function version(): string;",
  ]) {
    assert.ok(types.includes(line), line);
  }
});

const CONTRACT = "../shared/contract/annotation.md";

test("the types are the contract's, word for word", { skip: !exists(CONTRACT) }, () => {
  const contract = read(CONTRACT, "utf8").match(/```ts\n(.*?)```/s)[1];
  const types = read("src/annotation.ts", "utf8").replace(/^export /gm, "");
  assert.equal(types, contract);
});

test("its version is the crate's and the package's", () => {
  assert.equal(whosaid.version(), JSON.parse(read("pkg/package.json", "utf8")).version);
});

test("init again does nothing", async () => {
  const before = whosaid.annotate(seeds[0]);
  await whosaid.default({ module_or_path: new Uint8Array() });
  assert.deepStrictEqual(whosaid.annotate(seeds[0]), before);
});

test("annotate is synchronous, and gives the same value each time", () => {
  for (const text of [...seeds, ...nasty]) {
    assert.deepStrictEqual(whosaid.annotate(text), whosaid.annotate(text));
  }
});

test("every field has the kind that the types give it", () => {
  for (const text of [...seeds, ...nasty]) checkAnnotation(whosaid.annotate(text), text);
});

test("half a surrogate pair is one code unit, like U+FFFD", () => {
  for (const half of ["\ud800", "\udbff", "\udc00", "\udfff", "\udc00\ud800"]) {
    const broken = `${half}${seeds[0].slice(0, 800)}${half}${seeds[0].slice(800)}${half}`;
    assert.deepStrictEqual(whosaid.annotate(broken), whosaid.annotate(broken.toWellFormed()));
  }
});

test("what is no string is a TypeError", () => {
  for (const value of [undefined, null, 3, 3n, true, [], {}, ["text"], new String("text"), Symbol("text"), () => {}]) {
    assert.throws(() => whosaid.annotate(value), {
      name: "TypeError",
      message: /^annotate\(text\): text must be a string, not /,
    });
  }
  assert.throws(() => whosaid.annotate(), TypeError);
});

test("with its date, an article's relative dates are full", () => {
  const iso = (options) => whosaid.annotate("It rained on Tuesday.", options).figures[0].iso;
  assert.equal(iso(), "XXXX-WXX-2");
  for (const options of [null, {}, { date: undefined }, { date: null }]) assert.equal(iso(options), "XXXX-WXX-2");
  assert.equal(iso({ date: "2023-06-29" }), "2023-06-27");
  assert.equal(iso({ date: "2023-06-29T22:00:00-05:00" }), "2023-06-27");
  for (const text of [...seeds, ...nasty]) checkAnnotation(whosaid.annotate(text, { date: "2024-02-29" }), text);
});

test("a bad date says what to give", () => {
  const annotate = (options) => () => whosaid.annotate("text", options);
  for (const date of ["", "27 June", "2023-02-30", "20230627"]) {
    assert.throws(annotate({ date }), { name: "RangeError", message: `annotate(text, { date }): "${date}" is no date; give the day as YYYY-MM-DD, such as "2023-06-27"` });
  }
  assert.throws(annotate({ date: new Date() }), { name: "TypeError", message: /date must be a string such as "2023-06-27", not object; date\.toISOString/ });
  assert.throws(annotate({ date: 20230627 }), { name: "TypeError", message: /must be a string.*not number$/ });
  for (const options of ["2023-06-27", 3, ["2023-06-27"], true]) assert.throws(annotate(options), { name: "TypeError", message: /options must be an object such as/ });
});

test("stances are listed where they are asked for", () => {
  const acts = (options) => whosaid.annotate("Orlov wants to close the harbour. Orlov said it was old.", options).quotes.map(({ act }) => act);
  for (const options of [undefined, {}, { stances: false }, { stances: null }]) assert.deepEqual(acts(options), ["said"]);
  assert.ok(acts({ stances: true }).includes("said"));
  assert.throws(() => acts({ stances: "yes" }), { name: "TypeError", message: /stances must be true or false, not string$/ });
  for (const text of seeds) {
    const all = whosaid.annotate(text, { stances: true });
    checkAnnotation(all, text);
    assert.equal(whosaid.annotate(text).quotes.length, all.quotes.filter(({ act }) => act !== "stance").length);
  }
});

test("what the caller knows of the parts is taken and said back", () => {
  const text = "“We are ready,” Kaja Kallas said.\n\n🙂 Marta Sild: “We are not,” the minister said";
  const litter = { start: 35, end: text.length, role: "litter" };
  assert.equal(whosaid.annotate(text).quotes.length, 2);
  for (const parts of [[litter], [{ ...litter, why: "related" }]]) {
    const found = whosaid.annotate(text, { parts });
    assert.deepEqual(found.parts, [litter]);
    assert.equal(found.quotes.length, 1);
  }
  for (const parts of [undefined, null, []]) assert.equal(whosaid.annotate(text, { parts }).quotes.length, 2);
  for (const text of [...seeds, ...nasty]) {
    const cut = Math.floor(text.length / 3);
    const parts = ["litter", "caption", "label"].map((role, i) => ({ start: i * cut, end: (i + 1) * cut, role }));
    checkAnnotation(whosaid.annotate(text, { parts }), text);
  }
});

test("bad parts say what to give", () => {
  const annotate = (/** @type {unknown} */ parts) => () => whosaid.annotate("text", { parts });
  assert.throws(annotate("headline"), { name: "TypeError", message: /parts must be an array such as .* not string$/ });
  assert.throws(annotate([3]), { name: "TypeError", message: /parts\[0\] must be an object, not number$/ });
  assert.throws(annotate([{ start: 0, end: 1.5, role: "credit" }]), { name: "TypeError", message: /parts\[0\]\.end must be a whole number/ });
  assert.throws(annotate([{ start: 0, end: 1, role: "title" }]), { name: "TypeError", message: /parts\[0\]\.role must be one of headline, .*litter$/ });
  assert.throws(annotate([{ start: 0, end: 5, role: "credit" }]), { name: "RangeError", message: /parts\[0\] goes from 0 to 5 in a text of 4 code units$/ });
});

test("an article says its date itself", () => {
  assert.equal(whosaid.findPublicationDate("KYIV, June 27, 2023 (Reuters) - It rained."), "2023-06-27");
  assert.equal(whosaid.findPublicationDate("It rained."), undefined);
  assert.throws(() => whosaid.findPublicationDate(3), { name: "TypeError", message: /text must be a string, not number/ });
});

test("what is no gazetteer is an error, and harms nothing", () => {
  const before = whosaid.annotate(seeds[0]);
  for (const value of [undefined, null, "bytes", [1, 2, 3], {}, new Float64Array(3)]) {
    assert.throws(() => whosaid.loadGazetteer(value), { name: "TypeError", message: /must be a Uint8Array/ });
  }
  const html = new TextEncoder().encode("<!doctype html><title>404</title>");
  for (const value of [new Uint8Array(), new ArrayBuffer(9), html, Buffer.from(html), html.buffer]) {
    assert.throws(() => whosaid.loadGazetteer(value), { name: "Error", message: /gazetteer/ });
  }
  assert.deepStrictEqual(whosaid.annotate(seeds[0]), before);
});

const KINDS = {
  entity: ["person", "organization", "place", "group", "product", "event", "other"],
  form: ["name", "nominal", "pronoun"],
  role: ["headline", "subheading", "byline", "dateline", "caption", "credit", "label", "litter"],
  act: ["said", "thought", "stance"],
  style: ["direct", "indirect", "mixed", "transcript"],
  figure: ["number", "ordinal", "percent", "money", "date", "time", "duration", "age", "quantity"],
  bound: ["about", "over", "under", "at-least", "at-most"],
};

/** Checks each field of an annotation of `text` against the contract, and that there is no other. */
function checkAnnotation(annotation, text) {
  const number = (value) => assert.ok(Number.isFinite(value), `${value}`);
  const string = (value) => assert.equal(typeof value, "string");
  const oneOf = (values) => (value) => assert.ok(values.includes(value), value);
  const position = (value) => assert.ok(Number.isInteger(value) && value >= 0 && value <= text.length);
  const index = (list) => (value) => assert.ok(Number.isInteger(value) && value >= 0 && value < list.length);
  const listOf = (check) => (value) => {
    assert.ok(Array.isArray(value));
    value.forEach(check);
  };
  /** `fields`: name to check; a name that ends in "?" may be absent, but never undefined or null. */
  const object = (fields) => (value) => {
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    const left = new Set(Object.keys(value));
    for (const [field, check] of Object.entries(fields)) {
      const name = field.replace("?", "");
      if (left.delete(name)) check(value[name]);
      else assert.ok(field.endsWith("?"), `${name} is missing`);
    }
    assert.deepEqual([...left], [], "no other field");
  };
  const span = object({ start: position, end: position });
  object({
    version: (value) => assert.equal(value, 2),
    parts: listOf(object({ start: position, end: position, role: oneOf(KINDS.role) })),
    entities: listOf(
      object({
        id: index(annotation.entities),
        kind: oneOf(KINDS.entity),
        name: string,
        "description?": string,
        "place?": object({ latitude: number, longitude: number, country: string, "geonames?": number }),
      }),
    ),
    mentions: listOf(
      object({
        start: position,
        end: position,
        entity: index(annotation.entities),
        form: oneOf(KINDS.form),
        "antecedent?": index(annotation.mentions),
      }),
    ),
    quotes: listOf(
      object({
        style: oneOf(KINDS.style),
        act: oneOf(KINDS.act),
        content: listOf(span),
        cue: listOf(span),
        source: listOf(span),
        speaker: (value) => value === null || index(annotation.entities)(value),
        certainty: (value) => assert.ok(value >= 0 && value <= 1),
        "alternatives?": listOf(index(annotation.entities)),
      }),
    ),
    figures: listOf(
      object({
        start: position,
        end: position,
        kind: oneOf(KINDS.figure),
        "value?": number,
        "low?": number,
        "high?": number,
        "unit?": string,
        "iso?": string,
        "bound?": oneOf(KINDS.bound),
        "of?": span,
      }),
    ),
  })(annotation);
  annotation.entities.forEach(({ id }, i) => assert.equal(id, i));
}
