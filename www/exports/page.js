/**
 * The article as a page of its own that needs nothing: marks, lists, corrections, no script. Whoever opens
 * it sees what was found; opened at whosaid it can be corrected further, since the story rides along.
 *
 * Written as text, not as elements, so that it is the same wherever it is made; every word of the article
 * goes through {@link escape}.
 *
 * @typedef {import("../types.ts").Block} Block
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Mark} Mark
 * @typedef {import("../types.ts").Story} Story
 */

import { splitBlocks } from "../model/blocks.js";
import { quoteWords } from "../model/exports.js";
import { findSayers, groupFigures, isDate } from "../model/figure-groups.js";
import { sayValue } from "../model/figure-text.js";
import { isDoubtful, kindOf, wordsOf } from "../model/findings.js";
import { collectMarks, dealMarks, findTurns, walkMarks } from "../model/marks.js";
import { packStory } from "../model/story-file.js";
import { hueRules } from "../palette.js";
import { strings } from "../strings.js";
import { words as views } from "../strings-views.js";
import { sayHow, sayName } from "./markdown.js";
import { PAGE_STYLE } from "./page-style.js";
import { words as said } from "./words.js";

/** The element that holds the story: data, never run. */
export const STORY_ID = "whosaid-story";

/**
 * @param {Findings} findings
 * @param {Story} story
 * @param {{ title: string, made: Date, day: string | null }} about `day`: of the article
 * @returns {string} a whole page of HTML
 */
