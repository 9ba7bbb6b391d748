/** Points are kept as hundredths, whole, so that sums and comparisons are exact. */
export const hundredths = (points: number): number => Math.round(points * 100);

export const sayPoints = (value: number): string => {
  const sign = value < 0 ? "-" : "";
  const digits = String(Math.abs(value)).padStart(3, "0");
  const part = digits.slice(-2).replace(/0+$/, "");
  return `${sign}${digits.slice(0, -2)}${part === "" ? "" : `.${part}`}`;
};

/** What a package is worth to the first and the second party, in hundredths of points. */
export type Worth = readonly [first: number, second: number];

/** At least as good for both and better for one. */
export const dominates = (a: Worth, b: Worth): boolean => a[0] >= b[0] && a[1] >= b[1] && (a[0] > b[0] || a[1] > b[1]);
