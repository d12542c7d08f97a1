import { ok } from "@signet/domain";
import { sql } from "kysely";

import { mapUnhurried } from "../../../platform/background/unhurried.ts";
import { DataClass } from "../../../platform/keys/index.ts";
import { perform, type WorkContext } from "../../../platform/orm/index.ts";
import { chunkSize } from "./long-work.ts";

interface PlainApplicant {
  readonly case_id: string;
  readonly applicant_name: string;
  readonly note: string | null;
  readonly tracking_number: string | null;
}

/** How many cases still wait for their texts to be sealed; null where there is nothing of the kind. */
export async function countPlainApplicants({
  em,
}: Pick<WorkContext, "em">): Promise<number | null> {
  const [found]: { there: boolean }[] = await em
    .fork()
    .execute("select to_regclass('public.plain_applicant') is not null as there");
  if (!found?.there) return null;
  const [counted]: { count: string }[] = await em
    .fork()
    .execute("select count(*) from plain_applicant");
  return Number(counted?.count);
}

/**
 * Seals the names, notes and tracking numbers that an older version kept in the clear, chunk by chunk.
 * A chunk leaves the table it was read from in the same transaction: a stopped job goes on from there.
 */
export async function sealApplicants(
  context: WorkContext,
  onProgress: (sealed: number) => void = () => {},
): Promise<void> {
  for (let sealed = 0; ;) {
    const done = await sealChunk(context);
    if (done === 0) return;
    onProgress((sealed += done));
  }
}

async function sealChunk(context: WorkContext): Promise<number> {
  const { vault } = context;
  const sealed = await perform(
    context,
    "installation.seal-applicants",
    null,
    async ({ tx, describe }) => {
      const { rows } = await sql<PlainApplicant>`
        delete from plain_applicant where case_id in
          (select case_id from plain_applicant order by case_id limit ${sql.lit(chunkSize)} for update)
        returning *`.execute(tx.getKysely());
      const seal = (text: string | null): string | null =>
        text === null ? null : vault.seal(DataClass.APPLICANT, text);
      const columns = await mapUnhurried(rows, (row) => ({
        id: row.case_id,
        applicant: seal(row.applicant_name),
        // Sets of different sizes do not travel as one array of arrays.
        tokens: `{${vault.nameTokens(row.applicant_name).join(",")}}`,
        note: seal(row.note),
        tracking: seal(row.tracking_number),
      }));
      await sql`
        update service_case c
           set applicant_sealed = s.applicant, applicant_tokens = s.tokens::int[],
               note_sealed = s.note, tracking_sealed = s.tracking
          from unnest(${columns.map(({ id }) => id)}::uuid[],
                      ${columns.map(({ applicant }) => applicant)}::text[],
                      ${columns.map(({ tokens }) => tokens)}::text[],
                      ${columns.map(({ note }) => note)}::text[],
                      ${columns.map(({ tracking }) => tracking)}::text[])
               as s (id, applicant, tokens, note, tracking)
         where c.id = s.id`.execute(tx.getKysely());
      describe(
        { type: "Installation", id: "applicants" },
        { cases: rows.length, from: rows[0]?.case_id ?? null },
      );
      return ok(rows.length);
    },
  );
  if (!sealed.ok) throw new Error(`Sealing was refused: ${sealed.error.code}`);
  return sealed.value;
}
