/** What figures count, which of them may not agree, and dates in order: pure functions. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { deriveFindings } from "../../www/model/findings.js";
import { findSayers, groupFigures, orderDates, sentenceAt } from "../../www/model/figure-groups.js";
import { SpanIndex } from "../../www/model/span-index.js";
import { withoutStances } from "../../www/model/stances.js";
import { findParagraphs, paragraphAt, shareOfVoice } from "../../www/model/voices.js";

/** Findings of a text in which figures stand in brackets: "[78|people|=78] people". */
function read(marked, { quotes = [], entities = [], mentions = [] } = {}) {
  let text = "";
  const figures = [];
  for (const [index, part] of marked.split(/\[([^\]]*)\]/).entries()) {
    if (index % 2 === 0) {
      text += part;
      continue;
    }
    const [words, of, ...rest] = part.split("|");
    const figure = { kind: "number", ...Object.fromEntries(rest.map((one) => one.split("=")).map(([key, value]) => [key, key !== "iso" && /^-?\d+$/.test(value) ? Number(value) : value])), start: text.length, end: text.length + words.length, wanted: of };
    text += words;
    figures.push(figure);
  }
  for (const figure of figures) {
    const at = figure.wanted ? text.indexOf(figure.wanted, figure.end) : -1;
    if (at >= 0) figure.of = { start: at, end: at + figure.wanted.length };
    delete figure.wanted;
  }
  return deriveFindings(text, { version: 2, parts: [], entities, mentions, quotes, figures });
}
const groups = (findings) => Object.fromEntries(groupFigures(findings).map(({ key, ids }) => [key, ids.map((id) => findings.text.slice(findings.annotation.figures[id].start, findings.annotation.figures[id].end))]));
const differ = (findings) => groupFigures(findings).flatMap((group) => group.differ.map((ids) => [group.key, ...ids.map((id) => findings.annotation.figures[id].value)]));

test("figures are grouped by what they count; tolls by the nearest word that tells them", () => {
  const found = read("The blast killed [78|people|value=78] people and injured [200||value=200]. [Three||value=3] were wounded earlier. [40|police officers|value=40] police officers came with [12|officers|value=12] officers of the army. It cost [$5 million||kind=money|value=5000000|unit=USD], [a fifth||kind=percent|value=20] more.");
  assert.deepEqual(groups(found), { "toll:injured": ["200", "Three"], "toll:dead": ["78"], "of:officer": ["40", "12"], "kind:money": ["$5 million"], "kind:percent": ["a fifth"] });
});

test("what is counted once stands with other numbers; dates stand apart", () => {
  const found = read("[Six|boats|value=6] boats left on [Monday||kind=date|iso=XXXX-WXX-1] with [nine||value=9].");
  assert.deepEqual(groups(found), { "kind:number": ["Six", "nine"] });
});

test("three tolls in three sentences, and two prices of one deal, may not agree", () => {
  const tolls = read("The ferry sank and [78|people|value=78] people died.\n\nThe coast guard said [82||value=82] had drowned when the ferry sank. The ministry put the dead of the ferry at [81||value=81].");
  assert.deepEqual(differ(tolls), [["toll:dead", 78, 82, 81]]);
  const deal = read("Northwind agreed to buy the chipmaker Elvan for [$3bn||kind=money|value=3000000000|unit=USD]. Two bankers put the price of Northwind buying the chipmaker Elvan at [$2.6bn||kind=money|value=2600000000|unit=USD].");
  assert.deepEqual(differ(deal), [["kind:money", 3e9, 2.6e9]]);
});

test("nothing is said of figures that a text itself tells apart", () => {
  for (const text of [
    "The toll of the ferry rose from [78||value=78] dead to [81||value=81] dead.", // one sentence
    "The ferry sank and [78|people|value=78] people died. Another ferry sank in May, and [81|people|value=81] people died.",
    "In 2019 the floods killed [78|people|value=78] people. In 2021 the floods killed [81|people|value=81] people.",
    "The ferry sank and [80|people|value=80|bound=over] people died. The ferry sank with [82|people|value=82] people dead.", // over 80
    "The ferry sank and [7|people|value=7] people died. Of the people of the ferry [90||value=90] died.", // too far apart
    "They won by [30|points|value=30] points in the first game of the season. They lost by [28|points|value=28] points in the last game of the season.",
  ]) assert.deepEqual(differ(read(text)), [], text);
});

test("figures of two places are of two places", () => {
  const text = "The flu killed [593|people|value=593] people in Brazil. The flu killed [512|people|value=512] people in Argentina.";
  const found = read(text);
  const at = (words) => ({ start: found.text.indexOf(words), end: found.text.indexOf(words) + words.length, form: "name" });
  const places = { entities: [{ id: 0, kind: "place", name: "Brazil" }, { id: 1, kind: "place", name: "Argentina" }], mentions: [{ ...at("Brazil"), entity: 0 }, { ...at("Argentina"), entity: 1 }] };
  assert.deepEqual(differ(read(text, places)), []);
  assert.deepEqual(differ(found).length, 1, "without their places they may be of one");
});

