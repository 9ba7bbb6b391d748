import { z } from "zod";

/** As whom a program works through another: as the login that policies bind, as the owner of the schema, or to hear of changes alone. */
const Capacity = z.enum(["login", "owner", "listener"]);
export type Capacity = z.infer<typeof Capacity>;

/** The first thing that a program says. Programs of different schemas would misread each other's rows. */
export const Hello = z.strictObject({ schema: z.int(), capacity: Capacity });

export const Statement = z.strictObject({ text: z.string(), values: z.array(z.unknown()) });

/** What is answered, to a hello without rows. A failure keeps what the database says of it: its code is what it is told by. */
export const Answer = z.union([
  z.strictObject({ rows: z.array(z.record(z.string(), z.unknown())), affected: z.number() }),
  z.strictObject({ failed: z.strictObject({ message: z.string(), is: z.record(z.string(), z.unknown()) }) }),
  z.strictObject({ refused: z.int() }),
]);
export type Answer = z.infer<typeof Answer>;

export const Told = z.strictObject({ workspace: z.string().nullable() });
