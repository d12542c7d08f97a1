import { SheetError } from "../sheet.ts";
import { scanPart } from "./scan-part.ts";
import { attributesOf } from "./xml-text.ts";
import type { ZipArchive } from "./zip-archive.ts";

/** Where the parts of a workbook lie in its archive. */
export interface Workbook {
  /** The sheets a person sees, in their order. */
  readonly sheets: readonly string[];
  readonly is1904: boolean;
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

/** Reads the workbook's plan. @throws {SheetError} NOT_A_SHEET when the archive is something else */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = await readRelations(archive, "");
  const part = root.find(({ type }) => type === "officeDocument")?.part ?? "xl/workbook.xml";
  if (!archive.has(part) || !part.toLowerCase().endsWith(".xml")) {
    throw new SheetError("NOT_A_SHEET", "the archive is no xlsx workbook");
  }
  const relations = await readRelations(archive, part);
  const visible: string[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await scanPart(archive, part, {
    open(name, raw) {
      if (name === "workbook") isWorkbook = true;
      const attributes = attributesOf(raw);
      if (name === "workbookPr") is1904 = /^(?:1|true)$/u.test(attributes.get("date1904") ?? "");
      if (name === "sheet" && (attributes.get("state") ?? "visible") === "visible") {
        visible.push([...attributes].find(([key]) => key.endsWith(":id"))?.[1] ?? "");
      }
    },
  });
  if (!isWorkbook) throw new SheetError("NOT_A_SHEET", "the archive is no xlsx workbook");
  const worksheets = new Map(
    relations.filter(({ type }) => type === "worksheet").map(({ id, part }) => [id, part]),
  );
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.part;
  return {
    // A chart on a sheet of its own is a sheet, too, and has no rows.
    sheets: visible.flatMap((id) => worksheets.get(id) ?? []),
    is1904,
    strings: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
}

async function readRelations(archive: ZipArchive, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const relations: Relation[] = [];
  if (!archive.has(name)) return relations;
  await scanPart(archive, name, {
    open(name, raw) {
      if (name !== "Relationship") return;
      const attributes = attributesOf(raw);
      relations.push({
        id: attributes.get("Id") ?? "",
        // The strict and the usual namespaces differ in all but the last word.
        type: attributes.get("Type")?.split("/").at(-1) ?? "",
        part: resolved(folder, attributes.get("Target") ?? ""),
      });
    },
  });
  return relations;
}

function resolved(folder: string, target: string): string {
  try {
    // A host that is never asked: the URL only resolves `..` and a leading slash.
    const { pathname } = new URL(target.replaceAll("\\", "/"), `http://archive/${folder}`);
    return decodeURIComponent(pathname.slice(1));
  } catch {
    throw new SheetError("UNREADABLE_FILE", "a relation leads nowhere");
  }
}
