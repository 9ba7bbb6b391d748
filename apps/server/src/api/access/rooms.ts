import { isRole, type Permission, permissionsOf } from "@cleartitle/access";
import { ApiTokens, type AuditEntry, auditOf, type Connection, Memberships, People, Proposals, Sessions } from "@cleartitle/store";
import type { FirstStart } from "./first-start.js";
import type { Provider } from "./provider.js";

export interface AccessSettings {
  readonly firstStart: FirstStart;
  /** Where people sign in besides; null: nowhere. */
  readonly provider: Provider | null;
  /** Scheme, host and port under which browsers reach this server. */
  readonly origin: string;
  /** The network address of who asks, as far as the server can tell. */
  readonly addressOf: (c: { readonly env: unknown; readonly req: { readonly header: (name: string) => string | undefined } }) => string;
}

/** What stands behind the routes of people. Without it there is one local user, and nobody signs in. */
export interface AccessRooms extends AccessSettings {
  readonly people: People;
  readonly memberships: Memberships;
  readonly sessions: Sessions;
  readonly tokens: ApiTokens;
  readonly proposals: Proposals;
  readonly auditOf: (workspace: string, after: string, most: number) => Promise<readonly AuditEntry[]>;
}

export const openRooms = (connection: Connection, settings: AccessSettings): AccessRooms => ({
  ...settings, people: new People(connection), memberships: new Memberships(connection), sessions: new Sessions(connection), tokens: new ApiTokens(connection), proposals: new Proposals(connection),
  auditOf: (workspace, after, most) => auditOf(connection, workspace, after, most),
});

/** What a person may do in a workspace. Roles that this program does not know give nothing. */
export async function heldIn({ memberships }: AccessRooms, workspace: string, person: string): Promise<ReadonlySet<Permission>> {
  return permissionsOf((await memberships.rolesIn(workspace, person)).filter(isRole));
}
