import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { isRecordKind } from "../../api/record-kind.js";
import { Heading } from "../../part/heading.js";
import { useSearchState } from "../../part/search-state.js";
import { Tabs } from "../../part/tabs.js";
import { Calendar } from "./calendar.js";
import { RecordList } from "./list.js";
import { Timeline } from "./timeline.js";
import "./catalogue.css";

const tabs = [{ value: "instruments", title: "Licenses and terms" }, { value: "laws", title: "Law" }, { value: "positions", title: "Positions" }, { value: "in-force", title: "In force" }, { value: "calendar", title: "Calendar" }];

/** What the server decides with: licenses, law, and the questions that law leaves open. */
export default function Catalogue() {
  const [{ show = "instruments" }] = useSearchState();
  const { data } = useQuery({ queryKey: queryKey.catalogue("digests"), queryFn: async () => answered(api.GET("/catalogue")), staleTime: Infinity });
  const lead = data === undefined ? "What decisions are made with." : `${data.instruments} licenses and terms, ${data.laws} rules of law and ${data.positions} contested questions, each with its source. ${data.digests.catalogue.slice(0, 19)}`;
  return (
    <>
      <Heading title="Catalogue" lead={lead} />
      <Tabs label="Parts of the catalogue" of="show" tabs={tabs} />
      {isRecordKind(show) ? <RecordList key={show} kind={show} /> : show === "calendar" ? <Calendar /> : <Timeline />}
    </>
  );
}
