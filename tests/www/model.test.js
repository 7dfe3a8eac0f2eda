/** What the page derives and remembers, without a browser: anchors, corrections, targets, the session. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findAnchor, findChange, makeAnchor, moveAnnotation, moveSpan } from "../../www/model/anchor.js";
import { applyCorrections, moveCorrections } from "../../www/model/corrections.js";
import { deriveFindings, isSameButPlaces, wordsOf } from "../../www/model/findings.js";
import * as mending from "../../www/model/mending.js";
import { findTarget, nextMention, nextQuote, nextToCheck, placeOf } from "../../www/model/targets.js";
import { EMPTY, isOwn, makeStory, reduce } from "../../www/session/session.js";
import { titleOf } from "../../www/session/title.js";
import { copyFigure, copyQuote, quoteWords } from "../../www/model/exports.js";
import { ANNOTATION, TEXT } from "./example.mjs";

const KAMARA = 0, ENGINEER = 1, UNION = 2;

/** The example's findings under corrections, and what a correction made of them says. */
function correct(corrections = [], text = TEXT, annotation = ANNOTATION) {
  const { annotation: corrected, hand, lost } = applyCorrections(text, annotation, corrections);
  return { ...deriveFindings(text, corrected, hand), lost };
}
const speakers = ({ annotation }) => annotation.quotes.map(({ speaker }) => (speaker === null ? null : annotation.entities[speaker].name));
const names = ({ annotation }) => annotation.entities.map(({ name }) => name);
const said = ({ annotation, text }) => annotation.quotes.map(({ content }) => wordsOf(text, content));
const spanIn = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

/* ---- Anchors ---- */

test("an anchor is found where it was, and where its words went", () => {
  const anchor = makeAnchor(TEXT, spanIn(TEXT, "That is enough."));
  assert.deepEqual(findAnchor(TEXT, anchor), spanIn(TEXT, "That is enough."));
  const moved = `A new headline\n\n${TEXT}`;
  assert.deepEqual(findAnchor(moved, anchor), spanIn(moved, "That is enough."));
  assert.equal(findAnchor("Another article.", anchor), null);
});

test("of words that stand twice, those in the same company", () => {
  const text = "He said no. She said no. They said no.";
  const second = { start: text.indexOf("no", 12), end: text.indexOf("no", 12) + 2 };
  const anchor = makeAnchor(text, second);
  const longer = `So it went on and on. ${text}`;
  assert.deepEqual(findAnchor(longer, anchor), { start: second.start + 22, end: second.end + 22 });
});

test("spans move with an edit, whatever it is", () => {
  const span = { start: 4, end: 8 };
  const moved = (before, after) => moveSpan(span, findChange(before, after));
  assert.deepEqual(moved("abcdefghijkl", "XXabcdefghijkl"), { start: 6, end: 10 });
  assert.deepEqual(moved("abcdefghijkl", "abcdefghijklXX"), span);
  assert.deepEqual(moved("abcdefghijkl", "abcdeXXghijkl"), { start: 4, end: 9 }, "within");
  assert.deepEqual(moved("abcdefghijkl", "abcfghijkl"), { start: 3, end: 6 }, "over its start");
  assert.deepEqual(moved("abcdefghijkl", "abl"), { start: 2, end: 2 }, "all of it gone");
});

test("a span never turns round and never leaves the text, whatever edit follows whatever edit", () => {
  let seed = 5;
  const next = (below) => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  for (let round = 0; round < 300; round++) {
    let text = "abc def ghi jkl mno";
    let span = { start: next(10), end: 10 + next(9) };
    for (let edit = 0; edit < 6; edit++) {
      const at = next(text.length + 1);
      const after = text.slice(0, at) + "xyz".slice(0, next(4)) + text.slice(Math.min(text.length, at + next(5)));
      span = moveSpan(span, findChange(text, after));
      text = after;
      assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify([text, span]));
    }
  }
});

test("an annotation moves as a whole", () => {
  const after = TEXT.replace("Port director", "The port director");
  const moved = moveAnnotation(ANNOTATION, findChange(TEXT, after));
  assert.equal(wordsOf(after, moved.quotes[1].content), wordsOf(TEXT, ANNOTATION.quotes[1].content));
  assert.equal(wordsOf(after, [moved.figures[2]]), "$2.5 million");
});

/* ---- Corrections ---- */

