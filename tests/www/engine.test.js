/** The engine of page, embed and package, with a worker of paper: turns, the newest text, cancelling, a worker that dies. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Annotator } from "../../www/engine/annotator.js";

const files = { worker: new URL("http://here/worker.js"), gazetteer: new URL("http://here/gazetteer.bin") };
/** @type {PaperWorker[]} */
let workers = [];
/** What a call is answered with; `undefined`: nothing yet. */
let answer;

class PaperWorker extends EventTarget {
  calls = [];
  alive = true;
  constructor() {
    super();
    workers.push(this);
  }
  postMessage(message) {
    this.calls.push(message);
    const value = message.call === "read" ? answer(message.args[0], this) : null;
    if (value !== undefined) this.reply(message.id, value);
  }
  reply(id, value) {
    queueMicrotask(() => this.alive && this.dispatchEvent(Object.assign(new Event("message"), { data: value?.error ? { id, error: value.error } : { id, value } })));
  }
  die() {
    this.dispatchEvent(Object.assign(new Event("error", { cancelable: true }), { message: "out of memory" }));
  }
  terminate() {
    this.alive = false;
  }
}
Object.assign(globalThis, { Worker: PaperWorker, location: { origin: "http://here" } });
beforeEach(() => {
  workers = [];
  answer = (text) => ({ annotation: text });
});
const code = (promise) => promise.then(() => "resolved", (error) => error.code);
const later = (time) => new Promise((done) => setTimeout(done, time));
const textsRead = () => workers.map(({ calls }) => calls.filter(({ call }) => call === "read").map(({ args }) => args[0]));

test("of one owner the newest text counts; owners take turns", async () => {
  const annotator = new Annotator(files);
  const [a, b] = [{}, {}];
  const all = [annotator.read("a1", {}, a), annotator.read("b1", {}, b), annotator.read("a2", {}, a), annotator.read("b2", {}, b)];
  assert.deepEqual(await Promise.all(all.map(code)), ["superseded", "superseded", "resolved", "resolved"]);
  assert.deepEqual(textsRead().flat().sort(), ["a1", "a2", "b2"]);
});

test("a text that nobody waits for is ended with its worker, and the next one is read by another, places and all", async () => {
  answer = (text) => (text === "slow" ? undefined : { annotation: text });
  const annotator = new Annotator(files, { grace: 20 });
  await annotator.loadPlaces();
  const slow = code(annotator.read("slow"));
  await later(5);
  const next = annotator.read("next");
  assert.equal(await slow, "superseded");
  assert.equal((await next).annotation, "next");
  assert.equal(workers.length, 2);
  assert.equal(workers[0].alive, false);
  await later(5);
  assert.equal(annotator.hasPlaces, true);
  assert.ok(workers[1].calls.some(({ call }) => call === "loadGazetteer"));
});

test("a text given up before its time is over leaves the worker to the next", async () => {
  const annotator = new Annotator(files, { grace: 20 });
  const gone = code(annotator.read("gone"));
  annotator.giveUp();
  assert.equal(await gone, "superseded");
  assert.equal((await annotator.read("next")).annotation, "next");
  await later(40);
  assert.equal(workers.length, 1);
});

test("while the core is still loading, a newer text ends nothing", async () => {
  const annotator = new Annotator(files, { grace: 5 });
  let load;
  annotator.start();
  workers[0].postMessage = function (message) {
    if (message.call === "load") load = () => this.reply(message.id, null);
    else PaperWorker.prototype.postMessage.call(this, message);
  };
  await later(1);
  const old = code(annotator.read("old"));
  const next = annotator.read("next");
  await later(30);
  assert.equal(workers.length, 1);
  load();
  assert.equal(await old, "superseded");
  assert.equal((await next).annotation, "next");
  assert.equal(workers.length, 1);
});

test("a worker that its browser ends is tried once more", async () => {
  const annotator = new Annotator(files);
  assert.equal((await annotator.read("first")).annotation, "first");
  let deaths = 0;
  answer = (text, worker) => (deaths++ ? { annotation: text } : void queueMicrotask(() => worker.die()));
  assert.equal((await annotator.read("again")).annotation, "again");
  assert.equal(workers.length, 2);
  answer = (_, worker) => void queueMicrotask(() => worker.die());
  assert.equal(await code(annotator.read("never")), "worker-refused");
});

test("after a crash the next text is a new worker's; after stop() too", async () => {
  const annotator = new Annotator(files);
  answer = (text) => (text === "boom" ? { error: { code: "crash", message: "unreachable" } } : { annotation: text });
  assert.equal(await code(annotator.read("boom")), "crash");
  assert.equal((await annotator.read("next")).annotation, "next");
  assert.equal(workers.length, 2);
  answer = () => undefined;
  const waiting = code(annotator.read("waiting"));
  annotator.stop();
  assert.equal(await waiting, "stopped");
  assert.equal(workers[1].alive, false);
});

test("parts and dates go to the core as they are given", async () => {
  const annotator = new Annotator(files);
  const options = { date: null, stated: ["2023-06-27"], parts: [{ start: 0, end: 4, role: "headline" }] };
  await annotator.read("Head\n\nBody.", options);
  assert.deepEqual(workers[0].calls.at(-1).args, ["Head\n\nBody.", options]);
});
