import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api } from "../api/client.js";
import { type CatalogueNames, linkIn } from "../api/names.js";
import { queryKey } from "../api/query-key.js";
import { mayIn, useSignedIn } from "../api/session.js";
import { useWorkspace } from "../api/workspace.js";
import { Source } from "../part/quote.js";
import { agreementAt } from "../shell/address.js";

const agreementId = /^[\w.-]{1,100}$/;

/** Whether a text is an agreement of this workspace, that whoever looks may read; null: nothing is asked. */
function useIsAgreement(id: string | null): boolean {
  const workspace = useWorkspace();
  const isAsked = mayIn(useSignedIn(), workspace, "agreements:read") && id !== null && agreementId.test(id);
  const { data } = useQuery({
    queryKey: queryKey.of(workspace, "agreement-named", id), enabled: isAsked, staleTime: 60_000,
    queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/agreements", { params: { path: { workspace }, query: { q: id!, limit: 100 } } }))).items.some((each) => each.id === id),
  });
  return data ?? false;
}

/** A place in a text, which leads to where it is read: to the page of an agreement of ours, else to where the catalogue knows the text. */
export function Cited({ cite, instrument, names }: { readonly cite: string; readonly instrument: string | null; readonly names: CatalogueNames }) {
  const workspace = useWorkspace();
  const isOfCatalogue = instrument !== null && (names.laws[instrument] !== undefined || names.instruments[instrument] !== undefined);
  const isAgreement = useIsAgreement(isOfCatalogue ? null : instrument);
  if (!isAgreement) return <Source cite={cite} link={linkIn(names, instrument)} />;
  return <cite className="source"><Link to={agreementAt(workspace, instrument!)} search={{ show: "terms" }}>{cite}</Link></cite>;
}
