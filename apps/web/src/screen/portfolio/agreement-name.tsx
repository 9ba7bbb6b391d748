import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../../api/workspace.js";
import { agreementAt, contractAt } from "../../shell/address.js";

/** The way to something of the portfolio: an agreement by its name, or a contract that was read (`readings/NUMBER/NAME`). */
export function memberAt(workspace: string, id: string): string {
  const [kind, number] = id.split("/");
  return kind === "readings" ? contractAt(workspace, Number(number)) : agreementAt(workspace, id);
}

/** The way to an agreement, by its title where one is known. */
export function AgreementName({ id, titles }: { readonly id: string; readonly titles: ReadonlyMap<string, string> }) {
  return <Link to={memberAt(useWorkspace(), id)}><bdi>{titles.get(id) ?? id}</bdi></Link>;
}

/** Several of them. */
export function AgreementNames({ ids, titles }: { readonly ids: readonly string[]; readonly titles: ReadonlyMap<string, string> }) {
  return <>{ids.map((id, at) => <span key={id}>{at > 0 && ", "}<AgreementName id={id} titles={titles} /></span>)}</>;
}
