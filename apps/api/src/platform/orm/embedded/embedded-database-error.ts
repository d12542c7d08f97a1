export type EmbeddedDatabaseErrorCode =
  | "UNSUPPORTED_PLATFORM"
  | "DATA_FOLDER_HELD"
  | "NOT_WRITABLE"
  | "DISK_FULL"
  | "RUNTIME_FOLDER_REFUSED"
  | "ROOT_REFUSED"
  | "START_FAILED";

/** Everything the embedded database refuses; the message tells the operator what to do. */
export class EmbeddedDatabaseError extends Error {
  readonly code: EmbeddedDatabaseErrorCode;

  constructor(code: EmbeddedDatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedDatabaseError";
    this.code = code;
  }
}

export const errnoOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;

/** Gives an error of the file system or of a connection its place in the closed list above. */
export function asEmbeddedDatabaseError(error: unknown, dataDir: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  switch (errnoOf(error)) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return new EmbeddedDatabaseError(
        "NOT_WRITABLE",
        `The data folder ${dataDir} cannot be written: ${detail}`,
        { cause: error },
      );
    case "ENOSPC":
    case "EDQUOT":
    case "53100":
      return new EmbeddedDatabaseError(
        "DISK_FULL",
        `No space is left for the data folder ${dataDir}: ${detail}`,
        { cause: error },
      );
    default:
      return new EmbeddedDatabaseError(
        "START_FAILED",
        `The embedded database in ${dataDir} could not be opened: ${detail}`,
        { cause: error },
      );
  }
}
