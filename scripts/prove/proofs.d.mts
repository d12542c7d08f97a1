/** File, parameters of the whole proof, parameters of its small version; null where there is none. */
export const proofs: readonly (readonly [name: string, whole: string, small: string | null])[];
