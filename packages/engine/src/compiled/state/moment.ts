/** When an act is done: its date, and the day that stands for it where nobody recorded one. */
export interface Moment {
  readonly date: string | null;
  readonly day: string;
}

export const momentOf = (date: string | null, asOf: string): Moment => ({ date, day: date ?? asOf });
