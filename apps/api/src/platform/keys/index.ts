export { DataKeyEntity } from "./data-key.entity.ts";
export { MasterKeyError, openVault } from "./open-vault.ts";
export { DataClass, Vault } from "./vault.ts";
