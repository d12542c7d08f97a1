import type { Caller } from "../platform/identity/caller.ts";
import { scopeOf } from "../platform/identity/scope.ts";
import type { WorkContext } from "../platform/orm/index.ts";
import type { Installation } from "./installation.ts";

/** The context of one request or command: its own EntityManager, its caller, and what that caller may see. */
export function contextFor(
  {
    orm,
    vault,
    clock,
    audit,
    space,
  }: Pick<Installation, "orm" | "vault" | "clock" | "audit" | "space">,
  caller: Caller,
  requestId: string,
  idempotencyKey: string | null = null,
): WorkContext {
  return {
    em: orm.em.fork(),
    caller,
    scope: scopeOf(caller),
    clock,
    vault,
    audit,
    admit: space.admit,
    requestId,
    idempotencyKey,
  };
}
