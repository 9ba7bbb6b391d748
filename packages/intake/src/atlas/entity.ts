import { pushAll } from "@cleartitle/norms";
import { placeIn } from "../document.js";
import type { DocumentRead } from "../document.js";
import type { Evidence, Place } from "../evidence.js";
import { itemsAt, textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { addressId, identified } from "../identifier.js";
import { placedAt } from "../name-place.js";
import { withoutPersons } from "../personal.js";
import { standsFor } from "../unread-source.js";

/** A thing of the catalogue as something names it: by its guid, by its unique name within a type, or both. */
export interface Reference {
  readonly guid: string | null;
  readonly type: string;
  readonly name: string | null;
}

export interface Entity extends Reference {
  readonly value: YamlValue;
  readonly document: DocumentRead;
}

/** What happened, as a process records it or as a drawing of lineage has it. */
export interface Process {
  readonly key: string;
  readonly type: string;
  readonly inputs: Reference[];
  readonly outputs: Reference[];
  readonly during: { readonly from: string | null; readonly to: string | null };
  /** Whether something stands among its inputs that cannot be read. */
  open: boolean;
}

const day = (value: YamlValue | undefined): string | null => {
  const time = Number(value?.text === "" ? Number.NaN : value?.text);
  return Number.isFinite(time) && time > 0 && time < 4_102_444_800_000 ? new Date(time).toISOString().slice(0, 10) : null;
};

const ownName = (value: YamlValue): string | null => textAt(value, "attributes", "qualifiedName") ?? textAt(value, "uniqueAttributes", "qualifiedName");

const endsAt = (value: YamlValue, key: string): YamlValue[] => ["attributes", "relationshipAttributes"].flatMap((part) => placedAt(value, part, key));

const processType = /(?:^|_)(?:process|operation|activity|lineage|execution|job|dataflow|pipeline_run)(?:_|$)/i;
const columnType = /(?:^|_)(?:column|field)s?(?:_|$)/i;

/** Puts together what files of one catalogue say, whichever of them names what: guids are resolved when all were taken. */
export class Catalogue {
  readonly entities: Entity[] = [];
  readonly processes = new Map<string, Process>();
  /** Lines that a drawing has from data to data, without a process between. */
  readonly lines: (readonly [Reference, Reference])[] = [];
  /** Data to which a line leads whose start cannot be read. */
  readonly open: Reference[] = [];
  readonly #byGuid = new Map<string, Entity>();
  readonly #byName = new Map<string, Entity>();
  /** Unique names that references give beside a guid. */
  readonly #names = new Map<string, Reference>();
  readonly #above = new Map<string, readonly string[]>();
  readonly #drawings: DocumentRead[] = [];

  constructor(private readonly into: Evidence) {}

  /** Takes a document of any of the shapes that are answered or exported; returns the number of its records. */
  take(document: DocumentRead): number {
    const { root } = document;
    const before = this.entities.length;
    const types = itemsAt(root, "entityDefs");
    for (const type of types) this.#above.set(textAt(type, "name") ?? "", itemsAt(type, "superTypes").map((each) => each.text));
    // A document that is no entity as a whole holds some; a list may be of something else.
    for (const value of [root, ...(root.items ?? [])]) if (textAt(value, "typeName") !== null) this.#entity(document, value, false);
    for (const value of ["entity", "entities"].flatMap((key) => placedAt(root, key))) this.#entity(document, value, true);
    for (const value of ["referredEntities", "guidEntityMap"].flatMap((key) => valueAt(root, key)?.entries?.map(([, each]) => each) ?? placedAt(root, key))) this.#entity(document, value, true);
    this.#drawings.push(document);
    return this.entities.length - before + types.length + itemsAt(root, "classificationDefs").length + placedAt(root, "relations").length;
  }

  /** Takes what is drawn of lineage, when all documents were taken: what a node is says its type, whichever of them defines it. */
  draw(): void {
    for (const document of this.#drawings) this.#lineage(document);
  }

  /** Guids below zero are places in one request, and mean nothing in another. */
  #guid(document: DocumentRead, value: YamlValue | undefined, key = "guid"): string | null {
    const guid = textAt(value, key);
    return guid === null ? null : guid.startsWith("-") ? `${document.file}#${guid}` : guid;
  }

  #reference(document: DocumentRead, value: YamlValue | undefined): Reference | null {
    if (value?.entries == null) return null;
    const found = { guid: this.#guid(document, value), type: textAt(value, "typeName") ?? "", name: ownName(value) };
    if (found.guid !== null && found.name !== null && !this.#names.has(found.guid)) this.#names.set(found.guid, found);
    return found.guid === null && found.name === null ? null : found;
  }

  #tell(document: DocumentRead, value: YamlValue, message: string, hint: string): void {
    this.into.problem(value.entries === null ? "wrong-type" : "missing-key", message, { file: document.file, line: value.line, column: value.column }, hint);
  }

  /** `sure`: whether what stands here is an entity in each case. */
  #entity(document: DocumentRead, value: YamlValue, sure: boolean): void {
    const reference = this.#reference(document, value);
    if (reference === null && sure) this.#tell(document, value, `an entity without its \`guid\` and its \`qualifiedName\``, "write one of them; what is said of it alone was passed over");
    if (reference !== null) this.#keep({ ...reference, value, document });
    const ends = { inputs: endsAt(value, "inputs"), outputs: endsAt(value, "outputs") };
    if (ends.inputs.length + ends.outputs.length === 0) return;
    // A process that has no name of its own made something all the same.
    const own = reference ?? { guid: `${document.file}#${value.line}:${value.column}`, type: textAt(value, "typeName") ?? "", name: null };
    const process = this.#process(own, { from: day(valueAt(value, "attributes", "startTime")), to: day(valueAt(value, "attributes", "endTime")) });
    for (const end of ["inputs", "outputs"] as const) for (const each of ends[end]) {
      const found = this.#reference(document, each);
      if (found !== null) process[end].push(found);
      else this.#tell(document, each, `one of the ${end} of a process of the type \`${process.type.slice(0, 100)}\` has no \`guid\` and no \`qualifiedName\``, `write one of them; ${end === "inputs" ? standsFor : "it was passed over"}`);
      process.open ||= found === null && end === "inputs";
    }
  }

  #keep(entity: Entity): void {
    this.entities.push(entity);
    const { guid, name, type } = entity;
    const known = guid === null ? undefined : this.#byGuid.get(guid);
    if (guid !== null && (known === undefined || (known.name === null && name !== null))) this.#byGuid.set(guid, entity);
    const unique = `${type}\n${name}`;
    if (name !== null && !this.#byName.has(unique)) this.#byName.set(unique, entity);
  }

  #process(reference: Reference, during: Process["during"]): Process {
    const key = reference.guid ?? `${reference.type}\n${reference.name}`;
    const process = this.processes.get(key) ?? { key, type: reference.type, inputs: [], outputs: [], during, open: false };
    this.processes.set(key, process);
    return process;
  }

  /** A drawing of lineage: lines between guids, of which the map beside it may lack some, even the one that was asked for. */
  #lineage(document: DocumentRead): void {
    const { root } = document;
    const node = (guid: string): Reference => this.#byGuid.get(guid) ?? { guid, type: "", name: null };
    for (const relation of placedAt(root, "relations")) {
      const [from, to] = [this.#guid(document, relation, "fromEntityId"), this.#guid(document, relation, "toEntityId")];
      if (from === null || to === null) {
        this.#tell(document, relation, "a line of lineage without its `fromEntityId` or its `toEntityId`", `write the guids of both; ${to === null ? "it was passed over" : standsFor}`);
        if (to !== null) this.#openAt(node(to));
        continue;
      }
      const [source, result] = [node(from), node(to)];
      if (this.isProcess(source)) this.#process(source, { from: null, to: null }).outputs.push(result);
      else if (this.isProcess(result)) this.#process(result, { from: null, to: null }).inputs.push(source);
      else this.lines.push([source, result]);
    }
    const more = (valueAt(root, "relationsOnDemand")?.entries ?? []).filter(([, each]) => valueAt(each, "hasMoreInputs")?.scalar === true || valueAt(each, "hasMoreOutputs")?.scalar === true);
    if (more.length > 0) this.into.finding("not-read-whole", null, `the lineage in \`${document.file}\` goes on at ${more.length} places`, "ask for more depth, or for the lineage of what lies at its ends");
  }

  #openAt(result: Reference): void {
    if (this.isProcess(result)) this.#process(result, { from: null, to: null }).open = true;
    else this.open.push(result);
  }

  /** Whether a type is below another, so far as definitions of types were read; `null` where they were not. */
  #isBelow(type: string, above: string): boolean | null {
    if (!this.#above.has(type)) return null;
    const seen = new Set<string>();
    const open = [type];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next === above) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      pushAll(open, (this.#above.get(next) ?? []));
    }
    return false;
  }

  isProcess(reference: Reference): boolean {
    return this.#isBelow(reference.type, "Process") ?? processType.test(reference.type);
  }

  isColumn = (reference: Reference): boolean => columnType.test(reference.type);

  /** What is data by its type's definition or, where that was not read, by the word in the type's name. */
  isData(entity: Entity): boolean {
    if (this.isColumn(entity) || this.isProcess(entity)) return false;
    const defined = this.#isBelow(entity.type, "DataSet");
    return defined === true || (defined === null && /(?:^|_)(?:table|view|path|file|topic|data_?set|resource_set|blob|object|stream|model|model_build|model_deployment)s?$/i.test(entity.type));
  }

  /** With the unique name that another record has for the guid. */
  resolved(reference: Reference): Reference {
    const known = reference.guid === null ? undefined : (this.#names.get(reference.guid) ?? this.#byGuid.get(reference.guid));
    return { guid: reference.guid, type: reference.type === "" ? (known?.type ?? "") : reference.type, name: reference.name ?? known?.name ?? null };
  }

  /** The table of a column, where a record of the column says so. */
  tableOf(column: Reference): Reference | null {
    const known = column.guid === null ? undefined : this.#byGuid.get(column.guid);
    const entity = known ?? this.#byName.get(`${column.type}\n${column.name}`);
    if (entity === undefined) return null;
    return this.#reference(entity.document, valueAt(entity.value, "attributes", "table")) ?? this.#reference(entity.document, valueAt(entity.value, "relationshipAttributes", "table"));
  }
}

/**
 * The asset that a reference names. A unique name that is an address, or names a thing of a hub, is the same wherever it is met; another is unique within its type and
 * catalogue; a guid is all that is left where no record has the name.
 */
export function assetId({ type, name, guid }: Reference): string {
  if (name === null) return `atlas:guid/${guid ?? ""}`;
  return identified(name)?.id ?? addressId(name) ?? withoutPersons(`atlas:${type}/${name}`);
}

export const kindOfType = (type: string): "model" | "code" | "dataset" =>
  /(?:^|_)model(?:_build|_deployment|_version)?$/i.test(type) ? "model" : /(?:^|_)(?:ml_project|notebook|code|repository|script)$/i.test(type) ? "code" : "dataset";

export const placeOf = (entity: Entity, value: YamlValue = entity.value): Place => placeIn(entity.document, value);
