import { useClientHandle } from "@urql/vue";
import { useI18n } from "vue-i18n";

import {
  ConfirmRowOverrideDocument,
  ConfirmScorecardRowDocument,
  FreezeScorecardDocument,
  OverrideScorecardRowDocument,
  RejectRowOverrideDocument,
  type RowValue,
  SendScorecardDocument,
} from "../../../graphql/graphql.ts";
import { performAct } from "../../../shared/perform-act.ts";

interface Seen {
  readonly id: string;
  readonly version: number;
}
type Done = Promise<boolean>;

/** What is done to a form and its rows; each says how it went and answers whether it did. */
export function useScorecardActs(): {
  confirm(seen: Seen, row: number): Done;
  override(seen: Seen, row: number, value: RowValue, reason: string): Done;
  confirmOverride(seen: Seen, row: number): Done;
  rejectOverride(seen: Seen, row: number): Done;
  send(seen: Seen): Done;
  freeze(seen: Seen): Done;
} {
  const { client } = useClientHandle();
  const { t } = useI18n();
  const of = ({ id, version }: Seen, row: number) => ({ input: { id, version, row } });
  const whole = ({ id, version }: Seen) => ({ input: { id, version } });
  return {
    confirm: (seen, row) =>
      performAct(
        client,
        ConfirmScorecardRowDocument,
        of(seen, row),
        t("scorecards.did.confirmed", { row }),
      ),
    override: (seen, row, value, reason) =>
      performAct(
        client,
        OverrideScorecardRowDocument,
        { input: { ...of(seen, row).input, value, reason } },
        t("scorecards.did.overridden", { row }),
      ),
    confirmOverride: (seen, row) =>
      performAct(
        client,
        ConfirmRowOverrideDocument,
        of(seen, row),
        t("scorecards.did.seconded", { row }),
      ),
    rejectOverride: (seen, row) =>
      performAct(
        client,
        RejectRowOverrideDocument,
        of(seen, row),
        t("scorecards.did.rejected", { row }),
      ),
    send: (seen) =>
      performAct(client, SendScorecardDocument, whole(seen), t("scorecards.did.sent")),
    freeze: (seen) =>
      performAct(client, FreezeScorecardDocument, whole(seen), t("scorecards.did.frozen")),
  };
}
