import type { NonEmptyArray } from "type-graphql";

import { SignInResolver, ViewerResolver } from "../modules/accounts/index.ts";
import { QuarterResolver } from "../modules/calendar/index.ts";
import {
  BoardResolver,
  CaseActResolver,
  CaseExplanationResolver,
  CasePermissionsResolver,
  CaseResolver,
  LateCasesResolver,
  ImportActResolver,
  ImportResolver,
} from "../modules/cases/index.ts";
import { RegionResolver } from "../modules/regions/index.ts";
import {
  OutlookResolver,
  ProposeScorecardsResolver,
  RowReviewResolver,
  ScorecardActResolver,
  ScorecardResolver,
} from "../modules/scorecards/index.ts";
import { VendorResolver } from "../modules/vendors/index.ts";

/** Every operation of the API. */
export const resolvers: NonEmptyArray<Function> = [
  ViewerResolver,
  SignInResolver,
  RegionResolver,
  VendorResolver,
  QuarterResolver,
  CaseResolver,
  LateCasesResolver,
  CasePermissionsResolver,
  CaseActResolver,
  BoardResolver,
  CaseExplanationResolver,
  ImportResolver,
  ImportActResolver,
  ScorecardResolver,
  ProposeScorecardsResolver,
  RowReviewResolver,
  ScorecardActResolver,
  OutlookResolver,
];
