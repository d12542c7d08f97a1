import { describe, expect, it } from "vitest";

import { codeOf, readAll } from "../sheet-fixtures.ts";

const HEADING = "编号,企业,主体,时间,备注";

/** 编号,企业 as a Chinese Windows writes them. */
const GB_HEADING = Buffer.from("b1e0bac52cc6f3d2b50d0a", "hex");
const GB_NAME = Buffer.from("b2e2cad4", "hex");

describe("the encoding of a CSV", () => {
  it("is UTF-8 with or without a byte-order mark", async () => {
    for (const mark of ["", "\uFEFF"]) {
      const { encoding, heading } = await readAll(`${mark}${HEADING}\r\n1,甲\r\n`);
      expect({ encoding, heading }).toEqual({ encoding: "utf-8", heading: HEADING.split(",") });
    }
  });

  it("is GB18030 when the first Chinese name stands after megabytes of digits", async () => {
    const digits = "1234567890,1\r\n".repeat(200_000);
    const file = Buffer.concat([Buffer.from(`a,b\r\n${digits}1,`), GB_NAME]);
    const { encoding, lines } = await readAll(file);
    expect(encoding).toBe("gb18030");
    expect(lines.at(-1)).toBe("200002:1|测试");
  });

  it("is GB18030 with its four-byte characters, also where a piece of the file ends inside one", async () => {
    const rare = Buffer.from("9534b235", "hex");
    for (let shift = 0; shift < 4; shift += 1) {
      const filler = Buffer.from(`${"x".repeat(65_536 - GB_HEADING.length - 8 + shift)},`);
      const { lines } = await readAll(Buffer.concat([GB_HEADING, filler, rare, rare, rare]));
      expect(lines[0]?.endsWith("|𠮷𠮷𠮷")).toBe(true);
    }
  });

  it("is UTF-16 with a byte-order mark, as Excel's Unicode text", async () => {
    const little = Buffer.from("\uFEFF编号\t企业\r\n1\t甲\r\n", "utf16le");
    expect(await readAll(little)).toMatchObject({ encoding: "utf-16le", lines: ["2:1|甲"] });
    const big = Buffer.from(little).swap16();
    expect(await readAll(big)).toMatchObject({ encoding: "utf-16be", lines: ["2:1|甲"] });
  });

  it("stays UTF-8 when a few bytes are damaged, and only their line is lost", async () => {
    const file = Buffer.concat([
      Buffer.from(`${HEADING}\n1,甲\n`),
      Buffer.from([0x32, 0x2c, 0xe7, 0x94, 0x0a]),
      Buffer.from("3,丙,旗公共资源交易中心办事大厅数字证书办理窗口\n"),
    ]);
    expect(await readAll(file)).toMatchObject({
      encoding: "utf-8",
      lines: ["2:1|甲|||", "3!", "4:3|丙|旗公共资源交易中心办事大厅数字证书办理窗口||"],
    });
  });
});

describe("the rows of a CSV", () => {
  it("end in CRLF, LF or CR", async () => {
    for (const end of ["\r\n", "\n", "\r"]) {
      expect((await readAll(["a,b", "1,2", "3,4"].join(end))).lines).toEqual(["2:1|2", "3:3|4"]);
    }
  });

  it("have the separator of the heading, or the declared one", async () => {
    for (const separator of [",", ";", "\t"]) {
      const { lines } = await readAll(`a${separator}b\n1${separator}"2${separator}3"`);
      expect(lines).toEqual([`2:1|2${separator}3`]);
    }
    expect((await readAll("sep=;\na;b,c\n1;2")).lines).toEqual(["2:1|2"]);
  });

  it("are numbered as a spreadsheet numbers them: blank ones count, line breaks in cells do not", async () => {
    const { heading, lines } = await readAll('\na,b\n\n1,"x\ny"\n , \n2,z\n');
    expect(heading).toEqual(["a", "b"]);
    expect(lines).toEqual(["4:1|x\ny", "6:2|z"]);
  });

  it("hold quotes as people write them", async () => {
    const { lines } = await readAll('a,b,c\n"1, 2","say ""x""",5"\n1, "2, 3" ,"甲"乙\n');
    expect(lines).toEqual(['2:1, 2|say "x"|5"', '3:1|2, 3|"甲"乙']);
  });

  it("lose one line to a quote that never closes", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => `${index},甲,乙,丙,丁`);
    lines[10] = '10,甲,"乙,丙,丁';
    lines[11] = '11,甲,"乙",丙,丁';
    lines[299] = '299,甲,"乙,丙,丁';
    const result = await readAll([HEADING, ...lines].join("\r\n"));
    expect(result.rows.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([12, 301]);
    expect(result.rows).toHaveLength(300);
    expect(result.lines[11]).toBe("13:11|甲|乙|丙|丁");
  });

  it("lose one line to it also in a narrow table", async () => {
    const lines = Array.from({ length: 300 }, (_, index) => (index === 5 ? '5,"x' : `${index},x`));
    const result = await readAll(["a,b", ...lines].join("\n"));
    expect(result.rows.filter(({ fault }) => fault).map(({ line }) => line)).toEqual([7]);
    expect(result.rows).toHaveLength(300);
  });

  it("do not vanish between two quotes that never close", async () => {
    const { lines } = await readAll(`${HEADING}\n1,"b,c,d,e\n2,b,c,d,e\n3,b",c,d,e\n4,b,c,d,e`);
    expect(lines).toEqual(["2!", "3:2|b|c|d|e", '4:3|b"|c|d|e', "5:4|b|c|d|e"]);
  });

  it("lose a line without end, not the file", async () => {
    const { lines } = await readAll(`a,b\n1,${"x".repeat(3_000_000)}\n2,y\n`);
    expect(lines).toEqual(["2!", "3:2|y"]);
  });

  it("have cells without spaces around them, NULs, and the tricks that keep digits text", async () => {
    const cells = ["\u3000甲\u00A0", '="00123"', "'00456", "乙\0\0", "\u200B丙 \u3000"];
    expect((await readAll(`${HEADING}\n${cells.join(",")}\n"=""007""",,,,\n`)).lines).toEqual([
      "2:甲|00123|00456|乙|丙",
      "3:007||||",
    ]);
  });
});

describe("a CSV without a table", () => {
  it("is empty, with or without blank lines", async () => {
    for (const content of ["", "\uFEFF", "\r\n\r\n", " , \n"]) {
      expect(await codeOf(content)).toBe("EMPTY_FILE");
    }
  });

  it("is refused when its heading cannot be read", async () => {
    expect(await codeOf('a,"b\n1,2\n')).toBe("NOT_A_SHEET");
  });
});
