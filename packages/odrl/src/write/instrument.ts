import { canGrant, isA, type Condition, type Instrument, type Norm, type NormOf } from "@cleartitle/norms";
import { readJsonLd } from "../json-ld.js";
import { writeCondition, type JsonNode } from "./condition.js";
import { actionIri, instrumentIri, termIri, type Vocabulary } from "./names.js";
import { writeTurtle } from "./turtle.js";

const json = (value: unknown): JsonNode => ({ "@type": "@json", "@value": value });
const without = (value: object, ...keys: readonly string[]): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));

/** A constraint that follows from elsewhere in the instrument: it limits, and is left out when the instrument is read back. */
const derived = (from: string, node: JsonNode): JsonNode => ({ ...node, "cleartitle:derived": from });
const oneOf = (operand: string, kind: "layer" | "scope", names: readonly string[]): JsonNode => ({ leftOperand: operand, operator: "isAnyOf", rightOperand: { "@list": names.map((each) => ({ "@id": termIri(kind, each) })) } });

const dates = (period: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined, from: string): readonly JsonNode[] =>
  period === undefined ? [] : [derived(from, writeCondition({ date: "act", ...(period.from === undefined ? {} : { from: period.from }), ...(period.to === undefined ? {} : { to: period.to }) }))];

class InstrumentWriter {
  readonly id: string;
  constructor(
    readonly instrument: Instrument,
    readonly vocabulary: Vocabulary,
  ) {
    this.id = instrumentIri(instrument.id);
  }

