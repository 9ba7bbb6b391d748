/** Earlier acts that were not judged, since they meet more claims than the budget allows: what became of them is unknown. */
export interface PastCut {
  readonly judged: number;
  readonly left: number;
}
