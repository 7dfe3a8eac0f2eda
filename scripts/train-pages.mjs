// Trains the linear model that finds the article in a whole page, prints what seven folds score, and writes www/clean/weights.js.
//
//   node scripts/train-pages.mjs ../shared
//
// A block is of the article where most of its runs of four words stand in the article's text; a short one where it stands there
// beside its neighbours. Blocks weigh by the root of their words, pages alike. Logistic regression by Newton's method.
import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { compare, countShingles, readPages, total, withCleaner, wordsOf } from "./pages.mjs";

const PENALTY = 1;
const FOLDS = 7;
const STEPS = 12;

const pages = readPages(argv[2] ?? "../shared");
/** @type {{ names: string[], rows: number[][], texts: string[], labels: boolean[], weights: number[], gold: string }[]} */
const data = [];
await withCleaner(async (browser) => {
  for (const { text, html } of pages) {
    const read = await browser.evaluate(async (html) => {
      const { parseInert } = await import("/clean/inert.js");
      const { readMetadata } = await import("/clean/metadata.js");
      const { readBlocks, measure } = await import("/clean/walk.js");
      const { describeBlocks } = await import("/clean/features.js");
      const page = parseInert(html);
      const blocks = readBlocks(page.body, { boxes: false }).filter((block) => !block.why);
      const { names, rows } = describeBlocks(blocks, { headline: readMetadata(page).headline, sizes: measure(page.body), root: page.body });
      return { names, rows: rows.map((row) => [...row]), texts: blocks.map((block) => block.text) };
    }, html);
    const words = read.texts.map(wordsOf);
    const long = wordsOf(text).length;
    data.push({ ...read, gold: text, labels: label(words, text), weights: words.map((w) => Math.sqrt((1 + w.length) / long)) });
  }
});

const folds = data.map((_, i) => (i * 5) % FOLDS);
const scores = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const model = fit(data.filter((_, i) => folds[i] !== fold));
  data.forEach((page, i) => {
    if (folds[i] === fold) scores.push(compare(page.gold, page.texts.filter((_, k) => dot(model, page.rows[k]) > 0).join("\n")));
  });
}
const round = (/** @type {number} */ value) => value.toFixed(3);
const folded = total(scores);
for (const [kind, { precision, recall, f1 }] of Object.entries(folded)) {
  console.log(`${FOLDS} folds, ${kind}: precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(4)}`);
}
const model = fit(data);
const lines = data[0].names.map((name, n) => `  ${JSON.stringify(name)}: ${Number(model[n].toFixed(2))},`);
writeFileSync(new URL("../www/clean/weights.js", import.meta.url), `/**
 * What each feature of a block (\`features.js\`) adds to the log-odds that it is of the article.
 *
 * Written by \`make train-pages\`. Made from: the blocks of 77 saved English pages of many kinds of newsrooms, blogs and companies,
 * whose articles a public benchmark of article extraction has as text (MIT); no word of theirs is in here. Recipe: logistic
 * regression with an L2 penalty, a block weighs by the root of its words, each page alike. Seven folds, by page: macro F1 ${round(folded.macro.f1)}
 * (precision ${round(folded.macro.precision)}, recall ${round(folded.macro.recall)}), micro ${round(folded.micro.f1)}, in shingles of four words; the features were thought of while reading some of
 * the same pages, so expect somewhat less. It knows no page without paragraphs: lists of links, galleries, forums.
 *
 * @type {Record<string, number>}
 */
export const WEIGHTS = {
${lines.join("\n")}
};
`);

/** @param {string[][]} blocks @param {string} gold @returns {boolean[]} */
function label(blocks, gold) {
  const words = wordsOf(gold);
  const shingles = countShingles(words);
  const whole = ` ${words.join(" ")} `;
  const labels = blocks.map((block) => {
    if (block.length < 8) return null;
    let shared = 0;
    for (let i = 0; i + 4 <= block.length; i++) if (shingles.has(block.slice(i, i + 4).join(" "))) shared++;
    return shared > (block.length - 3) / 2;
  });
  const near = (/** @type {number} */ from, /** @type {number} */ step) => {
    for (let i = from + step; Math.abs(i - from) <= 6 && i >= 0 && i < blocks.length; i += step) if (labels[i]) return blocks[i];
    return null;
  };
  return labels.map((known, i) => {
    if (known !== null || !blocks[i].length) return Boolean(known);
    const own = blocks[i].join(" ");
    const before = near(i, -1);
    const after = near(i, 1);
    const is = (before && whole.includes(` ${before.slice(-3).join(" ")} ${own} `)) || (after && whole.includes(` ${own} ${after.slice(0, 3).join(" ")} `));
    labels[i] = Boolean(is);
    return labels[i];
  });
}

/** @param {number[]} a @param {number[]} b */
function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += a[i] * b[i];
  return sum;
}

/** @param {typeof data} pages @returns {number[]} */
function fit(pages) {
  const size = pages[0].names.length;
  let scale = 0;
  let count = 0;
  for (const { weights } of pages) for (const weight of weights) [scale, count] = [scale + weight, count + 1];
  let model = new Array(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = model.map((weight) => weight / PENALTY);
    const hessian = Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (_, k) => (i === k ? 1 / PENALTY : 0)));
    for (const { rows, labels, weights } of pages) {
      rows.forEach((row, r) => {
        const weight = (weights[r] * count) / scale;
        const p = 1 / (1 + Math.exp(-dot(model, row)));
        const error = weight * (p - Number(labels[r]));
        const curve = weight * p * (1 - p);
        for (let i = 0; i < size; i++) {
          if (!row[i]) continue;
          gradient[i] += error * row[i];
          const add = curve * row[i];
          for (let k = 0; k <= i; k++) hessian[i][k] += add * row[k];
        }
      });
    }
    const change = solve(hessian, gradient);
    model = model.map((weight, i) => weight - change[i]);
  }
  return model;
}

/** Cholesky, on the lower half. @param {Float64Array[]} matrix @param {number[]} right */
function solve(matrix, right) {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k <= i; k++) {
      let sum = matrix[i][k];
      for (let j = 0; j < k; j++) sum -= matrix[i][j] * matrix[k][j];
      matrix[i][k] = i === k ? Math.sqrt(Math.max(sum, 1e-9)) : sum / matrix[k][k];
    }
  }
  const half = [];
  for (let i = 0; i < size; i++) half.push((right[i] - half.reduce((sum, value, k) => sum + matrix[i][k] * value, 0)) / matrix[i][i]);
  const solved = new Array(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let sum = half[i];
    for (let k = i + 1; k < size; k++) sum -= matrix[k][i] * solved[k];
    solved[i] = sum / matrix[i][i];
  }
  return solved;
}
