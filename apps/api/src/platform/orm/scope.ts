/** What a caller may see; every query goes through one. Deny is the default: nothing listed, nothing seen. */
export interface Scope {
  /** Who asks, for the record; null for nobody. */
  readonly actorId: string | null;
  readonly vendors: "all" | readonly string[];
  readonly regions: "all" | readonly string[];
}
