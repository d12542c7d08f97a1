import type { NonEmptyArray } from "type-graphql";

import {
  AccountActResolver,
  AccountResolver,
  IdentityProviderResolver,
  InvitationResolver,
  OwnAccountResolver,
  PasskeyResolver,
  SignInResolver,
  ViewerResolver,
} from "../modules/accounts/index.ts";
import { AuditChainResolver, AuditResolver } from "../modules/audit/index.ts";
import {
  AnnouncePolicyResolver,
  CalendarResolver,
  ChangeCalendarResolver,
  PolicyResolver,
  QuarterResolver,
} from "../modules/calendar/index.ts";
import {
  BoardResolver,
  CaseActResolver,
  CaseErasureResolver,
  CaseExplanationResolver,
  CasePermissionsResolver,
  CaseResolver,
  LateCasesResolver,
  PersonalDataResolver,
  ImportActResolver,
  ImportResolver,
  RuleReachResolver,
} from "../modules/cases/index.ts";
import {
  IntegrationActResolver,
  IntegrationKeyResolver,
  IntegrationResolver,
} from "../modules/integrations/index.ts";
import { RegionResolver } from "../modules/regions/index.ts";
import {
  OutlookResolver,
  ProposeScorecardsResolver,
  RowReviewResolver,
  RuleReachFormsResolver,
  ScorecardActResolver,
  ScorecardResolver,
} from "../modules/scorecards/index.ts";
import { VendorResolver } from "../modules/vendors/index.ts";

/** Every operation of the API. */
export const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  SignInResolver,
  OwnAccountResolver,
  PasskeyResolver,
  InvitationResolver,
  IdentityProviderResolver,
  AccountResolver,
  AccountActResolver,
  RegionResolver,
  VendorResolver,
  QuarterResolver,
  CalendarResolver,
  ChangeCalendarResolver,
  PolicyResolver,
  AnnouncePolicyResolver,
  CaseResolver,
  LateCasesResolver,
  CasePermissionsResolver,
  CaseActResolver,
  PersonalDataResolver,
  BoardResolver,
  CaseErasureResolver,
  CaseExplanationResolver,
  ImportResolver,
  ImportActResolver,
  ScorecardResolver,
  ProposeScorecardsResolver,
  RowReviewResolver,
  ScorecardActResolver,
  OutlookResolver,
  RuleReachResolver,
  RuleReachFormsResolver,
  AuditResolver,
  AuditChainResolver,
  IntegrationResolver,
  IntegrationKeyResolver,
  IntegrationActResolver,
];
