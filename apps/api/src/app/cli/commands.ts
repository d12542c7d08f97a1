import { asCommand, type Command } from "./command.ts";
import { explain } from "./explain.ts";
import { exportScorecardCommand } from "./export-scorecard.ts";
import { cancelImportCommand, importCasesCommand, undoImportCommand } from "./import-cases.ts";
import { inviteAdministratorCommand } from "./invite-administrator.ts";
import { proposeScorecardsCommand } from "./propose-scorecards.ts";
import { rotateKeysCommand } from "./rotate-keys.ts";
import { verifyAuditCommand } from "./verify-audit.ts";
import { writeAuditHeadCommand } from "./write-audit-head.ts";

export const commands: Readonly<Record<string, Command>> = {
  "import-cases": asCommand(importCasesCommand),
  "cancel-import": asCommand(cancelImportCommand),
  "undo-import": asCommand(undoImportCommand),
  "propose-scorecards": asCommand(proposeScorecardsCommand),
  "export-scorecard": asCommand(exportScorecardCommand),
  explain: asCommand(explain),
  "verify-audit": asCommand(verifyAuditCommand),
  "write-audit-head": asCommand(writeAuditHeadCommand),
  "rotate-keys": asCommand(rotateKeysCommand),
  "invite-administrator": asCommand(inviteAdministratorCommand),
};

export function usage(): string {
  const lines = Object.values(commands).map(
    (command) => `  ${command.usage}\n      ${command.summary}`,
  );
  return ["npm run -s signet -- <命令>", "", ...lines].join("\n");
}
