import { sayCount } from "@cleartitle/engine";
import { Link } from "@tanstack/react-router";
import { useBrief } from "../../api/brief.js";
import { useWorkspace } from "../../api/workspace.js";
import { findingsAt } from "../../shell/address.js";

/** That some of the evidence was not read, which no answer can tell; nothing where all was. */
export function NotRead() {
  const workspace = useWorkspace();
  const count = useBrief(workspace).data?.counts.notRead ?? 0;
  if (count === 0) return null;
  return <p className="not-read" role="note">{sayCount(count, "thing")} of the evidence could not be read when it was imported, and {count === 1 ? "has" : "have"} no part in any answer. <Link to={findingsAt(workspace)} search={{ kind: "not-read" }}>What that was</Link></p>;
}
