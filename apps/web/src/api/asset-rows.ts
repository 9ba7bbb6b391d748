import { answered, api } from "./client.js";
import type { components } from "./schema.gen.js";

export type AssetRow = components["schemas"]["AssetRow"];

/** A page of the list of assets. */
export interface AssetPage {
  readonly items: readonly AssetRow[];
  readonly next: string | null;
  readonly total: number;
}

type Asked = Readonly<Record<string, string | number>>;

/** Assets as rows. The route gives a table for spreadsheets as well, so that its types alone do not tell which of both came. */
export const assetRows = async (workspace: string, query: Asked): Promise<AssetPage> =>
  (await answered(api.GET("/workspaces/{workspace}/asset-rows", { params: { path: { workspace }, query: query as Record<string, never> } }))) as AssetPage;

/** The same assets, all of them, for a spreadsheet. */
export const assetRowsAsCsv = async (workspace: string, query: Asked): Promise<Blob> =>
  answered(api.GET("/workspaces/{workspace}/asset-rows", { params: { path: { workspace }, query: query as Record<string, never> }, headers: { Accept: "text/csv" }, parseAs: "blob" }));
