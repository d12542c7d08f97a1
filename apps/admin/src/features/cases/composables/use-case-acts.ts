import { type AnyVariables, type TypedDocumentNode, useClientHandle } from "@urql/vue";
import { useI18n } from "vue-i18n";

import {
  CompleteCaseDocument,
  HandOverCaseDocument,
  MailCaseDocument,
  PauseCaseDocument,
  type PauseReason,
  ResumeCaseDocument,
} from "../../../graphql/graphql.ts";
import { performAct } from "../../../shared/perform-act.ts";

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly number: string;
}

/** What a clerk does to a case; each says how it went and answers whether it did. */
export function useCaseActs(): {
  complete(seen: Seen): Promise<boolean>;
  resume(seen: Seen): Promise<boolean>;
  handOver(seen: Seen): Promise<boolean>;
  pause(seen: Seen, reason: PauseReason): Promise<boolean>;
  mail(seen: Seen, trackingNumber: string): Promise<boolean>;
} {
  const { client } = useClientHandle();
  const { t } = useI18n();

  const act = <Data extends object, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    done: string,
  ): Promise<boolean> => performAct(client, document, variables, done);
  const input = ({ id, version }: Seen): { input: { id: string; version: number } } => ({
    input: { id, version },
  });
  return {
    complete: (seen) =>
      act(CompleteCaseDocument, input(seen), t("act.completed", { number: seen.number })),
    resume: (seen) =>
      act(ResumeCaseDocument, input(seen), t("act.resumed", { number: seen.number })),
    handOver: (seen) =>
      act(HandOverCaseDocument, input(seen), t("act.handedOver", { number: seen.number })),
    pause: (seen, reason) =>
      act(
        PauseCaseDocument,
        { input: { ...input(seen).input, reason } },
        t("act.paused", { number: seen.number }),
      ),
    mail: (seen, trackingNumber) =>
      act(
        MailCaseDocument,
        { input: { ...input(seen).input, trackingNumber } },
        t("act.mailed", { number: seen.number }),
      ),
  };
}
