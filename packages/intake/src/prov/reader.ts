import { ownAssetKind, ownDerivationKind, ownSource, ownUpstream } from "@cleartitle/title";
import { descent } from "../bill.js";
import { placeIn, readMapping, readMade } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { DerivationEntry, Evidence } from "../evidence.js";
import { valueAt, valuesOf } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { identified } from "../identifier.js";
import { partOfKey } from "../license-scope.js";
import type { Reader } from "../reader.js";
import { recordRemark } from "../remark.js";
import { keptAsClaim, unreadLicense } from "../unread-license.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { partiesIn } from "./own-party.js";
import { rolesIn, toldInfluences } from "./role.js";
import type { Role, Roles } from "./role.js";
import { provInTurtle } from "./turtle.js";
import { endOf, fullNames, isNoLiteral, literalOf, literalsAt, ownTexts, ownTypes, prefixedNames, provNamespace, recordsAt } from "./value.js";
import type { End, Names, ProvRecord } from "./value.js";
import { provInXml } from "./xml.js";

const maxBytes = 67_108_864;
/** Of triples and elements a byte stands for more in memory than in JSON. */
const maxWrittenOutBytes = 33_554_432;
const maxBundles = 8;

const relations = "used|wasGeneratedBy|wasDerivedFrom|wasAttributedTo|wasAssociatedWith|actedOnBehalfOf|specializationOf|alternateOf|hadMember|mentionOf|wasInformedBy|wasStartedBy|wasEndedBy|wasInvalidatedBy|wasInfluencedBy";

const isTurtle = /\.(?:ttl|turtle|trig|nt|nq)$/i;
const isXml = /\.(?:xml|provx)$/i;

