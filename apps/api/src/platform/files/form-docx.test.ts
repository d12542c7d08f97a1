import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";

import { renderFormDocx, type DocxForm } from "./form-docx.ts";

const FORM: DocxForm = {
  title: "证书企业考评表",
  headings: [
    { label: "企业名称：", value: "测试企业 <甲> & “乙”" },
    { label: "考评时间：", value: "2026年第三季度" },
  ],
  columns: ["序号", "考评内容", "考评情况"],
  rows: [
    { number: "1", question: "是否  超时 (30 分钟以内)", answer: "否。现场办理86件，最长27分钟。" },
    { number: "2", question: "是否及时 (17:30 前)", answer: " 未考评\n（本季度未开展抽查）。" },
  ],
};

const partsOf = async (form: DocxForm) => {
  const parts = unzipSync(await renderFormDocx(form));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
};

const textsOf = (xml = "") =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );

describe("a form as a Word file", () => {
  it("says what it is given, to the character, and nothing else", async () => {
    const { "word/document.xml": document } = await partsOf(FORM);
    expect(textsOf(document)).toEqual([
      FORM.title,
      ...FORM.headings.flatMap(({ label, value }) => [label, value]),
      ...FORM.columns,
      ...FORM.rows.flatMap(({ number, question, answer }) => [
        number,
        question,
        ...answer.split("\n"),
      ]),
    ]);
    expect(document?.match(/<w:t>/gu)).toBeNull();
    expect(document).not.toContain("w:footerReference");
  });

  it("drops only what no Word file can hold", async () => {
    const title = `a\u0007b\uD800c😀\uFFFE`;
    const { "word/document.xml": document } = await partsOf({ ...FORM, title });
    expect(textsOf(document)[0]).toBe("abc😀");
  });

  it("repeats the heading of its table and tears no row", async () => {
    const { "word/document.xml": document = "" } = await partsOf(FORM);
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/gu)).toHaveLength(FORM.rows.length + 1);
    expect(document).toContain('w:eastAsia="宋体"');
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });

  it("has a page header with the mark, and none without", async () => {
    const plain = await partsOf(FORM);
    expect(Object.keys(plain).filter((name) => name.includes("header"))).toEqual([]);
    const marked = await partsOf({ ...FORM, mark: "草稿" });
    expect(textsOf(marked["word/header1.xml"])).toEqual(["草稿"]);
  });

  it("names no author, program or moment, and carries no macro", async () => {
    const parts = await partsOf(FORM);
    const properties = ["core", "app", "custom"].map((name) => parts[`docProps/${name}.xml`] ?? "");
    for (const xml of properties) expect(xml.replace(/<\?.*?\?>|<[^>]*>/gu, "")).toBe("");
    expect(Object.keys(parts).filter((name) => !/\.(?:xml|rels)$/u.test(name))).toEqual([]);
    expect(Object.values(parts).join("")).not.toMatch(/Un-named|20\d\d-\d\d-\d\dT/u);
  });

  it("is the same to the byte whenever and wherever it is made", async () => {
    const first = await renderFormDocx(FORM);
    vi.useFakeTimers({ now: new Date("2031-12-31T23:59:58Z"), toFake: ["Date"] });
    try {
      expect(Buffer.from(await renderFormDocx(FORM)).equals(first)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
