import { DataClass, type SealedColumn } from "../../../platform/keys/index.ts";

const byId = [{ name: "id", type: "uuid" }] as const;

/** Where this module keeps sealed texts; a test compares it with the entities. */
export const sealedCaseColumns: readonly SealedColumn[] = [
  {
    table: "service_case",
    key: byId,
    column: "identity_sealed",
    dataClass: DataClass.IDENTITY_NUMBER,
    index: {
      column: "identity_index",
      type: "bytea",
      dataClass: DataClass.IDENTITY_NUMBER_INDEX,
      of: (vault, number) => String.raw`\x${vault.identityIndex(number).toString("hex")}`,
    },
  },
  {
    table: "service_case",
    key: byId,
    column: "applicant_sealed",
    dataClass: DataClass.APPLICANT,
    index: {
      column: "applicant_tokens",
      type: "int[]",
      dataClass: DataClass.APPLICANT_INDEX,
      of: (vault, name) => `{${vault.nameTokens(name).join(",")}}`,
    },
  },
  { table: "service_case", key: byId, column: "note_sealed", dataClass: DataClass.APPLICANT },
  { table: "service_case", key: byId, column: "tracking_sealed", dataClass: DataClass.APPLICANT },
  { table: "reveal_grant", key: byId, column: "note_sealed", dataClass: DataClass.APPLICANT },
  {
    table: "import_line",
    key: [
      { name: "batch_id", type: "uuid" },
      { name: "line", type: "int" },
    ],
    column: "record",
    dataClass: DataClass.STAGED_RECORD,
  },
];
