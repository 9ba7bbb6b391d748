import { useParams } from "@tanstack/react-router";

/** The workspace of the address. */
export const useWorkspace = (): string => (useParams({ strict: false })).workspace ?? "";
