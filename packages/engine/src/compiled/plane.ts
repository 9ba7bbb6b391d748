import type { Truth } from "@cleartitle/norms";

/** Three values for up to 32 classes of places at once: a bit in `t` says true there, one in `f` false, neither unknown. */
export interface Plane {
  readonly t: number;
  readonly f: number;
}

/** Every bit; those beyond the classes that are asked are never read. */
export const full = -1;
export const always: Plane = { t: full, f: 0 };
export const never: Plane = { t: 0, f: full };
export const unsure: Plane = { t: 0, f: 0 };

/** The same truth in every class. */
export const everywhere = (truth: Truth): Plane => (truth === "true" ? always : truth === "false" ? never : unsure);

export const both = (a: Plane, b: Plane): Plane => ({ t: a.t & b.t, f: a.f | b.f });
export const either = (a: Plane, b: Plane): Plane => ({ t: a.t | b.t, f: a.f & b.f });
export const opposite = ({ t, f }: Plane): Plane => ({ t: f, f: t });

export const bothOf = (planes: readonly Plane[]): Plane => planes.reduce(both, always);
export const eitherOf = (planes: readonly Plane[]): Plane => planes.reduce(either, never);

/** A plane that asks each class for itself. */
export function planeOf(atoms: readonly string[], truthAt: (atom: string) => Truth): Plane {
  let [t, f] = [0, 0];
  for (const [i, atom] of atoms.entries()) {
    const truth = truthAt(atom);
    if (truth === "true") t |= 1 << i;
    else if (truth === "false") f |= 1 << i;
  }
  return { t, f };
}
