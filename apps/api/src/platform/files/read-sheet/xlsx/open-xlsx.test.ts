import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";

import { codeOf, readAll, workbookOf, zipped } from "../sheet-fixtures.ts";
import { SHEET_LIMITS } from "../sheet.ts";

const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="[&gt;=1]yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="22"/><xf numFmtId="46"/></cellXfs>';

const row = (line: number, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`;
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const shared = (index: number) => `<c t="s"><v>${index}</v></c>`;
const strictRelation = (id: string, type: string, target: string) =>
  `<Relationship Target='${target}' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/${type}' Id='${id}'/>`;
const HEADING = row(1, inline("编号"), inline("时间"));

describe("a cell of a workbook", () => {
  it("holds a shared string, in runs, with reading aids left out and escapes decoded", async () => {
    const strings =
      "<si><t>编号</t></si><si><t>时间</t></si>" +
      '<si><r><rPr><b/></rPr><t>内蒙古</t></r><r><t xml:space="preserve"> CA</t></r>' +
      "<rPh sb='0' eb='3'><t>nei meng gu</t></rPh><phoneticPr fontId='1'/></si>" +
      "<si><t>甲&amp;乙&#x4E19;_x000D_</t></si><si/>";
    const sheet = row(1, shared(0), shared(1)) + row(2, shared(2), shared(3)) + row(3, shared(4));
    const { heading, lines } = await readAll(workbookOf({ sheets: [sheet], strings }));
    expect(heading).toEqual(["编号", "时间"]);
    expect(lines).toEqual(["2:内蒙古 CA|甲&乙丙"]);
  });

  it("holds a date where its style says so, exact to the second", async () => {
    const cells = ["1", "2", "3", "0"].map(
      (style) => `<c s="${style}"><v>46204.72916666667</v></c>`,
    );
    const { rows } = await readAll(
      workbookOf({ sheets: [HEADING + row(2, ...cells)], styles: STYLES }),
    );
    const local = { year: 2026, month: 7, day: 1, hour: 17, minute: 30, second: 0, millisecond: 0 };
    expect(rows[0]?.cells).toEqual([
      { kind: "dateTime", local },
      { kind: "dateTime", local },
      { kind: "number", value: 46_204.729_166_666_67, text: "46204.7291666667" },
      { kind: "number", value: 46_204.729_166_666_67, text: "46204.7291666667" },
    ]);
  });

  it("holds a date of the 1904 system in a workbook of it", async () => {
    const file = workbookOf({
      sheets: [HEADING + row(2, '<c s="1"><v>44742.5</v></c>')],
      styles: STYLES,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect((await readAll(file)).lines).toEqual(["2:2026-07-01 12:00:00|"]);
  });

  it("holds a formula's last result, a truth value, an error, and a written date", async () => {
    const formula = '<c t="str"><f>A1&amp;"x"</f><v>编号x</v></c>';
    const cells = [
      formula,
      '<c t="b"><v>1</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2026-07-01</v></c>',
    ];
    const unset = "<c><f>NOW()</f></c>";
    const { lines } = await readAll(workbookOf({ sheets: [HEADING + row(2, ...cells, unset)] }));
    expect(lines).toEqual(["2:编号x|TRUE|#N/A|2026-07-01 00:00:00"]);
  });

  it("stands where its reference says, and after the one before without one", async () => {
    const cells = '<c r="AB5"><v>1</v></c><c><v>2</v></c><c r="A5"><v>0</v></c>';
    const { rows } = await readAll(workbookOf({ sheets: [`${HEADING}<row r="5">${cells}</row>`] }));
    expect(rows[0]).toMatchObject({ line: 5, cells: { length: 29 } });
    expect(rows[0]?.cells[0]).toMatchObject({ text: "0" });
    expect(rows[0]?.cells[28]).toMatchObject({ text: "2" });
  });
});

describe("a workbook", () => {
  it("is read at its first sheet that is visible and not blank", async () => {
    const sheets = ["秘", "", "见"].map((text) => row(1, text === "" ? "<c/>" : inline(text)));
    const { heading } = await readAll(workbookOf({ sheets, states: ["veryHidden", "visible"] }));
    expect(heading).toEqual(["见"]);
    expect(await codeOf(workbookOf({ sheets, states: ["hidden", "", "hidden"] }))).toBe(
      "EMPTY_FILE",
    );
  });

  it("may prefix its names, and quote as it likes", async () => {
    const main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    const file = zipped({
      "_rels/.rels": `<Relationships>${strictRelation("a", "officeDocument", "/XL/Book.xml")}</Relationships>`,
      "xl/book.xml": `<x:workbook xmlns:x='${main}'><x:sheets><x:sheet name='a>b' q:id='b'/></x:sheets></x:workbook>`,
      "xl\\_rels\\book.xml.rels": `<Relationships>${strictRelation("b", "worksheet", "../xl/s/1.xml")}</Relationships>`,
      "xl/s/1.xml": `<x:worksheet><!-- <x:row> --><x:sheetData><x:row><x:c t='str'><x:v><![CDATA[<甲>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect((await readAll(file)).heading).toEqual(["<甲>"]);
  });

  it("of another program is read alike", async () => {
    const at = new Date("2026-07-01T07:32:39Z");
    const file = await writeXlsx({
      sheets: [
        { name: "甲", rows: [["编号", "时间", "费用"], ["00123", at, 50], [], ["x", null, 0.1]] },
      ],
    });
    expect((await readAll(file)).lines).toEqual(["2:00123|2026-07-01 07:32:39|50", "4:x||0.1"]);
  });

  it("is refused when it is damaged, cut off or something else", async () => {
    const whole = workbookOf({ sheets: [HEADING] });
    expect(await codeOf(whole.slice(0, -40))).toBe("UNREADABLE_FILE");
    const at = Buffer.from(whole).indexOf("xl/worksheets/sheet1.xml") + 30;
    expect(await codeOf(whole.map((byte, index) => (index === at ? byte ^ 0xff : byte)))).toBe(
      "UNREADABLE_FILE",
    );
    expect(await codeOf(zipped({ "word/document.xml": "<w:document/>" }))).toBe("NOT_A_SHEET");
    expect(await codeOf(zipped({ "xl/workbook.xml": "<other/>" }))).toBe("NOT_A_SHEET");
    expect(await codeOf(workbookOf({ sheets: [`${HEADING}</sheetData><!--`] }))).toBe(
      "UNREADABLE_FILE",
    );
  });

  it("is read in no more time than it is long, whatever its tags say", async () => {
    const long = "a".repeat(900_000);
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${"[".repeat(900_000)}"/></numFmts>`;
    const file = workbookOf({
      sheets: [`${HEADING}<row ${long} r="2"><c r="A2" t="inlineStr"><is><t>x</t></is></c></row>`],
      styles,
      workbookPr: `<workbookPr ${long}/>`,
    });
    expect((await readAll(file)).lines).toEqual(["2:x|"]);
  });

  it("is refused where its parts lie nowhere", async () => {
    for (const target of ["%", "http://["]) {
      const rels = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`;
      expect(await codeOf(zipped({ "_rels/.rels": rels }))).toBe("UNREADABLE_FILE");
    }
  });

  it("cannot inflate past the limit, nor run past the last row", async () => {
    const bomb = workbookOf({ sheets: [HEADING + " ".repeat(2_000_000)] });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await codeOf(bomb, { ...SHEET_LIMITS, inflatedBytes: 1_000_000 })).toBe("TOO_LARGE");
    expect(await codeOf(workbookOf({ sheets: [HEADING + row(1_048_577, inline("x"))] }))).toBe(
      "TOO_LARGE",
    );
    const strings = `<si><t>${"x".repeat(5000)}</t></si>`.repeat(3);
    const limits = { ...SHEET_LIMITS, sharedStringBytes: 12_000 };
    expect(await codeOf(workbookOf({ sheets: [HEADING], strings }), limits)).toBe("TOO_LARGE");
  });

  it("loses a row that is too wide, not the file", async () => {
    const wide = `<c r="XFD2"><v>1</v></c>`;
    const { lines } = await readAll(
      workbookOf({ sheets: [HEADING + row(2, wide) + row(3, inline("x"))] }),
    );
    expect(lines).toEqual(["2!", "3:x|"]);
  });

  it("never acts on a document type", async () => {
    const sheet = `${HEADING}${row(2, inline("&lol;"))}`;
    const { lines } = await readAll(workbookOf({ sheets: [sheet] }));
    expect(lines).toEqual(["2:&lol;|"]);
  });
});
