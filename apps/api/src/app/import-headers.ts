import type { IncomingHttpHeaders } from "node:http";

import * as v from "valibot";

import { type ChosenHeadings, importFields } from "../modules/cases/index.ts";
import { isUuid } from "../platform/orm/index.ts";

export interface ImportHeaders {
  readonly fileName: string;
  readonly vendorId: string | null;
  readonly chosen: ChosenHeadings;
}

/** Text that the database can keep. */
const text = (longest: number) =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(longest),
    v.check((value) => value.isWellFormed() && !value.includes("\0")),
  );
const schema = v.object({
  fileName: text(400),
  vendorId: v.nullable(v.pipe(v.string(), v.check(isUuid))),
  chosen: v.record(v.picklist(importFields), text(100)),
});

/**
 * What the headers of an upload say, percent-encoded: `x-file-name`, `x-vendor` (an id), and
 * `x-columns` (JSON: a field and the heading chosen for it). Null where they say nothing sensible.
 */
export function readImportHeaders(headers: IncomingHttpHeaders): ImportHeaders | null {
  try {
    const said = (name: string): string | null => {
      const value = headers[name];
      return typeof value === "string" && value !== "" ? decodeURIComponent(value) : null;
    };
    const parsed = v.safeParse(schema, {
      fileName: said("x-file-name"),
      vendorId: said("x-vendor"),
      chosen: JSON.parse(said("x-columns") ?? "{}"),
    });
    if (!parsed.success) return null;
    return { ...parsed.output, fileName: baseName(parsed.output.fileName) };
  } catch {
    // Neither percent-encoded nor JSON.
    return null;
  }
}

/** The name alone, whatever folder a browser names, in one line. */
const baseName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? "").replaceAll(/\p{Cc}/gu, " ").trim() || "—";
