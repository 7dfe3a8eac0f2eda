/**
 * The page: takes a text, has it read by the core, shows the article with its marks and the lists,
 * and keeps the two together.
 *
 * @typedef {import("./types.ts").Findings} Findings
 * @typedef {import("./types.ts").Target} Target
 */

import { Annotator, AnnotatorError } from "./annotator.js";
import { Article } from "./article.js";
import { Card } from "./card.js";
import { byId, element, isNarrow, makeSheet } from "./dom.js";
import { copy, download, toJson, toQuoteList } from "./export.js";
import { sayValue } from "./figure-text.js";
import { deriveFindings, isDoubtful, wordsOf } from "./findings.js";
import { setUpInput } from "./input.js";
import { setUpKeyboard } from "./keyboard.js";
import { looksEnglish } from "./language.js";
import { KINDS, Legend } from "./legend.js";
import { hueRules } from "./palette.js";
import { Panel } from "./panel.js";
import { SAMPLES } from "./samples.js";
import { Sheet } from "./sheet.js";
import { strings } from "./strings.js";
import { Witness } from "./witness.js";

document.adoptedStyleSheets.push(makeSheet(hueRules()));

/** Characters from which a text is shown in steps. */
const LONG = 100_000;

/**
 * `stated` is the day that the article says, `date` the one that is counted from.
 *
 * @type {{ text: string, own: boolean, stated: string | null, date: string | null, findings: Findings | null, target: Target | null }}
 */
const state = { text: "", own: false, stated: null, date: null, findings: null, target: null };
/** @type {Promise<boolean> | null} whether places have coordinates */
let places = null;
/** Whether it is known by now if they have. */
let mapped = false;
/** @type {Promise<import("./map/map.js").PlaceMap | null> | null} */
let map = null;
/** @type {Findings | null} */
let shownOnMap = null;

const annotator = new Annotator();
const articleRoot = byId("article");
const article = new Article(articleRoot);
const card = new Card(byId("card"), (target) => choose(target, "card"));
const legend = new Legend(byId("legend"), articleRoot, (kind, shown) => {
  say((shown ? strings.shown : strings.hidden)(strings.kinds[kind]));
});
const panel = new Panel({
  tabs: byId("tabs"), body: byId("panel-body"), filter: /** @type {HTMLInputElement} */ (byId("filter")),
  choose: (target) => choose(target, "list"),
  onTab: (tab) => showMap(tab),
});
const witness = new Witness(annotator, (requests) => (byId("requests").textContent = strings.requests(requests)));
const sheet = new Sheet(byId("panel"), byId("handle"));

/* ---- Reading ---- */

/**
 * Shows a text at once, its marks as soon as the core has read it, and the coordinates of its
 * places as soon as the gazetteer is there.
 *
 * @param {string} text
 * @param {{ note?: string, own?: boolean }} [options] where it came from; whether the reader gave it
 */
async function read(text, { note = "", own = false } = {}) {
  if (!text.trim()) return complain(strings.errors.empty);
  Object.assign(state, { text, own, stated: null, date: null, findings: null, target: null });
  if (own) {
    showSample(null);
    witness.start();
  }
  card.close();
  const warning = looksEnglish(text) ? "" : strings.notEnglish;
  notify([note, warning].filter(Boolean).join(" "));
  byId("summary").textContent = strings.reading;
  articleRoot.dataset.state = "reading";
  article.showText(text);
  scrollTo({ top: 0 });
  try {
    const date = await annotator.findDate(text);
    if (state.text !== text) return;
    state.stated = state.date = date;
    showDate();
    await show(text, await annotator.annotate(text, date));
    if (state.text !== text) return;
    say([byId("summary").textContent, warning].filter(Boolean).join(" "));
    await readPlaces(text);
    await witness.count();
    if (state.text === text) articleRoot.dataset.state = "read";
  } catch (error) {
    if (error instanceof AnnotatorError && error.code === "superseded") return;
    fail(error);
  }
}

/**
 * The first text is read before the gazetteer is there, and read again with it.
 *
 * @param {string} text
 */
async function readPlaces(text) {
  const first = places === null;
  places ??= annotator.loadPlaces().then(() => true, (error) => {
    console.warn(error);
    return false;
  });
  const found = await places;
  mapped = true;
  if (!found) {
    showMap(panel.tab);
    if (state.text === text && state.findings?.places.length) complain(strings.errors["places-missing"]);
    places = null;
    return;
  }
  if (first && state.text === text) await readAgain(text);
}

/**
 * Reads the same text with more to go by, and leaves the reader where they are.
 *
 * @param {string} text
 */
