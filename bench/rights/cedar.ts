import { installed } from "../peer/installed.js";
import type { PlainNorm, PlainText, Question, Verdict } from "./question.js";

const listed = (names: readonly string[]): string => `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
const dayOf = (date: string): number => Number(date.replaceAll("-", ""));

/** One norm as a Cedar policy. Duties have no counterpart there and are left out. */
function policyOf({ effect, actions, purposes, places, outside, from }: PlainNorm): string {
  const permits = effect === "permit";
  const when = [
    ...(purposes === null ? [] : [`${listed(purposes)}.${permits ? "containsAll" : "containsAny"}(context.purposes)`]),
    ...(places === null ? [] : permits ? [`${listed(places)}.containsAll(context.places)`] : [outside ? `!(${listed(places)}.containsAll(context.places))` : `${listed(places)}.containsAny(context.places)`]),
    ...(from === null ? [] : [`context.on >= ${dayOf(from)}`]),
  ];
  return `${permits ? "permit" : "forbid"}(principal, action in [${actions.map((action) => `Action::${JSON.stringify(action)}`).join(", ")}], resource) when { ${when.length === 0 ? "true" : when.join(" && ")} };`;
}

/** Cedar's own WebAssembly build with the policies of each text parsed before it is asked, and only those of the text that governs. */
export async function cedarWith(texts: readonly PlainText[]): Promise<{ readonly name: string; readonly ask: (question: Question) => Verdict } | string> {
  const cedar = await installed(() => import("@cedar-policy/cedar-wasm/nodejs"));
  if (typeof cedar === "string") return cedar;
  for (const { id, norms } of texts) {
    const parsed = cedar.preparsePolicySet(id, { staticPolicies: Object.fromEntries(norms.filter((each) => each.effect !== "oblige").map((each) => [each.id, policyOf(each)])), templates: {}, templateLinks: [] });
    if (parsed.type !== "success") throw new Error(`Cedar does not take ${id}: ${JSON.stringify(parsed)}`);
  }
  return {
    name: `Cedar wasm ${cedar.getCedarVersion()}`,
    ask: ({ text, action, purposes, places, on }) => {
      const answer = cedar.statefulIsAuthorized({
        principal: { type: "Party", id: "us" }, action: { type: "Action", id: action }, resource: { type: "Asset", id: "a" }, context: { purposes: [...purposes], places: [...places], on: dayOf(on) },
        preparsedPolicySetId: text, entities: [],
      });
      if (answer.type !== "success" || answer.response.diagnostics.errors.length > 0) throw new Error(`Cedar fails: ${JSON.stringify(answer)}`);
      return { allowed: answer.response.decision === "allow", norms: answer.response.diagnostics.reason };
    },
  };
}
