import type { Locale } from "@signet/domain";

import { thingWords } from "./act-words.ts";
import type {
  AuditBulkChange,
  AuditChange,
  AuditDetail,
  AuditFieldChange,
  AuditValue,
} from "./audit-entry.type.ts";

interface Body {
  readonly changes?: readonly {
    readonly entity: string;
    readonly id: string;
    readonly kind: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly before?: Readonly<Record<string, unknown>>;
  }[];
  readonly bulk?: readonly AuditBulkChange[];
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface ReadBody {
  readonly changes: readonly AuditChange[];
  readonly bulk: readonly AuditBulkChange[];
  readonly detail: readonly AuditDetail[];
}

/** What an entry's body says, for reading. A body that somebody made unreadable says nothing. */
export function readEntryBody(text: string, locale: Locale): ReadBody {
  const { changes = [], bulk = [], detail = {} } = parse(text);
  return {
    changes: changes.map(({ entity, id, kind, fields, before = {} }) => ({
      entity,
      entityName: thingWords(entity, locale),
      entityId: id,
      kind,
      fields: fieldsOf(before, fields),
    })),
    bulk,
    detail: Object.entries(detail).map(([name, value]) => ({ name, value: valueOf(value) })),
  };
}

function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return {};
  }
}

function fieldsOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly AuditFieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.map((name) => ({
    name,
    before: name in before ? valueOf(before[name]) : null,
    after: name in after ? valueOf(after[name]) : null,
  }));
}

function valueOf(value: unknown): AuditValue {
  if (value === null || value === undefined) return { text: null, isDigest: false };
  if (typeof value !== "object") return { text: String(value), isDigest: false };
  const digest: unknown = "digest" in value && Object.keys(value).length === 1 && value.digest;
  return typeof digest === "string"
    ? { text: digest, isDigest: true }
    : { text: JSON.stringify(value), isDigest: false };
}
