import { type AccessRooms, type ApiOptions, FirstStart, identifyBy, openRooms, type Provider } from "@cleartitle/server";
import type { Connection, Place } from "@cleartitle/store";
import { type House, openHouse } from "./house.js";

export const origin = "https://title.test";

/** A house in which people sign in. Its clock stands, and is moved by hand. */
export interface PeopleHouse extends House {
  /** The name that its pages have. */
  readonly origin: string;
  readonly rooms: AccessRooms;
  readonly code: string;
  readonly moveOn: (minutes: number) => void;
  /** The network address of who asks from now on. */
  readonly from: (address: string) => void;
}

export async function openPeopleHouse(provider: Provider | null = null, own = origin, place?: Place, file?: string): Promise<PeopleHouse> {
  let at = Date.UTC(2026, 2, 2, 9);
  let address = "203.0.113.7";
  let rooms: AccessRooms | null = null;
  const firstStart = new FirstStart();
  const code = firstStart.offer();
  const now = (): string => new Date(at).toISOString();
  const changed = (backing: ApiOptions, connection: Connection): ApiOptions => {
    rooms = openRooms(connection, { firstStart, provider, origin: own, addressOf: () => address });
    return { ...backing, now, access: rooms, identify: identifyBy(rooms, now) };
  };
  const house = await openHouse(file, changed, place);
  const ask: House["ask"] = async (path, init) => house.api.app.request(`${own}${path}`, init);
  return { ...house, origin: own, ask, rooms: rooms!, code, moveOn: (minutes) => void (at += minutes * 60_000), from: (next) => void (address = next) };
}

/** A browser: it keeps cookies, and sends the guard that it was told. */
export class Browser {
  readonly jar = new Map<string, string>();
  guard: string | null = null;

  constructor(private readonly house: PeopleHouse, private readonly own = house.origin) {}

  async send(method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const own = { Origin: this.own, "Sec-Fetch-Site": "same-origin", ...(this.guard === null ? {} : { "X-Cleartitle-Guard": this.guard }), ...(this.jar.size === 0 ? {} : { Cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ") }) };
    const response = await this.house.ask(path, { method, headers: { ...own, ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") this.jar.delete(name);
      else this.jar.set(name, value);
    }
    const told: unknown = await response.clone().json().catch(() => null);
    if (told !== null && typeof told === "object" && "guard" in told && typeof told.guard === "string") this.guard = told.guard;
    return response;
  }

  async told(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Record<string, any>> {
    const response = await this.send(method, path, body, headers);
    return { status: response.status, ...((await response.json().catch(() => ({}))) as Record<string, unknown>) };
  }
}

export const password = "herbst laterne finger";

/** Somebody new with these roles in a workspace, signed in. `admin`: who takes them in. */
export async function joined(house: PeopleHouse, admin: Browser, name: string, roles: readonly string[], workspace = "acme"): Promise<{ readonly browser: Browser; readonly person: string }> {
  const { code } = await admin.told("POST", `/workspaces/${workspace}/people`, { name, roles });
  const browser = new Browser(house);
  const { person } = await browser.told("POST", "/invitation", { code, login: `${name}@example.org`, password });
  return { browser, person };
}

/** The first person of a house, who administers `acme`. */
export async function firstPerson(house: PeopleHouse): Promise<{ readonly browser: Browser; readonly person: string }> {
  const browser = new Browser(house);
  const { person } = await browser.told("POST", "/first-start", { code: house.code, name: "Jane", login: "Jane@example.org", password, workspace: "acme" });
  return { browser, person };
}
