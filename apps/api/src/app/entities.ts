import {
  AccountInvitation,
  Authenticator,
  ExternalIdentity,
  FormerPassword,
  Passkey,
  PendingSignIn,
  ProviderSignIn,
  RecoveryCode,
  Session,
  SpentChallenge,
  UserAccount,
} from "../modules/accounts/index.ts";
import { ActReader, AuditEntry, AuditHead } from "../modules/audit/index.ts";
import { CalendarVersion, PolicyVersion } from "../modules/calendar/index.ts";
import {
  CaseErasure,
  CasePause,
  ImportBatch,
  ImportColumnMap,
  ImportLine,
  RevealGrant,
  ServiceCase,
} from "../modules/cases/index.ts";
import { Integration, IntegrationKey } from "../modules/integrations/index.ts";
import { Region } from "../modules/regions/index.ts";
import { Scorecard, ScorecardRowReview } from "../modules/scorecards/index.ts";
import { OnlineChannel, Vendor } from "../modules/vendors/index.ts";
import { DataKeyEntity } from "../platform/keys/index.ts";
import { IdempotencyKey, InstallationMark } from "../platform/orm/index.ts";

/** Every table of the product. */
export const entities = [
  Region,
  Vendor,
  OnlineChannel,
  UserAccount,
  Session,
  AccountInvitation,
  FormerPassword,
  Authenticator,
  RecoveryCode,
  Passkey,
  SpentChallenge,
  PendingSignIn,
  ExternalIdentity,
  ProviderSignIn,
  PolicyVersion,
  CalendarVersion,
  ImportBatch,
  ImportLine,
  ImportColumnMap,
  ServiceCase,
  CasePause,
  CaseErasure,
  RevealGrant,
  Scorecard,
  ScorecardRowReview,
  Integration,
  IntegrationKey,
  AuditEntry,
  AuditHead,
  ActReader,
  DataKeyEntity,
  IdempotencyKey,
  InstallationMark,
];
