import type { Permission } from "./permission.js";

interface RoleRow {
  /** What it is for, told to who gives it. */
  readonly text: string;
  readonly permissions: readonly Permission[];
}

const reading = ["records:read", "evidence:read", "decisions:ask", "decisions:read", "runs:read", "catalogue:read", "proposals:read", "notifications:read"] as const satisfies readonly Permission[];
const recording = ["records:write", "evidence:write", "decisions:record"] as const satisfies readonly Permission[];

/**
 * Who holds several roles may do what any of them may. Nobody who administers approves by it: who gives roles cannot also be the second pair of eyes, unless he takes that role where the audit shows it.
 */
export const roles = {
  viewer: { text: "Reads records and decisions, and asks what a use comes to.", permissions: reading },
  engineer: {
    text: "Imports and records what was made of what, records decisions, and proposes conclusions and waivers.",
    permissions: [...reading, ...recording, "imports:write", "runs:write", "conclusions:propose", "waivers:propose"],
  },
  counsel: {
    text: "Proposes positions, conclusions and waivers, keeps agreements, negotiates, and reads the ledger.",
    permissions: [...reading, ...recording, "ledger:read", "positions:propose", "conclusions:propose", "waivers:propose", "agreements:read", "agreements:write", "agreements:sign", "negotiations:read", "negotiations:write", "people:read"],
  },
  approver: {
    text: "Approves or rejects the positions, conclusions and waivers that others proposed, and records the signatures of agreements that others wrote down.",
    permissions: [...reading, "positions:approve", "conclusions:approve", "waivers:approve", "agreements:read", "agreements:sign", "people:read"],
  },
  licensor: {
    text: "Reads the catalogue, and the agreements of the workspace with what use was metered under them; nothing of what was made.",
    permissions: ["catalogue:read", "agreements:read"],
  },
  auditor: {
    text: "Reads everything, with the ledger and the audit, and changes nothing.",
    permissions: [...reading, "ledger:read", "agreements:read", "negotiations:read", "jobs:read", "people:read", "audit:read"],
  },
  admin: {
    text: "Takes people in, gives roles, keeps settings, jobs and redactions; approves nothing.",
    permissions: [...reading, "ledger:read", "ledger:redact", "agreements:read", "notifications:write", "runs:write", "jobs:read", "jobs:write", "people:read", "people:write", "audit:read", "workspace:write"],
  },
} as const satisfies Record<string, RoleRow>;

export type Role = keyof typeof roles;

export const roleNames: readonly Role[] = Object.keys(roles) as Role[];

export const isRole = (text: unknown): text is Role => typeof text === "string" && Object.hasOwn(roles, text);

/** What somebody may do who holds these roles. */
export function permissionsOf(held: Iterable<Role>): ReadonlySet<Permission> {
  const all = new Set<Permission>();
  for (const role of held) for (const permission of roles[role].permissions) all.add(permission);
  return all;
}
