/** How far an import has come; `total` is unknown while the file is still being read. */
export interface ImportProgress {
  readonly phase: "STAGING" | "COMMITTING" | "UNDOING";
  readonly done: number;
  readonly total: number | null;
}

export interface LongWork {
  /** Stops the work after its current chunk; it can be taken up again. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** No transaction holds more lines than this. */
export const chunkSize = 500;
