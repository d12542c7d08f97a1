import { type AnyVariables, type Client, type TypedDocumentNode } from "@urql/vue";

import { asOneAct } from "./act-headers.ts";
import { notify } from "./notices.ts";
import { troubleOf } from "./trouble.ts";

/** Does one act and says how it went: what was done, unless it shows, or the server's own words of why not. */
export async function performAct<Data extends object, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  done?: string,
): Promise<boolean> {
  const { data, error } = await client.mutation(document, variables, asOneAct()).toPromise();
  const result: unknown = data && Object.values(data).find((value) => typeof value === "object");
  if (error || typeof result !== "object" || result === null) notify(troubleOf(error), "problem");
  else if ("message" in result) notify(String(result.message), "problem");
  else {
    if (done !== undefined) notify(done);
    return true;
  }
  return false;
}
