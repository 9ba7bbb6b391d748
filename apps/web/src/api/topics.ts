import { useQuery } from "@tanstack/react-query";
import { answered, api } from "./client.js";
import { queryKey } from "./query-key.js";

/** Topics of the clauses of the house. */
export const useTopics = () => useQuery({ queryKey: queryKey.catalogue("clauses"), queryFn: async () => (await answered(api.GET("/catalogue/clauses"))).items, staleTime: Infinity });
