import { type Guard, roleNames } from "@cleartitle/access";
import { type Handler, notifyHandler, type PostOffice, reviewHandler } from "@cleartitle/jobs";
import type { AccessRooms } from "../access/rooms.js";
import type { Backing } from "../backing.js";

/** What somebody is in a workspace. Where nobody signs in, the one who is there is everything. */
export const rolesOf = async (access: AccessRooms | null, workspace: string, person: string): Promise<readonly string[]> => (access === null ? roleNames : access.memberships.rolesIn(workspace, person));

/** The jobs that look what time has brought, and that tell whoever subscribed. */
export const tellingJobs = ({ states, store, board, catalogue, decide, access }: Pick<Backing, "states" | "store" | "board" | "catalogue" | "decide" | "access">, guard: Guard, postOffice: PostOffice | null): readonly Handler[] => [
  reviewHandler({ store, board, catalogue, decide, asked: (graph) => states.told(graph) }),
  notifyHandler({ board, guard, postOffice, rolesOf: (workspace, person) => rolesOf(access, workspace, person) }),
];
