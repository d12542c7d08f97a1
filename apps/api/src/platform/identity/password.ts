import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** Hash at rest: argon2id with its parameters beside it, so that they may grow. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, nonce, parameters);
  const { memory, passes, parallelism } = parameters;
  return [
    "argon2id",
    memory,
    passes,
    parallelism,
    nonce.toString("base64url"),
    tag.toString("base64url"),
  ].join("$");
}

/** Takes as long for an unknown account as for a wrong password: give it `decoyHash` then. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = "", tag = ""] = hash.split("$");
  const expected = Buffer.from(tag, "base64url");
  const actual = await tagOf(password, Buffer.from(nonce, "base64url"), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

export const decoyHash = `argon2id$19456$2$1$${"A".repeat(22)}$${"A".repeat(43)}`;

function tagOf(
  password: string,
  nonce: Buffer,
  {
    memory,
    passes,
    parallelism,
    tagLength,
  }: { memory: number; passes: number; parallelism: number; tagLength: number },
): Promise<Buffer> {
  const message = Buffer.from(password.normalize("NFKC"));
  return derive("argon2id", { message, nonce, memory, passes, parallelism, tagLength });
}