test("who said a figure is the innermost quote around it", () => {
  const index = new SpanIndex([{ start: 0, end: 100, id: 0 }, { start: 10, end: 20, id: 1 }, { start: 12, end: 90, id: 2 }, { start: 30, end: 40, id: 3 }]);
  assert.deepEqual([[15, 18], [14, 25], [35, 38], [95, 99], [101, 102], [30, 40]].map(([start, end]) => index.innermost({ start, end })), [1, 2, 3, 0, null, 3]);
  const found = read("“We lost [3||value=3],” he said. [4||value=4] more went.", { quotes: [{ style: "direct", act: "said", content: [{ start: 1, end: 11 }], cue: [], source: [], speaker: null, certainty: 0 }] });
  assert.deepEqual(findSayers(found.annotation), [0, null]);
});

test("dates in order of time, whatever the text leaves open last", () => {
  const found = read("[2021||kind=date|iso=2021] [16 Dec||kind=date|iso=2020-12-16] [Sunday||kind=date|iso=XXXX-WXX-7] [1990s||kind=date|iso=199X] [that week||kind=date|iso=2020-W51] [May to June||kind=date|iso=2020-05/2020-06] [soon||kind=date]");
  const { fixed, open } = orderDates(found);
  assert.deepEqual(fixed.map(({ id, from }) => [id, from]), [[3, "1990-00-00"], [5, "2020-05-00"], [4, "2020-12-14"], [1, "2020-12-16"], [0, "2021-00-00"]]);
  assert.deepEqual(open, [2, 6]);
});

test("a sentence is found around a figure, and never more than some hundred characters", () => {
  const text = "It rained. “At least 40 died.” Then it stopped.\n\nNext";
  const at = { start: text.indexOf("40"), end: text.indexOf("40") + 2 };
  const { start, end } = sentenceAt(text, at);
  assert.equal(text.slice(start, end), "“At least 40 died.”");
  const long = sentenceAt("x".repeat(5000), { start: 2500, end: 2501 });
  assert.ok(long.end - long.start <= 401);
});

test("a hundred thousand figures are grouped in the time of ten thousand, ten times over", () => {
  const many = (n) => {
    const text = "They saw 5 boats and 6 dead. ".repeat(n);
    const figures = Array.from({ length: n }, (_, i) => [{ start: i * 29 + 9, end: i * 29 + 10, kind: "number", value: i % 97, of: { start: i * 29 + 11, end: i * 29 + 16 } }, { start: i * 29 + 21, end: i * 29 + 22, kind: "number", value: i }]).flat();
    return deriveFindings(text, { version: 2, parts: [], entities: [], mentions: [], quotes: [], figures });
  };
  const time = (n) => {
    const findings = many(n);
    const start = performance.now();
    groupFigures(findings);
    return performance.now() - start;
  };
  time(2000);
  const [small, large] = [Math.min(time(5000), time(5000), time(5000)), Math.min(time(50_000), time(50_000))];
  assert.ok(large < small * 30, `${small} ms, then ${large} ms`);
});

test("share of voice: words quoted and reported, where first, by which verbs", () => {
  const text = "Head\n\nAnn said “one two three”. She denied it was four.\n\n“Five six”, said Bob.";
  const span = (words, from = 0) => ({ start: text.indexOf(words, from), end: text.indexOf(words, from) + words.length });
  const quotes = [
    { style: "direct", act: "said", content: [span("one two three")], cue: [span("said")], source: [], speaker: 0, certainty: 1 },
    { style: "indirect", act: "said", content: [span("it was four")], cue: [span("denied")], source: [], speaker: 0, certainty: 1 },
    { style: "direct", act: "said", content: [span("Five six")], cue: [span("said", 60)], source: [], speaker: 1, certainty: 1 },
  ];
  const entities = [{ id: 0, kind: "person", name: "Ann" }, { id: 1, kind: "person", name: "Bob" }];
  const { voices, said, all } = shareOfVoice(deriveFindings(text, { version: 2, parts: [], entities, mentions: [], quotes, figures: [] }));
  assert.deepEqual(voices.map(({ words, quoted, reported, paragraph, verbs }) => [words, quoted, reported, paragraph, verbs.map(({ verb }) => verb).join()]), [[6, 3, 3, 2, "said,denied"], [2, 2, 0, 3, "said"]]);
  assert.deepEqual([said, all], [8, 15]);
  assert.equal(paragraphAt(findParagraphs(text), 0), 1);
});

test("stances are left out with what was confirmed of them; those made by hand stay", () => {
  const quote = (act) => ({ style: "indirect", act, content: [], cue: [], source: [], speaker: null, certainty: 0 });
  const hand = { quotes: new Set([2, 3]), mentions: new Set(), figures: new Set(), entities: new Set(), checked: new Set([3]) };
  const { annotation, hand: after, stances } = withoutStances({ annotation: { quotes: [quote("said"), quote("stance"), quote("stance"), quote("thought")] }, hand });
  assert.deepEqual(annotation.quotes.map(({ act }) => act), ["said", "stance", "thought"]);
  assert.deepEqual([[...after.quotes], [...after.checked], stances], [[1, 2], [2], 1]);
});
