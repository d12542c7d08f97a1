import {
  AlignmentType,
  Document,
  Header,
  LineRuleType,
  Packer,
  Paragraph,
  convertMillimetersToTwip as mm,
} from "docx";

import type { DocxForm } from "./form-docx/docx-form.ts";
import { formTable } from "./form-docx/form-table.ts";
import { fixZipTimes } from "./form-docx/fix-zip-times.ts";
import { FANGSONG, HEITI, SONGTI, runsOf } from "./form-docx/form-text.ts";
import { A4, A4_WIDTH_MM, TEXT_WIDTH_MM } from "./form-docx/page.ts";

export type { DocxForm } from "./form-docx/docx-form.ts";

/** A property part that says nothing: no author, no program, no dates. */
const NO_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>';

/**
 * Sets a form as a Word file on A4, as the annex of a printed notice looks. Every text stands as given, to the
 * character, apart from control characters, which no Word file can hold. The same form gives the same bytes.
 */
export async function renderFormDocx(form: DocxForm): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font: FANGSONG, size: 24, language: { value: "en-US", eastAsia: "zh-CN" } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: {
              top: mm(30),
              bottom: mm(25),
              left: mm((A4_WIDTH_MM - TEXT_WIDTH_MM) / 2),
              right: mm((A4_WIDTH_MM - TEXT_WIDTH_MM) / 2),
              header: mm(15),
              footer: mm(15),
            },
          },
        },
        ...(form.mark === undefined ? {} : { headers: { default: markHeader(form.mark) } }),
        children: [
          titleLine(form.title),
          ...form.headings.map(headingLine),
          formTable(form),
          end(),
        ],
      },
    ],
  });
  const bytes = await Packer.pack(document, "uint8array", undefined, [
    { path: "docProps/core.xml", data: NO_PROPERTIES },
  ]);
  return fixZipTimes(bytes);
}

function titleLine(title: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 320, line: 560, lineRule: LineRuleType.AT_LEAST },
    children: runsOf(title, { font: SONGTI, size: 44, bold: true }),
  });
}

function headingLine({ label, value }: DocxForm["headings"][number]): Paragraph {
  return new Paragraph({
    spacing: { after: 120, line: 400, lineRule: LineRuleType.AT_LEAST },
    children: [
      ...runsOf(label, { font: HEITI, size: 28 }),
      ...runsOf(value, { font: FANGSONG, size: 28 }),
    ],
  });
}

function markHeader(mark: string): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: runsOf(mark, { font: HEITI, size: 32, color: "C00000" }),
      }),
    ],
  });
}

/** Word wants a paragraph behind a table and makes one of full height if there is none: on a page of its own, at worst. */
function end(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT },
  });
}
