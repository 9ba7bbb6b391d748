import { exactly, type Interval, type Truth } from "@cleartitle/norms";
import type { Premise } from "../../decision.js";
import type { Told } from "./spot.js";

export const openInterval: Interval = { best: "cleared", worst: "blocked" };
const [cleared, conditional, blocked] = [exactly("cleared"), exactly("conditional"), exactly("blocked")];
const nothing: readonly Premise[] = [];

/** True serves, unknown may, what can be promised serves on condition. */
export const asPermission = ({ truth, kept }: Told): Interval => (truth === "true" ? cleared : truth === "false" ? blocked : kept === "true" ? conditional : openInterval);
export const asProhibition = ({ truth, kept }: Told): Interval => (truth === "true" ? blocked : truth === "false" ? cleared : kept === "false" ? conditional : openInterval);
export const promisedIn = ({ truth, kept, premises }: Told, by: Truth): readonly Premise[] => (truth === "unknown" && kept === by ? premises.filter((p) => p.result === "unknown") : nothing);
