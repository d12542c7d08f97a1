import { label, type Role } from "@signet/domain";

export interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** Where the product is, and who may sign in to look at it. */
export function printWelcome(
  port: number,
  publicUrl: string | null,
  accounts: readonly DemoAccount[],
): void {
  const lines = [`Signet ${publicUrl ?? `http://localhost:${port}`}  (GraphQL: /graphql)`];
  if (accounts.length > 0) {
    lines.push(`演示账号（密码均为 ${accounts[0]?.password}）：`);
    for (const { username, displayName, roles } of accounts) {
      lines.push(
        `  ${username.padEnd(12)} ${displayName}（${roles.map((role) => label("Role", role, "zh-CN")).join("、")}）`,
      );
    }
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
