import { DayEdit, DayKind, PolicyStanding } from "@signet/domain";
import { registerEnumType } from "type-graphql";

const grows = "May grow: show a value you do not know as it is.";

registerEnumType(DayKind, { name: "DayKind", description: `What a day is to the hall. ${grows}` });
registerEnumType(DayEdit, { name: "DayEdit", description: "What an edit makes of a day." });
registerEnumType(PolicyStanding, {
  name: "PolicyStanding",
  description: `Where a version of the dated values stands today. ${grows}`,
});
