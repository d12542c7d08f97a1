import { Type } from "@mikro-orm/core";

import { isSealed, type SealedText } from "../keys/sealing.ts";

/** The encrypted column: it takes ciphertext only, so that a plain value can never be stored by mistake. */
export class SealedTextType extends Type<SealedText, string> {
  override convertToDatabaseValue(value: SealedText | null | undefined): string {
    if (value === null || value === undefined) return value as unknown as string;
    if (!isSealed(value)) throw new TypeError("An encrypted column takes sealed text only");
    return value;
  }

  override convertToJSValue(value: string): SealedText {
    return value as SealedText;
  }

  override getColumnType(): string {
    return "text";
  }

  override compareAsType(): string {
    return "string";
  }
}
