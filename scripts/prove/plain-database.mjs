// A PostgreSQL that the product does not own: the embedded server's programs on a folder of their own,
// reached by DATABASE_URL like any other, so that several processes of the product share it.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { root } from "./product.mjs";

const door = join(root, "apps/api/dist/src/platform/orm/embedded/index.js");

const addressOf = ({ host, port, user, password, database }) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

/** Starts it; a server that dies is started again by this process. */
export async function openPlainDatabase(folder) {
  const { openEmbeddedDatabase } = await import(pathToFileURL(door).href);
  const database = await openEmbeddedDatabase(folder, {
    holder: { name: "proof", exclusive: true },
    log: () => {},
  });
  return {
    database,
    /** What a process of the product is told. */
    environment: {
      DATABASE_URL: addressOf(database.applicationUrl),
      DATABASE_OWNER_URL: addressOf(database.ownerUrl),
      SIGNET_KEY_FILE: join(folder, "master-key.json"),
    },
  };
}
