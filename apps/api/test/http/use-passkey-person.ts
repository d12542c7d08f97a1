import { beforeAll, beforeEach } from "vitest";

import { passkeyClient } from "./passkey-client.ts";
import { useAccountDesk } from "./use-account-desk.ts";

type Desk = ReturnType<typeof useAccountDesk>;

/** Somebody new for each test, signed in by password, and the pages on which passkeys are shown. */
export interface PasskeyPerson {
  readonly desk: Desk;
  readonly pages: ReturnType<typeof passkeyClient>;
  readonly username: string;
  readonly cookie: string;
}

export function usePasskeyPerson(): PasskeyPerson {
  const desk = useAccountDesk();
  const person: { -readonly [Key in keyof PasskeyPerson]?: PasskeyPerson[Key] } = { desk };
  beforeAll(() => {
    person.pages = passkeyClient(desk.api);
  });
  beforeEach(async () => {
    // The failures of others are forgotten: nobody waits for them.
    desk.clock.advance({ minutes: 15 });
    person.username = await desk.newPerson();
    person.cookie = await desk.api.signIn(person.username);
  });
  return person as PasskeyPerson;
}
