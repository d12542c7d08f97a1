import { beforeAll, describe, expect, it } from "vitest";

import { inviteAdministrator } from "../../src/modules/accounts/index.ts";
import type { Data } from "../answer-data.ts";
import { useAccountDesk } from "./use-account-desk.ts";

const desk = useAccountDesk();
let admin = "";
let vendorId = "";

beforeAll(async () => {
  await desk.installation.account("admin", ["CENTRE_ADMINISTRATOR"]);
  await desk.installation.account("hall", ["HALL_MANAGER"]);
  admin = await desk.api.signIn("admin");
  vendorId = await desk.installation.vendorId("NMG");
});

const ask = (document: string, variables: object = {}, cookie = admin): Promise<Data> =>
  desk.ask(document, { ...variables }, cookie);
const account =
  "id username state revision roles vendor { code } permissions { close { allowed code } }";
const problem =
  "... on RolesProblem { faults { code } } ... on AccountChangedProblem { account { revision } } ... on Problem { code }";
const invite = async (input: object): Promise<Data> =>
  (
    await ask(
      `mutation ($input: InviteAccountInput!) { inviteAccount(input: $input) {
        ... on InvitationSuccess { token expiresAt account { ${account} } } ${problem} } }`,
      { input: { displayName: "新同事", roles: ["HALL_MANAGER"], ...input } },
    )
  )["inviteAccount"];
const act = async (name: string, input: object, cookie = admin): Promise<Data> =>
  (
    await ask(
      `mutation ($input: ${name === "changeAccountRoles" ? "ChangeRolesInput" : "AccountActInput"}!) {
        ${name}(input: $input) { ... on AccountActSuccess { account { ${account} } } ${problem} } }`,
      { input },
      cookie,
    )
  )[name];
const accept = async (token: string, password = "three small boats"): Promise<Data> =>
  (
    await ask(
      `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) {
        ... on AcceptInvitationSuccess { username } ... on PasswordProblem { faults { code } }
        ... on Problem { code } } }`,
      { input: { token, password } },
      "",
    )
  )["acceptInvitation"];
const seen = ({ id, revision }: Data) => ({ id, revision });
const renewProof = async (): Promise<void> => {
  admin = await desk.api.signIn("admin");
};

describe("an invitation", () => {
  it("lets its holder set a password, once", async () => {
    const { token, account: made } = await invite({
      username: "wang",
      roles: ["WINDOW_CLERK"],
      vendorId,
    });
    expect(made).toMatchObject({ state: "INVITED", vendor: { code: "NMG" }, revision: 1 });
    expect(await desk.api.signIn("wang", "three small boats")).toBe("");
    expect(await accept(token, "short")).toMatchObject({
      faults: [{ code: "PASSWORD_TOO_SHORT" }],
    });
    expect(await accept(token)).toEqual({ username: "wang" });
    expect(await accept(token)).toMatchObject({ code: "INVITATION_NOT_VALID" });
    expect(await desk.api.signIn("wang", "three small boats")).not.toBe("");
    const stored = await desk.installation.sql<{ body: string }>("select body from audit_entry");
    expect(stored.map(({ body }) => body).join("\n")).not.toContain(token);
  });

  it("ends after 72 hours", async () => {
    const { token } = await invite({ username: "late" });
    desk.clock.advance({ hours: 72 });
    expect(await accept(token)).toMatchObject({ code: "INVITATION_NOT_VALID" });
    await renewProof();
  });

  it.each([
    [{ username: "a1", roles: ["EVALUATOR", "AUDITOR"] }, "DUTIES_NOT_SEPARATE"],
    [{ username: "a2", roles: ["WINDOW_CLERK"] }, "VENDOR_NEEDED"],
    [{ username: "a3", roles: [] }, "ROLES_NONE"],
  ])("is not made out to %j", async (input, code) => {
    expect(await invite(input)).toMatchObject({ code: "ROLES_NOT_ACCEPTED", faults: [{ code }] });
  });

  it("is not made twice for one name", async () => {
    await invite({ username: "twice" });
    expect(await invite({ username: "twice" })).toMatchObject({ code: "USERNAME_TAKEN" });
  });
});

