import { expect, it } from "vitest";
import { ApplicantKind, RequestKind } from "../vocabulary.ts";
import { Material, missingMaterials, requiredMaterials } from "./required-materials.ts";

const names = (applicant: ApplicantKind, request: RequestKind): Material[] =>
  requiredMaterials(applicant, request).map(({ material }) => material);

it("asks a unit for what 四（一） names: licence, its representative's card, the form", () => {
  expect(requiredMaterials("ORGANIZATION", "NEW")).toEqual([
    { material: "BUSINESS_LICENCE_COPY", clause: "4.1" },
    { material: "LEGAL_REPRESENTATIVE_ID_COPY", clause: "4.1" },
    { material: "APPLICATION_FORM", clause: "4.1" },
  ]);
});

it("asks an individual for what 四（二） names: the form with the signature, the card", () => {
  expect(requiredMaterials("INDIVIDUAL", "NEW")).toEqual([
    { material: "PERSONAL_FORM_WITH_SIGNATURE", clause: "4.2" },
    { material: "ID_CARD_COPY", clause: "4.2" },
  ]);
});

it("asks an evaluation expert for the same as any individual, whatever is asked for", () => {
  for (const request of Object.values(RequestKind))
    expect(names("EVALUATION_EXPERT", request)).toEqual(names("INDIVIDUAL", request));
});

it("names what is ours without a clause, and nothing twice", () => {
  for (const applicant of Object.values(ApplicantKind))
    for (const request of Object.values(RequestKind)) {
      const set = requiredMaterials(applicant, request);
      expect(new Set(set.map(({ material }) => material)).size).toBe(set.length);
      expect(set.filter(({ clause }) => clause === null).length).toBe(
        names(applicant, request).length - names(applicant, "NEW").length,
      );
    }
});

it("asks for the medium wherever it is worked on, and for a statement where it is lost", () => {
  const withMedium = Object.values(RequestKind).filter((request) =>
    names("ORGANIZATION", request).includes("KEY_MEDIUM"),
  );
  expect(withMedium).toEqual([
    "RENEWAL",
    "CHANGE",
    "UNLOCK",
    "RESUMPTION",
    "CANCELLATION",
    "SEAL_UPDATE",
  ]);
  expect(names("INDIVIDUAL", "REPLACEMENT")).toContain("LOSS_STATEMENT");
});

it("tells what is still missing, in order", () => {
  const required = requiredMaterials("ORGANIZATION", "CHANGE");
  const missing = missingMaterials(required, ["APPLICATION_FORM", "KEY_MEDIUM"]);
  expect(missing.map(({ material }) => material)).toEqual([
    "BUSINESS_LICENCE_COPY",
    "LEGAL_REPRESENTATIVE_ID_COPY",
    "PROOF_OF_CHANGE",
  ]);
  expect(missingMaterials(required, Object.values(Material))).toEqual([]);
});
