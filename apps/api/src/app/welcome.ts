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
  secondFactor: "required" | "optional",
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
  if (secondFactor === "optional") {
    lines.push("二次验证：本安装不强制（演示）。正式使用请设 SIGNET_SECOND_FACTOR=required");
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}
