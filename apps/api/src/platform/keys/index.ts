export type { ChainAlgorithm } from "./chain-algorithm.ts";
export { DataKeyEntity } from "./data-key.entity.ts";
export { MasterKeyError } from "./master-key.ts";
export { openVault } from "./open-vault.ts";
export { comparable } from "./name-tokens.ts";
export type { SealedColumn } from "./sealed-column.ts";
export { type SealedText } from "./sealing.ts";
export { DataClass, Vault } from "./vault.ts";
