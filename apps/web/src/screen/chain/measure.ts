/** Measures of a thing as it is drawn. */
export const thingWidth = 240;
export const thingHeight = 108;
export const layerGap = 96;
export const rowGap = 20;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands, by its upper left corner: what was used at the left of what was made of it. */
export type Places = ReadonlyMap<string, Place>;
