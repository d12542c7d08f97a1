import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip as mm,
} from "docx";

import type { DocxForm } from "./docx-form.ts";
import { FANGSONG, HEITI, runsOf } from "./form-text.ts";
import { TEXT_WIDTH_MM } from "./page.ts";

const NUMBER_WIDTH = mm(14);
const QUESTION_WIDTH = mm(79);
const WIDTHS = [NUMBER_WIDTH, QUESTION_WIDTH, mm(TEXT_WIDTH_MM) - NUMBER_WIDTH - QUESTION_WIDTH];
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
const FRAME = { ...LINE, size: 8 };

/** The table of a form: its heading stands again on every page, and no row is torn between two pages. */
export function formTable({ columns, rows }: DocxForm): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: mm(TEXT_WIDTH_MM), type: WidthType.DXA },
    columnWidths: WIDTHS,
    borders: {
      top: FRAME,
      bottom: FRAME,
      left: FRAME,
      right: FRAME,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: { top: mm(1.5), bottom: mm(1.5), left: mm(2.2), right: mm(2.2) },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        height: { value: mm(12), rule: HeightRule.ATLEAST },
        children: columns.map((label, column) => cell(label, column, true)),
      }),
      ...rows.map(
        ({ number, question, answer }) =>
          new TableRow({
            cantSplit: true,
            height: { value: mm(16), rule: HeightRule.ATLEAST },
            children: [number, question, answer].map((text, column) => cell(text, column, false)),
          }),
      ),
    ],
  });
}

function cell(text: string, column: number, isHeading: boolean): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: isHeading || column === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 340, lineRule: LineRuleType.AT_LEAST },
        children: runsOf(text, { font: isHeading ? HEITI : FANGSONG, size: 24 }),
      }),
    ],
  });
}
