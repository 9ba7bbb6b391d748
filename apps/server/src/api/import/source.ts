import { z } from "@hono/zod-openapi";
import { connectors } from "@cleartitle/connect";
import { personModes, readers } from "@cleartitle/intake";

const kinds = connectors.map((each) => each.kind) as [string, ...string[]];
const formats = readers.map((each) => each.id) as [string, ...string[]];

export const format = z.enum(formats).optional().openapi({ description: "Read as this format alone; left out: recognized." });
export const persons = z.enum(personModes).default("drop").openapi({ description: "Natural persons whom files name: left out, told apart without their names, or recorded." });
export const fileName = z.string().min(1).max(500).regex(/^(?!.*(^|\/)\.\.?(\/|$))[^/\\\p{Cc}][^\\\p{Cc}]*$/u, { message: "a name is a path below a folder, with `/`" });

/** What a server is asked for. */
export const Connection = z.strictObject({
  kind: z.enum(kinds), address: z.url({ protocol: /^https?$/ }).max(2000).openapi({ description: "Of the public network, or one that an administrator allowed." }),
  names: z.array(z.string().min(1).max(500)).max(100).default([]).openapi({ description: "What to ask for; none: all." }), format, persons,
});

const Upload = { name: fileName, sha256: z.string(), format, persons };

/** What a job is to import. */
export const ImportSource = z.discriminatedUnion("from", [
  z.strictObject({ from: z.literal("title"), ...Upload }),
  z.strictObject({ from: z.literal("file"), ...Upload }),
  z.strictObject({ from: z.literal("archive"), ...Upload }),
  z.strictObject({ from: z.literal("server"), ...Connection.shape }),
]);
export type ImportSource = z.infer<typeof ImportSource>;
