export { DataKeyEntity } from "./data-key.entity.ts";
export { MasterKeyError } from "./master-key.ts";
export { openVault } from "./open-vault.ts";
export { DataClass, Vault } from "./vault.ts";
