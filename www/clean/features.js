/**
 * What is to be seen of each block of a whole page: its words, its place, the boxes around it, its neighbours.
 *
 * Every feature is a number from about 0 to 1, so that a linear model may weigh them. None knows a site.
 *
 * @typedef {import("./walk.js").Block} Block
 */

import { STORY_NAME, nameOf, whyLeftOut } from "./rules.js";

/** @type {import("./rules.js").Why[]} */
const BOXES = [
  "menu", "aside", "related", "share", "newsletter", "comments", "form", "hidden", "advertisement", "footer", "paywall", "popup",
  "tags", "about",
];
const BLURB = [
  /^(?:read|see|view|watch|listen|show|load|learn|click)\b.{0,30}\b(?:more|also|all|full|next|here|now|comments?)\b|^(?:related|more (?:from|on|in)|recommended|you may|you might|also (?:read|see|on)|most (?:read|popular)|trending|popular|don.t miss|up next|read next|latest)\b/i,
  /\b(?:sign up|subscribe|newsletter|inbox|follow (?:us|him|her|them|me|@)|like us|e-?mail address|download (?:the|our) app|donat(?:e|ion)|support our|your support|become a member|log ?in|register)\b/i,
  /^(?:share|tweet|print|e-?mail|save|comments?|facebook|twitter|whatsapp|pinterest|linkedin|reddit|advertisement|sponsored|tags?|topics?|filed under|categories|posted in|source|via|close|menu|search|home|next|previous|reply|loading|skip)\b.{0,40}$/i,
  /©|\bcopyright\b|\ball rights reserved\b|\bterms of (?:use|service)\b|\bprivacy policy\b|\bcookies?\b/i,
  /\b(?:getty|reuters|afp|ap photo|shutterstock|file photo|photograph|photo(?:graphy)? by|image (?:credit|source|copyright|caption)|picture:|photo:|credit:|pictured|illustration)\b/i,
  /^(?:by\b|written by|posted (?:by|on)|published|updated|last (?:updated|modified)|first published|\d+ (?:min|minutes?|hours?|days?) (?:read|ago))|\b\d{1,2}:\d{2}\s*(?:am|pm|gmt|est|edt|et|pt|bst)\b/i,
  /\bis an? (?:\w+ ){0,4}(?:reporter|writer|journalist|editor|correspondent|author|columnist|contributor|producer|professor|fellow|analyst)\b|\bfollow (?:him|her|them)\b|^about the author/i,
  /\b(?:this (?:article|story|post|piece|report) (?:was|is|has|originally)|contributed (?:to this|reporting)|contact (?:the|us|our)|editor.s note|correction|affiliate)\b/i,
];
const TAGS = ["P", "LI", "TD", "BLOCKQUOTE", "DIV", "SPAN", "FIGCAPTION", "PRE", "DD", "A", "SECTION", "ARTICLE"];
const HIGHEST = 60;

/** @typedef {{ boxes: Uint8Array, near: number, story: number, body: number, article: number, main: number, list: number, table: number, figure: number, depth: number }} Surroundings */

/**
 * @param {Block[]} blocks of a whole page
 * @param {{ headline: string, sizes: Map<Node, number>, root: Node }} page
 * @returns {{ names: string[], rows: Float32Array[], boxOf: (import("./rules.js").Why | null)[] }}
 */
