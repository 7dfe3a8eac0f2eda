// News of any length, made of the three articles in seeds/.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../seeds/", import.meta.url);
const paragraphs = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort()
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  // One of them has a paragraph a line, the others blank lines between.
  .flatMap((text) => text.split(/\n\s*\n/.test(text) ? /\n\s*\n/ : "\n"))
  .filter((paragraph) => paragraph.trim());

// Syllables for names that no list holds, so that repeating the articles does not repeat their words.
const ONSETS = ["B", "Br", "D", "Dal", "F", "G", "Hor", "K", "Kal", "L", "M", "Mar", "N", "P", "R", "S", "Sten", "T", "V"];
const MIDDLES = ["a", "an", "ar", "e", "el", "en", "i", "il", "o", "or", "u"];
const ENDS = ["berg", "da", "dov", "ka", "lson", "man", "na", "nen", "ren", "s", "ski", "ton", "vic"];

/** A stream of whole numbers below `limit`, the same for the same seed. */
function randomNumbers(seed) {
  let state = BigInt(seed) + 1n;
  return (limit) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number(state >> 33n) % limit;
  };
}

/**
 * At least `length` characters of news: the seeds' paragraphs in random order, in which every digit
 * is drawn anew and two in five of the capitalised words inside a sentence are invented names,
 * one for each word and paragraph.
 */
export function makeNews(length, seed = 1) {
  const random = randomNumbers(seed);
  const pick = (list) => list[random(list.length)];
  const parts = [];
  let size = 0;
  while (size < length) {
    const invented = new Map();
    const rename = (word) => {
      if (!invented.has(word)) invented.set(word, random(5) < 2 ? pick(ONSETS) + pick(MIDDLES) + pick(ENDS) : word);
      return invented.get(word);
    };
    const paragraph = pick(paragraphs)
      .replace(/\d/g, () => String(1 + random(9)))
      .replace(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}/gu, rename);
    parts.push(paragraph);
    size += paragraph.length + 2;
  }
  return parts.join("\n\n");
}

/** Words, numbers and single other marks: one measure of length for every tool. */
export const countTokens = (text) => text.match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)?.length ?? 0;

/** What has made tools like this one slow: each is repeated to the size wanted. */
export const HOSTILE = {
  "one word": "a",
  "straight marks": '"',
  "opening marks": "“",
  apostrophes: "'",
  brackets: "(",
  asterisks: "*",
  digits: "7",
  "full stops": ".",
  "line ends": "\n",
  "said said said": "said ",
  "he he he": "he ",
  capitals: "Anna ",
  "new names": null, // each word another name
  initials: "A. ",
  numbers: "1,000 ",
  "million million": "million ",
  labels: "A: yes\n",
  "quotes in quotes": "“‘",
  quoted: "“Yes,” she said. ",
  emoji: "🌍",
};

/** What could make the quotes stage look back, or far ahead, for each mark or cue. */
export const QUOTED = {
  "straight marks": '"',
  "opening marks": "“",
  "closing marks": "”",
  apostrophes: "'",
  "single opening marks": "‘",
  "single closing marks": "’",
  guillemets: "«",
  "guillemets inwards": "»",
  "low marks": "„",
  "doubled apostrophes": "''",
  "doubled backticks": "``",
  "all marks, mixed": "“\"‘'«»„”’``''",
  "marks apart": '" ',
  "marks opened, never closed": "“a ",
  "marks closed, never opened": "a” ",
  "single marks opened, never closed": "‘a ",
  "marks opened in each paragraph": "“a.\n\n",
  "three deep": "“a ‘b “c ",
  inches: '12" ',
  "attributions without an opening mark": 'a, he said "',
  "said said": "said ",
  "said X said Y that": "said Moreno said Berg that ",
  "X said that": "Moreno said that ",
  "X said,": "Moreno said, ",
  "said:": "said: ",
  told: "was told by ",
  "according to": "according to ",
  "“said": "“said ",
  labels: "BERG: yes.\n",
  "questions in bold": "**Are you?**\n\nI am.\n\n",
};

export const repeat = (unit, length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

export function makeHostile(name, length) {
  const unit = HOSTILE[name];
  if (unit) return repeat(unit, length);
  const random = randomNumbers(2);
  const words = [];
  for (let size = 0; size < length; size += 9) {
    words.push("ABCDEFGHIKLMNOPRSTUVZ"[random(21)] + random(36 ** 6).toString(36).replace(/\d/g, "e").padEnd(7, "a"));
  }
  return words.join(" ").slice(0, length);
}
