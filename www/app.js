/**
 * The page: joins what the reader does (session/), what the core finds (effects/, model/) and what is
 * shown (view/). State that the reader changes is in the store; what is found of it is derived here.
 *
 * @typedef {import("./types.ts").Annotation} Annotation
 * @typedef {import("./types.ts").Findings} Findings
 * @typedef {import("./types.ts").Session} Session
 * @typedef {import("./types.ts").Story} Story
 */

import { byId, element, makeSheet } from "./dom.js";
import { setUpInput } from "./effects/input.js";
import { Keeping } from "./effects/keeping.js";
import { makeLink, openLink, readHash } from "./effects/links.js";
import { Reading } from "./effects/reading.js";
import { loadSample, SAMPLES } from "./effects/samples.js";
import { Witness } from "./effects/witness.js";
import { Annotator } from "./engine/annotator.js";
import { EngineError } from "./engine/error.js";
import { useLanguage } from "./languages/language.js";
import { looksEnglish } from "./language.js";
import { findChange, moveAnnotation } from "./model/anchor.js";
import { applyCorrections } from "./model/corrections.js";
import { deriveFindings, isSameButPlaces } from "./model/findings.js";
import { textKey } from "./model/text-key.js";
import { withoutStances } from "./model/stances.js";
import { GAZETTEER, OFFLINE, WORKER } from "./page-assets.js";
import { hueRules } from "./palette.js";
import { makeStory } from "./session/session.js";
import { Store } from "./session/store.js";
import { titleOf } from "./session/title.js";
import { strings } from "./strings.js";
import { Article } from "./view/article.js";
import { Choosing } from "./view/choosing.js";
import { Editing } from "./view/editing.js";
import { setUpExport } from "./view/export-menu.js";
import { HistoryButtons } from "./view/history.js";
import { setUpKeyboard } from "./view/keyboard.js";
import { KINDS } from "./view/legend.js";
import { Marking } from "./view/marking.js";
import { setUpPrint } from "./view/print.js";
import { complain, notify, say, showDate, summarize } from "./view/notices.js";
import { LeftOutDialog } from "./view/left-out.js";
import { Shelf } from "./view/shelf.js";

await useLanguage();
document.adoptedStyleSheets.push(makeSheet(hueRules()));

/** How long after the first article the page is kept for later, in milliseconds: nothing waits for it. */
const LATER = 2000;
/** How long after the last keystroke an edited text is read again, in milliseconds. */
const TYPED = 300;

/** What the core found in the open story. @type {{ story: string, text: string, stated: string | null, annotation: Annotation } | null} */
let found = null;
/** The same with the reader's corrections. @type {Findings | null} */
let findings = null;

/** Whether the reader has given something that is still being read: it goes before what was kept. */
let coming = false;

/** Where a quote begins that an address leads to. @type {number | null} */
let wanted = null;

/** Said with the next article. */
let trouble = "";

/** Said with every article, where nothing can be kept. */
let unkept = "";

const store = new Store(follow);
const annotator = new Annotator({ worker: WORKER, gazetteer: GAZETTEER });
const articleRoot = byId("article");
const article = new Article(articleRoot);
const choosing = new Choosing({
  article, articleRoot, mapped: () => reading.mapped,
  correct: (corrections, what) => store.dispatch({ type: "correct", corrections, what, at: Date.now() }),
  onStances: () => showAgain(),
  link: async (id) => {
    const { story } = store.state;
    return story && findings ? makeLink(story, findings.annotation.quotes[id].content[0]?.start ?? 0) : null;
  },
});
const witness = new Witness(annotator, (requests) => (byId("requests").textContent = strings.requests(requests)));
const keeping = new Keeping({
  onFail: (full) => {
    unkept = full ? strings.shelf.full : strings.shelf.refused;
    complain(unkept);
  },
  onShelf: (entries) => shelf.update(entries, store.state.story?.id ?? null),
});
const shelf = new Shelf(/** @type {HTMLDialogElement} */ (byId("shelf")), { open: openKept, compare: compareWith, remove: removeKept, forget });
const historyButtons = new HistoryButtons({ undo, redo });
const reading = new Reading(annotator, {
  onFound: (story, { stated, annotation }, again) => {
    found = { story: story.id, text: story.text, stated, annotation };
    return showFound(again);
  },
  onDone: async (story) => {
    await witness.count();
    if (store.state.story !== story) return;
    articleRoot.dataset.state = "read";
    leadToWanted();
    keepForLater();
  },
  onPlacesMissing: () => {
    choosing.refreshMap();
    if (findings?.places.length) complain(strings.errors["places-missing"]);
  },
  onFail: fail,
});

