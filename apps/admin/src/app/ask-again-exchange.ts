import { type Exchange, makeOperation, type Operation } from "@urql/core";
import { filter, makeSubject, map, merge, pipe } from "wonka";

/**
 * A query that was under way while an act was done may know less than the act's own answer, and would
 * take its news away again: it is sent once more, and what it had to say is not heard.
 */
export const askAgainExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    let acts = 0;
    const again = makeSubject<Operation>();
    const marked = (operation: Operation): Operation =>
      operation.kind === "query"
        ? makeOperation("query", operation, { ...operation.context, actsBefore: acts })
        : operation;
    return pipe(
      merge([operations, again.source]),
      map(marked),
      forward,
      filter(({ operation }) => {
        if (operation.kind === "mutation") acts += 1;
        if (operation.kind !== "query" || operation.context["actsBefore"] === acts) return true;
        again.next(operation);
        return false;
      }),
    );
  };
