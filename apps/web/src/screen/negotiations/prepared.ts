import { versions, versionWords } from "../../api/clause-version.js";
import type { Player } from "./use-negotiations.js";

/** One way to settle an issue, as it is written here. */
export interface PreparedOption {
  readonly id: string;
  /** In words; empty: what it is says the clause. */
  readonly is: string;
  /** What stands in the file beside the words: a clause with its values, or nothing. */
  readonly clause: Readonly<Record<string, unknown>>;
}

export interface PreparedIssue {
  readonly id: string;
  /** null: in words alone. */
  readonly topic: string | null;
  readonly is: string;
  readonly options: readonly PreparedOption[];
}

/** What a party is after. Numbers are kept as they are written. */
export interface PreparedPlayer {
  readonly id: string;
  /** One a line. */
  readonly interests: string;
  readonly weights: Readonly<Record<string, string>>;
  /** By issue and option, in hundredths of the weight. */
  readonly of: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly releases: Readonly<Record<string, string>>;
  readonly duty: string;
  readonly reservation: string;
  readonly otherwise: string;
  readonly otherwiseValue: string;
  readonly tactic: Player["tactic"];
}

/** A negotiation as it is prepared here. */
export interface Prepared {
  readonly id: string;
  readonly title: string;
  readonly rounds: string;
  readonly issues: readonly PreparedIssue[];
  readonly players: readonly [PreparedPlayer, PreparedPlayer];
}

export const newPlayer = (id: string): PreparedPlayer => ({ id, interests: "", weights: {}, of: {}, releases: {}, duty: "0", reservation: "", otherwise: "", otherwiseValue: "", tactic: "linear" });

/** What a deal takes of a topic. */
export interface TakenTopic {
  readonly version?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly own?: unknown;
}

/** An issue on a clause: each version with the values that the deal has now, and its own words where it has some. */
export function clauseIssue(topic: string, taken: TakenTopic | undefined): PreparedIssue {
  const values = taken?.with === undefined ? {} : { with: taken.with };
  const house = versions.map((version): PreparedOption => ({ id: version, is: "", clause: { version, ...values } }));
  return { id: topic, topic, is: "", options: [...(taken?.own === undefined ? [] : [{ id: "as-it-is", is: "as it is now", clause: { own: taken.own } }]), ...house] };
}

/** An id of words: letters, digits and dashes. */
export const idOf = (words: string): string => words.normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "").slice(0, 60);

/** An issue in words, with its options one a line; those without a letter of their own are counted. */
export function wordIssue(is: string, options: readonly string[]): PreparedIssue {
  const said = [...new Set(options.map((each) => each.trim()).filter((each) => each !== ""))];
  return { id: idOf(is) || "issue", topic: null, is: is.trim(), options: said.map((each, index) => ({ id: `${idOf(each) || "option"}${said.slice(0, index).some((before) => idOf(before) === idOf(each)) ? `-${index + 1}` : ""}`, is: each, clause: {} })) };
}

/** Where nobody has said yet what an option is worth to a party: by whose version it is, as a beginning. */
function proposedWorth({ clause }: PreparedOption, role: string | null): string {
  const { version } = clause;
  if (version === "neutral") return "50";
  return typeof version === "string" && (role === "licensor" || role === "licensee") ? (version === role ? "100" : "0") : "";
}

/** With an issue more; its worths are proposed. An id that is taken gets a number. */
export function withIssue({ issues, players, ...rest }: Prepared, issue: PreparedIssue, roles: readonly (string | null)[]): Prepared {
  const id = issues.some((each) => each.id === issue.id) ? `${issue.id}-${issues.length + 1}` : issue.id;
  const [first, second] = players.map((player, side): PreparedPlayer => ({ ...player, weights: { ...player.weights, [id]: "10" }, of: { ...player.of, [id]: Object.fromEntries(issue.options.map((option) => [option.id, proposedWorth(option, roles[side] ?? null)])) } }));
  return { ...rest, issues: [...issues, { ...issue, id }], players: [first!, second!] };
}

export const optionSays = ({ id, is, clause }: PreparedOption): string => (is !== "" ? is : typeof clause["version"] === "string" ? `${versionWords[clause["version"] as keyof typeof versionWords]} version` : clause["silent"] === true ? "says nothing" : id);

const number = (written: string): number => (written.trim() === "" ? Number.NaN : Number(written));

