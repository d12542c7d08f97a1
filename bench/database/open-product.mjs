// The product on a database that is open already, as `npm start` opens it.
import { dirname } from "node:path";

import { importBuilt } from "../places.mjs";

/** Nobody here watches the disk or asks for a second factor: neither is what is measured. */
export async function openProduct({ owner, application }, keyFile, poolSize) {
  const { openOnDatabase } = await importBuilt("src/app/open-installation.js");
  const { SpaceWatch } = await importBuilt("src/platform/storage/space-watch.js");
  const release = async () => {};
  return openOnDatabase(
    { owner, application, applicationRole: application.user, release },
    keyFile,
    {
      poolSize,
      space: new SpaceWatch({ folder: dirname(keyFile), lowBelow: 0, fullBelow: 0 }),
      secondFactor: "optional",
    },
  );
}