test("nothing corrected is nothing changed", () => {
  const { annotation } = applyCorrections(TEXT, ANNOTATION, []);
  assert.deepEqual(annotation, ANNOTATION);
});

test("another speaker: one of the text, a new one, nobody", () => {
  const before = correct();
  assert.deepEqual(speakers(correct(mending.setSpeaker(before, [2], KAMARA))), ["Ines Kamara", "Ines Kamara", "Ines Kamara", null]);
  const late = correct(mending.setSpeaker(before, [3], "Tom Ash"));
  assert.equal(speakers(late)[3], "Tom Ash");
  assert.deepEqual(speakers(correct(mending.setSpeaker(before, [0], null)))[0], null);
  assert.deepEqual([...late.hand.quotes], [3]);
  assert.deepEqual(late.doubtful, [2], "what is corrected need not be checked");
});

test("all quotes of a speaker at once", () => {
  const before = correct();
  const alike = mending.findAlike(before, { kind: "quote", id: 0 });
  assert.deepEqual(alike, [0, 1]);
  assert.deepEqual(speakers(correct(mending.setSpeaker(before, alike, UNION))).slice(0, 2), ["harbour union", "harbour union"]);
});

test("confirmed: no longer to be checked, also where nobody is named", () => {
  const before = correct();
  assert.deepEqual(before.doubtful, [2, 3]);
  const after = correct([...mending.confirm(before, 2), ...mending.confirm(before, 3)]);
  assert.deepEqual(after.doubtful, []);
  assert.equal(after.annotation.quotes[2].certainty, 1);
});

test("what was said, moved at its ends by words", () => {
  const before = correct();
  const start = correct(mending.moveEnd(before, 3, "start", 1));
  assert.equal(said(start)[3], "delays in Atlantis");
  const corrections = mending.moveEnd(before, 3, "start", 1);
  const end = correct([...corrections, ...mending.moveEnd(start, 3, "end", -1)]);
  assert.equal(said(end)[3], "delays in");
  assert.deepEqual(mending.moveEnd(correct(mending.setContent(before, 3, [spanIn(TEXT, "of")])), 3, "end", -1), [], "a word is left");
});

test("a false quote, name and figure are deleted; what hung on them holds", () => {
  const before = correct();
  assert.equal(correct(mending.remove(before, "quote", [1])).annotation.quotes.length, 3);
  assert.equal(correct(mending.remove(before, "figure", [0])).annotation.figures.length, 3);
  const after = correct(mending.remove(before, "mention", [3]));
  assert.deepEqual(after.annotation.mentions.map(({ antecedent }) => antecedent), [undefined, undefined, 0, undefined, undefined, undefined]);
  const gone = correct(mending.forgetName(before, KAMARA));
  assert.deepEqual(speakers(gone), [null, null, "An engineer", null]);
  assert.deepEqual(names(gone), ["An engineer", "harbour union", "Westhaven", "Atlantis"]);
  assert.ok(gone.annotation.entities.every(({ id }, index) => id === index));
});

test("a missed quote, name and figure are added", () => {
  const before = correct();
  const quote = correct(mending.addQuote(before, spanIn(TEXT, "An engineer disagreed"), { style: "indirect", speaker: ENGINEER }));
  assert.equal(quote.annotation.quotes.length, 5);
  assert.equal(speakers(quote)[2], "An engineer", "in reading order");
  assert.deepEqual([...quote.hand.quotes], [2]);
  const name = correct(mending.addName(before, spanIn(TEXT, "council"), "organization"));
  assert.ok(names(name).includes("council"));
  assert.equal(name.annotation.mentions.filter(({ entity }) => name.annotation.entities[entity].name === "council").length, 1);
  assert.equal(correct(mending.addFigure(before, spanIn(TEXT, "another storm"))).annotation.figures.length, 5);
});

test("kinds, spellings, merging and splitting", () => {
  const before = correct();
  assert.equal(correct(mending.setStyle(before, 3, "direct")).annotation.quotes[3].style, "direct");
  assert.equal(correct(mending.setKind(before, UNION, "group")).annotation.entities[UNION].kind, "group");
  assert.ok(names(correct(mending.rename(before, KAMARA, "Inês Kamara"))).includes("Inês Kamara"));
  assert.equal(correct(mending.setFigureKind(before, 1, "time")).annotation.figures[1].kind, "time");
  const merged = correct(mending.merge(before, ENGINEER, KAMARA));
  assert.deepEqual(speakers(merged), ["Ines Kamara", "Ines Kamara", "Ines Kamara", null]);
  assert.deepEqual(names(merged), ["Ines Kamara", "harbour union", "Westhaven", "Atlantis"]);
  const split = correct(mending.split(before, [4], "Tom Ash"));
  assert.equal(speakers(split)[2], "Tom Ash", "the quote goes with its source");
  assert.equal(split.annotation.mentions[4].antecedent, undefined);
});

