/** Where screens are: what leads from one to another is written by these alone. */
const inWorkspace = (workspace: string, ...steps: readonly string[]): string => `/w/${[workspace, ...steps].map(encodeURIComponent).join("/")}`;

export const askAt = (workspace: string): string => inWorkspace(workspace, "ask");
export const proofAt = (workspace: string): string => inWorkspace(workspace, "proof");
export const assetAt = (workspace: string, id: string): string => inWorkspace(workspace, "assets", id);
/** A license, a law or a position of the catalogue. */
export const recordAt = (workspace: string, kind: "instruments" | "laws" | "positions", id: string): string => inWorkspace(workspace, "catalogue", kind, id);