export function describeBlocks(blocks, { headline, sizes, root }) {
  const around = makeSurroundings(sizes, root);
  const size = (/** @type {Node | null} */ node) => (node && sizes.get(node)) || 0;
  const good = blocks.map(isGood);
  const goodIn = countWithin(blocks, (_, i) => (good[i] ? blocks[i].text.length : 0), root);
  const wordsIn = countWithin(blocks, (block) => block.text.length, root);
  const linksIn = countWithin(blocks, (block) => block.linked, root);
  const goodTotal = goodIn.get(root) || 1;
  const total = wordsIn.get(root) || 1;
  const best = findBest(goodIn, blocks, good, root);
  const bestDepth = best ? depthOf(best) : 0;
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const { text } of blocks) seen.set(text, (seen.get(text) ?? 0) + 1);
  const first = good.findIndex((is, i) => is && (!best || best.contains(blocks[i].element)));
  let last = good.length - 1;
  while (last > 0 && !(good[last] && (!best || best.contains(blocks[last].element)))) last--;
  const lower = normal(headline);
  const headlineAt = lower ? blocks.findIndex((block) => normal(block.text) === lower) : -1;
  /** @type {string[]} */
  const names = [];
  let goodSoFar = 0;
  let soFar = 0;
  const rows = blocks.map((block, i) => {
    /** @type {number[]} */
    const row = [];
    const add = (/** @type {string} */ name, /** @type {number | boolean} */ value) => {
      if (i === 0) names.push(name);
      row.push(Number(value));
    };
    const { text, element, linked } = block;
    const length = text.length;
    const words = text.split(/\s+/).length;
    const s = around(element);
    const level = /^H([1-6])$/.exec(element.tagName);
    add("bias", 1);
    add("long", Math.min(Math.log2(1 + length) / 10, 1.2));
    add("words3", words < 4);
    add("words8", words < 9);
    add("words20", words > 20);
    add("words40", words > 40);
    add("linked", linked / length);
    add("all-link", linked > length * 0.9);
    add("half-link", linked > length * 0.5);
    const ends = text.match(/[.!?…]["'”’)\]]*(?=\s|$)/g)?.length ?? 0;
    add("sentences", Math.min(ends, 4) / 4);
    add("ends", /[.!?…:;]["'”’)\]]*$/.test(text));
    add("commas", Math.min(text.match(/, /g)?.length ?? 0, 4) / 4);
    add("quotes", /["“”]/.test(text));
    add("caps", length > 3 && text === text.toUpperCase() && /[A-Z]/.test(text));
    add("lower", /^\p{Ll}/u.test(text));
    add("title-case", words > 1 && words < 14 && (text.match(/(?:^|\s)\p{Lu}/gu)?.length ?? 0) > words * 0.7);
    add("digits", (text.match(/\d/g)?.length ?? 0) / length);
    add("bars", /[|»›·•]/.test(text));
    BLURB.forEach((pattern, n) => add(`blurb${n}`, pattern.test(text) && length < 400));
    for (const tag of TAGS) add(tag, element.tagName === tag);
    add("heading", level !== null);
    add("h1", level?.[1] === "1");
    add("h23", level?.[1] === "2" || level?.[1] === "3");
    add("row", block.row);
    add("quote", block.quote !== null);
    for (const role of ["byline", "caption", "credit", "label"]) add(role, block.role === role);
    BOXES.forEach((box, n) => add(box, s.boxes[n]));
    add("boxed", s.near > 0);
    add("story", s.story);
    add("body", s.body);
    add("article", s.article === 1);
    add("articles", s.article > 1);
    add("main", s.main);
    add("list", s.list);
    add("table", s.table);
    add("figure", s.figure);
    add("deep", Math.min(s.depth / 30, 1.5));
    // Where in the page, and in what.
    const parent = element.parentElement ?? element;
    const above = parent.parentElement ?? parent;
    add("parent-good", (goodIn.get(parent) ?? 0) / goodTotal);
    add("above-good", (goodIn.get(above) ?? 0) / goodTotal);
    add("parent-linked", (linksIn.get(parent) ?? 0) / (wordsIn.get(parent) || 1));
    add("above-linked", (linksIn.get(above) ?? 0) / (wordsIn.get(above) || 1));
    add("own-share", Math.min(1, 4 * (size(element) / (size(root) || 1))));
    const inBest = best !== null && best.contains(element);
    add("best", inBest);
    add("best-child", best !== null && (parent === best || element === best));
    add("best-near", inBest ? 1 / (1 + Math.max(0, s.depth - bestDepth - 1)) : 0);
    add("before-first", i < first);
    add("after-last", i > last);
    add("long-after", i > last + 5);
    add("good-done", goodSoFar / goodTotal);
    add("page-done", soFar / total);
    add("before-headline", headlineAt >= 0 && i < headlineAt);
    add("after-headline", headlineAt >= 0 && i > headlineAt);
    add("is-headline", lower !== "" && normal(text) === lower);
    add("repeated", (seen.get(text) ?? 0) > 1);
    add("repeated-long", (seen.get(text) ?? 0) > 1 && length > 80);
    // What stands beside it.
    for (const step of [-2, -1, 1, 2]) {
      const other = blocks[i + step];
      add(`${step}good`, other !== undefined && good[i + step]);
      add(`${step}linked`, other ? other.linked / other.text.length : 1);
      add(`${step}like`, other !== undefined && other.element.tagName === element.tagName && other.element.parentElement === element.parentElement);
    }
    const next = blocks[i + 1];
    const before = blocks[i - 1];
    add("before-blurb", before !== undefined && before.text.length < 60 && BLURB[0].test(before.text));
    add("heads-good", level !== null && next !== undefined && good[i + 1]);
    add("heads-links", level !== null && (next === undefined || next.linked > next.text.length * 0.5));
    let near = 0;
    for (let k = Math.max(0, i - 4); k <= i + 4; k++) if (good[k]) near++;
    add("near", near / 9);
    add("good", good[i]);
    add("good-best", good[i] && inBest);
    add("short-unlinked", length < 80 && linked === 0 && inBest);
    add("good-boxed", good[i] && s.near > 0);
    const item = element.tagName === "LI" && words > 6 && linked < length * 0.5;
    add("item-best", item && inBest);
    add("item-story", item && (s.story > 0 || s.body > 0));
    add("caps-link", linked > length * 0.9 && text === text.toUpperCase());
    add("blurb-link", linked > length * 0.4 && BLURB[0].test(text));
    add("link-alone", linked > length * 0.8 && inBest && words > 4);
    add("short-best", words < 15 && inBest);
    add("post", block.quote !== null && (s.story > 0 || inBest));
    if (good[i]) goodSoFar += length;
    soFar += length;
    return Float32Array.from(row);
  });
  const boxOf = blocks.map((block) => {
    const { near } = around(block.element);
    return near ? BOXES[near - 1] : null;
  });
  return { names, rows, boxOf };
}

/** @param {Block} block @returns {boolean} whether it looks like a paragraph of a story by itself */
function isGood({ text, linked, role, element }) {
  return text.length > 80 && linked < text.length * 0.3 && /[.!?…:;,]["'”’)\]]*(?:\s|$)/.test(text) && role === null && element.tagName !== "LI";
}

/** Its words alone, to compare it by. @param {string} text */
export function normal(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {Element} element */
function depthOf(element) {
  let depth = 0;
  for (let at = element.parentElement; at; at = at.parentElement) depth++;
  return depth;
}

/**
 * Sums over all that an element holds.
 *
 * @param {Block[]} blocks
 * @param {(block: Block, index: number) => number} value
 * @param {Node} root
 */
function countWithin(blocks, value, root) {
  /** @type {Map<Node, number>} */
  const sums = new Map();
  blocks.forEach((block, i) => {
    const add = value(block, i);
    if (!add) return;
    let height = 0;
    for (let at = /** @type {Node | null} */ (block.element); at && at !== root && height++ < HIGHEST; at = at.parentNode) {
      sums.set(at, (sums.get(at) ?? 0) + add);
    }
    sums.set(root, (sums.get(root) ?? 0) + add);
  });
  return sums;
}

/**
 * The narrowest element that holds most of the page's good paragraphs.
 *
 * @param {Map<Node, number>} goodIn
 * @param {Block[]} blocks
 * @param {boolean[]} good
 * @param {Node} root
 * @returns {Element | null}
 */
function findBest(goodIn, blocks, good, root) {
  const whole = goodIn.get(root) ?? 0;
  let best = /** @type {Element | null} */ (null);
  let depth = -1;
  for (let i = 0; i < blocks.length; i++) {
    if (!good[i]) continue;
    let height = 0;
    for (let at = /** @type {Element | null} */ (blocks[i].element); at && at !== root && height < HIGHEST; at = at.parentElement, height++) {
      if ((goodIn.get(at) ?? 0) >= whole * 0.6) {
        const d = depthOf(at);
        if (d > depth) [best, depth] = [at, d];
        break;
      }
    }
  }
  return best;
}

/**
 * @param {Map<Node, number>} sizes
 * @param {Node} root
 * @returns {(element: Element) => Surroundings}
 */
function makeSurroundings(sizes, root) {
  /** @type {Map<Element, Surroundings>} */
  const known = new Map();
  const whole = sizes.get(root) || 1;
  const nowhere = { boxes: new Uint8Array(BOXES.length), near: 0, story: 0, body: 0, article: 0, main: 0, list: 0, table: 0, figure: 0, depth: 0 };
  return (element) => {
    /** @type {Element[]} */
    const chain = [];
    let at = /** @type {Element | null} */ (element);
    for (; at && !known.has(at); at = at.parentElement) chain.push(at);
    let outer = at ? /** @type {Surroundings} */ (known.get(at)) : nowhere;
    for (let i = chain.length - 1; i >= 0; i--) {
      const inner = surround(chain[i], outer, (sizes.get(chain[i]) ?? 0) / whole);
      known.set(chain[i], inner);
      outer = inner;
    }
    return outer;
  };
}

/** @param {Element} element @param {Surroundings} outer @param {number} share @returns {Surroundings} */
function surround(element, outer, share) {
  const tag = element.tagName;
  const inner = { ...outer, depth: outer.depth + 1 };
  if (tag === "HTML" || tag === "BODY") return inner;
  const name = nameOf(element);
  const property = element.getAttribute("itemprop");
  if (property === "articleBody") inner.body = 1;
  if (STORY_NAME.test(name) || property === "articleBody") inner.story = 1;
  if (tag === "ARTICLE") inner.article = outer.article + 1;
  if (tag === "MAIN" || element.getAttribute("role") === "main") inner.main = 1;
  if (tag === "UL" || tag === "OL") inner.list = 1;
  if (tag === "TABLE") inner.table = 1;
  if (tag === "FIGURE") inner.figure = 1;
  const why = whyLeftOut(element, name) ?? (tag === "HEADER" && !outer.article && !outer.main ? "menu" : null);
  const box = why ? BOXES.indexOf(why) : -1;
  if (box >= 0 && share < 0.5 && tag !== "MAIN") {
    inner.boxes = outer.boxes.slice();
    inner.boxes[box] = 1;
    inner.near = box + 1;
  }
  return inner;
}
