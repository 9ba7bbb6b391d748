import { describe, expect, test } from "vitest";
import { isPermission, type Permission, permissions, permissionTexts } from "./permission.js";
import { isRole, permissionsOf, type Role, roleNames, roles } from "./role.js";

const may = (role: Role): string => permissions.filter((permission) => permissionsOf([role]).has(permission)).join(" ");

// The whole table: a permission that slips into a role is seen here.
test.each<[Role, string]>([
  ["viewer", "records:read evidence:read decisions:ask decisions:read runs:read catalogue:read proposals:read notifications:read"],
  ["engineer", "records:read records:write evidence:read evidence:write decisions:ask decisions:read decisions:record imports:write runs:read runs:write catalogue:read proposals:read conclusions:propose waivers:propose notifications:read"],
  ["counsel", "records:read records:write evidence:read evidence:write decisions:ask decisions:read decisions:record runs:read catalogue:read ledger:read proposals:read positions:propose conclusions:propose waivers:propose agreements:read agreements:write agreements:sign negotiations:read negotiations:write notifications:read people:read"],
  ["approver", "records:read evidence:read decisions:ask decisions:read runs:read catalogue:read proposals:read positions:approve conclusions:approve waivers:approve agreements:read agreements:sign notifications:read people:read"],
  ["licensor", "catalogue:read agreements:read"],
  ["auditor", "records:read evidence:read decisions:ask decisions:read runs:read catalogue:read ledger:read proposals:read agreements:read negotiations:read notifications:read jobs:read people:read audit:read"],
  ["admin", "records:read evidence:read decisions:ask decisions:read runs:read runs:write catalogue:read ledger:read ledger:redact proposals:read agreements:read notifications:read notifications:write jobs:read jobs:write people:read people:write audit:read workspace:write"],
])("%s may %s", (role, expected) => expect(may(role)).toBe(expected));

describe("the table", () => {
  test("leaves no permission that no role gives", () => {
    expect(permissions.filter((permission) => !permissionsOf(roleNames).has(permission))).toEqual([]);
  });
  test("lets no role both propose and approve the same", () => {
    const both = roleNames.flatMap((role) => ["positions", "conclusions", "waivers"].filter((matter) => ["propose", "approve"].every((act) => permissionsOf([role]).has(`${matter}:${act}` as Permission))));
    expect(both).toEqual([]);
  });
  test("lets the auditor change nothing", () => {
    expect([...permissionsOf(["auditor"])].filter((permission) => !/:(read|ask)$/.test(permission))).toEqual([]);
  });
  test("says of each role and permission what it is for", () => {
    for (const { text } of Object.values(roles)) expect(text).toMatch(/^[A-Z].+\.$/);
    for (const text of Object.values(permissionTexts)) expect(text).toMatch(/^[a-z].+[^.]$/);
  });
});

test("several roles add up, and none gives nothing", () => {
  expect(permissionsOf(["viewer", "approver"])).toEqual(permissionsOf(["approver"]));
  expect(permissionsOf([]).size).toBe(0);
});

test.each(["toString", "__proto__", "", "Admin", 3, null])("%j is no role and no permission", (text) => expect([isRole(text), isPermission(text)]).toEqual([false, false]));
