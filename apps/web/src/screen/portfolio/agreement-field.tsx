import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import { useWorkspace } from "../../api/workspace.js";
import { mostOffered, OfferedField } from "../../part/offered-field.js";

function useOfferedAgreements(q: string) {
  const workspace = useWorkspace();
  const query = { q, limit: mostOffered };
  const { data = [] } = useQuery({
    queryKey: queryKey.of(workspace, "portfolio", "offered", q), enabled: q !== "", staleTime: 60_000, placeholderData: (before) => before,
    queryFn: async () => (await answered(api.GET("/workspaces/{workspace}/portfolio/agreements", { params: { path: { workspace }, query } }))).items.map(({ id, title }) => ({ id, ...(title === null ? {} : { says: title }) })),
  });
  return data;
}

/** An agreement of the portfolio by its id, offered by its title and its parties as well. `hint`: what the chosen one is called. */
export function AgreementField({ hint }: { readonly hint: string }) {
  return <OfferedField label="Agreement" of="agreement" isSearch hint={hint} useOffered={useOfferedAgreements} />;
}
