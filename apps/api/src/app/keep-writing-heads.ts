import { writeHead } from "../modules/audit/index.ts";
import { system } from "../platform/identity/caller.ts";
import { contextFor } from "./create-context.ts";
import { everyHour } from "./every-hour.ts";
import type { Installation } from "./installation.ts";

interface Log {
  error(what: object, message: string): void;
}

/**
 * Writes the audit chain's head out now and every hour; answers how to stop. A chain that contradicts
 * what was published is said so, loudly: nothing but tampering or a restored copy does that.
 */
export function keepWritingHeads(
  installation: Installation,
  file: string,
  log: Log,
): () => Promise<void> {
  return everyHour(async () => {
    try {
      const written = await writeHead(contextFor(installation, system, "audit-head"), file);
      if (written.outcome !== "CONTRADICTED") return;
      const published = written.published?.sequence ?? null;
      log.error({ published, file }, "the audit chain contradicts its heads: run verify-audit");
    } catch (error) {
      log.error({ err: error, file }, "the audit head was not written");
    }
  });
}
