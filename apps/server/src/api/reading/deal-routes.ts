import { type DealAsked, dealOfReading } from "@cleartitle/agreements";
import { CalendarDate, Layer } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { recordsOf } from "../agreement/reading.js";
import { AgreementId, Side, text } from "../agreement/schema.js";
import { takeStep, Taken } from "../agreement/take-step.js";
import type { Api } from "../api.js";
import { dealIn, ReadDeal, toldDeal } from "../drafting/read-deal.js";
import { ApiStop } from "../stop.js";
import { worldOf } from "../state.js";
import { inWorkspace } from "../workspace/name.js";
import { openReading, type Place, readingAsked } from "./kept.js";
import { readingNumber } from "./schema.js";

const root = "/workspaces/{workspace}/readings/{number}";
const party = text.trim().min(1).max(1_000).optional();
const body = {
  id: AgreementId, us: Side.optional().openapi({ description: "On which side the party stands for whom the records are kept: it is named as they name it." }),
  licensor: party.openapi({ description: "Name of a party that was accepted, or what the document calls it; default: the one that it calls so." }), licensee: party, written: z.optional(CalendarDate).openapi({ description: "Day of the agreement; default: the agreement date that was accepted." }),
  assets: z.array(z.strictObject({ id: text.min(1).max(200), kind: text.min(1).max(100), layers: z.array(z.enum(Layer.options)).min(1).max(Layer.options.length) })).min(1).max(1_000).openapi({ description: "What is licensed, which no reading says." }),
} as const;
const Body = z.strictObject(body);

/** The deal of what was accepted; one that does not read as a deal is refused with all that is wrong. */
async function dealOf(asked: Place & { readonly params: { readonly number: number } }, { us, licensor, licensee, written, ...rest }: z.output<typeof Body>): Promise<{ readonly text: string; readonly document: string }> {
  const reading = await readingAsked(asked);
  const ids = us === undefined ? {} : { [us]: worldOf(await recordsOf(asked), asked.workspace).graph.us };
  const wanted: DealAsked = { ...rest, licensor: licensor ?? null, licensee: licensee ?? null, written: written ?? null, ids };
  const { text: deal, problems } = dealOfReading((await openReading(asked, reading)).document, wanted);
  if (deal === null) throw new ApiStop(problems.map((each) => ({ ...each, file: null })));
  return { text: deal, document: reading.document! };
}

/** What was accepted of a reading, as a deal. */
export function dealRoutes(api: Api): void {
  const of = { method: "post", feature: "readings", params: inWorkspace.extend({ number: readingNumber }) } as const;
  api.route(
    {
      ...of, path: `${root}/deal`, needs: "agreements:read", summary: "The deal of what was accepted", writes: false, body: Body, answer: z.strictObject({ text: text.openapi({ description: "A deal file." }), read: ReadDeal }),
      description: "Its clauses are the words of the document, and it grants nothing: what those permit a person writes. Nothing is recorded.",
    },
    async (asked) => {
      const { text: deal } = await dealOf(asked, asked.body);
      return { body: { text: deal, read: toldDeal(dealIn(deal, "deal", asked.backing), "", asked.backing) } };
    },
  );
  api.route(
    {
      ...of, path: `${root}/agreement`, needs: "agreements:write", summary: "Begin an agreement with what was accepted", status: 201, body: Body.extend({ on: CalendarDate }), answer: Taken,
      description: "As a text that came from the other side, with the document as its evidence; `on` is the day on which it came. It stands in the records once both signatures are recorded.",
    },
    async (asked) => {
      const { on, ...wanted } = asked.body;
      const { text: deal, document } = await dealOf(asked, wanted);
      return takeStep(asked, null, { step: "receive", text: deal, on, evidence: document });
    },
  );
}
