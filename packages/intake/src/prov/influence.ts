import { pushAll } from "@cleartitle/norms";
import type { YamlValue } from "../foreign-yaml.js";
import { actIn, type Acts } from "./act.js";
import { type Ends, isOpen } from "./ends.js";
import { rolesIn, toldInfluences } from "./role.js";
import type { Role, Roles } from "./role.js";
import { literalsAt } from "./value.js";
import type { Names, ProvRecord } from "./value.js";

/** Of things what came of things, by a record that does not say how. */
export interface Influence {
  readonly value: YamlValue;
  readonly from: readonly string[];
  readonly to: string;
  readonly hasUnread: boolean;
}

interface RoleEnd {
  readonly id: string;
  readonly roles: readonly Role[];
}

/** Whether an end is taken in a role: what nothing else tells of is taken for a thing. */
const isTaken = (roles: readonly Role[], role: Role): boolean => roles.includes(role) || (role === "thing" && roles.length === 0);

const inRole = (ends: readonly RoleEnd[], role: Role): string[] => ends.filter(({ roles }) => isTaken(roles, role)).map(({ id }) => id);

/** The role of an influencer where the record itself says it by its type. */
function roleSaid(record: YamlValue): Role | null {
  const types = literalsAt(record, "prov:type").join(" ");
  return /(?:^|[:/#])EntityInfluence\b/.test(types) ? "thing" : /(?:^|[:/#])ActivityInfluence\b/.test(types) ? "act" : /(?:^|[:/#])AgentInfluence\b/.test(types) ? "agent" : null;
}

/** The influences of a document, of which each bundle is asked for its own. */
export class Influences {
  #roles: Roles | null = null;

  /** `maxBundles`: how many bundles within bundles are looked into. */
  constructor(private readonly document: YamlValue, private readonly names: Names, private readonly maxBundles: number, private readonly ends: Ends) {}

  /**
   * An influence says that one of two had to do with the other, and not how. What has an act as one of its ends goes to that act, as something that it used or may have made; things of things are
   * returned. An agent is no source, and what a narrower relation says of the same two is not said twice.
   */
  of(of: (kind: string) => readonly ProvRecord[], names: Names, acts: Acts): Influence[] {
    const records = of("wasInfluencedBy");
    if (records.length === 0) return [];
    const told = toldInfluences(of, (name) => this.ends.id(name, names));
    return records.flatMap(({ value }) => {
      const [from, to] = [this.ends.all(value, names, "prov:influencer"), this.ends.all(value, names, "prov:influencee")];
      this.ends.tell(value, "wasInfluencedBy", [from, to]);
      const stated = roleSaid(value);
      const sources = from.names.map((id): RoleEnd => ({ id, roles: stated === null ? this.#rolesOf(id) : [stated] }));
      const results = to.names.map((id): RoleEnd => ({ id, roles: this.#rolesOf(id) }));
      // What nothing else tells of is taken for a thing, of which nothing is known.
      const unknown = [...sources, ...results].find(({ roles }) => roles.length === 0);
      if (unknown !== undefined) this.ends.tellUnknown(value, unknown.id);
      return results.flatMap(({ id: result, roles }) => {
        const named = sources.filter(({ id }) => id !== result && !told.has(`${id}\n${result}`));
        const [things, informants] = [inRole(named, "thing"), inRole(named, "act")];
        if (roles.includes("act")) {
          const act = actIn(acts, result);
          pushAll(act.used, things);
          pushAll(act.informants, informants);
          act.isOpen ||= isOpen(from);
        }
        if (!isTaken(roles, "thing")) return [];
        for (const act of informants) actIn(acts, act).affected.push(result);
        return [{ value, from: things, to: result, hasUnread: isOpen(from) }];
      });
    });
  }

  #rolesOf(id: string): Role[] {
    const roles = (this.#roles ??= rolesIn(this.document, this.names, (name, names) => this.ends.id(name, names), this.maxBundles));
    const found = (["thing", "act", "agent"] as const).filter((role) => roles[role].has(id));
    return found.length === 0 && this.ends.things.has(id) ? ["thing"] : found;
  }
}