export function toPage(findings, story, { title, made, day }) {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const when = new Intl.DateTimeFormat(strings.locale, { dateStyle: "long" });
  const about = [day ? said.sheet.published(when.format(new Date(`${day}T12:00:00`))) : "", said.sheet.made(when.format(made)), said.page.open].filter(Boolean);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="whosaid">
<title>${escape(title)}</title>
<style>
${hueRules()}
${PAGE_STYLE}
</style>
</head>
<body>
<main>
<article>
${setArticle(findings)}
</article>
</main>
<aside>
${setLists(findings)}
</aside>
<footer><p>${escape(said.page.legend)}</p>${about.map((words) => `<p>${escape(words)}</p>`).join("")}</footer>
<script type="application/json" id="${STORY_ID}">${JSON.stringify(packStory(story)).replaceAll("<", "\\u003c")}</script>
</body>
</html>
`;
}

/** @param {Findings} findings */
function setArticle(findings) {
  const { text, annotation } = findings;
  const blocks = splitBlocks(text, annotation.parts);
  const dealt = dealMarks(blocks, collectMarks(text, annotation));
  const turns = findTurns(annotation);
  /** @type {Set<number>} */
  const begun = new Set();
  let next = 0;
  return blocks.map((block) => {
    const marks = dealt.next().value ?? [];
    while (next < turns.length && turns[next].end <= block.start) next++;
    const turn = next < turns.length && turns[next].start < block.end ? turns[next].id : undefined;
    const first = turn !== undefined && !begun.has(turn);
    if (turn !== undefined) begun.add(turn);
    const tag = block.role === "headline" ? "h1" : block.role === "heading" ? "h2" : "p";
    const own = turn === undefined ? "" : ` class="turn s${hueOf(findings, turn)}"${first ? ` id="quote-${turn + 1}"` : ""}`;
    const note = first ? setNote(findings, turn) : "";
    return `<${tag}${own}>${note}${setBlock(findings, block, marks, begun)}</${tag}>`;
  }).join("\n");
}

/**
 * @param {Findings} findings
 * @param {Block} block
 * @param {Mark[]} marks
 * @param {Set<number>} begun
 */
function setBlock(findings, block, marks, begun) {
  let html = "";
  /** @type {string[]} */
  const tags = [];
  walkMarks(block, marks, {
    open(mark) {
      if (mark.type === "strong" || mark.type === "emphasis") {
        tags.push(mark.type === "strong" ? "strong" : "em");
        html += `<${tags.at(-1)}>`;
        return;
      }
      const first = mark.type === "quote" && !begun.has(mark.id);
      if (first) html += setNote(findings, mark.id);
      if (mark.type === "quote") begun.add(mark.id);
      tags.push("span");
      html += `<span class="${classOf(findings, mark)}"${first ? ` id="quote-${mark.id + 1}"` : ""}${titleOf(findings, mark)}>`;
    },
    close: () => void (html += `</${tags.pop()}>`),
    text: (start, end) => void (html += escape(visible(findings.text, block, start, end))),
  });
  return html;
}

/** @param {string} text @param {Block} block @param {number} start @param {number} end */
function visible(text, { hidden }, start, end) {
  let shown = "";
  let from = start;
  for (const mark of hidden) {
    if (mark.end <= from || mark.start >= end) continue;
    shown += text.slice(from, Math.max(from, mark.start));
    from = Math.min(mark.end, end);
  }
  return shown + text.slice(from, end);
}

/** @param {Findings} findings @param {number} quote */
function hueOf({ annotation, hueOf }, quote) {
  const { speaker } = annotation.quotes[quote];
  return speaker === null ? 0 : hueOf[speaker];
}

/** @param {Findings} findings @param {Mark} mark */
function classOf(findings, { type, id }) {
  const { annotation, hueOf: hues, speaks } = findings;
  if (type === "quote") return `${kindOf(annotation.quotes[id])} s${hueOf(findings, id)}`;
  if (type === "said") return `direct s${hueOf(findings, id)}`;
  if (type === "source" || type === "cue") return `who s${hueOf(findings, id)}`;
  if (type === "figure") return "figure";
  const { entity, form } = annotation.mentions[id];
  const { kind, place } = annotation.entities[entity];
  if (form !== "name") return "mention";
  return kind === "place" ? (place ? "place" : "place unresolved") : speaks[entity] ? `who s${hues[entity]}` : "name";
}

/** @param {Findings} findings @param {Mark} mark */
function titleOf({ annotation }, { type, id }) {
  const title = type === "figure" ? sayValue(annotation.figures[id])
    : type === "mention" ? [annotation.entities[annotation.mentions[id].entity].name, annotation.entities[annotation.mentions[id].entity].description].filter(Boolean).join(", ")
    : "";
  return title ? ` title="${escape(title)}"` : "";
}

/** @param {Findings} findings @param {number} quote */
function setNote(findings, quote) {
  const { speaker } = findings.annotation.quotes[quote];
  const name = speaker === null ? "?" : findings.annotation.entities[speaker].name + (isDoubtful(findings.annotation.quotes[quote]) ? "?" : "");
  return `<small class="s${hueOf(findings, quote)}">${escape(name)}</small>`;
}

/** @param {Findings} findings */
function setLists(findings) {
  const { text, annotation, speakers, places, people, organizations, others, hueOf: hues } = findings;
  const sayers = findSayers(annotation);
  const voices = speakers.map((speaker) => `<section class="s${speaker.entity ? hues[speaker.entity.id] : 0}"><h3>${escape(sayName(speaker))} <small>${escape(strings.quotes(speaker.quotes.length))}</small></h3>
<ul>${speaker.quotes.map((id) => {
    const how = sayHow(findings, id).join(" · ");
    return `<li class="${kindOf(annotation.quotes[id])}"><a href="#quote-${id + 1}">${escape(quoteWords(findings, id))}</a>${how ? ` <small>${escape(how)}</small>` : ""}</li>`;
  }).join("\n")}</ul></section>`).join("\n");
  const row = (/** @type {number} */ id) => {
    const figure = annotation.figures[id];
    const quote = sayers[id];
    const speaker = quote === null ? null : annotation.quotes[quote].speaker;
    return `<tr><th scope="row">${escape(wordsOf(text, [figure]))}</th><td>${escape(sayValue(figure))}</td><td>${escape(figure.of ? wordsOf(text, [figure.of]) : "")}</td><td>${escape(speaker === null ? "" : annotation.entities[speaker].name)}</td></tr>`;
  };
  const groups = groupFigures(findings).map(({ key, words, ids }) => `<tr><th colspan="4" scope="rowgroup">${escape(views.figures.groups[key] ?? words)}</th></tr>\n${ids.map(row).join("\n")}`);
  const dates = annotation.figures.flatMap((figure, id) => (isDate(figure) ? [row(id)] : []));
  if (dates.length) groups.push(`<tr><th colspan="4" scope="rowgroup">${escape(strings.ways.dates)}</th></tr>\n${dates.join("\n")}`);
  const names = (/** @type {Findings["people"]} */ found, /** @type {string} */ label) => (found.length
    ? `<h2>${escape(label)}</h2>\n<ul class="names">${found.map(({ entity, names }) => {
      const where = entity.place ? [entity.place.country, strings.coordinates(entity.place.latitude, entity.place.longitude)].join(" · ") : entity.kind === "place" ? strings.notResolved : entity.description;
      return `<li>${escape(entity.name)} <small>${escape([strings.times(names), where].filter(Boolean).join(" · "))}</small></li>`;
    }).join("\n")}</ul>` : "");
  return [
    speakers.length ? `<h2>${escape(said.page.speakers)}</h2>\n${voices}` : "",
    groups.length ? `<h2>${escape(said.page.figures)}</h2>\n<table>${groups.join("\n")}</table>` : "",
    names(places, said.page.places), names([...people, ...organizations, ...others], said.page.names),
  ].filter(Boolean).join("\n");
}

/** @param {string} words */
export function escape(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
