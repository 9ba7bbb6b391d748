export { isPermission, type Permission, permissions, permissionTexts } from "./permission.js";
export { isRole, permissionsOf, type Role, roleNames, roles } from "./role.js";
