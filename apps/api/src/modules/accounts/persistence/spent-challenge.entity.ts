import { defineEntity, p } from "@mikro-orm/core";

const schema = defineEntity({
  name: "SpentChallenge",
  tableName: "spent_challenge",
  properties: {
    /** SHA-256 of the challenge. */
    digest: p.string().length(43).primary(),
    /** From then on the challenge is refused for its age. */
    expiresAt: p.datetime(3),
  },
  indexes: [{ properties: ["expiresAt"] }],
});

/** A challenge that a passkey answered; it is answered once. */
export class SpentChallenge extends schema.class {}
schema.setClass(SpentChallenge);
