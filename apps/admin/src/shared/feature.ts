import type { RouteRecordRaw } from "vue-router";

import type { ViewerPartsFragment } from "../graphql/graphql.ts";

/** The parts of the menu, in their order. */
export const placeGroups = ["work", "oversight", "rules"] as const;
export type PlaceGroup = (typeof placeGroups)[number];

/** One entry of the menu: the route it opens, and the other routes that lie within it. */
export interface Place {
  readonly name: string;
  readonly group: PlaceGroup;
  readonly covers?: readonly string[];
  /** Everybody who is signed in, unless it says otherwise. */
  mayEnter?(viewer: ViewerPartsFragment): boolean;
}

/** What a feature of the pages brings: router and menu read nothing else. */
export interface Feature {
  readonly places: readonly Place[];
  readonly routes: readonly RouteRecordRaw[];
}
