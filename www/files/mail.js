/** Mails, by postal-mime: put beside the page by scripts/site.mjs, fetched when one comes. */
export { default } from "postal-mime";