test("corrections stand on those before them", () => {
  const first = correct();
  const one = mending.rename(first, KAMARA, "Inês Kamara");
  const second = correct(one);
  const two = mending.setSpeaker(second, [2], KAMARA);
  assert.deepEqual(speakers(correct([...one, ...two])).slice(0, 3), ["Inês Kamara", "Inês Kamara", "Inês Kamara"]);
});

test("corrections stay with their words: read again, edited, longer", () => {
  const before = correct();
  const corrections = [...mending.setSpeaker(before, [2], KAMARA), ...mending.remove(before, "figure", [0])];
  const longer = `A note\n\n${TEXT}`;
  const moved = moveAnnotation(ANNOTATION, findChange(TEXT, longer));
  assert.deepEqual(speakers(correct(corrections, longer, moved))[2], "Ines Kamara", "found by its words");
  // A word in the very quote is mended.
  const mended = TEXT.replace("old wall", "old sea wall");
  const change = findChange(TEXT, mended);
  const after = correct(moveCorrections(corrections, change, mended), mended, moveAnnotation(ANNOTATION, change));
  assert.equal(speakers(after)[2], "Ines Kamara");
  assert.deepEqual(after.lost, []);
});

test("a correction whose words are gone is kept, and counts again when they are back", () => {
  const corrections = mending.setSpeaker(correct(), [2], KAMARA);
  const without = { ...ANNOTATION, quotes: ANNOTATION.quotes.slice(0, 2) };
  assert.equal(correct(corrections, TEXT, without).lost.length, 1);
  assert.equal(correct(corrections).lost.length, 0);
});

/* ---- Targets ---- */

test("a target stays with its words when indices move", () => {
  const before = correct();
  const place = placeOf(before, { kind: "quote", id: 2 });
  const after = correct(mending.remove(before, "quote", [0]));
  assert.deepEqual(findTarget(after, place), { kind: "quote", id: 1 });
  assert.equal(findTarget(correct(mending.remove(before, "quote", [2])), place), null);
});

test("next and previous, from what is chosen or from where the reader is", () => {
  const findings = correct();
  assert.equal(nextQuote(findings, { kind: "quote", id: 3 }, 1).id, 0);
  assert.equal(nextQuote(findings, null, 1, TEXT.indexOf("An engineer")).id, 2);
  assert.equal(nextQuote(findings, null, -1, TEXT.indexOf("An engineer")).id, 1);
  assert.equal(nextMention(findings, { kind: "quote", id: 1 }, 1).id, 2);
  assert.equal(nextToCheck(findings, null).id, 2);
  assert.equal(nextToCheck(findings, { kind: "quote", id: 2 }).id, 3);
  assert.equal(nextToCheck(findings, { kind: "quote", id: 3 }).id, 2);
});

/* ---- The session ---- */

const story = (text, id = text) => makeStory(text, { id, made: 1 });
const run = (...actions) => actions.reduce(reduce, EMPTY);
const open = (text) => ({ type: "open", story: story(text), what: "paste" });

test("a paste over an article is undone and redone", () => {
  const pasted = run(open("one"), open("two"));
  const undone = reduce(pasted, { type: "undo", at: 2 });
  assert.equal(undone.story.text, "one");
  assert.equal(reduce(undone, { type: "redo", at: 3 }).story.text, "two");
  assert.equal(reduce(run(), { type: "undo", at: 1 }), EMPTY);
});

test("every way to change an article is a step; a new one ends what could be redone", () => {
  const at = makeAnchor("one two", { start: 0, end: 3 });
  const state = run(open("one two"), { type: "correct", corrections: [{ does: "check", at }], what: "check", at: 5 }, { type: "date", date: "2023-06-29", at: 6 });
  assert.equal(state.past.length, 3);
  assert.equal(state.story.corrections.length, 1);
  const undone = reduce(state, { type: "undo", at: 7 });
  assert.equal(undone.story.date, undefined);
  const other = reduce(undone, { type: "edit", text: "one too", at: 8 });
  assert.equal(other.future.length, 0);
  assert.equal(other.story.corrections[0].at.words, "one", "it moved along");
});

