import { pushAll } from "@cleartitle/norms";
import { ownAssetKind, ownDerivationKind, ownSource, ownUpstream } from "@cleartitle/title";
import type { Period } from "@cleartitle/title";
import { descent } from "../bill.js";
import { placeIn, readMapping, readMade } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { DerivationEntry, Evidence } from "../evidence.js";
import { valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { makerOf, publisherOf } from "../hub-id.js";
import { identified } from "../identifier.js";
import { partOfKey } from "../license-scope.js";
import type { Reader } from "../reader.js";
import { recordRemark } from "../remark.js";
import { keptAsClaim, unreadLicense } from "../unread-license.js";
import { standsFor, unreadSource } from "../unread-source.js";
import { actIn, addActs, passedTo } from "./act.js";
import type { Acts } from "./act.js";
import { Ends, isOpen } from "./ends.js";
import { Influences } from "./influence.js";
import { partiesIn } from "./own-party.js";
import { maxBundles, partsOf, unknownIn } from "./part.js";
import type { Part, Unknown } from "./part.js";
import { provInTurtle } from "./turtle.js";
import { fullNames, isNoLiteral, literalOf, literalsAt, ownTexts, ownTypes, prefixedNames, provNamespace } from "./value.js";
import type { Names, ProvRecord } from "./value.js";
import { provInXml } from "./xml.js";

const maxBytes = 67_108_864;
/** Of triples and elements a byte stands for more in memory than in JSON. */
const maxWrittenOutBytes = 33_554_432;

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

/** Why a kind is assumed. */
const unsaidKind = "the record does not say what was done";
const actGround = "one act used the one and made the other, which need not have come of it";
const planGround = "the plan of an act is taken as followed, not as taken in";

class DocumentReader {
  records = 0;
  links = 0;
  readonly #kinds = new Map<string, string>();

  readonly #ends: Ends;
  readonly #influences: Influences;

  constructor(private readonly document: DocumentRead, private readonly names: Names, private readonly into: Evidence) {
    this.#ends = new Ends(document.file, into);
    this.#influences = new Influences(document.root, names, maxBundles, this.#ends);
  }

  /** Names are of the whole document: what one bundle tells of a thing or an act is told of it in all. */
  whole(): void {
    const parts = partsOf(this.document.root, this.names, (value, message) => this.#wrong(value, message));
    for (const { of, names } of parts) {
      const licensors = partiesIn(of, names, "wasAttributedTo", "prov:entity", "licensor");
      for (const each of of("entity")) this.#entity(each, names, licensors.get(names.full(each.id)) ?? null);
    }
    this.#derivations(parts);
    for (const part of parts) {
      this.#related(part);
      for (const each of unknownIn(part)) this.#unknown(each, part.names);
    }
  }

  /** Which of the things that such a record names came of which nobody knows: each may have. */
  #unknown({ kind, record, ends }: Unknown, names: Names): void {
    const things = [...new Set(ends.map((each) => this.#ends.id(each, names)))].filter((each) => this.#kinds.has(each));
    if (things.length === 0) return;
    this.into.problem("unknown-name", `\`${kind.slice(0, 80)}\` is no relation that is read`, { file: this.document.file, line: record.line, column: record.column }, `write it in a relation of PROV; until then ${standsFor}`);
    for (const each of things) this.#derive([], each, descent(this.#kinds.get(each) ?? null), { assumed: unsaidKind }, true);
  }

  /** Persons, members, and things that may be one. */
  #related({ of, names }: Part): void {
    this.#persons(of, names);
    for (const { value: each } of of("hadMember")) {
      const [members, collections] = [this.#ends.all(each, names, "prov:entity"), this.#ends.all(each, names, "prov:collection")];
      this.#ends.tell(each, "hadMember", [members, collections]);
      for (const to of collections.names) this.#derive(members.names, to, "include", {}, isOpen(members));
    }
    for (const [kind, one, other] of [["specializationOf", "prov:specificEntity", "prov:generalEntity"], ["mentionOf", "prov:specificEntity", "prov:generalEntity"], ["alternateOf", "prov:alternate1", "prov:alternate2"]] as const) {
      for (const { value: each } of of(kind)) {
        const [a, b] = [this.#ends.one(each, names, one), this.#ends.one(each, names, other)];
        if (a !== null && b !== null && a !== b) this.into.alternate(a, b, "high", `the record says \`${kind}\``, placeIn(this.document, each));
      }
    }
  }

  #wrong(value: YamlValue, message: string): void {
    this.into.problem("wrong-type", message, { file: this.document.file, line: value.line, column: value.column }, "it was passed over");
  }

  #entity({ id: name, value }: ProvRecord, names: Names, licensor: string | null): void {
    // Of a name that is written out the last part says what it is; the rest is somebody's address.
    const types = literalsAt(value, "prov:type").map((each) => /[^#/]*$/.exec(each)?.[0] ?? "").join(" ");
    // A bundle is evidence of evidence, and no thing that rights attach to.
    if (/\bBundle\b/.test(types)) return;
    this.records += 1;
    const id = this.#ends.id(name, names);
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
    const persons = new Map(of("agent").filter(({ value }) => literalsAt(value, "prov:type").some((type) => /(?:^|[:/#])Person$/.test(type))).map(({ id, value }) => [this.#ends.id(id, names), value]));
    for (const { value } of of("wasAttributedTo")) {
      const [asset, agent] = [this.#ends.one(value, names, "prov:entity"), this.#ends.one(value, names, "prov:agent")];
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

  #derivations(parts: readonly Part[]): void {
    const [times, kinds, actors] = [new Map<string, Period>(), new Map<string, string | null>(), new Map<string, string>()];
    const acts: Acts = new Map();
    for (const part of parts) {
      const { of, names } = part;
      for (const { id: name, value } of of("activity")) {
        const [id, [from, to]] = [this.#ends.id(name, names), [dayOf(value, "prov:startTime"), dayOf(value, "prov:endTime")]];
        times.set(id, { from: from ?? times.get(id)?.from ?? null, to: to ?? times.get(id)?.to ?? null });
        kinds.set(id, ownTypes(value, names).map(ownDerivationKind).find((each) => each !== null) ?? kinds.get(id) ?? null);
      }
      for (const [act, who] of partiesIn(of, names, "wasAssociatedWith", "prov:activity", "who")) actors.set(act, who);
      // An act that cannot be read used what nobody can read.
      addActs(acts, part, this.#ends, (to) => this.#derive([], to, descent(this.#kinds.get(to) ?? null), { assumed: unsaidKind }, true));
    }
    const during = (act: string | null): Rest => {
      const [when, who] = [times.get(act ?? ""), actors.get(act ?? "")];
      return { ...(when === undefined ? {} : { during: when }), ...(who === undefined ? {} : { who }) };
    };
    const stated = new Set<string>();
    for (const { of, names } of parts) {
      for (const { value } of of("wasDerivedFrom")) {
        const [from, to, act] = [this.#ends.all(value, names, "prov:usedEntity"), this.#ends.all(value, names, "prov:generatedEntity"), this.#ends.one(value, names, "prov:activity")];
        this.#ends.tell(value, "wasDerivedFrom", [from, to]);
        for (const result of to.names) for (const source of from.names) stated.add(`${source}\n${result}`);
        // An act by which one came of the other used the one and made the other.
        if (act !== null) {
          pushAll(actIn(acts, act).used, from.names);
          pushAll(actIn(acts, act).made, to.names);
        }
        for (const result of to.names) this.#descend(value, names, from.names, result, isOpen(from), act, during(act));
      }
    }
    const influences = parts.flatMap(({ of, names }) => this.#influences.of(of, names, acts).map((each) => ({ ...each, names })));
    this.#acts(acts, stated, kinds, during);
    for (const { value, names, from, to, hasUnread } of influences) this.#descend(value, names, from, to, hasUnread, null, {});
  }

  /** What came of what by way of an act that no record names with both of them. */
  #acts(acts: Acts, stated: ReadonlySet<string>, kinds: ReadonlyMap<string, string | null>, known: (act: string) => Rest): void {
    const informing = new Set([...acts.values()].flatMap((each) => each.informants));
    for (const [act, { used, made, affected, plans, isOpen: hasUnread, hasUnreadPlan }] of acts) {
      const { during, ...by } = known(act);
      const when = during === undefined ? {} : { during };
      const passed = passedTo(act, acts, stated, (each) => this.#unnamedOf(each));
      for (const to of new Set([...(made.length === 0 && informing.has(act) ? [this.#unnamedOf(act)] : made), ...affected])) {
        const from = [...used, ...passed(to)].filter((each) => each !== to && !stated.has(`${each}\n${to}`));
        this.#derive(from, to, descent(this.#kinds.get(to) ?? null), { ...when, assumed: actGround }, hasUnread);
        this.#derive(plans.filter((each) => each !== to), to, "generate", { ...when, assumed: planGround }, hasUnreadPlan);
      }
      if (made.length === 0 && affected.length === 0) this.#withoutResult(act, used, kinds.get(act) ?? null, { ...when, ...by });
    }
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
}

const dayOf = (record: YamlValue, key: string): string | null => /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(literalOf(valueAt(record, key)) ?? "")?.[1] ?? null;
