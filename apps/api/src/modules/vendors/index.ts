export { vendorLoader } from "./graphql/vendor.loader.ts";
export { VendorResolver } from "./graphql/vendor.resolver.ts";
export { VendorType } from "./graphql/vendor.type.ts";
export { OnlineChannel } from "./persistence/online-channel.entity.ts";
export { type VendorRow, vendorColumns, vendorOf } from "./persistence/vendor-columns.ts";
export { Vendor } from "./persistence/vendor.entity.ts";
export { countOpenChannels } from "./use-cases/count-open-channels.ts";
export { residentVendors } from "./use-cases/resident-vendors.ts";
export { vendorNames } from "./use-cases/vendor-names.ts";
