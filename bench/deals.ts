import type { ServedApi } from "@cleartitle/server";
import { deal } from "../test/web/agreement.fixture.js";
import { contract } from "../test/web/contract.fixture.js";
import { talks } from "../test/web/negotiation.fixture.js";

/** Agreements, negotiations and contracts that were read, as many as a large house has under way. */
const dealRows = { agreements: 300, negotiations: 60, contracts: 60 } as const;

/** Writes them into a workspace that has the main example, as whoever uses the API does. */
export async function writeDeals({ app }: ServedApi, workspace: string, rows: Readonly<Record<keyof typeof dealRows, number>> = dealRows): Promise<void> {
  const send = async (path: string, body: object | string): Promise<Response> => {
    const isText = typeof body === "string";
    const response = await app.request(`/workspaces/${workspace}${path}`, { method: "POST", body: isText ? body : JSON.stringify(body), headers: { "Content-Type": isText ? "application/octet-stream" : "application/json" } });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response;
  };
  for (let at = 1; at <= rows.agreements; at++) await send("/agreements", { text: deal.replace("id: notes-2026", `id: notes-${at}`) });
  for (let at = 1; at <= rows.negotiations; at++) await send("/negotiations", { text: talks.replace("id: notes-talks", `id: talks-${at}`), agreement: `notes-${at}` });
  await send("/negotiations/talks-1/sessions", { simulated: ["field-notes-project"], seed: 7 });
  await send("/negotiations/talks-1/sessions/1/offers", { by: "acme", settled: { fields: "all", improvements: "shared", deletion: "later", fee: "low" } });
  for (let at = 1; at <= rows.contracts; at++) {
    const started = await send(`/readings?name=license-${at}.txt`, `${contract}\nCopy ${at}.\n`);
    await (await app.request(`${started.headers.get("location")!.slice("/api/v1".length)}/events`)).text();
  }
}