  #norm(norm: Norm, index: number, own: Record<string, unknown>, part = ""): JsonNode {
    return {
      "@id": `${this.id}#${norm.id}${part}`, "cleartitle:norm": norm.id, "cleartitle:order": { "@value": String(index), "@type": "xsd:integer" },
      "cleartitle:terms": json({ ...without(norm, "kind", "if", "when", norm.kind), [norm.kind]: own }),
    };
  }

  #targets(norm: Norm): readonly JsonNode[] {
    return (norm.on ?? ["materials"]).map((role) => ({ "@id": termIri("role", role), "@type": "AssetCollection" }));
  }

  #actions(names: readonly string[]): readonly JsonNode[] {
    return names.map((name) => ({ "@id": actionIri(name, this.vocabulary) }));
  }

  #limits(norm: Norm, layers?: readonly string[], scope?: readonly string[]): readonly JsonNode[] {
    return [
      ...(norm.if === undefined ? [] : [{ ...writeCondition(norm.if), "cleartitle:condition": { "@value": "true", "@type": "xsd:boolean" } }]),
      ...(layers === undefined ? [] : [oneOf("cleartitle:layer", "layer", layers)]), ...(scope === undefined ? [] : [oneOf("cleartitle:scope", "scope", scope)]),
      ...dates(norm.inForce, "inForce"),
    ];
  }

  /** Duties of the instrument that acts under a permit bring. */
  #duties(permit: NormOf<"permit">): readonly string[] {
    const { actions } = this.vocabulary;
    const near = (one: string, other: string) => isA(actions, one, other) || isA(actions, other, one);
    return this.instrument.norms.filter((each) => each.kind === "oblige" && (permit.permit.duties === undefined || permit.permit.duties.includes(each.id)) && (each.when ?? []).some((when) => permit.permit.actions.some((act) => near(act, when)))).map((each) => `${this.id}#${each.id}`);
  }

  /** Takings-back of a permit, as constraints on the actions that they speak of. */
  #exceptions(permit: NormOf<"permit">, action: string): readonly { readonly id: string; readonly condition: Condition }[] {
    const { actions } = this.vocabulary;
    return this.instrument.norms
      .filter((each): each is NormOf<"except"> & Norm => each.kind === "except" && each.except.from.includes(permit.id))
      .filter((each) => each.except.actions === undefined || each.except.actions.some((one) => isA(actions, action, one) || isA(actions, one, action)))
      .filter((each) => each.on === undefined || (permit.on ?? ["materials"]).some((role) => each.on!.includes(role)))
      .map((each) => ({ id: each.id, condition: each.if ?? true }));
  }

  permit(norm: NormOf<"permit">, index: number): readonly JsonNode[] {
    const groups = new Map<string, string[]>();
    for (const action of norm.permit.actions) {
      const key = this.#exceptions(norm, action).map((each) => each.id).join(" ");
      groups.set(key, [...(groups.get(key) ?? []), action]);
    }
    const granting = canGrant(norm.verified ?? this.instrument.verified);
    const needs: JsonNode = norm.permit.offer === true ? { "cleartitle:offer": "made" } : {};
    const duties = this.#duties(norm);
    const own = { ...without(norm.permit, "layers", "scope"), ...(groups.size > 1 ? {} : { actions: undefined }) };
    return [...groups.values()].map((actions, part) => ({
      ...this.#norm(norm, index, own, part === 0 ? "" : `.${part}`),
      action: this.#actions(actions), target: this.#targets(norm),
      constraint: [
        ...this.#limits(norm, norm.permit.layers, norm.permit.scope), ...dates(this.instrument.inForce, "instrument.inForce"), ...dates(this.instrument.term, "instrument.term"),
        ...this.#exceptions(norm, actions[0]!).map((each) => derived(each.id, { "cleartitle:none": { "@list": [writeCondition(each.condition)] } })),
        // What was not verified, and what is only offered, grants nothing until somebody says otherwise.
        ...(granting ? [] : [derived("verified", { leftOperand: "cleartitle:verified", operator: "eq", rightOperand: "primary" })]),
        ...(norm.permit.offer === true ? [derived("offer", { leftOperand: "cleartitle:offer", operator: "eq", rightOperand: "accepted" })] : []),
      ],
      ...(duties.length > 0 ? { duty: duties } : {}), ...needs,
    }));
  }

  prohibit(norm: NormOf<"prohibit">, index: number): JsonNode {
    return { ...this.#norm(norm, index, without(norm.prohibit, "actions", "layers")), action: this.#actions(norm.prohibit.actions), target: this.#targets(norm), constraint: this.#limits(norm, norm.prohibit.layers) };
  }

  oblige(norm: NormOf<"oblige">, index: number): JsonNode {
    const { reading } = norm.oblige;
    return {
      ...this.#norm(norm, index, without(norm.oblige, "do", "reading")), "@type": "Duty", action: { "@id": termIri("duty", norm.oblige.do) },
      constraint: this.#limits(norm), "cleartitle:trigger": this.#actions(norm.when ?? []), ...(reading === undefined ? {} : { "cleartitle:reading": reading }),
    };
  }

  /** What the text says and norms cannot: it may prohibit, so it is a prohibition of which nobody knows whether it applies. */
  #unsupported(): readonly JsonNode[] {
    // An overlay replaces norms of its base, which inheritance in ODRL cannot say.
    const overlays = this.instrument.norms.flatMap((norm) => (norm.kind === "modify" ? [{ what: `changes the terms of ${norm.modify.base}, which are not in this policy`, actions: undefined }] : []));
    return [...(this.instrument.unsupported ?? []), ...overlays].map((each, index) => ({
      "@id": `${this.id}#unsupported.${index}`, "cleartitle:derived": "unsupported", action: each.actions === undefined ? [{ "@id": "odrl:use" }, { "@id": "odrl:transfer" }] : this.#actions(each.actions),
      target: [{ "@id": termIri("role", "materials"), "@type": "AssetCollection" }], constraint: [{ leftOperand: "cleartitle:unsupported", operator: "eq", rightOperand: each.what }],
    }));
  }

  write(): JsonNode {
    const numbered = this.instrument.norms.map((norm, index) => ({ norm, index }));
    const permission = numbered.flatMap(({ norm, index }) => (norm.kind === "permit" ? this.permit(norm, index) : []));
    const prohibition = [...numbered.flatMap(({ norm, index }) => (norm.kind === "prohibit" ? [this.prohibit(norm, index)] : [])), ...this.#unsupported()];
    const obligation = numbered.flatMap(({ norm, index }) => (norm.kind === "oblige" ? [this.oblige(norm, index)] : []));
    const documents = this.instrument.norms.flatMap((norm) => (norm.kind === "incorporate" ? [norm.incorporate.document] : []));
    const others = numbered.filter(({ norm }) => !["permit", "prohibit", "oblige"].includes(norm.kind)).map(({ norm, index }) => json({ order: index, norm: without(norm, "kind") }));
    return {
      "@context": ["http://www.w3.org/ns/odrl.jsonld", { cleartitle: "urn:cleartitle:odrl:" }],
      "@type": "Set", uid: this.id, profile: "urn:cleartitle:odrl:profile", conflict: "prohibit", "dct:title": this.instrument.title,
      // The rules of what is taken in hold too; who cannot read them does not know what is permitted.
      ...(documents.length > 0 ? { inheritFrom: documents.map(instrumentIri) } : {}),
      "cleartitle:instrument": json(without(this.instrument, "norms")),
      ...(permission.length > 0 ? { permission } : {}), ...(prohibition.length > 0 ? { prohibition } : {}), ...(obligation.length > 0 ? { obligation } : {}),
      ...(others.length > 0 ? { "cleartitle:otherNorm": others } : {}),
    };
  }
}

/** Keys without a value do not stand in JSON. */
const clean = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/**
 * An instrument as an ODRL policy in JSON-LD. Permits, prohibitions and duties are rules with constraints; what ODRL has no word
 * for stands in the namespace `urn:cleartitle:odrl:`, so that nothing is lost.
 */
export function writeInstrument(instrument: Instrument, vocabulary: Vocabulary): string {
  return `${JSON.stringify(clean(new InstrumentWriter(instrument, vocabulary).write()), null, 2)}\n`;
}

/** The same policy in Turtle. */
export async function writeInstrumentTurtle(instrument: Instrument, vocabulary: Vocabulary): Promise<string> {
  const { graph, problems } = await readJsonLd(writeInstrument(instrument, vocabulary), instrument.id);
  if (graph === null || problems.length > 0) throw new Error(`what was written cannot be read: ${problems[0]?.message}`);
  return writeTurtle(graph);
}
