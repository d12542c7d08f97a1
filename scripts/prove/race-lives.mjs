// Lives that are raced act by act: of accounts, keys of machines, erasures, rules and imports.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { acceptDocument, materials, send, withKey } from "./client.mjs";
import { writeCasesFile } from "./cases-file.mjs";
import { documents, trust } from "./documents.mjs";

const mutation = (name, args, success, part) => {
  const declared = Object.entries(args).map(([arg, type]) => `$${arg}: ${type}!`);
  const passed = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  return trust(
    `mutation (${declared.join(", ")}) { ${name}(${passed.join(", ")}) { __typename ... on ${success} { ${part} } ... on Problem { code } } }`,
  );
};
const onAccount = (name, input = "AccountActInput") =>
  mutation(name, { input }, "AccountActSuccess", "account { id revision }");
const onImport = (name) => mutation(name, { id: "ID" }, "ImportActSuccess", "batch { id }");

/** Each act with the name under which it stands in the audit. */
const acts = {
  changeAccountRoles: ["account.change-roles", onAccount("changeAccountRoles", "ChangeRolesInput")],
  closeAccount: ["account.close", onAccount("closeAccount")],
  reopenAccount: ["account.reopen", onAccount("reopenAccount")],
  unlockAccount: ["account.unlock", onAccount("unlockAccount")],
  requestErasure: [
    "case.request-erasure",
    mutation("requestErasure", { input: "RequestErasureInput" }, "CaseActSuccess", "__typename"),
  ],
  withdrawErasure: [
    "case.withdraw-erasure",
    mutation("withdrawErasure", { caseId: "ID" }, "CaseActSuccess", "__typename"),
  ],
  confirmErasure: [
    "case.erase-applicant",
    mutation("confirmErasure", { caseId: "ID" }, "CaseActSuccess", "__typename"),
  ],
  revokeIntegrationKey: [
    "integration.revoke-key",
    mutation("revokeIntegrationKey", { keyId: "ID" }, "RevokeIntegrationKeySuccess", "__typename"),
  ],
  announcePolicy: [
    "policy.announce",
    mutation(
      "announcePolicy",
      { input: "AnnouncePolicyInput" },
      "AnnouncePolicySuccess",
      "__typename",
    ),
  ],
  withdrawPolicy: [
    "policy.withdraw",
    mutation("withdrawPolicy", { id: "ID" }, "WithdrawPolicySuccess", "__typename"),
  ],
  commitImport: ["import.commit", onImport("commitImport")],
  cancelImport: ["import.cancel", onImport("cancelImport")],
  undoImport: ["import.undo", onImport("undoImport")],
};
const inviteAccount = mutation(
  "inviteAccount",
  { input: "InviteAccountInput" },
  "InvitationSuccess",
  "account { id revision }",
);
const completeCase = mutation(
  "completeCase",
  { input: "CaseActInput" },
  "CaseActSuccess",
  "case { id version }",
);

const linesEach = 40;

/**
 * Races every act of one life of each kind; `race` sends one act to all doors, `client` is the owner of
 * the database. @returns {Promise<string[]>} what was wrong beyond the answers
 */
