import { DataClass, type SealedColumn } from "../../../platform/keys/index.ts";

/** Where this module keeps sealed texts; a test compares it with the entities. */
export const sealedAccountColumns: readonly SealedColumn[] = [
  {
    table: "authenticator",
    key: [{ name: "user_id", type: "uuid" }],
    column: "secret",
    dataClass: DataClass.SECOND_FACTOR,
  },
  {
    table: "provider_sign_in",
    key: [{ name: "id", type: "uuid" }],
    column: "verifier",
    dataClass: DataClass.SECOND_FACTOR,
  },
];
