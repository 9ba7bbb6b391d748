import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Heading } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { Changes } from "./changes.js";
import { Ledger } from "./ledger.js";
import { Verify } from "./verify.js";
import "./history.css";

/** What was recorded, by whom, when; and the ledger that shows that nothing of it was changed since. */
export default function History() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [{ show = "changes" }] = useSearchState();
  const readsLedger = mayIn(session, workspace, "ledger:read");
  const tabs = [{ value: "changes", title: "Change sets" }, ...(readsLedger ? [{ value: "ledger", title: "Ledger" }] : []), { value: "verify", title: "Verification" }];
  return (
    <>
      <Heading title="History" lead="Nothing is written over: each change stands beside what was before it." />
      <Tabs label="Parts of the history" of="show" tabs={tabs} />
      {show === "ledger" && readsLedger ? <Ledger /> : show === "verify" ? <Verify mayFetch={readsLedger} /> : <Changes />}
    </>
  );
}
