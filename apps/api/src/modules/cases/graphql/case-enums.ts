import {
  ApplicantKind,
  Channel,
  ClockState,
  Delivery,
  MilestoneState,
  PauseReason,
  RequestKind,
} from "@signet/domain";
import { registerEnumType } from "type-graphql";

const grows = "May grow: show a value you do not know as it is.";

registerEnumType(RequestKind, { name: "RequestKind", description: `What is asked for. ${grows}` });
registerEnumType(ApplicantKind, { name: "ApplicantKind", description: `Who asks. ${grows}` });
registerEnumType(Channel, { name: "Channel", description: `How the request came in. ${grows}` });
registerEnumType(Delivery, {
  name: "Delivery",
  description: `How the result reaches the applicant. ${grows}`,
});
registerEnumType(ClockState, {
  name: "ClockState",
  description: `What a clock says now. ${grows}`,
});
registerEnumType(MilestoneState, {
  name: "MilestoneState",
  description: `What one step of an online case says now. ${grows}`,
});
registerEnumType(PauseReason, {
  name: "PauseReason",
  description: `The closed list of reasons for a pause. ${grows}`,
});

/** How a list of cases is ordered; ties are broken by id. */
export const CaseOrder = { RECEIVED_DESC: "RECEIVED_DESC", RECEIVED_ASC: "RECEIVED_ASC" } as const;
export type CaseOrder = (typeof CaseOrder)[keyof typeof CaseOrder];
registerEnumType(CaseOrder, { name: "CaseOrder", description: `How cases are ordered. ${grows}` });
