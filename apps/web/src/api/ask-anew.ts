import type { QueryClient, QueryFilters } from "@tanstack/react-query";

/** Asks anew for what is shown, after something was recorded. What was asked before and is not answered yet is waited for no longer: it may be answered without what was recorded. */
export async function askAnew(client: QueryClient, filters: QueryFilters): Promise<void> {
  await client.cancelQueries(filters);
  await client.invalidateQueries(filters);
}
