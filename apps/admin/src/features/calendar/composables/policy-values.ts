import type { PolicyPartsFragment } from "../../../graphql/graphql.ts";

type Parameter = Omit<PolicyPartsFragment["parameters"][number], "__typename" | "choices">;
interface Version {
  readonly standing: PolicyPartsFragment["standing"];
  readonly parameters: readonly Parameter[];
}

export interface ParameterValues {
  readonly now: Parameter;
  /** What was announced for it, the next first. */
  readonly later: readonly Parameter[];
  /** What it was before, the last first. */
  readonly earlier: readonly Parameter[];
}

/** Each parameter with the value in force, and the others that versions give it. */
export function valuesOf(versions: readonly Version[]): readonly ParameterValues[] {
  const standing = versions.filter((version) => version.standing !== "WITHDRAWN");
  const inForce = standing.find((version) => version.standing === "IN_FORCE");
  return (inForce?.parameters ?? []).map((now) => {
    const others = standing
      .flatMap(({ parameters }) => parameters.filter(({ key }) => key === now.key))
      // A version that leaves a value as it was shares its first day with the one before.
      .filter((one, index, all) => all.findIndex(({ since }) => since === one.since) === index);
    return {
      now,
      later: others.filter(({ since }) => since > now.since).reverse(),
      earlier: others.filter(({ since }) => since < now.since),
    };
  });
}

/** The version that begins last, on which an announcement builds. */
export const newestOf = <One extends { readonly standing: string }>(
  versions: readonly One[],
): One | undefined => versions.find(({ standing }) => standing !== "WITHDRAWN");
