import type { DataClass, Vault } from "./vault.ts";

/** A column of sealed texts, as a rotation of keys has to know it. Names are those of the database. */
export interface SealedColumn {
  readonly table: string;
  /** The primary key, in whose order the table is walked. */
  readonly key: readonly { readonly name: string; readonly type: "uuid" | "int" }[];
  readonly column: string;
  readonly dataClass: DataClass;
  /**
   * The blind index of the same text in the same row. It shows no key of its own: it is made anew with
   * its text, and whatever writes the one writes the other.
   */
  readonly index?: BlindIndex;
}

export interface BlindIndex {
  readonly column: string;
  readonly type: "bytea" | "int[]";
  readonly dataClass: DataClass;
  /** The index of a text as PostgreSQL reads it. */
  of(vault: Vault, text: string): string;
}
