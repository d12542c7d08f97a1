import { sealedAccountColumns } from "../modules/accounts/index.ts";
import { sealedCaseColumns } from "../modules/cases/index.ts";
import { DataClass, type SealedColumn } from "../platform/keys/index.ts";

/** Every column of sealed texts; the data keys themselves are sealed under the master key. */
export const sealedColumns: readonly SealedColumn[] = [
  ...sealedCaseColumns,
  ...sealedAccountColumns,
];

/**
 * The classes whose keys can be rotated, indexes going with their texts. Of machines' keys and of what
 * the audit digests only hashes are kept, which cannot be made anew; the audit's chain stays as it is.
 */
export const rotatingClasses = [
  DataClass.IDENTITY_NUMBER,
  DataClass.APPLICANT,
  DataClass.STAGED_RECORD,
  DataClass.SECOND_FACTOR,
] as const;
export type RotatingClass = (typeof rotatingClasses)[number];
