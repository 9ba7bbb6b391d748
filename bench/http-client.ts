import { Agent, request } from "node:http";

export interface Asked {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
}

function askOnce(agent: Agent, url: string, body: string, headers: Record<string, string>): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${String(response.statusCode)}`));
      response.on("data", () => undefined).on("end", () => resolve(performance.now() - started)).on("error", reject);
    });
    sent.on("error", reject).end(body);
  });
}

/** Sends the same request again and again, so many at once. */
export async function askMany(url: string, body: string, headers: string, requests: number, atOnce: number): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const sent = JSON.parse(headers) as Record<string, string>;
  for (let i = 0; i < 50; i += 1) await askOnce(agent, url, body, sent);
  const took: number[] = [];
  let left = requests;
  const started = performance.now();
  const line = async (): Promise<void> => {
    while (left-- > 0) took.push(await askOnce(agent, url, body, sent));
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  const sorted = took.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)]!, p99: sorted[Math.floor(sorted.length * 0.99)]!, perSecond: took.length / seconds };
}
