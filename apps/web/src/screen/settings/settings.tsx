import { mayIn, useSignedIn } from "../../api/session.js";
import { useWorkspace } from "../../api/workspace.js";
import { Empty } from "../../part/empty.js";
import { Heading } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { People } from "./people.js";
import { Positions } from "./positions.js";
import { Subscriptions } from "./subscriptions.js";
import { Tokens } from "./tokens.js";
import "./settings.css";

/** Who works here and may do what, what is told to whom, and how contested law is read. */
export default function Settings() {
  const workspace = useWorkspace();
  const session = useSignedIn();
  const [{ show }] = useSearchState();
  const tabs = [
    ...(mayIn(session, workspace, "records:read") ? [{ value: "positions", title: "How law is read" }] : []), ...(mayIn(session, workspace, "people:read") ? [{ value: "people", title: "People" }] : []),
    { value: "tokens", title: "Tokens" }, ...(mayIn(session, workspace, "notifications:read") ? [{ value: "notices", title: "Notices" }] : []),
  ];
  const shown = tabs.find(({ value }) => value === show)?.value ?? tabs[0]!.value;
  const isAlone = session.by === "local" && ["people", "tokens"].includes(shown);
  return (
    <>
      <Heading title="Settings" />
      <Tabs label="Settings" of="show" tabs={tabs} />
      {isAlone ? <Alone /> : shown === "people" ? <People /> : shown === "tokens" ? <Tokens /> : shown === "notices" ? <Subscriptions /> : <Positions />}
    </>
  );
}

function Alone() {
  return <Empty title="This server has one user"><p>Nobody signs in on this machine. To let people sign in, with roles, tokens and a second pair of eyes, start it with <code>cleartitle serve --people people.yaml</code>.</p></Empty>;
}
