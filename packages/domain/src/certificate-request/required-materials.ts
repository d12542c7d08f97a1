import type { ClauseId } from "../regulation/clauses.ts";
import type { ApplicantKind, RequestKind } from "../vocabulary.ts";

/** A paper, file or thing that the window checks before it accepts a request. */
export const Material = {
  APPLICATION_FORM: "APPLICATION_FORM",
  BUSINESS_LICENCE_COPY: "BUSINESS_LICENCE_COPY",
  LEGAL_REPRESENTATIVE_ID_COPY: "LEGAL_REPRESENTATIVE_ID_COPY",
  PERSONAL_FORM_WITH_SIGNATURE: "PERSONAL_FORM_WITH_SIGNATURE",
  ID_CARD_COPY: "ID_CARD_COPY",
  KEY_MEDIUM: "KEY_MEDIUM",
  LOSS_STATEMENT: "LOSS_STATEMENT",
  PROOF_OF_CHANGE: "PROOF_OF_CHANGE",
  SEAL_SPECIMEN: "SEAL_SPECIMEN",
} as const;
export type Material = (typeof Material)[keyof typeof Material];

/** One material of a set, with the clause that asks for it; null where the centre does (ours). */
export interface RequiredMaterial {
  readonly material: Material;
  readonly clause: ClauseId | null;
}

const ofOrganizations = [
  { material: "BUSINESS_LICENCE_COPY", clause: "4.1" },
  { material: "LEGAL_REPRESENTATIVE_ID_COPY", clause: "4.1" },
  { material: "APPLICATION_FORM", clause: "4.1" },
] as const;
const ofIndividuals = [
  { material: "PERSONAL_FORM_WITH_SIGNATURE", clause: "4.2" },
  { material: "ID_CARD_COPY", clause: "4.2" },
] as const;

/** Who asks decides the papers that 四 names. It lists none for experts: theirs are those of individuals. */
const byApplicant: Readonly<Record<ApplicantKind, readonly RequiredMaterial[]>> = {
  ORGANIZATION: ofOrganizations,
  INDIVIDUAL: ofIndividuals,
  EVALUATION_EXPERT: ofIndividuals,
};

/** What is asked for decides what else is needed; the regulation names none of it. */
const byRequest: Readonly<Record<RequestKind, readonly Material[]>> = {
  NEW: [],
  RENEWAL: ["KEY_MEDIUM"],
  CHANGE: ["KEY_MEDIUM", "PROOF_OF_CHANGE"],
  REPLACEMENT: ["LOSS_STATEMENT"],
  UNLOCK: ["KEY_MEDIUM"],
  SUSPENSION: [],
  RESUMPTION: ["KEY_MEDIUM"],
  CANCELLATION: ["KEY_MEDIUM"],
  SEAL_UPDATE: ["KEY_MEDIUM", "SEAL_SPECIMEN"],
};

/**
 * The materials to be checked before a request is accepted (四(一)–(三), 五(一)), those of the
 * regulation first. The same for on-site and online requests.
 * @example
 * ```ts
 * requiredMaterials("INDIVIDUAL", "RENEWAL");
 * // → [{ material: "PERSONAL_FORM_WITH_SIGNATURE", clause: "4.2" }, { material: "ID_CARD_COPY", clause: "4.2" }, { material: "KEY_MEDIUM", clause: null }]
 * ```
 */
export const requiredMaterials = (
  applicant: ApplicantKind,
  request: RequestKind,
): readonly RequiredMaterial[] => [
  ...byApplicant[applicant],
  ...byRequest[request].map((material) => ({ material, clause: null })),
];

/**
 * What is still missing of a set, in its order.
 * @example
 * ```ts
 * const required = requiredMaterials("INDIVIDUAL", "NEW");
 * missingMaterials(required, ["ID_CARD_COPY"]);
 * // → [{ material: "PERSONAL_FORM_WITH_SIGNATURE", clause: "4.2" }]
 * ```
 */
export const missingMaterials = (
  required: readonly RequiredMaterial[],
  present: readonly Material[],
): readonly RequiredMaterial[] => required.filter(({ material }) => !present.includes(material));
