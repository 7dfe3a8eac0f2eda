/** What packs several files into one, by others: fflate. Bundled by `make site`, fetched when it is asked for. */
export { strToU8, zipSync } from "fflate";
