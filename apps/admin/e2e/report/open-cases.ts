import { byHash } from "../../../api/test/journeys/documents.ts";

/** Somebody of a vendor who receives materials by the API, over and over. */
export interface BusyClerk {
  accept(count: number): Promise<void>;
}

const acceptDocument = `mutation ($input: AcceptCaseInput!) {
  acceptCase(input: $input) { ... on CaseActSuccess { case { id } } ... on Problem { code message } }
}`;
const signInDocument = `mutation ($input: SignInInput!) {
  signIn(input: $input) { ... on Problem { code } }
}`;

/** What the product must be told of before its start: `SIGNET_DOCUMENTS`. */
export const clerkDocuments = [acceptDocument, signInDocument];

/** Signs a demo clerk in as a program does. */
export async function busyClerk(address: string, username: string): Promise<BusyClerk> {
  const post = (query: string, input: object, cookie = ""): Promise<Response> =>
    fetch(`${address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: byHash(query, { input }),
    });
  const signedIn = await post(signInDocument, { username, password: "signet-demo-2026" });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  let made = 0;
  return {
    async accept(count) {
      for (let index = 0; index < count; index += 1) {
        made += 1;
        const answer = await post(
          acceptDocument,
          {
            number: `${username}-${made}`,
            channel: "ONSITE",
            requestKind: "RENEWAL",
            applicantKind: "ORGANIZATION",
            applicantName: `看板企业${made}有限公司`,
            identityNumber: "91110000802100433B",
            delivery: "PICKUP",
            handler: `${username}-0${1 + (made % 4)}`,
          },
          cookie,
        );
        const { data } = (await answer.json()) as { data: { acceptCase: { code?: string } } };
        if (data.acceptCase.code) throw new Error(`Not accepted: ${data.acceptCase.code}`);
      }
    },
  };
}
