import { type Exchange, makeOperation, type OperationResult } from "@urql/core";
import { fromPromise, makeSubject, map, mergeMap, pipe } from "wonka";

/** A server that answers when it is told to, with what it knew when it was asked; each act is a version. */
export function slowServer(dataOf: (kind: string, version: number) => object): {
  readonly exchange: Exchange;
  readonly asked: readonly string[];
  /** Lets the answer of the question with this index arrive. */
  answer(index: number): Promise<void>;
} {
  let version = 1;
  const waiting: (() => void)[] = [];
  const asked: string[] = [];
  const exchange: Exchange = () => (operations) =>
    pipe(
      operations,
      mergeMap((operation) => {
        if (operation.kind === "teardown") return makeSubject<OperationResult>().source;
        asked.push(operation.kind);
        if (operation.kind === "mutation") version += 1;
        const data = dataOf(operation.kind, version);
        const answered = new Promise<void>((resolve) => void waiting.push(resolve));
        return pipe(
          fromPromise(answered),
          map(() => ({
            operation: makeOperation(operation.kind, operation),
            data,
            stale: false,
            hasNext: false,
          })),
        );
      }),
    );
  return {
    exchange,
    asked,
    answer: async (index) => {
      waiting[index]?.();
      await new Promise((resolve) => void setTimeout(resolve));
    },
  };
}