/** Records of provenance in PROV-JSON, in Turtle by the ontology, and in PROV-XML. */
export const prov: Reader = {
  id: "prov",
  title: "Records of provenance (PROV-JSON, PROV-O in Turtle, PROV-XML)",
  detect({ path, head }) {
    if (isTurtle.test(path)) return head.includes(provNamespace) ? "yes" : "no";
    if (isXml.test(path)) return head.includes(provNamespace) && /<(?:[\w.-]+:)?document[\s/>]/.test(head) ? "yes" : "no";
    if (!/\.(json|provn\.json|provjson)$/i.test(path) || !/^\s*\{/.test(head)) return "no";
    if (/"(?:@context|\$schema|bomFormat|spdxVersion|headers)"\s*:/.test(head)) return "no";
    const says = new RegExp(`"(?:${relations}|entity|activity|agent|bundle)"\\s*:\\s*\\{`).test(head);
    // Other catalogues have an `entity` too: what tells is the standard's own names, or prefixes for them.
    return says && (/"prov:[a-zA-Z]+"/.test(head) || /"prefix"\s*:\s*\{/.test(head)) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) {
      const writtenOut = isTurtle.test(file.path) || isXml.test(file.path);
      const document = writtenOut ? await readMade(file, maxWrittenOutBytes, isXml.test(file.path) ? provInXml : provInTurtle, into) : await readMapping(file, "json", maxBytes, into);
      if (document === null) continue;
      const reader = new DocumentReader(document, writtenOut ? fullNames(file.path) : prefixedNames(file.path), into);
      reader.whole();
      into.read.push({ file: file.path, records: reader.records, links: reader.links });
    }
  },
};

/** What is known of a link beyond its ends. */
type Rest = Partial<Pick<DerivationEntry, "during" | "assumed" | "activity" | "who">>;

interface Act {
  readonly used: string[];
  readonly made: string[];
  /** What it influenced in a way that the record does not name. */
  readonly affected: string[];
  /** Acts of which each made something that this one used. */
  readonly informants: string[];
  /** It used something else, and nobody can read what. */
  isOpen: boolean;
}

type Acts = Map<string, Act>;

/** The act with an id, which is known from now on. */
function actIn(acts: Acts, id: string): Act {
  const act = acts.get(id) ?? { used: [], made: [], affected: [], informants: [], isOpen: false };
  acts.set(id, act);
  return act;
}

/** Why a kind is assumed. */
const unsaidKind = "the record does not say what was done";

class DocumentReader {
  records = 0;
  links = 0;
  readonly #kinds = new Map<string, string>();

  /** What is a thing by its name alone. */
  readonly #things = new Set<string>();
  #roles: Roles | null = null;

  constructor(private readonly document: DocumentRead, private readonly names: Names, private readonly into: Evidence) {}

  whole(): void {
    this.#bundle(this.document.root, this.names, 0);
  }

  /** One document or bundle; bundles hold records of others, and are read as such. */
  #bundle(value: YamlValue, outer: Names, depth: number): void {
    if (depth > maxBundles) return this.#wrong(value, "bundles within bundles without end");
    const names = outer.within(value);
    const records = new Map<string, readonly ProvRecord[]>();
    const of = (kind: string): readonly ProvRecord[] => {
      const found = records.get(kind) ?? recordsAt(value, kind, (each) => this.#wrong(each, `a record under \`${kind}\` that is no object`));
      records.set(kind, found);
      return found;
    };
    const licensors = partiesIn(of, names, "wasAttributedTo", "prov:entity", "licensor");
    for (const each of of("entity")) this.#entity(each, names, licensors.get(names.full(each.id)) ?? null);
    this.#derivations(of, names);
    this.#persons(of, names);
    for (const { value: each } of of("hadMember")) {
      const [members, collections] = [this.#ends(each, names, "prov:entity"), this.#ends(each, names, "prov:collection")];
      this.#tell(each, "hadMember", [members, collections]);
      for (const to of collections.names) this.#derive(members.names, to, "include", {}, isOpen(members));
    }
    for (const [kind, one, other] of [["specializationOf", "prov:specificEntity", "prov:generalEntity"], ["mentionOf", "prov:specificEntity", "prov:generalEntity"], ["alternateOf", "prov:alternate1", "prov:alternate2"]] as const) {
      for (const { value: each } of of(kind)) {
        const [a, b] = [this.#end(each, names, one), this.#end(each, names, other)];
        if (a !== null && b !== null && a !== b) this.into.alternate(a, b, "high", `the record says \`${kind}\``, placeIn(this.document, each));
      }
    }
    for (const section of valuesOf(value, "bundle")) if (section.entries === null) this.#wrong(section, "bundles that are no object");
    for (const [id, inner] of valuesOf(value, "bundle").flatMap((each) => each.entries ?? [])) {
      if (inner.entries === null) this.#wrong(inner, `the bundle \`${id}\` is no object`);
      else this.#bundle(inner, names, depth + 1);
    }
  }

  #wrong(value: YamlValue, message: string): void {
    this.into.problem("wrong-type", message, { file: this.document.file, line: value.line, column: value.column }, "it was passed over");
  }

  #id(name: string, names: Names): string {
    const full = names.full(name);
    const thing = identified(full);
    if (thing !== null) this.#things.add(thing.id);
    return thing?.id ?? full;
  }

  #entity({ id: name, value }: ProvRecord, names: Names, licensor: string | null): void {
    // Of a name that is written out the last part says what it is; the rest is somebody's address.
    const types = literalsAt(value, "prov:type").map((each) => /[^#/]*$/.exec(each)?.[0] ?? "").join(" ");
    // A bundle is evidence of evidence, and no thing that rights attach to.
    if (/\bBundle\b/.test(types)) return;
    this.records += 1;
    const id = this.#id(name, names);
    const kind = identified(names.full(name))?.kind ?? ownTypes(value, names).map(ownAssetKind).find((each) => each !== null) ?? (/data/i.test(types) ? "dataset" : /model/i.test(types) ? "model" : /software|code|script/i.test(types) ? "code" : "document");
    this.#kinds.set(id, kind);
    const said = (word: string): string | null => ownTexts(value, word, names)[0] ?? null;
    if (said("undescribed") === "true") return void this.into.mention(id, kind);
    this.into.asset({
      id, kind, source: ownSource(said("source")) ?? id, version: said("version"), digest: said("digest"), modality: ownTexts(value, "modality", names),
      upstream: ownUpstream(said("upstream")), licensor: licensor === null ? null : (publisherOf(id) ?? licensor),
    });
    for (const text of ownTexts(value, "remark", names)) recordRemark(text, id, placeIn(this.document, value), this.into);
    for (const [key, each] of value.entries ?? []) {
      const what = /(?:^|[:/#])(license|rights|accessRights|hasPolicy)$/i.exec(key)?.[1]?.toLowerCase();
      const part = partOfKey(key, kind);
      if (what === undefined && part === null) continue;
      const texts = this.#texts(each, key);
      const raw = said("raw");
      if (what === "license") this.into.license({ asset: id, names: texts, by: said("by"), rung: ["detected", "concluded"].includes(said("rung") ?? "") ? "detected" : "declared", ...(raw === null ? {} : { raw }), at: placeIn(this.document, each) });
      else if (part !== null) this.into.license({ asset: id, names: texts, scope: part.scope, at: placeIn(this.document, each) });
      else if (what === "haspolicy") for (const text of texts) this.#policy(id, text, each);
      else if (what !== undefined) for (const text of texts) this.into.statement({ asset: id, what: "rights", raw: text, value: text, at: placeIn(this.document, each) });
    }
  }

  /** The texts of an attribute that speaks of rights. What is no text speaks of them all the same, and nobody can read it. */
  #texts(value: YamlValue, key: string): string[] {
    return (value.items ?? [value]).flatMap((each) => {
      const text = literalOf(each);
      if (text !== null || !isNoLiteral(each)) return text === null ? [] : [text];
      this.into.problem("wrong-type", `\`${key.slice(0, 80)}\` has a value that is no text`, { file: this.document.file, line: each.line, column: each.column }, keptAsClaim);
      return [unreadLicense(each)];
    });
  }

  /** To whom something is attributed, where the record says that this is a person: by the name that it has for them, else by their id. */
  #persons(of: (kind: string) => readonly ProvRecord[], names: Names): void {
    const persons = new Map(of("agent").filter(({ value }) => literalsAt(value, "prov:type").some((type) => /(?:^|[:/#])Person$/.test(type))).map(({ id, value }) => [this.#id(id, names), value]));
    for (const { value } of of("wasAttributedTo")) {
      const [asset, agent] = [this.#end(value, names, "prov:entity"), this.#end(value, names, "prov:agent")];
      const person = agent === null ? undefined : persons.get(agent);
      if (asset === null || agent === null || person === undefined) continue;
      const name = (person.entries ?? []).find(([key]) => /(?:^|[:/#])(?:name|label)$/.test(key))?.[1];
      this.into.person(this.#mentioned(asset), "attributed", literalOf(name) ?? agent, placeIn(this.document, value));
    }
  }

  /** A policy speaks of use in a language of its own: that there is one is kept. */
  #policy(asset: string, text: string, at: YamlValue): void {
    this.into.statement({ asset, what: "use-policy", raw: text, value: text, at: placeIn(this.document, at) });
    this.into.finding("policy-not-read", asset, `its record names the policy \`${text.slice(0, 200)}\`, which is not read with it`, "read the policy (`cleartitle odrl import`), and record what it says");
  }

  /** All that an end of a relation names, which may be written as a list. */
  #ends(record: YamlValue, names: Names, key: string): End {
    const end = endOf(record, key);
    return { ...end, names: end.names.map((each) => this.#id(each, names)) };
  }

  /** Tells of a relation with an end that the standard asks for, and nobody can read. */
  #tell(record: YamlValue, kind: string, ends: readonly End[]): void {
    if (ends.some(isOpen)) this.into.problem("missing-key", `a record under \`${kind}\` with an end that names nothing`, { file: this.document.file, line: record.line, column: record.column }, `write both ends; where a source is not named, ${standsFor}`);
  }

  /** What an end of a relation names; `null` where it is left open, as the standard allows. */
  #end(record: YamlValue, names: Names, key: string): string | null {
    const name = literalOf(valueAt(record, key));
    return name === null ? null : this.#id(name, names);
  }

  #mentioned(id: string): string {
    return this.into.mention(id, this.#kinds.get(id) ?? identified(id)?.kind ?? "document");
  }

  #derive(from: readonly string[], to: string, by: string, { who, ...rest }: Rest, hasUnread: boolean): void {
    if (from.length === 0 && !hasUnread) return;
    const result = this.#mentioned(to);
    const sources = [...from.map((each) => this.#mentioned(each)), ...(hasUnread ? [unreadSource(result, "document", this.into)] : [])];
    this.into.derivation({ from: sources, to: result, by, who: who ?? makerOf(to), ...rest });
    this.links += sources.length;
  }

  /** An act that made nothing is recorded where the record says what it was, as measuring is. */
  #withoutResult(act: string, used: readonly string[], by: string | null, { during, who }: Rest): void {
    const from = used.map((each) => this.#mentioned(each)).toSorted();
    if (by === null || from[0] === undefined) return;
    this.into.derivation({ from, to: null, by, who: who ?? makerOf(from[0]), activity: act, ...(during === undefined ? {} : { during }) });
    this.links += from.length;
  }

  #derivations(of: (kind: string) => readonly ProvRecord[], names: Names): void {
    const activities = of("activity");
    const times = new Map(activities.map(({ id, value }) => [this.#id(id, names), { from: dayOf(value, "prov:startTime"), to: dayOf(value, "prov:endTime") }]));
    const kinds = new Map(activities.map(({ id, value }) => [this.#id(id, names), ownTypes(value, names).map(ownDerivationKind).find((each) => each !== null) ?? null]));
    const actors = partiesIn(of, names, "wasAssociatedWith", "prov:activity", "who");
    const actorOf = (act: string | null): Rest => {
      const who = actors.get(act ?? "");
      return who === undefined ? {} : { who };
    };
    const stated = new Set<string>();
    const acts = this.#acts(of, names);
    for (const { value } of of("wasDerivedFrom")) {
      const [from, to, act] = [this.#ends(value, names, "prov:usedEntity"), this.#ends(value, names, "prov:generatedEntity"), this.#end(value, names, "prov:activity")];
      this.#tell(value, "wasDerivedFrom", [from, to]);
      for (const result of to.names) for (const source of from.names) stated.add(`${source}\n${result}`);
      // An act by which one came of the other used the one and made the other.
      if (act !== null) {
        actIn(acts, act).used.push(...from.names);
        actIn(acts, act).made.push(...to.names);
      }
      const during = times.get(act ?? "");
      for (const result of to.names) this.#descend(value, names, from.names, result, isOpen(from), act, { ...actorOf(act), ...(during === undefined ? {} : { during }) });
    }
    const influences = this.#influences(of, names, acts);
    const ground = "one act used the one and made the other, which need not have come of it";
    const informing = new Set([...acts.values()].flatMap((each) => each.informants));
    for (const [act, { used, made, affected, isOpen: hasUnread }] of acts) {
      const during = times.get(act);
      const passed = this.#passedTo(act, acts, stated);
      for (const to of new Set([...(made.length === 0 && informing.has(act) ? [this.#unnamedOf(act)] : made), ...affected])) {
        const from = [...used, ...passed(to)].filter((each) => each !== to && !stated.has(`${each}\n${to}`));
        this.#derive(from, to, descent(this.#kinds.get(to) ?? null), { ...(during === undefined ? {} : { during }), assumed: ground }, hasUnread);
      }
      if (made.length === 0 && affected.length === 0) this.#withoutResult(act, used, kinds.get(act) ?? null, { ...actorOf(act), ...(during === undefined ? {} : { during }) });
    }
    for (const { value, from, to, hasUnread } of influences) this.#descend(value, names, from, to, hasUnread, null, {});
  }

  /** How one record says that a result came of its sources. */
  #descend(value: YamlValue, names: Names, from: readonly string[], to: string, hasUnread: boolean, act: string | null, known: Rest): void {
    const isQuotation = literalsAt(value, "prov:type").join(" ").includes("Quotation");
    const kind = ownTypes(value, names).map(ownDerivationKind).find((each) => each !== null) ?? (isQuotation ? "include" : null);
    const activity = kind !== null && act !== null ? { activity: act } : {};
    this.#derive(from, to, kind ?? descent(this.#kinds.get(to) ?? null), { ...known, ...activity, ...(kind === null ? { assumed: unsaidKind } : {}) }, hasUnread);
  }

  /** What an act made that another one used, where no record names it: something of which nothing is known. */
  #unnamedOf(act: string): string {
    return unreadSource(act, "document", this.into);
  }

  /**
   * What came to an act from those that informed it. That it used something which the other made is all that the record says: where one of the things
   * that the other made is known as used, or as a source of the result, it says no more; else each of them may be what is meant.
   */
  #passedTo(act: string, acts: Acts, stated: ReadonlySet<string>): (to: string) => string[] {
    const { used, informants } = actIn(acts, act);
    const taken = new Set(used);
    const made = [...new Set(informants)].filter((each) => each !== act).map((each) => {
      const named = acts.get(each)?.made ?? [];
      return named.length === 0 ? [this.#unnamedOf(each)] : named;
    });
    const open = made.filter((each) => !each.some((id) => taken.has(id)));
    return (to) => open.flatMap((each) => (each.some((id) => stated.has(`${id}\n${to}`)) ? [] : each));
  }

  /** What each act used and made. The standard lets a usage say that something was used, and not what, and a generation leave its act open, which names no source. */
  #acts(of: (kind: string) => readonly ProvRecord[], names: Names): Acts {
    const acts: Acts = new Map();
    for (const { value } of of("used")) {
      const [by, entity] = [this.#ends(value, names, "prov:activity"), this.#ends(value, names, "prov:entity")];
      this.#tell(value, "used", [by, { ...entity, isAbsent: false }]);
      for (const id of by.names) {
        const act = actIn(acts, id);
        act.used.push(...entity.names);
        act.isOpen ||= isOpen(entity);
      }
    }
    for (const { value } of of("wasGeneratedBy")) {
      const [by, entity] = [this.#ends(value, names, "prov:activity"), this.#ends(value, names, "prov:entity")];
      this.#tell(value, "wasGeneratedBy", [{ ...by, isAbsent: false }, entity]);
      for (const id of by.names) actIn(acts, id).made.push(...entity.names);
      // An act that cannot be read used what nobody can read.
      if (by.isUnread) for (const to of entity.names) this.#derive([], to, descent(this.#kinds.get(to) ?? null), { assumed: unsaidKind }, true);
    }
    for (const { value } of of("wasInformedBy")) {
      const [informed, informant] = [this.#ends(value, names, "prov:informed"), this.#ends(value, names, "prov:informant")];
      this.#tell(value, "wasInformedBy", [informed, informant]);
      for (const id of informed.names) {
        const act = actIn(acts, id);
        act.informants.push(...informant.names);
        act.isOpen ||= isOpen(informant);
      }
    }
    return acts;
  }

  /**
   * An influence says that one of two had to do with the other, and not how. What has an act as one of its ends goes to that act, as something that it used or may have made; things of things are
   * returned. An agent is no source, and what a narrower relation says of the same two is not said twice.
   */
  #influences(of: (kind: string) => readonly ProvRecord[], names: Names, acts: Acts): Influence[] {
    const records = of("wasInfluencedBy");
    if (records.length === 0) return [];
    const told = toldInfluences(of, (name) => this.#id(name, names));
    return records.flatMap(({ value }) => {
      const [from, to] = [this.#ends(value, names, "prov:influencer"), this.#ends(value, names, "prov:influencee")];
      this.#tell(value, "wasInfluencedBy", [from, to]);
      const stated = roleSaid(value);
      const sources = from.names.map((id) => ({ id, roles: stated === null ? this.#rolesOf(id) : [stated] }));
      const results = to.names.map((id) => ({ id, roles: this.#rolesOf(id) }));
      this.#tellUnknown(value, [...sources, ...results]);
      return results.flatMap(({ id: result, roles }) => {
        const named = sources.filter(({ id }) => id !== result && !told.has(`${id}\n${result}`));
        const [things, informants] = [inRole(named, "thing"), inRole(named, "act")];
        if (roles.includes("act")) {
          const act = actIn(acts, result);
          act.used.push(...things);
          act.informants.push(...informants);
          act.isOpen ||= isOpen(from);
        }
        if (!isTaken(roles, "thing")) return [];
        for (const act of informants) actIn(acts, act).affected.push(result);
        return [{ value, from: things, to: result, hasUnread: isOpen(from) }];
      });
    });
  }

  #rolesOf(id: string): Role[] {
    const roles = (this.#roles ??= rolesIn(this.document.root, this.names, (name, names) => this.#id(name, names), maxBundles));
    const found = (["thing", "act", "agent"] as const).filter((role) => roles[role].has(id));
    return found.length === 0 && this.#things.has(id) ? ["thing"] : found;
  }

  /** An end that nothing else tells of is taken for a thing, of which nothing is known. */
  #tellUnknown(record: YamlValue, ends: readonly RoleEnd[]): void {
    const unknown = ends.find(({ roles }) => roles.length === 0);
    if (unknown === undefined) return;
    this.into.problem("unknown-name", `an influence with the end \`${unknown.id.slice(0, 200)}\`, which is recorded neither as a thing nor as an act nor as an agent`, { file: this.document.file, line: record.line, column: record.column }, `record what it is; until then ${standsFor}`);
  }
}

/** Of things what came of things, by a record that does not say how. */
interface Influence {
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

const isOpen = ({ isUnread, isAbsent }: End): boolean => isUnread || isAbsent;

const dayOf = (record: YamlValue, key: string): string | null => /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(literalOf(valueAt(record, key)) ?? "")?.[1] ?? null;
