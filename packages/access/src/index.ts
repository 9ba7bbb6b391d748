export { isPermission, type Permission, permissions, permissionTexts } from "./permission.js";
export { isRole, permissionsOf, type Role, roleNames, roles } from "./role.js";
export { type Destinations, type Guard, guardOf } from "./guard/destination.js";
export { exchange, type Fault, type Reply } from "./guard/exchange.js";
export { type Fetched, type Fetching, guardedFetch } from "./guard/guarded-fetch.js";
export { isSpecial } from "./guard/special-address.js";
