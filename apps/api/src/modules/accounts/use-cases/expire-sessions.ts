import { expireRows, type WorkContext } from "../../../platform/orm/index.ts";

/** Takes away sessions whose time is over. */
export const expireSessions = (context: WorkContext): Promise<void> =>
  expireRows(context, { act: "session.expire", table: "session", key: "id", told: "sessions" });
