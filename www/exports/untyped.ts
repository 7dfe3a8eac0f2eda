/** Stands for libraries whose own types would bring those of Node along: see jsconfig.json. */
const anything: any = undefined;
export default anything;
export const AlignmentType = anything, CheckBox = anything, Document = anything, HeadingLevel = anything, Packer = anything, Paragraph = anything,
  Table = anything, TableCell = anything, TableRow = anything, TextRun = anything, WidthType = anything;