describe("an administrator", () => {
  const holder = async (username: string): Promise<{ account: Data; cookie: string }> => {
    const { token, account: made } = await invite({ username });
    await accept(token);
    return { account: made, cookie: await desk.api.signIn(username, "three small boats") };
  };
  const isSignedIn = async (cookie: string): Promise<boolean> =>
    (await ask("{ viewer { name } }", {}, cookie))["viewer"] !== null;

  it("changes roles, and the sessions of before end", async () => {
    const { account: made, cookie } = await holder("roles");
    const input = { ...seen(made), roles: ["EVALUATOR"] };
    expect(await act("changeAccountRoles", input)).toMatchObject({
      account: { roles: ["EVALUATOR"], revision: 2 },
    });
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await act("changeAccountRoles", input)).toMatchObject({
      code: "CHANGED_MEANWHILE",
      account: { revision: 2 },
    });
  });

  it("closes an account and opens it again", async () => {
    const { account: made, cookie } = await holder("closing");
    const closed = await act("closeAccount", seen(made));
    expect(closed).toMatchObject({ account: { state: "CLOSED" } });
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await desk.api.signIn("closing", "three small boats")).toBe("");
    expect(await act("reopenAccount", seen(closed["account"]))).toMatchObject({
      account: { state: "OPEN" },
    });
    expect(await desk.api.signIn("closing", "three small boats")).not.toBe("");
  });

  it("unlocks an account before its time", async () => {
    const { account: made } = await holder("locked");
    for (let count = 0; count < 5; count += 1) await desk.api.signIn("locked", "wrong");
    expect(await act("unlockAccount", seen(made))).toMatchObject({ account: { state: "OPEN" } });
    expect(await desk.api.signIn("locked", "three small boats")).not.toBe("");
  });

  it("resets an account: its password and sessions are gone until the link is used", async () => {
    const { account: made, cookie } = await holder("reset");
    const passkeys = () =>
      desk.installation.sql("select from passkey where user_id = $1", [made["id"]]);
    await desk.installation.sql(
      `insert into passkey (id, user_id, credential_id, public_key, counter, transports, name, created_at)
       values (gen_random_uuid(), $1, 'reset', '', 0, '{}', 'Phone', now())`,
      [made["id"]],
    );
    expect(await passkeys()).toHaveLength(1);
    const { resetAccount } = await ask(
      `mutation ($input: AccountActInput!) { resetAccount(input: $input) {
        ... on InvitationSuccess { token account { state hasSecondFactor } } ${problem} } }`,
      { input: seen(made) },
    );
    const { token, account: reset } = resetAccount;
    expect(reset).toEqual({ state: "INVITED", hasSecondFactor: false });
    expect(await passkeys()).toEqual([]);
    expect(await isSignedIn(cookie)).toBe(false);
    expect(await desk.api.signIn("reset", "three small boats")).toBe("");
    expect(await accept(token)).toMatchObject({ faults: [{ code: "PASSWORD_REUSED" }] });
    expect(await accept(token, "three other boats")).toEqual({ username: "reset" });
  });

  it("does nothing to the own account, and needs a fresh proof for others", async () => {
    const list = await ask(
      `{ accounts(filter: { search: "admin" }) { edges { node { ${account} } } } }`,
    );
    const own = list["accounts"].edges[0].node;
    expect(own.permissions.close).toEqual({ allowed: false, code: "OWN_ACCOUNT" });
    expect(await act("closeAccount", seen(own))).toMatchObject({ code: "OWN_ACCOUNT" });
    const { account: made } = await holder("proof");
    desk.clock.advance({ minutes: 10, ms: 1 });
    expect(await act("closeAccount", seen(made))).toMatchObject({ code: "STEP_UP_REQUIRED" });
    await ask(
      `mutation { confirmIdentity(input: { password: "a test password" }) { __typename } }`,
    );
    expect(await act("closeAccount", seen(made))).toMatchObject({ account: { state: "CLOSED" } });
  });

  it("alone sees the list", async () => {
    const hall = await desk.api.signIn("hall");
    const { errors } = await ask("{ accounts { totalCount } }", {}, hall);
    expect(errors[0].extensions.code).toBe("NOT_ALLOWED");
    const { account: made } = await holder("seen-by-hall");
    expect(await act("closeAccount", seen(made), hall)).toMatchObject({ code: "ROLE_MISSING" });
  });
});

describe("the list of accounts", () => {
  const names = async (args: string): Promise<string[]> => {
    const { accounts } = await ask(
      `{ accounts(${args}) { edges { cursor node { username } } pageInfo { hasNextPage endCursor } totalCount } }`,
    );
    return accounts.edges.map(({ node }: Data) => node.username);
  };

  it("is searched and filtered", async () => {
    expect(await names(`filter: { search: "ADMI" }`)).toEqual(["admin"]);
    expect(await names(`filter: { search: "%" }`)).toEqual([]);
    expect(await names(`filter: { role: WINDOW_CLERK, vendorId: "${vendorId}" }`)).toEqual([
      "wang",
    ]);
    expect(await names(`filter: { state: INVITED, search: "twice" }`)).toEqual(["twice"]);
    expect(await names(`filter: { regionCode: "152502" }`)).toEqual([]);
  });

  it("is read page by page, each account once", async () => {
    const all = await names("first: 100");
    expect(all).toEqual(all.toSorted());
    const read: string[] = [];
    let after = "";
    for (;;) {
      const { accounts } = await ask(
        `{ accounts(first: 3${after}) { edges { node { username } } pageInfo { hasNextPage endCursor } } }`,
      );
      read.push(...accounts.edges.map(({ node }: Data) => node.username as string));
      if (!accounts.pageInfo.hasNextPage) break;
      after = `, after: "${accounts.pageInfo.endCursor}"`;
    }
    expect(read).toEqual(all);
  });
});

describe("the first way in", () => {
  it("is a link that the command line prints, for a new administrator and for one who lost it", async () => {
    const first = await inviteAdministrator(desk.installation.as(), "first");
    if (!first.ok) throw new Error(first.error.code);
    expect(await accept(first.value.token)).toEqual({ username: "first" });
    const again = await inviteAdministrator(desk.installation.as(), "first");
    if (!again.ok) throw new Error(again.error.code);
    expect(await desk.api.signIn("first", "three small boats")).toBe("");
    expect(await accept(again.value.token, "three other boats")).toEqual({ username: "first" });
    expect(await inviteAdministrator(desk.installation.as(), "hall")).toMatchObject({
      error: { code: "USERNAME_TAKEN" },
    });
  });

  it("is nobody's who comes over the network", async () => {
    const caller = desk.installation.caller({ roles: ["CENTRE_ADMINISTRATOR"] });
    const refused = await inviteAdministrator(desk.installation.as(caller), "second");
    expect(refused).toMatchObject({ error: { code: "ROLE_MISSING" } });
  });
});
