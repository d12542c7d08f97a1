import type { Role } from "../../../graphql/graphql.ts";

/** What an account is made for, as a form holds it: nothing chosen is empty text. */
export interface Appointment {
  roles: Role[];
  vendorId: string;
  regionCode: string;
}

/** The same as the contract takes it. */
export const asInput = ({ roles, vendorId, regionCode }: Appointment) => ({
  roles,
  vendorId: vendorId || null,
  regionCode: regionCode || null,
});