async function readAgain(text) {
  const annotation = await annotator.annotate(text, state.date);
  if (state.text !== text) return;
  const { target } = state;
  const focused = articleRoot.contains(document.activeElement);
  await show(text, annotation);
  if (state.text !== text) return;
  if (target) choose(target, "again");
  if (target && focused) article.select(target, { focus: true });
}

/** The day that dates are counted from, and who says so. */
function showDate() {
  const { date, stated } = state;
  /** @type {HTMLInputElement} */ (byId("date")).value = date ?? "";
  byId("date-note").textContent =
    date !== stated ? (date ? strings.date.given : strings.date.none)
    : date ? strings.date.stated
    : strings.date.open;
}

/**
 * In steps, so that a long text never holds up the page.
 *
 * @param {string} text
 * @param {import("./types.ts").Annotation} annotation
 */
async function show(text, annotation) {
  if (state.text !== text) return;
  const findings = deriveFindings(text, annotation);
  const steps = [
    () => article.showFindings(findings),
    () => panel.show(findings),
    () => {
      state.findings = findings;
      legend.showCounts(findings.counts);
      summarize(findings);
    },
  ];
  for (const step of steps) {
    if (text.length > LONG) await letPaint();
    if (state.text !== text) return;
    step();
  }
}

/** @returns {Promise<void>} when the browser has had its turn */
function letPaint() {
  return new Promise((done) => setTimeout(done));
}

/** @param {Findings} findings */
function summarize(findings) {
  const { quotes, mentions, figures } = findings.annotation;
  const summary = byId("summary");
  if (!quotes.length && !mentions.length && !figures.length) {
    summary.textContent = strings.nothingFound;
  } else if (!quotes.length) {
    summary.textContent = `${strings.summary(findings)}. ${strings.noQuotes}`;
  } else if (!findings.doubtful.length) {
    summary.textContent = `${strings.summary(findings)}.`;
  } else {
    const check = element("button", { type: "button", title: strings.toCheckLabel }, strings.toCheck(findings.doubtful.length));
    check.addEventListener("click", () => checkNext(findings));
    summary.replaceChildren(`${strings.summary(findings)}; `, check, ".");
  }
}

/**
 * Leads to the next quote whose speaker is in doubt, and says why.
 *
 * @param {Findings} findings
 */
function checkNext(findings) {
  const here = state.target?.kind === "quote" ? findings.doubtful.indexOf(state.target.id) : -1;
  choose({ kind: "quote", id: findings.doubtful[(here + 1) % findings.doubtful.length] }, "check");
}

/** @param {unknown} error */
function fail(error) {
  const code = error instanceof AnnotatorError ? error.code : "unknown";
  const known = /** @type {Record<string, unknown>} */ (strings.errors)[code];
  byId("summary").textContent = "";
  articleRoot.dataset.state = "failed";
  if (code === "crash") places = null; // the next worker starts without them
  complain(typeof known === "string" ? known : strings.errors.unknown);
  console.warn(error);
}

/** @param {typeof SAMPLES[number]} sample */
async function readSample(sample) {
  showSample(sample.id);
  const { state: before = "" } = articleRoot.dataset;
  articleRoot.dataset.state = "reading";
  try {
    const response = await fetch(new URL(sample.url, import.meta.url));
    if (!response.ok) throw new Error(`${response.status} for ${sample.url}`);
    await read(await response.text());
  } catch (error) {
    console.warn(error);
    articleRoot.dataset.state = before; // the text before still stands
    byId("summary").textContent = "";
    complain(strings.errors["sample-missing"]);
  }
}

/** @param {string | null} id */
function showSample(id) {
  for (const button of byId("samples").querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.sample === id));
  }
}

/* ---- The map ---- */

/**
 * The map stands above the list of places. It is fetched when there is first a place to show on it;
 * its room is kept from the start, so that nothing moves.
 *
 * @param {import("./panel.js").Tab} tab
 */
async function showMap(tab) {
  const { findings } = state;
  const places = findings?.places ?? [];
  const located = places.some(({ entity }) => entity.place);
  byId("map").hidden = tab !== "places" || !(located || (places.length && !mapped));
  if (byId("map").hidden || !located) return;
  map ??= makeMap();
  const drawn = await map;
  if (!drawn || state.findings !== findings) return;
  if (shownOnMap !== findings) drawn.show(places);
  shownOnMap = findings;
  drawn.select(placeOf(state.target));
}
async function makeMap() {
  try {
    const { PlaceMap } = await import("./map/map.js");
    const made = new PlaceMap(byId("map"), { choose: choosePlace, point: pointFromMap });
    await made.load();
    return made;
  } catch (error) {
    console.warn(error);
    byId("map").replaceChildren(element("p", { class: "map-caption" }, strings.map.missing));
    return null;
  }
}

