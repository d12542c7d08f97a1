import { CaseField, label } from "@signet/domain";

/** A field of a service record that exports have a column for. */
export type ImportField = Exclude<CaseField, "CANCELLED_AT">;

const importFields = Object.values(CaseField).filter(
  (field): field is ImportField => field !== "CANCELLED_AT",
);

/** The heading of a field's column, as vendors' exports print it. */
export const headingOf = (field: CaseField): string => label("CaseField", field, "zh-CN");

/** Without these columns a file is no export of service records. */
const requiredFields: readonly ImportField[] = [
  CaseField.NUMBER,
  CaseField.VENDOR,
  CaseField.REQUEST_KIND,
  CaseField.APPLICANT_KIND,
  CaseField.APPLICANT_NAME,
  CaseField.IDENTITY_NUMBER,
  CaseField.CHANNEL,
  CaseField.RECEIVED_AT,
  CaseField.COMPLETED_AT,
  CaseField.DELIVERY,
];

/** Where each field stands in a file: a position, or nothing where the file has no such column. */
export type ColumnMap = Readonly<Partial<Record<ImportField, number>>>;

/** Finds the columns in any order, whatever their spacing; others are left aside. */
export function mapColumns(heading: readonly string[]): {
  readonly columns: ColumnMap;
  readonly missing: readonly ImportField[];
} {
  const positions = new Map(heading.map((title, position) => [normalise(title), position]));
  const found = importFields.flatMap((field) => {
    const position = positions.get(normalise(headingOf(field)));
    return position === undefined ? [] : [[field, position] as const];
  });
  const columns: ColumnMap = Object.fromEntries(found);
  const missing = requiredFields.filter((field) => columns[field] === undefined);
  return { columns, missing };
}

const normalise = (title: string): string =>
  title.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
