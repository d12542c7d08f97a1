/** Whether the roles that the account rules name have to have a second factor in this installation. */
export type SecondFactorPolicy = "required" | "optional";
