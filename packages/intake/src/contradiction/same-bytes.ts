import { type GraphFinding, sharedDigests } from "@cleartitle/title";
import { licenseClaims, type Looked } from "./looked.js";

const settle = "see under which license these bytes are, and conclude it of each; or correct the digest that is wrong";

/** So many other things are named; of the rest their number. */
const mostNamed = 3;

/** Things with one digest of which unlike licenses are recorded. Equal bytes are one work, whatever they are called, so that one of the records errs, or tells half of it. */
export const licensesOfSameBytes = (looked: Looked): GraphFinding[] => [...sharedDigests(looked.graph).values()].flatMap((ids) => unlike(ids, looked));

function unlike(ids: readonly string[], looked: Looked): GraphFinding[] {
  const scopes = new Map<string, Map<string, string[]>>();
  for (const id of ids) {
    for (const [scope, form] of formsOf(id, looked)) {
      const forms = scopes.get(scope) ?? new Map<string, string[]>();
      if (forms.get(form)?.push(id) === undefined) forms.set(form, [id]);
      scopes.set(scope, forms);
    }
  }
  return [...scopes].flatMap(([scope, forms]) => (forms.size < 2 ? [] : inScope(scope, forms)));
}

/** Each names the first of the others only: one digest may be of very many files, as that of the empty file is. */
function inScope(scope: string, forms: ReadonlyMap<string, readonly string[]>): GraphFinding[] {
  const all = [...forms.values()].reduce((sum, same) => sum + same.length, 0);
  const first = [...forms].slice(0, mostNamed + 1).map(([form, same]) => ({ form, some: same.slice(0, mostNamed) }));
  const of = scope === "" ? "" : ` of its ${scope}`;
  return [...forms].flatMap(([form, same]) => {
    const others = first.filter((each) => each.form !== form).flatMap((each) => each.some.map((id) => `${each.form} of \`${id}\``)).slice(0, mostNamed);
    const rest = all - same.length - others.length;
    const detail = `${form} is recorded${of}, and of what has the same digest ${others.join(", ")}${rest === 0 ? "" : ` and ${rest} more`}`;
    return same.map((asset) => ({ kind: "same-bytes-of-two-licenses", asset, detail, settle }));
  });
}

/** What is held of its license for each scope of which one is recorded: what was concluded, else all that is claimed. */
function formsOf(id: string, looked: Looked): Map<string, string> {
  const claims = licenseClaims({ id }, looked);
  const found = new Map<string, string>();
  for (const scope of new Set(claims.map((each) => each.scope ?? ""))) {
    const own = claims.filter((each) => (each.scope ?? "") === scope);
    const concluded = own.filter((each) => each.rung === "concluded");
    const names = new Set((concluded.length > 0 ? concluded : own).map((each) => looked.names.form(String(each.value))));
    found.set(scope, [...names].toSorted().map((name) => `\`${name}\``).join(" or "));
  }
  return found;
}
