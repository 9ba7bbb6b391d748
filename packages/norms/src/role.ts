import { z } from "zod";

/** The part an asset plays for an instrument; it changes along derivations by the instrument's `reach`. */
export const roles = ["materials", "modification", "derivative", "extracted", "output", "output-set", "product", "free"] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** What a text answers when asked for the role after a derivation: a role, its silence, or a contested question. */
export const ReachCell = z.union([
  Role,
  z.literal("silent"),
  z.strictObject({ position: z.string().min(1), options: z.record(z.string(), z.union([Role, z.literal("silent")])) }),
]);
export type ReachCell = z.infer<typeof ReachCell>;
