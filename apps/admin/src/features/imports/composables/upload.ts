import { i18n } from "../../../shared/i18n.ts";

/** The server takes none that is larger, and a browser that sends one does not hear why. */
export const largestFile = 32 * 1024 * 1024;

/** What the server says of a file that it did not take. */
export interface UploadProblem {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly string[];
  readonly absent?: readonly string[];
  readonly headings?: readonly string[];
}

export interface Upload {
  readonly file: File;
  readonly vendorId: string;
  /** Headings chosen for fields that were not found. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Sending {
  /** The batch, what is wrong with the file, or null where the connection was lost. */
  readonly answer: Promise<{ readonly batchId: string } | UploadProblem | null>;
  abort(): void;
}

/** Sends a file as it is; says from 0 to 1 how much of it is there. */
export function send(
  { file, vendorId, columns }: Upload,
  onProgress: (part: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Awaited<Sending["answer"]>>((resolve) => {
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => resolve(answerOf(request.responseText)));
    for (const lost of ["error", "abort", "timeout"] as const)
      request.addEventListener(lost, () => resolve(null));
  });
  request.open("POST", "/imports");
  request.setRequestHeader("content-type", "application/octet-stream");
  request.setRequestHeader("accept-language", i18n.global.locale.value);
  request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
  if (vendorId) request.setRequestHeader("x-vendor", vendorId);
  if (Object.keys(columns).length > 0)
    request.setRequestHeader("x-columns", encodeURIComponent(JSON.stringify(columns)));
  request.send(file);
  return { answer, abort: () => request.abort() };
}

function answerOf(text: string): Awaited<Sending["answer"]> {
  try {
    const body = JSON.parse(text) as Partial<UploadProblem> & { readonly batchId?: string };
    if (typeof body.batchId === "string") return { batchId: body.batchId };
    return typeof body.message === "string" ? (body as UploadProblem) : null;
  } catch {
    return null;
  }
}
