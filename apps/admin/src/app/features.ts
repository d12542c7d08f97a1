import { audit } from "../features/audit/index.ts";
import { accounts } from "../features/accounts/index.ts";
import { calendar } from "../features/calendar/index.ts";
import { cases } from "../features/cases/index.ts";
import { imports } from "../features/imports/index.ts";
import { integrations } from "../features/integrations/index.ts";
import { rules } from "../features/rules/index.ts";
import { scorecards } from "../features/scorecards/index.ts";
import type { ViewerPartsFragment } from "../graphql/graphql.ts";
import type { Feature, Place } from "../shared/feature.ts";

/** The features of the pages, in the order of a day's work. */
export const features: readonly Feature[] = [
  cases,
  imports,
  scorecards,
  audit,
  accounts,
  calendar,
  integrations,
  rules,
];

/** The places of the menu that somebody may enter. */
export const placesOf = (viewer: ViewerPartsFragment): readonly Place[] =>
  features
    .flatMap(({ places }) => places)
    .filter(({ mayEnter }) => mayEnter === undefined || mayEnter(viewer));