/** The place that a target is a mention of. @param {Target | null} target */
function placeOf(target) {
  if (target?.kind !== "mention" || !state.findings) return null;
  const { mentions, entities } = state.findings.annotation;
  const { entity } = mentions[target.id];
  return entities[entity].place ? entity : null;
}

/** Leads to its first mention, then each time to the next. @param {import("./types.ts").EntityFindings} place */
function choosePlace({ mentions }) {
  const here = state.target?.kind === "mention" ? mentions.indexOf(state.target.id) : -1;
  choose({ kind: "mention", id: mentions[(here + 1) % mentions.length] }, "map");
}

/** @param {number | null} entity */
function pointFromMap(entity) {
  article.point(entity);
  panel.point(entity);
}

/**
 * The point of the place under the reader's hand, in the text or in the list.
 *
 * @param {Event} event
 */
async function pointOnMap({ target, type }) {
  if (!map || byId("map").hidden) return;
  const over = type === "pointerover" || type === "focusin";
  const mark = over && target instanceof Element ? target.closest("[data-entity], [data-list-entity]") : null;
  const { entity, listEntity } = mark instanceof HTMLElement ? mark.dataset : {};
  const number = entity ?? listEntity;
  (await map)?.point(number === undefined ? null : Number(number));
}

/* ---- Saying ---- */

/** @param {string} words for a screen reader, politely */
function say(words) {
  byId("status").textContent = words;
}

/** @param {string} words shown under the summary; none to clear it */
function notify(words) {
  const notice = byId("notice");
  notice.textContent = words;
  notice.hidden = !words;
}

/** @param {string} words shown and said */
function complain(words) {
  notify(words);
  say(words);
}

/* ---- Choosing ---- */

/**
 * One thing is chosen at a time, in the text and in the list at once.
 *
 * @param {Target} target
 * @param {"text" | "list" | "map" | "keys" | "card" | "check" | "again"} from where the reader chose it
 */
function choose(target, from) {
  const { findings } = state;
  if (!findings) return;
  state.target = target;
  const leads = from !== "text" && from !== "again";
  revealKind(findings, target);
  if (from === "list" || from === "map") sheet.lower();
  const reopen = card.isOpen && (from === "keys" || from === "card");
  article.select(target, { scroll: leads, focus: from === "keys" });
  if (from !== "list") panel.select(target);
  else markInList(target);
  if (map) map.then((drawn) => drawn?.select(placeOf(state.target)));
  if (from === "text" || from === "check" || reopen) {
    const anchor = article.find(target)[0];
    if (anchor) card.open(findings, target, anchor, { below: leads });
  } else {
    card.close();
  }
  if (leads) say(describe(findings, target));
}

/** @param {Target} target */
function markInList(target) {
  const held = document.activeElement;
  panel.select(target);
  if (held instanceof HTMLElement && held.isConnected) held.focus({ preventScroll: true });
}

/**
 * A mark whose kind is hidden would lead to nothing visible.
 *
 * @param {Findings} findings
 * @param {Target} target
 */
function revealKind(findings, target) {
  const mark = article.find(target)[0];
  const kind = KINDS.find((known) => known === mark?.dataset.kind);
  if (kind && kind !== "attribution" && target.kind !== "mention") legend.show(kind);
}

/**
 * @param {Findings} findings
 * @param {Target} target
 */
function describe({ annotation, text, mentionsOf }, { kind, id }) {
  if (kind === "figure") {
    const figure = annotation.figures[id];
    return strings.figurePosition(wordsOf(text, [figure]), sayValue(figure));
  }
  if (kind === "mention") {
    const { entity } = annotation.mentions[id];
    const all = mentionsOf[entity];
    return strings.mentionPosition(all.indexOf(id) + 1, all.length, annotation.entities[entity].name);
  }
  const quote = annotation.quotes[id];
  const name = quote.speaker === null ? strings.speakerNotFound : annotation.entities[quote.speaker].name;
  const who = quote.speaker !== null && isDoubtful(quote) ? strings.probably(name) : name;
  return strings.quotePosition(id + 1, annotation.quotes.length, who, wordsOf(text, quote.content));
}

/** @param {number} by 1 for the next quote, -1 for the one before */
function stepQuote(by) {
  const count = state.findings?.annotation.quotes.length ?? 0;
  if (!count) return false;
  const here = state.target?.kind === "quote" ? state.target.id : by > 0 ? -1 : count;
  choose({ kind: "quote", id: (here + by + count) % count }, "keys");
}

