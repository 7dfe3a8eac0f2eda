/** What writes Word documents, by others: docx. Bundled by `make site`, fetched when one is asked for. */
export { AlignmentType, CheckBox, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
