import {
  type CaseFaultCode,
  type CaseField,
  type CaseRecord,
  checkCaseRecord,
} from "@signet/domain";

import type { SheetRow } from "../../../platform/files/read-sheet.ts";
import type { ImportedRecord } from "./case-record.ts";
import {
  applicantWords,
  channelWords,
  deliveryWords,
  kindWords,
  pauseWords,
} from "./case-words.ts";
import { headingOf, type ImportField } from "./import-columns.ts";
import { LineCells, type LineReading } from "./line-cells.ts";

export interface LineFault {
  readonly code: CaseFaultCode;
  readonly field: CaseField | null;
  /** The heading of the column at fault; null where the whole line is. */
  readonly column: string | null;
}

/** What a line says: its number where it has one, its faults, and the record where there are none. */
export interface CaseLine {
  readonly line: number;
  readonly number: string | null;
  readonly faults: readonly LineFault[];
  readonly record: ImportedRecord | null;
}

/** Translates one line of an export; the domain then checks what it says. */
export function readCaseLine(row: SheetRow, reading: LineReading): CaseLine {
  const cells = new LineCells(row.cells, reading);
  const number = cells.text("NUMBER");
  const refuse = refusing(row.line, number, reading);
  if (row.fault) return refuse([{ code: row.fault, field: null }]);
  const vendorId =
    reading.columns.VENDOR === undefined
      ? reading.vendorId
      : cells.word("VENDOR", reading.vendors, "UNKNOWN_VENDOR");
  const pause = {
    from: cells.instant("PAUSE_FROM"),
    to: cells.instant("PAUSE_TO"),
    reason: cells.word("PAUSE_REASON", pauseWords, "UNKNOWN_PAUSE_REASON"),
  };
  const paused = (["PAUSE_FROM", "PAUSE_TO", "PAUSE_REASON"] as const).some(
    (field) => !cells.isBlank(field),
  );
  const record = {
    number,
    requestKind: cells.word("REQUEST_KIND", kindWords, "UNKNOWN_KIND"),
    applicantKind: cells.word("APPLICANT_KIND", applicantWords, "UNKNOWN_APPLICANT_KIND"),
    applicantName: cells.text("APPLICANT_NAME"),
    identityNumber: cells.text("IDENTITY_NUMBER"),
    handler: cells.text("HANDLER"),
    channel: cells.word("CHANNEL", channelWords, "UNKNOWN_CHANNEL"),
    arrivedAt: cells.instant("ARRIVED_AT"),
    receivedAt: cells.instant("RECEIVED_AT"),
    completedAt: cells.instant("COMPLETED_AT"),
    delivery: cells.word("DELIVERY", deliveryWords, "UNKNOWN_DELIVERY"),
    mailedAt: cells.instant("MAILED_AT"),
    trackingNumber: cells.text("TRACKING_NUMBER"),
    pauses: paused ? [pause] : [],
    feeFen: cells.fen("FEE"),
    note: cells.text("NOTE"),
  } satisfies CaseRecord & Record<string, unknown>;
  if (vendorId === null && cells.isBlank("VENDOR")) cells.fault("MISSING_VALUE", "VENDOR");
  if (vendorId !== null && !reading.mayImport(vendorId)) cells.fault("VENDOR_NOT_OWN", "VENDOR");
  const faults = checkCaseRecord(record, reading.today, cells.faults);
  if (faults.length > 0) return refuse(faults);
  // Without a fault nothing that a case needs is missing.
  return { line: row.line, number, faults: [], record: { ...record, vendorId } as ImportedRecord };
}

const refusing =
  (line: number, number: string | null, { columns, headings }: LineReading) =>
  (faults: readonly Pick<LineFault, "code" | "field">[]): CaseLine => {
    const columnOf = (field: CaseField): string => {
      const position = columns[field as ImportField];
      return (position === undefined ? undefined : headings[position]) ?? headingOf(field);
    };
    return {
      line,
      number,
      faults: faults.map(({ code, field }) => ({ code, field, column: field && columnOf(field) })),
      record: null,
    };
  };