export async function raceLives({ race, doors, people, client, folder }, round, sameKey) {
  const [{ address }] = doors;
  const act = (who, name, variables) =>
    race(doors, people[who], name, acts[name][1], variables, sameKey);
  const prepared = async (who, document, variables) => {
    const { data, untyped } = await send(address, people[who], document, variables, withKey());
    if (!data) throw new Error(`cannot prepare: ${untyped}`);
    return Object.values(data)[0];
  };
  const one = async (statement, values) => (await client.query(statement, values)).rows[0];

  const invited = await prepared("admin", inviteAccount, {
    input: { username: `race${round}`, displayName: "某人", roles: ["EVALUATOR"] },
  });
  let { account } = invited;
  const onAccountOf = async (name, more = {}) => {
    const done = await act("admin", name, { input: { ...account, ...more } });
    account = done?.account ?? account;
  };
  await onAccountOf("changeAccountRoles", { roles: ["SECOND_EVALUATOR"] });
  await onAccountOf("closeAccount");
  await onAccountOf("reopenAccount");
  await client.query(
    "update user_account set locked_until = now() + interval '10 minutes', password_hash = 'none' where id = $1",
    [account.id],
  );
  await onAccountOf("unlockAccount");

  const { integration } = await prepared("admin", documents.createIntegration, {
    input: { name: `竞跑 ${round}`, regionCode: "152502", scopes: ["READ_CASES"], days: 30 },
  });
  await act("admin", "revokeIntegrationKey", { keyId: integration.keys[0].id });

  const accepted = await prepared("clerk", acceptDocument, { input: materials(`E${round}`) });
  const { id: caseId, version } = accepted.case;
  await prepared("clerk", completeCase, { input: { id: caseId, version } });
  const wanted = { input: { caseId, reason: "APPLICANT_REQUEST" } };
  await act("admin", "requestErasure", wanted);
  await act("hall", "withdrawErasure", { caseId });
  await act("admin", "requestErasure", wanted);
  await act("hall", "confirmErasure", { caseId });

  const newest = () =>
    one(
      "select id from policy_version where withdrawn_at is null order by valid_from desc limit 1",
    );
  const values = [{ key: "onsiteLimitMinutes", value: String(10 + (round % 15)) }];
  await act("admin", "announcePolicy", {
    input: { newestId: (await newest()).id, validFrom: "2030-01-01", values },
  });
  await act("admin", "withdrawPolicy", { id: (await newest()).id });

  const file = join(folder, `race-${round}.csv`);
  const upload = async (prefix) => {
    await writeCasesFile(file, linesEach, prefix);
    const response = await fetch(`${address}/imports`, {
      method: "POST",
      headers: {
        "content-type": "application/octet-stream",
        "x-file-name": "race.csv",
        cookie: people.hall,
      },
      body: readFileSync(file),
    });
    const { batchId } = await response.json();
    await arrived(batchId, "STAGED");
    return batchId;
  };
  const arrived = async (id, state) => {
    for (let tries = 0; tries < 600; tries += 1) {
      const row = await one("select state from import_batch where id = $1", [id]);
      if (row.state === state) return;
      await sleep(50);
    }
    throw new Error(`import ${id} did not come to ${state}`);
  };
  const standing = async (id) =>
    Number(
      (await one("select count(*) as count from service_case where import_batch_id = $1", [id]))
        .count,
    );
  const wrong = [];
  await act("hall", "cancelImport", { id: await upload(`X${round}-`) });
  const batch = await upload(`Y${round}-`);
  // Committing and undoing are joined by whoever asks again: of all, one key is raced, and the effect counted.
  const joined = (name) => race(doors, people.hall, name, acts[name][1], { id: batch }, true);
  await joined("commitImport");
  await arrived(batch, "COMMITTED");
  if ((await standing(batch)) !== linesEach) wrong.push(`commitImport: ${await standing(batch)}`);
  await joined("undoImport");
  await arrived(batch, "UNDONE");
  if ((await standing(batch)) !== 0) wrong.push(`undoImport: ${await standing(batch)}`);
  return wrong;
}

/** Acts that stand in the audit more or less often than they were won, since an entry. */
export async function differingActs(client, since, won) {
  const { rows } = await client.query(
    "select act, count(*) as made from audit_entry where sequence > $1 group by act",
    [since],
  );
  const made = new Map(rows.map((row) => [row.act, Number(row.made)]));
  return Object.entries(acts).flatMap(([name, [entry]]) =>
    (made.get(entry) ?? 0) === (won[name] ?? 0)
      ? []
      : [`${name}: ${made.get(entry) ?? 0} entries for ${won[name] ?? 0} acts`],
  );
}
