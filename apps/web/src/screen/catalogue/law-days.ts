import { useQuery } from "@tanstack/react-query";
import { answered, api } from "../../api/client.js";
import { queryKey } from "../../api/query-key.js";
import type { components } from "../../api/schema.gen.js";

export type LawDay = components["schemas"]["CalendarEntry"];

/** Every day that the catalogue knows of its law: some hundreds, which do not change while a server runs. */
export const useLawDays = () => useQuery({ queryKey: queryKey.catalogue("calendar"), queryFn: async () => (await answered(api.GET("/catalogue/calendar"))).items, staleTime: Infinity });
