/** What the page keeps articles with: see scripts/site.mjs. */
export { clear, createStore, delMany, get, set, update } from "idb-keyval";
