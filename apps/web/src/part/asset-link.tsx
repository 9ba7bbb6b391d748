import { Link } from "@tanstack/react-router";
import { useWorkspace } from "../api/workspace.js";
import { assetAt } from "../shell/address.js";

/** The way to the page of an asset, whatever it is called. */
export function AssetLink({ id, children }: { readonly id: string; readonly children?: string }) {
  const workspace = useWorkspace();
  return <Link to={assetAt(workspace, id)}><bdi>{children ?? id}</bdi></Link>;
}