test("typing is one step until there is a pause", () => {
  const state = run(open("a"), { type: "edit", text: "ab", at: 10_000 }, { type: "edit", text: "abc", at: 10_300 }, { type: "edit", text: "abcd", at: 20_000 });
  assert.deepEqual(state.past.map(({ what }) => what), ["paste", "edit", "edit"]);
  assert.equal(reduce(state, { type: "undo", at: 1 }).story.text, "abc");
});

test("a deleted article can be had back, a forgotten one cannot", () => {
  const [one, two] = [story("one"), story("two")];
  const state = run({ type: "open", story: one, what: "paste" }, { type: "open", story: two, what: "paste" }, { type: "shelve", story: two, what: "delete", at: 2 });
  assert.equal(state.story, null);
  assert.equal(reduce(state, { type: "undo", at: 3 }).story.text, "two");
  assert.equal(reduce(state, { type: "forget" }), EMPTY);
});

test("an example is kept only once it was worked on", () => {
  const sample = { ...story("text"), sample: "one" };
  assert.equal(isOwn(sample), false);
  assert.equal(isOwn({ ...sample, changed: 2 }), true);
  assert.equal(isOwn(story("text")), true);
});

test("what an article is called", () => {
  assert.equal(titleOf("\n\n## Port to **grow**\n\nIt is small."), "Port to grow");
  assert.equal(titleOf(""), "");
  assert.ok(titleOf("word ".repeat(60)).length <= 91);
  assert.equal(titleOf("The wall on Monday.\n\nPort to grow\n\nIt is small.", [{ start: 0, end: 19, role: "caption" }, { start: 21, end: 33, role: "headline" }]), "Port to grow");
});

/* ---- What goes out ---- */

test("the words of a quote are the exact words of the text, its own marks with them", () => {
  const findings = correct();
  assert.equal(quoteWords(findings, 1), "“We have lost $2.5 million in three winters,” she told the council. “That is enough.”");
  assert.equal(quoteWords(findings, 3), "of delays in Atlantis");
  for (const id of [0, 1, 2, 3]) assert.ok(TEXT.includes(quoteWords(findings, id)));
  assert.equal(copyQuote(findings, 2).plain, "“The old wall will hold,”\n— probably An engineer; “said”; paragraph 4\n");
});

test("a figure to paste elsewhere: its words, what it counts, value, who said it, paragraph", () => {
  assert.equal(copyFigure(correct(), 2, 1).plain, "$2.5 million — $2,500,000; Ines Kamara, Port director; paragraph 3\n");
  assert.equal(copyFigure(correct(), 0, null).plain, "two metres — 2 meters; paragraph 1\n");
});

test("the first line is a headline where it is known to be one, or looks like one and nothing is known", async () => {
  const { splitBlocks } = await import("../../www/model/blocks.js");
  const roles = (text, parts) => splitBlocks(text, parts).map(({ role, part }) => part ?? role);
  const text = "Wall to rise\n\nBy Ana Silva\n\nThe wall will rise, she said.\n\nThe wall on Monday, seen from the sea.";
  assert.deepEqual(roles(text), ["headline", "paragraph", "paragraph", "paragraph"]);
  const at = (words, role) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, role });
  assert.deepEqual(roles(text, [at("Wall to rise", "headline"), at("By Ana Silva", "byline"), at("The wall on Monday, seen from the sea.", "caption")]), ["headline", "byline", "paragraph", "caption"]);
  assert.deepEqual(roles(text, []), ["paragraph", "paragraph", "paragraph", "paragraph"]);
  assert.deepEqual(roles("It rained all day.\n\nThen it stopped."), ["paragraph", "paragraph"], "a sentence is no headline");
});

test("annotations that differ in nothing but coordinates are told from others", () => {
  const other = structuredClone(ANNOTATION);
  for (const entity of other.entities) delete entity.place;
  assert.equal(isSameButPlaces(ANNOTATION, other), true);
  other.mentions[1].entity = 0;
  assert.equal(isSameButPlaces(ANNOTATION, other), false);
  assert.equal(isSameButPlaces(ANNOTATION, { ...ANNOTATION, quotes: ANNOTATION.quotes.slice(1) }), false);
});