/* ---- From the session to the page ---- */

/**
 * @param {Session} before
 * @param {Session} now
 * @param {import("./session/session.js").Action} action
 */
function follow(before, now, action) {
  keeping.follow(before, now, action);
  historyButtons.update(now);
  const [old, story] = [before.story, now.story];
  if (story === old) return;
  document.title = story ? strings.windowTitle(titleOf(story.text, story.parts)) : strings.windowTitle("");
  shelf.update(keeping.shelf, story?.id ?? null);
  leftOut.update(story);
  markSample(story?.sample ?? null);
  if (!story) return clear();
  if (!old || old.id !== story.id || !found) return begin(story);
  if (old.text !== story.text) return goOn(old, story, action.type === "edit");
  if (old.date !== story.date) {
    showDay();
    return void reading.read(story, { again: true });
  }
  showAgain();
}

/** Another article. @param {Story} story */
function begin(story) {
  scrollTo({ top: 0 }); // first: later the browser would lay out the page for it
  found = findings = null;
  choosing.close();
  const warning = looksEnglish(story.text) ? "" : strings.notEnglish;
  notify([trouble, unkept, warning].filter(Boolean).join(" "), " ", ...leftOut.say(story));
  trouble = "";
  byId("summary").textContent = strings.reading;
  articleRoot.dataset.state = "reading";
  article.showText(story.text, story.parts);
  reading.read(story);
}

/**
 * The same article, its text edited: what was found moves along until it is read again.
 *
 * @param {Story} old
 * @param {Story} story
 * @param {boolean} typing
 */
function goOn(old, story, typing) {
  if (!found) return begin(story);
  const annotation = moveAnnotation(found.annotation, findChange(found.text, story.text));
  found = { ...found, text: story.text, annotation };
  articleRoot.dataset.state = "reading";
  showAgain();
  reading.read(story, { again: true, after: typing ? TYPED : 0 });
}

function clear() {
  reading.stop();
  found = findings = null;
  choosing.show(null);
  article.showText("");
  articleRoot.dataset.state = "empty";
  articleRoot.append(element("p", { class: "no-article" }, strings.shelf.empty));
  byId("summary").textContent = "";
  notify("");
  showDate({ date: null, stated: null, given: false });
}

/** The reader's corrections over what the core found. @returns {Findings | null} */
function derive() {
  const { story } = store.state;
  if (!story || !found || found.story !== story.id || found.text !== story.text) return null;
  return deriveFrom(story, found.annotation);
}

/** @param {Story} story @param {Annotation} read what the core found in it */
function deriveFrom(story, read) {
  const { lost, ...corrected } = applyCorrections(story.text, read, story.corrections);
  if (lost.length) console.info(strings.lost(lost.length), lost);
  const { annotation, hand, stances } = choosing.legend.isShown("stance") ? { ...corrected, stances: null } : withoutStances(corrected);
  const derived = deriveFindings(story.text, annotation, hand);
  return stances ? { ...derived, counts: { ...derived.counts, stance: stances } } : derived;
}

/** The same text with other findings; the reader stays where they are. */
function showAgain() {
  const derived = derive();
  if (!derived) return;
  findings = derived;
  choosing.keep(() => editing.keep(() => article.showFindings(derived)));
  choosing.show(derived);
  summarize(derived, choosing.check);
  showDay();
}

