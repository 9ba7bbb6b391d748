import { sha256 } from "@cleartitle/norms";
import { z } from "@hono/zod-openapi";
import { stopAtFaults } from "../agreement/faults.js";
import { AgreementId, text } from "../agreement/schema.js";
import type { Api } from "../api.js";
import type { Backing } from "../backing.js";
import { stopWith } from "../stop.js";
import { inWorkspace } from "../workspace/name.js";
import { fileRead, type Place, there } from "./reading.js";
import { type Planned, recordStep } from "./record-step.js";
import { NegotiationId, Taken } from "./schema.js";
import { basisNow, tableOf } from "./table.js";

const feature = "negotiations";
const needs = "negotiations:write";
const root = "/workspaces/{workspace}/negotiations";

const FileBody = z.strictObject({
  text: text.min(1).max(1_000_000).openapi({ description: "A negotiation file, as `cleartitle negotiate` takes it. Its `deal` is the agreement named here, and its `title-file` the records, whatever paths stand in it." }),
  agreement: AgreementId.nullable().default(null).openapi({ description: "In whose text clauses are put: the newest version, or what binds today of a signed one." }),
});
type FileBody = z.output<typeof FileBody>;

const newFile = ({ text: given, agreement }: FileBody) => ({ text: given, digest: sha256(given), agreement });

/** A version of the file, checked on the deal and the records as they are now. */
async function planFile(place: Place, body: FileBody): Promise<Planned> {
  const file = newFile(body);
  await tableOf(place, await basisNow(place, file, "/agreement"), "/text");
  return { content: { step: "file", digest: file.digest, agreement: file.agreement }, text: file.text };
}

function idOf(body: FileBody, backing: Backing): string {
  const { negotiation, problems } = fileRead(backing, newFile(body));
  stopAtFaults(problems, "/text");
  return negotiation!.id;
}

/** The file of a negotiation: its first version, and the others. */
export function fileRoutes(api: Api): void {
  api.route(
    { method: "post", path: root, needs, feature, summary: "Begin a negotiation with its file", status: 201, params: inWorkspace, body: FileBody, answer: Taken, description: "Its name is the `id` of the file." },
    async (asked) => {
      const id = idOf(asked.body, asked.backing);
      return recordStep(asked, id, async (kept) => {
        if (kept !== null) throw stopWith("conflict", `there is a negotiation \`${id}\` already`, { pointer: "/text", offending: id, hint: "record the file as its next version, or give it another id" });
        return planFile(asked, asked.body);
      });
    },
  );
  api.route(
    { method: "post", path: `${root}/{id}/versions`, needs, feature, summary: "Record another version of the file", status: 201, params: inWorkspace.extend({ id: NegotiationId }), body: FileBody, answer: Taken, description: "Sessions that were begun stay on the version on which they were begun." },
    async (asked) => {
      const { id } = asked.params;
      return recordStep(asked, id, async (kept) => {
        there(id, kept);
        const own = idOf(asked.body, asked.backing);
        if (own !== id) throw stopWith("contradiction", `it is the file of \`${own}\`, and the negotiation is \`${id}\``, { pointer: "/text", offending: own, hint: "all versions of a negotiation have one id" });
        return planFile(asked, asked.body);
      });
    },
  );
}
