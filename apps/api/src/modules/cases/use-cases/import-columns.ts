import { CaseField, label } from "@signet/domain";

/** A field of a service record that exports have a column for. */
export type ImportField = Exclude<CaseField, "CANCELLED_AT">;

export const importFields = Object.values(CaseField).filter(
  (field): field is ImportField => field !== "CANCELLED_AT",
);

/** The heading of a field's column, as vendors' exports print it. */
export const headingOf = (field: CaseField): string => label("CaseField", field, "zh-CN");

/** Without these columns a file is no export of service records. */
const requiredFields: ReadonlySet<ImportField> = new Set<ImportField>([
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
]);

/** Where each field stands in a file: a position, or nothing where the file has no such column. */
export type ColumnMap = Readonly<Partial<Record<ImportField, number>>>;

/** Headings that stand for fields where a file does not use the ordinary ones. */
export type ChosenHeadings = Readonly<Partial<Record<ImportField, string>>>;

export interface MappedColumns {
  readonly columns: ColumnMap;
  /** The headings that were needed beside the ordinary ones. */
  readonly used: ChosenHeadings;
  /** Fields that a file cannot do without, and that were not found. */
  readonly missing: readonly ImportField[];
  /** The others that were not found. */
  readonly absent: readonly ImportField[];
}

interface MapOptions {
  readonly chosen?: ChosenHeadings;
  /** Whose file it is is known without a column that says so. */
  readonly vendorKnown?: boolean;
}

/**
 * Finds the columns in any order, whatever their spacing; others are left aside. A field's ordinary
 * heading goes before a chosen one.
 */
export function mapColumns(
  heading: readonly string[],
  { chosen = {}, vendorKnown = false }: MapOptions = {},
): MappedColumns {
  const positions = new Map(heading.map((title, position) => [normalise(title), position]));
  const columns: Partial<Record<ImportField, number>> = {};
  const used: Partial<Record<ImportField, string>> = {};
  for (const field of importFields) {
    const ordinary = positions.get(normalise(headingOf(field)));
    const other = chosen[field];
    const position =
      ordinary ?? (other === undefined ? undefined : positions.get(normalise(other)));
    if (position === undefined) continue;
    columns[field] = position;
    if (ordinary === undefined && other !== undefined) used[field] = other;
  }
  const sought = importFields.filter((field) => columns[field] === undefined);
  const isRequired = (field: ImportField): boolean =>
    requiredFields.has(field) && !(vendorKnown && field === CaseField.VENDOR);
  return {
    columns,
    used,
    missing: sought.filter(isRequired),
    absent: sought.filter((field) => !isRequired(field)),
  };
}

/**
 * Finds the columns by what is remembered of vendors' exports: by the one set of headings that the file
 * has all of, and that leaves nothing missing. Where two such sets disagree, neither is taken.
 */
export function mapRemembered(
  heading: readonly string[],
  remembered: readonly ChosenHeadings[],
  vendorKnown: boolean,
): MappedColumns {
  const present = new Set(heading.map(normalise));
  const fitting = remembered
    .filter((headings) => Object.values(headings).every((title) => present.has(normalise(title))))
    .map((chosen) => mapColumns(heading, { chosen, vendorKnown }))
    .filter(({ used, missing }) => Object.keys(used).length > 0 && missing.length === 0);
  const readings = new Set(fitting.map(({ columns }) => JSON.stringify(columns)));
  return readings.size === 1 && fitting[0] ? fitting[0] : mapColumns(heading, { vendorKnown });
}

const normalise = (title: string): string =>
  title.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
