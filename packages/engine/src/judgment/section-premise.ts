import type { Premise } from "../decision.js";

/** Whether a premise is about a construct that norms cannot say: it is of a section of a text then, and of no thing. */
export const isOfSection = ({ reads }: Pick<Premise, "reads">): boolean => reads.startsWith("text of ");
