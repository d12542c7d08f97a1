import type { WorkContext } from "./perform.ts";

/** What of a context outlives its request, for work that goes on after the answer: nothing of the request itself. */
export const outliving = ({
  em,
  caller,
  scope,
  clock,
  vault,
  audit,
  admit,
  requestId,
}: WorkContext): WorkContext => ({
  em,
  caller,
  scope,
  clock,
  vault,
  audit,
  admit,
  requestId,
  idempotencyKey: null,
});
