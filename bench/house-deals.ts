import type { PortfolioSource } from "@cleartitle/portfolio";
import { Random } from "./reading/random.js";

const fields = ["medical", "finance", "education", "insurance", "transport"];
const laws = ["US-NY", "US-CA", "GB", "DE", "FR"];
const places = ["DE", "US", "EU", "GB", "FR"];
const versions = ["licensor", "neutral", "licensee"];
/** Of so many agreements one is of what the house takes in. */
const oneTakenIn = 25;
/** What the house licenses. */
const assets = 40;

const source = (file: string, text: string): PortfolioSource => ({ file, bytes: new TextEncoder().encode(text) });

/** Agreements of one house with many others: licenses of forty assets, some exclusive in a field, some with most favored terms, some amended, and what it takes in of them. The same each time. */
export function houseDeals(many: number): readonly PortfolioSource[] {
  const random = new Random();
  const below = (bound: number): number => Math.floor(random.next() * bound);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const fee = (): string => `price: { version: neutral, with: { fee: "USD ${10_000 + below(90) * 1_000}" } }`;
  return Array.from({ length: many }, (_, at) => at).flatMap((at): PortfolioSource[] => {
    const isTakenIn = at % oneTakenIn === 0;
    const [id, from] = [`deal-${at}`, `20${18 + below(8)}-0${1 + below(9)}-01`];
    const [licensor, licensee] = isTakenIn ? [`archive-${at % 200}`, "house"] : ["house", `client-${below(Math.ceil(many * 0.7))}`];
    const topics = [
      "permitted-acts: { version: neutral, with: { acts: [train-on] } }", `term-and-renewal: { version: ${one(versions)}, with: { from: "${from}", initial: P${1 + below(5)}Y } }`, fee(), `governing-law: { version: neutral, with: { law: [${one(laws)}], seat: [DE] } }`,
      `assignment: { version: ${one(versions)} }`, `territory: { version: licensor, with: { places: [${one(places)}], hosting: [DE] } }`, ...(below(2) === 0 ? [`field-of-use: { version: neutral, with: { fields: [${one(fields)}] } }`] : []),
      ...(isTakenIn ? ["sublicensing: { version: licensee }"] : below(20) === 0 ? [`exclusivity: { version: neutral, with: { fields: [${one(fields)}], window: P12M } }`] : []), ...(!isTakenIn && below(30) === 0 ? ["most-favored: { version: neutral }"] : []),
    ];
    const deal = `id: ${id}\ntitle: The deal ${id}\nwritten: "${from}"\nparties: [{ id: ${licensor}, role: licensor }, { id: ${licensee}, role: licensee }]\nassets: [{ id: asset-${below(assets)}, kind: dataset, layers: [copyright, related] }]\nsigned: { on: "${from}", evidence: the paper }\ntopics: { ${topics.join(", ")} }\n`;
    return [source(`${id}.yaml`, deal), ...(below(8) === 0 ? [source(`${id}-a.yaml`, `agreement: ${id}\nid: first\nfrom: "2026-03-01"\ntopics: { ${fee()} }\n`)] : [])];
  });
}
