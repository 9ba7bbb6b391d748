import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { assetRows } from "../api/asset-rows.js";
import { queryKey } from "../api/query-key.js";
import { useWorkspace } from "../api/workspace.js";
import { mostOffered, OfferedField } from "./offered-field.js";

function useOfferedAssets(q: string) {
  const workspace = useWorkspace();
  const { data = [] } = useQuery({
    queryKey: queryKey.of(workspace, "offered-assets", q), enabled: q !== "", staleTime: 60_000, placeholderData: (before) => before,
    queryFn: async () => (await assetRows(workspace, { q, limit: mostOffered })).items.map(({ id }) => ({ id })),
  });
  return data;
}

/** An asset by its name. */
export function AssetField(asked: Omit<ComponentProps<typeof OfferedField>, "useOffered">) {
  return <OfferedField {...asked} useOffered={useOfferedAssets} />;
}
