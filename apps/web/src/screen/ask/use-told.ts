import type { Asked } from "../../answer/asked.js";
import { useDecision } from "../../answer/use-decision.js";
import { useOutline, useUpstream } from "../../answer/use-outline.js";
import { useBrief } from "../../api/brief.js";
import type { SearchState } from "../../part/search-state.js";

/** Things beyond which a whole answer, which judges each of them, takes more than some seconds. */
const many = 500;

/** Keys of an address that say how an answer is told: of another question that is said anew. */
const tellingKeys = ["told", "past"] as const;
export const toldAnew = Object.fromEntries(tellingKeys.map((key) => [key, undefined]));

/** Whole or in outline as the address says, else whole where little is upstream; null: nobody chose yet, or how much is upstream is not known yet. */
function useWay(workspace: string, asked: Asked | null, { told }: SearchState): { readonly way: "outline" | "whole" | null; readonly things: number | null } {
  const { data: brief, isPending } = useBrief(workspace);
  const chosen = told === "outline" || told === "whole" ? told : null;
  const isLarge = (brief?.counts.assets ?? 0) > many;
  const { data: things = null, isLoading } = useUpstream(workspace, isLarge && chosen === null ? asked : null);
  if (chosen !== null) return { way: chosen, things: null };
  if (isPending || isLoading) return { way: null, things: null };
  return things !== null && things > many ? { way: null, things } : { way: "whole", things };
}

/** What a question comes to, told as the address says. */
export function useTold(workspace: string, asked: Asked | null, state: SearchState) {
  const { way, things } = useWay(workspace, asked, state);
  const judgesPast = state["past"] === "judged";
  const whole = useDecision(workspace, way === "whole" ? asked : null);
  const outline = useOutline(workspace, way === "outline" ? asked : null, judgesPast);
  const { error, isLoading, refetch } = way === "outline" ? outline : whole;
  return { way, things, judgesPast, error, isLoading, refetch, whole: whole.data, outline: outline.data };
}
