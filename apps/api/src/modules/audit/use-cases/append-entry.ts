import type { EntityManager } from "@mikro-orm/postgresql";

import type { Vault } from "../../../platform/keys/index.ts";
import { actChannel } from "../../../platform/live/act-feed.ts";
import { type ActRecord, canonicalJson } from "../../../platform/orm/index.ts";

interface Head {
  readonly sequence: string;
  readonly hash: Buffer;
}

/**
 * Chains one act to the newest link, inside the act's own transaction. Acts queue up at the head's
 * row for the rest of their transaction, which is why transactions are short and this comes last.
 */
export async function appendEntry(
  tx: EntityManager,
  record: ActRecord,
  vault: Vault,
): Promise<void> {
  const [head]: Head[] = await tx.execute(
    "select sequence, hash from audit_head where id = 1 for update",
  );
  if (!head) throw new Error("The audit chain has no head");
  const sequence = Number(head.sequence) + 1;
  const { caller, subject } = record;
  const actorId = caller.actor?.id ?? caller.name;
  const body = canonicalJson({
    act: record.act,
    actor: { id: actorId, kind: caller.kind },
    at: record.at.toISOString(),
    bulk: record.bulk,
    changes: record.changes,
    detail: record.detail,
    previous: head.hash.toString("hex"),
    request: record.requestId,
    sequence,
    subject,
  });
  const { hash, algorithm, keyId } = vault.chainHash(body);
  await tx.execute(
    `insert into audit_entry (sequence, occurred_at, actor_kind, actor_id, act, subject_type, subject_id, request_id, body, hash, algorithm, key_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      sequence,
      record.at,
      caller.kind,
      actorId,
      record.act,
      subject?.type ?? null,
      subject?.id ?? null,
      record.requestId,
      body,
      hash,
      algorithm,
      keyId,
    ],
  );
  // Announced at commit, to every process that listens on this database.
  await tx.execute(
    `with head as (update audit_head set sequence = ?, hash = ? where id = 1 returning sequence)
     select pg_notify('${actChannel}', sequence::text) from head`,
    [sequence, hash],
  );
}
