import { expect, test } from "vitest";
import { clauseIssue, fileOf, idOf, mostOf, newPlayer, type Prepared, preparedOf, withIssue, wordIssue } from "./prepared.js";

const empty: Prepared = { id: "talks", title: "Talks", rounds: "8", issues: [], players: [newPlayer("archive"), newPlayer("pharma")] };
const roles = ["licensor", "licensee"];

test("an issue on a clause has each version with the values of the deal, and worths by whose version it is", () => {
  const { issues, players } = withIssue(empty, clauseIssue("deletion", { version: "neutral", with: { within: "P30D" } }), roles);
  expect(issues[0]!.options.map(({ id, clause }) => [id, clause])).toEqual(["licensor", "neutral", "licensee"].map((version) => [version, { version, with: { within: "P30D" } }]));
  expect(players.map(({ weights, of }) => [weights, of])).toEqual([[{ deletion: "10" }, { deletion: { licensor: "100", neutral: "50", licensee: "0" } }], [{ deletion: "10" }, { deletion: { licensor: "0", neutral: "50", licensee: "100" } }]]);
  expect(clauseIssue("audit", { own: { text: ["As we said."] } }).options[0]).toEqual({ id: "as-it-is", is: "as it is now", clause: { own: { text: ["As we said."] } } });
});

test("an issue in words has ids of its words, each once, and nobody's worths", () => {
  const issue = wordIssue(" Fee in a year ", ["USD 200 000", "", "USD 200-000", "多い", "USD 200 000"]);
  expect([issue.id, issue.options.map(({ id, is }) => [id, is])]).toEqual(["fee-in-a-year", [["usd-200-000", "USD 200 000"], ["usd-200-000-2", "USD 200-000"], ["option", "多い"]]]);
  const twice = withIssue(withIssue(empty, issue, roles), issue, roles);
  expect([twice.issues.map(({ id }) => id), twice.players[0].of["fee-in-a-year"]]).toEqual([["fee-in-a-year", "fee-in-a-year-2"], { "usd-200-000": "", "usd-200-000-2": "", option: "" }]);
  expect(idOf("Größe & Zahl!")).toBe("gro-e-zahl");
});

const whole: Prepared = {
  ...withIssue(withIssue(empty, clauseIssue("deletion", undefined), roles), wordIssue("Fee", ["low", "high"]), roles),
  players: [
    { id: "archive", interests: " a price \n\n a name ", weights: { deletion: "10", fee: "30" }, of: { deletion: { licensor: "100", neutral: "50", licensee: "0" }, fee: { low: "0", high: "100" } }, releases: {}, duty: "0", reservation: "20.5", otherwise: "another customer", otherwiseValue: "10", tactic: "mirror" },
    { id: "pharma", interests: "", weights: { deletion: "20", fee: "10" }, of: { deletion: { licensor: "0", neutral: "50", licensee: "80" }, fee: { low: "100", high: "" } }, releases: { clinics: "15" }, duty: "1", reservation: "", otherwise: "", otherwiseValue: "", tactic: "linear" },
  ],
};

test("the file says what was written, and leaves out what was not", () => {
  expect(fileOf(whole, true)).toMatchObject({
    deal: "the agreement", "title-file": "the records", rounds: 8, issues: [{ id: "deletion", topic: "deletion", options: { neutral: { version: "neutral" } } }, { id: "fee", is: "Fee", options: { low: { is: "low" } } }],
    parties: [{ interests: ["a price", "a name"], reservation: 20.5, batna: { is: "another customer", value: 10 }, tactic: "mirror" }, { values: { fee: { weight: 10, of: { low: 100 } } }, releases: { clinics: 15 }, duty: 1, batna: { is: "" } }],
  });
  const [, second] = (fileOf(whole, false) as { parties: readonly object[] }).parties;
  expect(["reservation" in second!, "deal" in fileOf(whole, false), "title-file" in fileOf(empty, false)]).toEqual([false, false, false]);
});

test("a file that was read is written as it was", () => {
  const file = fileOf({ ...whole, players: [whole.players[0], { ...whole.players[0], id: "pharma", releases: { clinics: "15" }, duty: "2" }] }, true);
  expect(fileOf(preparedOf(JSON.parse(JSON.stringify(file)) as object), true)).toEqual(file);
});

test("the most that a party could have is told once everything is said", () => {
  expect([mostOf(whole, whole.players[0]), mostOf(whole, whole.players[1])]).toEqual([40, Number.NaN]);
});