/** The most that a party could have: of each issue its best option, and every release. Not a number where something is not said. */
export function mostOf({ issues }: Pick<Prepared, "issues">, { weights, of, releases }: PreparedPlayer): number {
  const own = issues.reduce((sum, { id, options }) => sum + (number(weights[id] ?? "") * Math.max(...options.map((option) => number(of[id]?.[option.id] ?? "")))) / 100, 0);
  return Object.values(releases).reduce((sum, points) => sum + number(points), own);
}

/** What of them was written, as numbers. */
const numbers = (said: Readonly<Record<string, string>>, names: readonly string[]): Record<string, number> => Object.fromEntries(names.flatMap((name) => ((said[name] ?? "").trim() === "" ? [] : [[name, Number(said[name])]])));

const lines = (written: string): string[] => written.split("\n").map((each) => each.trim()).filter((each) => each !== "");

/** The file that says it. What is missing is left out: the server tells it. `isOfDeal`: its clauses are put in a deal. */
export function fileOf({ id, title, rounds, issues, players }: Prepared, isOfDeal: boolean): object {
  const hasReleases = players.some(({ releases }) => Object.keys(releases).length > 0);
  return {
    id: id.trim(), title: title.trim(), ...(isOfDeal ? { deal: "the agreement" } : {}), ...(hasReleases ? { "title-file": "the records" } : {}), rounds: Number(rounds),
    issues: issues.map(({ id: issue, topic, is, options }) => ({ id: issue, ...(topic === null ? {} : { topic }), ...(is === "" ? {} : { is }), options: Object.fromEntries(options.map((option) => [option.id, { ...(option.is === "" ? {} : { is: option.is }), ...option.clause }])) })),
    parties: players.map((player) => ({
      id: player.id.trim(), ...(lines(player.interests).length === 0 ? {} : { interests: lines(player.interests) }),
      values: Object.fromEntries(issues.map((issue) => [issue.id, { ...numbers({ weight: player.weights[issue.id] ?? "" }, ["weight"]), of: numbers(player.of[issue.id] ?? {}, issue.options.map((option) => option.id)) }])),
      ...(Object.keys(player.releases).length === 0 ? {} : { releases: numbers(player.releases, Object.keys(player.releases)) }), ...(player.duty.trim() === "" || Number(player.duty) === 0 ? {} : { duty: Number(player.duty) }),
      ...numbers({ reservation: player.reservation }, ["reservation"]), batna: { is: player.otherwise.trim(), ...numbers({ value: player.otherwiseValue }, ["value"]) }, tactic: player.tactic,
    })),
  };
}

interface FileShape {
  readonly id: string;
  readonly title: string;
  readonly rounds: number;
  readonly issues: readonly { readonly id: string; readonly topic?: string; readonly is?: string; readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>> }[];
  readonly parties: readonly { readonly id: string; readonly interests?: readonly string[]; readonly values: Readonly<Record<string, { readonly weight: number; readonly of: Readonly<Record<string, number>> }>>; readonly releases?: Readonly<Record<string, number>>; readonly duty?: number; readonly reservation: number; readonly batna: { readonly is: string; readonly value: number }; readonly tactic: Player["tactic"] }[];
}

const written = (said: Readonly<Record<string, number>>): Record<string, string> => Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));

/** A file that the server has read, as it is written here: `fileOf` gives it back. */
export function preparedOf(file: object): Prepared {
  const { id, title, rounds, issues, parties } = file as FileShape;
  const [first, second] = parties.map(({ id: party, interests = [], values, releases = {}, duty = 0, reservation, batna, tactic }): PreparedPlayer => ({
    id: party, interests: interests.join("\n"), weights: written(Object.fromEntries(Object.entries(values).map(([issue, { weight }]) => [issue, weight]))), of: Object.fromEntries(Object.entries(values).map(([issue, { of }]) => [issue, written(of)])),
    releases: written(releases), duty: String(duty), reservation: String(reservation), otherwise: batna.is, otherwiseValue: String(batna.value), tactic,
  }));
  return {
    id, title, rounds: String(rounds), players: [first!, second!],
    issues: issues.map(({ id: issue, topic, is, options }) => ({ id: issue, topic: topic ?? null, is: is ?? "", options: Object.entries(options).map(([option, { is: says, ...clause }]) => ({ id: option, is: typeof says === "string" ? says : "", clause })) })),
  };
}
