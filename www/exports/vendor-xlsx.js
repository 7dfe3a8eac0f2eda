/** What writes spreadsheets, by others: write-excel-file. Bundled by `make site`, fetched when one is asked for. */
export { default as writeSheets } from "write-excel-file/universal";
