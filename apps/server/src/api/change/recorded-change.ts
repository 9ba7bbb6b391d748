import { z } from "@hono/zod-openapi";
import { Profile } from "@cleartitle/norms";
import type { ChangeSet } from "@cleartitle/title";
import { Acceptance, Asset, Derivation, Instrument, LifeEvent, Party, Position, Statement, Use, Waiver } from "../record/schema.js";

const id = z.string();
const act = Derivation.shape.acts.unwrap().element;
const change = <K extends ChangeSet[number]["change"], S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ change: z.literal(kind), ...shape });

/** One change as it is recorded: of records, with their ids. What is added under an id that is there takes the place of the old record. */
export const RecordedChange = z
  .discriminatedUnion("change", [
    change("add-statement", { statement: Statement }), change("remove-statement", { statement: id }),
    change("add-instrument", { instrument: Instrument, covers: z.array(id).readonly().optional() }), change("remove-instrument", { instrument: id }),
    change("terminate-instrument", { instrument: id, on: id, party: id.optional(), evidence: id.optional() }),
    change("add-acceptance", { acceptance: Acceptance }), change("remove-acceptance", { acceptance: Acceptance }),
    change("add-event", { event: LifeEvent }), change("remove-event", { event: id }),
    change("add-derivation", { derivation: Derivation }), change("remove-derivation", { derivation: id }), change("add-act", { derivation: id, act }),
    change("add-asset", { asset: Asset }), change("add-party", { party: Party }), change("drop-asset", { asset: id }),
    change("add-position", { position: Position }), change("remove-position", { position: id, territory: id.optional() }),
    change("add-waiver", { waiver: Waiver }), change("remove-waiver", { waiver: id }),
    change("set-profile", { profile: Profile }),
    change("set-use", { use: id, fields: Use.omit({ name: true }).partial() }),
  ])
  .openapi("RecordedChange");
