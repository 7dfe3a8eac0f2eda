/**
 * What an article is called in the list of recent ones and in the window's title.
 */

const LONGEST = 90;

/**
 * @param {string} text
 * @param {import("../types.ts").Part[]} [parts] as its page showed them
 * @returns {string} its headline where that is known, else its first line, without marks of Markdown, cut at a word
 */
export function titleOf(text, parts = []) {
  const headline = parts.find(({ role }) => role === "headline");
  if (headline) text = text.slice(headline.start, headline.end);
  const first = /\S[^\r\n\u2028\u2029]*/.exec(text)?.[0].replace(/^#{1,6}\s+|\*\*|__/g, "").replace(/\s+/g, " ").trim() ?? "";
  if (first.length <= LONGEST) return first;
  const cut = first.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2)).replace(/[,;:–—-]+$/, "")}…`;
}
