/** `whosaid.iife.js`, for a plain script tag: registers the element, and sets `whosaid` for the rest. */
export { attach, WhosaidArticle } from "../www/whosaid-article.js";
export { Annotator } from "./worker.js";
