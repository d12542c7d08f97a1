import { type Attack, diceOf, type World } from "./attack.ts";
import { type Answer, send, type Sent } from "./send.ts";

export interface Outcome {
  readonly sent: number;
  /** Variants whose answers are not those of a server that held. */
  readonly letIn: number;
  readonly serverFaults: number;
  /** What was sent and answered where it did not hold, the first few. */
  readonly examples: readonly string[];
}

/** Sends so many variants of an attack, some at once, each from an address of its own. */
export async function runAttack(
  attack: Attack,
  world: World,
  { variants, seed, atOnce }: { variants: number; seed: number; atOnce: number },
): Promise<Outcome> {
  const dice = diceOf(seed);
  const outcome = { sent: 0, letIn: 0, serverFaults: 0, examples: [] as string[] };
  let made = 0;
  const attacker = async (): Promise<void> => {
    while (made < variants) {
      made += 1;
      const from = `10.${dice.int(0, 255)}.${dice.int(0, 255)}.${dice.int(1, 254)}`;
      const parts = [attack.variant(dice, world)].flat() as readonly Sent[];
      const answers = parts.every(({ isStream }) => isStream)
        ? await Promise.all(parts.map((part) => send(world.address, part, from)))
        : await inOrder(parts, world.address, from);
      const isHeld = attack.held(answers, world);
      const isFault = answers.some(({ status }) => status >= 500);
      outcome.sent += 1;
      outcome.letIn += isHeld ? 0 : 1;
      outcome.serverFaults += isFault ? 1 : 0;
      if ((!isHeld || isFault) && outcome.examples.length < 3)
        outcome.examples.push(told(parts, answers));
      for (const { end } of answers) end();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, attacker));
  return outcome;
}

async function inOrder(parts: readonly Sent[], address: string, from: string): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const part of parts) answers.push(await send(address, part, from));
  return answers;
}

const told = (parts: readonly Sent[], answers: readonly Answer[]): string =>
  parts
    .map((part, index) => {
      const { body = "", raw = "", ...rest } = part;
      const { status = 0, text = "" } = answers[index] ?? {};
      return `${JSON.stringify(rest).slice(0, 300)} ${String(body || raw).slice(0, 400)} -> ${status} ${text.slice(0, 300)}`;
    })
    .join(" || ");
