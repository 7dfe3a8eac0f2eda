/**
 * Everything that can be taken away as a file, by name: what it is called and what is in it. What a format
 * needs beside is fetched when it is asked for.
 *
 * @typedef {import("../types.ts").Findings} Findings
 * @typedef {import("../types.ts").Story} Story
 * @typedef {{ findings: Findings, story: Story, title: string, day: string | null }} Taken `day`: of the article
 */

import { toBrat } from "./brat.js";
import { toJson } from "./json.js";
import { toMarkdown, toQuoteList } from "./markdown.js";
import { toPage } from "./page.js";
import { tableOfFigures, tableOfNames, tableOfQuotes, toCsv } from "./tables.js";
import { toWebAnnotation } from "./web-annotation.js";

export { toJson, toQuoteList };

/** @type {Record<string, (taken: Taken) => Promise<{ ending: string, blob: Blob }>>} */
const FORMATS = {
  html: async ({ findings, story, title, day }) => text("html", "text/html", toPage(findings, story, { title, made: new Date(), day })),
  docx: async ({ findings, title, day }) => {
    const { toSheet } = await import("./docx.js");
    return { ending: "docx", blob: await toSheet(findings, { title, made: new Date(), day }) };
  },
  xlsx: async ({ findings }) => {
    const { toSpreadsheet } = await import("./xlsx.js");
    return { ending: "xlsx", blob: await toSpreadsheet([tableOfQuotes(findings), tableOfFigures(findings), tableOfNames(findings)]) };
  },
  csv: async ({ findings }) => text("quotes.csv", "text/csv", toCsv(tableOfQuotes(findings))),
  "csv-figures": async ({ findings }) => text("figures.csv", "text/csv", toCsv(tableOfFigures(findings))),
  "csv-names": async ({ findings }) => text("names.csv", "text/csv", toCsv(tableOfNames(findings))),
  markdown: async ({ findings, title }) => text("md", "text/markdown", toMarkdown(findings, title)),
  json: async ({ findings, story }) => text("json", "application/json", toJson(findings, story)),
  jsonld: async ({ findings, story, title }) => {
    const about = { title, id: `urn:uuid:${crypto.randomUUID()}`, made: new Date().toISOString() };
    return text("jsonld", "application/ld+json", `${JSON.stringify(toWebAnnotation(findings, story, about), null, 2)}\n`);
  },
  brat: async ({ findings, title }) => {
    const { strToU8, zipSync } = await import("./vendor-zip.js");
    const { text, annotations, configuration } = toBrat(findings);
    const name = fileName(title);
    const zip = zipSync({ [`${name}.txt`]: strToU8(text), [`${name}.ann`]: strToU8(annotations), "annotation.conf": strToU8(configuration) });
    return { ending: "brat.zip", blob: new Blob([/** @type {BlobPart} */ (zip)], { type: "application/zip" }) };
  },
};

/**
 * @param {string} format
 * @param {Taken} taken
 * @returns {Promise<{ name: string, blob: Blob }>}
 */
export async function makeFile(format, taken) {
  const { ending, blob } = await FORMATS[format](taken);
  return { name: `${fileName(taken.title)}.${ending}`, blob };
}

/** @param {string} ending @param {string} type @param {string} words */
function text(ending, type, words) {
  return { ending, blob: new Blob([words], { type: `${type};charset=utf-8` }) };
}

/** @param {string} title @returns {string} as any disk takes it */
function fileName(title) {
  return title.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "") || "whosaid";
}