/** @param {number} by 1 for the next mention of the chosen entity, -1 for the one before */
function stepMention(by) {
  const { findings, target } = state;
  if (!findings || !target || target.kind === "figure") return false;
  const { annotation, mentionsOf } = findings;
  if (target.kind === "mention") {
    const all = mentionsOf[annotation.mentions[target.id].entity];
    return choose({ kind: "mention", id: all[(all.indexOf(target.id) + by + all.length) % all.length] }, "keys");
  }
  const { speaker, content } = annotation.quotes[target.id];
  const all = speaker === null ? [] : mentionsOf[speaker];
  if (!all.length) return false;
  const here = content[0]?.start ?? 0;
  const after = all.findIndex((id) => annotation.mentions[id].start >= here);
  const next = by > 0 ? (after < 0 ? 0 : after) : ((after < 0 ? all.length : after) - 1 + all.length) % all.length;
  choose({ kind: "mention", id: all[next] }, "keys");
}

/** Opens the card of the mark in focus, and goes into it. */
function openCard() {
  const { findings } = state;
  const focused = document.activeElement;
  if (!findings || !(focused instanceof HTMLElement) || !articleRoot.contains(focused)) return false;
  const hit = article.targetAt(focused);
  const target = state.target ?? hit?.target;
  if (!target) return false;
  choose(target, "text");
  focused.focus({ preventScroll: true });
  card.focus();
}

function escape() {
  if (!card.isOpen) {
    if (!isNarrow() || sheet.height === "peek") return false;
    return sheet.set("peek");
  }
  const inside = card.contains(/** @type {Node} */ (document.activeElement));
  card.close();
  if (inside && state.target) article.select(state.target, { focus: true });
}

/* ---- Setting up ---- */

for (const sample of SAMPLES) {
  const button = element("button", { type: "button", class: "sample-button", "data-sample": sample.id, "aria-pressed": "false" }, sample.label);
  button.addEventListener("click", () => readSample(sample));
  byId("samples").append(button);
}

setUpInput({
  onText: (text, note) => read(text, { note, own: true }),
  onError: complain,
  current: () => (state.own ? state.text : ""),
});

articleRoot.addEventListener("click", (event) => {
  if (!getSelection()?.isCollapsed) return; // the reader selects words
  const hit = article.targetAt(/** @type {Element} */ (event.target));
  if (!hit || !state.findings) return;
  choose(hit.target, "text");
  card.open(state.findings, hit.target, hit.anchor);
});

for (const root of [articleRoot, byId("panel-body")]) {
  for (const type of ["pointerover", "pointerout", "focusin", "focusout"]) root.addEventListener(type, pointOnMap);
}

document.addEventListener("pointerdown", (event) => {
  const on = /** @type {Element} */ (event.target);
  if (card.isOpen && !card.contains(on) && !on.closest(".mark, .note")) card.close();
});

byId("date").addEventListener("change", async (event) => {
  const { text } = state;
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (!field.validity.valid) return; // half typed: "0002" on the way to "2023"
  state.date = field.value || null;
  showDate();
  if (!text) return;
  try {
    await readAgain(text);
  } catch (error) {
    if (!(error instanceof AnnotatorError && error.code === "superseded")) fail(error);
  }
});

const help = /** @type {HTMLDialogElement} */ (byId("help"));
byId("help-open").addEventListener("click", () => help.showModal());
byId("help-close").addEventListener("click", () => help.close());

/** @param {(findings: Findings) => void} act */
const withFindings = (act) => () => {
  byId("take-menu").hidePopover();
  if (state.findings) act(state.findings);
};
const copyAnd = async (/** @type {string} */ words) => complainOrSay(await copy(words));
/** @param {boolean} copied */
function complainOrSay(copied) {
  if (copied) notify(strings.copied);
  else notify(strings.errors.copy);
  say(byId("notice").textContent ?? "");
}
byId("copy-quotes").addEventListener("click", withFindings((findings) => copyAnd(toQuoteList(findings))));
byId("copy-json").addEventListener("click", withFindings((findings) => copyAnd(toJson(findings))));
byId("download-json").addEventListener("click", withFindings((findings) => download(toJson(findings), "whosaid.json")));

setUpKeyboard({
  j: () => stepQuote(1),
  k: () => stepQuote(-1),
  n: () => stepMention(1),
  p: () => stepMention(-1),
  Enter: openCard,
  Escape: escape,
  "/": () => {
    if (isNarrow()) sheet.lift();
    panel.focusFilter();
  },
  "?": () => help.showModal(),
  ...Object.fromEntries(KINDS.map((kind, index) => [String(index + 1), () => legend.toggle(kind)])),
}, /** @type {HTMLInputElement} */ (byId("keys-on")));

byId("tabs").addEventListener("click", () => sheet.lift());

readSample(SAMPLES[0]);
