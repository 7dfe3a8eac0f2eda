/** Markdown, by marked: put beside the page by scripts/site.mjs, fetched when such a file comes. */
export { marked } from "marked";