/** Where nothing but coordinates has come the marks stay as they are. @returns {boolean} whether that is all */
function showPlaces() {
  const derived = derive();
  if (!derived || !findings || !isSameButPlaces(findings.annotation, derived.annotation) || !article.showPlaces(derived)) return false;
  findings = derived;
  choosing.showPlaces(derived);
  showDay();
  return true;
}

/**
 * What the core has found, in steps, so that a long text never holds up the page.
 *
 * @param {boolean} again
 */
async function showFound(again) {
  if (again) {
    if (!showPlaces()) showAgain();
    return;
  }
  const derived = derive();
  if (!derived) return;
  showDay();
  const { story } = store.state;
  const steps = [
    () => article.showFindings(derived),
    () => choosing.show(derived),
    () => {
      findings = derived;
      summarize(derived, choosing.check);
      say([byId("summary").textContent, looksEnglish(derived.text) ? "" : strings.notEnglish].filter(Boolean).join(" "));
    },
  ];
  for (const step of steps) {
    await new Promise((done) => setTimeout(done)); // the browser has its turn: on a phone each step takes a while
    if (store.state.story !== story) return;
    step();
  }
}

function showDay() {
  const { story } = store.state;
  const stated = story?.stated ?? found?.stated ?? null;
  showDate({ stated, date: story?.date === undefined ? stated : story.date, given: story?.date !== undefined });
}

/** @param {unknown} error */
function fail(error) {
  const code = error instanceof EngineError ? error.code : "unknown";
  const known = /** @type {Record<string, unknown>} */ (strings.errors)[code];
  byId("summary").textContent = "";
  articleRoot.dataset.state = "failed";
  complain(typeof known === "string" ? known : strings.errors.unknown);
  console.warn(error);
}

/* ---- From the reader to the session ---- */

/**
 * @param {string} text
 * @param {Partial<Story> & { what: string }} from
 */
function open(text, { what, ...rest }) {
  if (!text.trim()) return complain(strings.errors.empty);
  if (!rest.sample) witness.start();
  store.dispatch({ type: "open", what, story: makeStory(text, { id: rest.sample ? `sample:${rest.sample}` : crypto.randomUUID(), made: Date.now(), ...rest }) });
}

/** @param {typeof SAMPLES[number]} sample */
async function openSample(sample) {
  const { state: before } = store;
  const overtaken = () => store.state !== before; // the reader was faster
  const kept = await keeping.find(`sample:${sample.id}`);
  if (overtaken()) return;
  if (kept) return store.dispatch({ type: "open", what: "sample", story: kept });
  const { state = "" } = articleRoot.dataset;
  markSample(sample.id);
  articleRoot.dataset.state = "reading";
  try {
    const text = await loadSample(sample);
    if (!overtaken()) open(text, { what: "sample", sample: sample.id });
  } catch (error) {
    console.warn(error);
    if (overtaken()) return;
    articleRoot.dataset.state = state; // the text before still stands
    markSample(store.state.story?.sample ?? null);
    byId("summary").textContent = "";
    complain(strings.errors["sample-missing"]);
  }
}

/** @param {string} id */
async function openKept(id) {
  const { state } = store;
  const story = await keeping.find(id);
  if (store.state !== state) return;
  if (!story) return complain(strings.shelf.gone);
  if (story.id !== store.state.story?.id) store.dispatch({ type: "open", what: "kept", story });
}

/** Holds the open article against another one. @param {string} id */
async function compareWith(id) {
  const [{ story }, here] = [store.state, findings];
  const other = await keeping.find(id);
  if (!other) return complain(strings.shelf.gone);
  if (!story || !here) return;
  try {
    const [{ showComparison }, { annotation }] = await Promise.all([
      import("./views/compare.js"), annotator.read(other.text, { date: other.date, stated: [other.stated], parts: other.parts, stances: true }, compareWith),
    ]);
    if (store.state.story !== story) return;
    showComparison({ title: titleOf(story.text, story.parts), findings: here }, { title: titleOf(other.text, other.parts), findings: deriveFrom(other, annotation) }, (target) => choosing.choose(target, "list"));
  } catch (error) {
    console.warn(error);
    complain(strings.errors.part);
  }
}

