// An account and its session, as signing in leaves them in the database.
import { randomBytes } from "node:crypto";

import { withClient } from "./server.mjs";

/** Answers the account and the cookie of its session. */
export async function signIn({ owner }, role, vendorCode = null) {
  const token = randomBytes(32).toString("base64url");
  return withClient(owner, async (client) => {
    const { rows } = await client.query(
      `insert into user_account (id, username, display_name, roles, vendor_id, password_hash, created_at)
       select gen_random_uuid(), $1, $1, array[$2], (select id from vendor where code = $3), '', now()
       returning id, vendor_id as "vendorId"`,
      [`bench-${role.toLowerCase()}`, role, vendorCode],
    );
    const [{ id, vendorId }] = rows;
    await client.query(
      `insert into session (id, token_hash, user_id, created_at, last_seen_at, confirmed_at, expires_at)
       values (gen_random_uuid(), sha256($1::text::bytea), $2, now(), now(), now(), now() + interval '12 hours')`,
      [token, id],
    );
    return {
      actor: { id, roles: [role], vendorId, regionCode: null },
      cookie: `__Host-signet=${token}`,
    };
  });
}
