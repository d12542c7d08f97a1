import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarSpec } from "@signet/domain";

const schema = defineEntity({
  name: "CalendarVersion",
  tableName: "calendar_version",
  properties: {
    id: p.uuid().primary(),
    number: p.integer().unique(),
    spec: p.json().$type<CalendarSpec>(),
    createdAt: p.datetime(3),
    /** The actor's id. */
    createdBy: p.string().length(120),
    reason: p.string().length(500).strictNullable(),
  },
});

/** Opening hours and days off as they were known from one moment on; an edit makes the next version. */
export class CalendarVersion extends schema.class {}
schema.setClass(CalendarVersion);
