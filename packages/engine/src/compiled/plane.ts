/** Three values for up to 32 classes of places at once: a bit in `t` says true there, one in `f` false, neither unknown. */
export interface Plane {
  readonly t: number;
  readonly f: number;
}