/** @param {string} id */
async function removeKept(id) {
  const story = await keeping.find(id);
  if (!story) return;
  store.dispatch({ type: "shelve", story, what: "delete", at: Date.now() });
  say(strings.shelf.removed(titleOf(story.text, story.parts)));
}

function forget() {
  store.dispatch({ type: "forget" });
  complain(strings.shelf.forgotten);
}

function undo() {
  const last = store.state.past.at(-1);
  if (!last) return false;
  store.dispatch({ type: "undo", at: Date.now() });
  say(strings.history.undone(strings.history.steps[last.what] ?? last.what));
}

function redo() {
  const next = store.state.future.at(-1);
  if (!next) return false;
  store.dispatch({ type: "redo", at: Date.now() });
  say(strings.history.redone(strings.history.steps[next.what] ?? next.what));
}

/** Says the speakers in the text, or in the margin alone. */
function toggleAloud() {
  article.aloud = !article.aloud;
  byId("aloud").setAttribute("aria-pressed", String(article.aloud));
  showAgain();
  say(article.aloud ? strings.aloud.on : strings.aloud.off);
}

/** @param {string | null} id */
function markSample(id) {
  for (const button of byId("samples").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.dataset.sample === id));
}

/**
 * Opens what the address holds or leads to; the address forgets it: what the reader does from here on is not in it.
 *
 * @returns {Promise<boolean>} whether an article comes of it
 */
async function followAddress() {
  const linked = readHash(location.hash);
  if (!linked) return false;
  const { state } = store;
  history.replaceState(history.state, "", location.pathname + location.search);
  const given = await openLink(linked);
  const story = linked.article ? null : await findLinked(linked.text);
  if (store.state !== state || coming) return true; // the reader was faster
  if (!given && !story) {
    trouble = linked.article ? strings.link.broken : strings.link.elsewhere;
    if (store.state.story) complain(trouble);
    return false;
  }
  wanted = linked.quote;
  if (given) open(given.text, given);
  else if (story && store.state.story?.id !== story.id) store.dispatch({ type: "open", what: "kept", story });
  else leadToWanted();
  return true;
}

/** The article on this device, or among the examples, that a key is of. @param {string | null} key */
async function findLinked(key) {
  const is = (/** @type {Story | null | undefined} */ story) => (story && (key === null || textKey(story.text) === key) ? story : null);
  const open = is(store.state.story);
  if (open || key === null) return open;
  await keeping.start();
  for (const { id } of keeping.shelf) {
    const story = is(await keeping.find(id));
    if (story) return story;
  }
  for (const sample of SAMPLES) {
    const text = await loadSample(sample).catch(() => "");
    if (textKey(text) === key) return (await keeping.find(`sample:${sample.id}`)) ?? makeStory(text, { id: `sample:${sample.id}`, made: Date.now(), sample: sample.id });
  }
  return null;
}

/** Leads to the quote that an address meant, once it is there. */
function leadToWanted() {
  const start = wanted;
  wanted = null;
  if (start !== null && !choosing.leadTo(start)) complain(strings.link.noQuote);
}

/** Once all is there, the page is kept on the device; a new version is said, and used when the reader wants it. */
function keepForLater() {
  const address = OFFLINE;
  if (!address || kept) return;
  kept = true;
  setTimeout(async () => {
    const { keepOffline } = await import("./offline.js");
    keepOffline(address, (use) => {
      const button = element("button", { type: "button" }, strings.version.use);
      button.addEventListener("click", async () => !(await use()) && complain(strings.version.others));
      notify(strings.version.ready, " ", button);
      say(strings.version.ready);
    });
  }, LATER);
}
let kept = false;

/* ---- Setting up ---- */

for (const button of /** @type {NodeListOf<HTMLElement>} */ (byId("samples").querySelectorAll("button"))) {
  button.addEventListener("click", () => openSample(SAMPLES.find(({ id }) => id === button.dataset.sample) ?? SAMPLES[0]));
}

