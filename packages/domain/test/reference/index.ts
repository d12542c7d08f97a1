import { attendance } from "./attendance.ts";
import { quarter, residentId, uscc } from "./days-and-numbers.ts";
import { online } from "./online.ts";
import { onsite } from "./onsite.ts";
import { scorecard } from "./scorecard.ts";

/**
 * The rules once more, after FORMAT.md alone: for sound cases of every kind what the answer must be.
 * Slow and plain, with Temporal for all that is local; shares nothing with the rules it checks.
 */
export const reference = { onsite, online, attendance, scorecard, quarter, uscc, residentId };
