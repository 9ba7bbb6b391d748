/** Where screens are: what leads from one to another is written by these alone. */
const inWorkspace = (workspace: string, ...steps: readonly string[]): string => `/w/${[workspace, ...steps].map(encodeURIComponent).join("/")}`;

export const askAt = (workspace: string): string => inWorkspace(workspace, "ask");
export const proofAt = (workspace: string): string => inWorkspace(workspace, "proof");
export const assetAt = (workspace: string, id: string): string => inWorkspace(workspace, "assets", id);
export const questionsAt = (workspace: string): string => inWorkspace(workspace, "questions");
export const importAt = (workspace: string): string => inWorkspace(workspace, "import");
export const profileAt = (workspace: string): string => inWorkspace(workspace, "profile");
export const assetsAt = (workspace: string): string => inWorkspace(workspace, "assets");
export const chainAt = (workspace: string): string => inWorkspace(workspace, "chain");
/** A license, a law or a position of the catalogue. */
export const recordAt = (workspace: string, kind: "instruments" | "laws" | "positions", id: string): string => inWorkspace(workspace, "catalogue", kind, id);

export const catalogueAt = (workspace: string): string => inWorkspace(workspace, "catalogue");
export const compareAt = (workspace: string): string => inWorkspace(workspace, "catalogue", "compare");
export const obligationsAt = (workspace: string): string => inWorkspace(workspace, "obligations");
export const agreementsAt = (workspace: string): string => inWorkspace(workspace, "agreements");
export const agreementAt = (workspace: string, id: string): string => inWorkspace(workspace, "agreements", id);
export const compareVersionsAt = (workspace: string, id: string): string => inWorkspace(workspace, "agreements", id, "compare");
export const returnedAt = (workspace: string, id: string): string => inWorkspace(workspace, "agreements", id, "returned");
export const contractsAt = (workspace: string): string => inWorkspace(workspace, "contracts");
export const contractAt = (workspace: string, number: number): string => inWorkspace(workspace, "contracts", String(number));
export const draftAt = (workspace: string): string => inWorkspace(workspace, "agreements", "draft");
export const negotiationsAt = (workspace: string): string => inWorkspace(workspace, "negotiations");
export const negotiationAt = (workspace: string, id: string): string => inWorkspace(workspace, "negotiations", id);
export const negotiationBeginAt = (workspace: string): string => inWorkspace(workspace, "negotiations", "begin");
export const historyAt = (workspace: string): string => inWorkspace(workspace, "history");

export const findingsAt = (workspace: string): string => inWorkspace(workspace, "findings");
export const proposalAt = (workspace: string, number: number): string => inWorkspace(workspace, "review", String(number));
export const releaseAt = (workspace: string, use: string): string => inWorkspace(workspace, "releases", use);
export const releasesAt = (workspace: string): string => inWorkspace(workspace, "releases");
export const reviewAt = (workspace: string): string => inWorkspace(workspace, "review");
export const waiversAt = (workspace: string): string => inWorkspace(workspace, "waivers");