const leftOut = new LeftOutDialog((left) => store.dispatch({ type: "put-back", left, at: Date.now() }));
const dayOf = (/** @type {Story} */ story) => (story.date === undefined ? story.stated ?? found?.stated ?? null : story.date);
setUpExport(() => {
  const { story } = store.state;
  return findings && story && { findings, story, title: titleOf(story.text, story.parts), day: dayOf(story) };
});
setUpPrint(() => (findings && store.state.story ? { findings, day: dayOf(store.state.story) } : null));

const correct = (/** @type {import("./types.ts").Correction[]} */ corrections, /** @type {string} */ what) =>
  store.dispatch({ type: "correct", corrections, what, at: Date.now() });
const editing = new Editing(articleRoot, article, {
  text: () => store.state.story?.text ?? null,
  edit: (text) => store.dispatch({ type: "edit", text, at: Date.now() }),
  undo, redo,
});
const marking = new Marking(articleRoot, article, {
  findings: () => findings,
  target: () => choosing.target,
  editing: () => editing.isOn || "quiz" in document.documentElement.dataset,
  add: (corrections, what, span, kind) => {
    correct(corrections, what);
    choosing.openAt(span, kind);
  },
});

byId("date").addEventListener("change", (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (!field.validity.valid) return; // half typed: "0002" on the way to "2023"
  store.dispatch({ type: "date", date: field.value || null, at: Date.now() });
});

byId("aloud").addEventListener("click", toggleAloud);
byId("shelf-open").addEventListener("click", () => shelf.show());
const help = /** @type {HTMLDialogElement} */ (byId("help"));
const showHelp = () => {
  help.showModal();
  help.scrollTop = 0; // the first thing that takes the focus is far down
};
byId("help-open").addEventListener("click", showHelp);
byId("classroom").addEventListener("click", async () => {
  help.close();
  const now = findings;
  const { beginClassroom } = await import("./views/classroom.js");
  if (now && now === findings) beginClassroom(now, article, (target) => choosing.choose(target, "list"));
});
byId("help-close").addEventListener("click", () => help.close());

setUpKeyboard({
  ...choosing.keys,
  "?": showHelp,
  9: () => choosing.pick("9"),
  a: () => marking.begin(),
  e: () => editing.set(true),
  r: toggleAloud,
  ...Object.fromEntries(KINDS.map((kind, index) => [String(index + 1), () => choosing.pick(String(index + 1)) || choosing.legend.toggle(kind)])),
}, { "z": undo, "Z": redo, "y": redo }, /** @type {HTMLInputElement} */ (byId("keys-on")));

addEventListener("popstate", async ({ state }) => {
  if (!state?.story || state.story === store.state.story?.id) return;
  const story = await keeping.find(state.story);
  if (history.state?.story !== state.story) return; // gone on since
  const sample = SAMPLES.find(({ id }) => `sample:${id}` === state.story);
  if (story) store.dispatch({ type: "return", story });
  else if (sample) openSample(sample);
  else complain(strings.shelf.gone);
});

setUpInput({
  onGiven: (all) => {
    // The first one comes last, and is shown.
    coming = false;
    for (const { text, ...from } of all.toReversed()) open(text, from);
    if (all.length > 1) complain(strings.several(all.length));
  },
  onComing: () => (coming = true),
  onError: (words) => {
    complain(words);
    const begin = coming && !store.state.story;
    coming = false;
    if (begin) start();
  },
});

/** What an address holds, else what was open before a reload, else the first example. */
async function start() {
  if (await followAddress()) return void keeping.start();
  const id = await keeping.start();
  const story = id ? await keeping.find(id) : undefined;
  const sample = SAMPLES.find((one) => `sample:${one.id}` === id) ?? SAMPLES[0];
  if (store.state.story || coming) return; // the reader was faster
  if (story) store.dispatch({ type: "return", story });
  else await openSample(sample);
}
start();
addEventListener("hashchange", followAddress);
