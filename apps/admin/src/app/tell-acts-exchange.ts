import { type Exchange, makeOperation, type Operation } from "@urql/core";
import { filter, makeSubject, map, merge, pipe, tap } from "wonka";

/**
 * While a query is under way the client tells its page nothing else, not even what an act has just
 * answered, and the page's next act would start from what is gone. Stands before the cache, and tells
 * at once what that has learnt of an act; the answer under way is still heard when it comes.
 */
export const tellActsExchange: Exchange =
  ({ forward }) =>
  (operations) => {
    const underWay = new Map<number, Operation>();
    const remembered = makeSubject<Operation>();
    let telling = false;
    const tell = (query: Operation): void => {
      telling = true;
      remembered.next(
        makeOperation("query", query, { ...query.context, requestPolicy: "cache-only" }),
      );
      telling = false;
    };
    const noted = tap((operation: Operation) => {
      if (operation.kind === "query") underWay.set(operation.key, operation);
      if (operation.kind === "teardown") underWay.delete(operation.key);
    });
    return pipe(
      merge([noted(operations), remembered.source]),
      forward,
      filter(({ operation }) => !telling || operation.context.meta?.cacheOutcome === "hit"),
      map((result) => (telling ? { ...result, stale: true } : result)),
      tap(({ operation, stale }) => {
        if (operation.kind === "mutation") underWay.forEach(tell);
        else if (!stale) underWay.delete(operation.key);
      }),
    );
  };
