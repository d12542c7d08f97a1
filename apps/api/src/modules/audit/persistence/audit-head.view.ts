import type { EntityManager } from "@mikro-orm/postgresql";

/** The sequence of the newest act; 0 before the first. */
export async function readHead(em: EntityManager): Promise<number> {
  const [head]: { sequence: string }[] = await em.execute(
    "select sequence from audit_head where id = 1",
  );
  return Number(head?.sequence ?? 0);
}
