import { z } from "@hono/zod-openapi";
import { type Guard, mattersBetween } from "@cleartitle/access";
import type { Knowledge } from "@cleartitle/catalogue";
import { handler, type Handler, JobFailure } from "@cleartitle/jobs";
import { problem, type Problem } from "@cleartitle/norms";
import { StoreRefusal } from "@cleartitle/store";
import { digesting, mergeGraphs, type TitleGraph, withNotRead } from "@cleartitle/title";
import type { Backing } from "../backing.js";
import { inSteps } from "../in-steps.js";
import { readSource } from "./reading.js";
import { ImportSource } from "./source.js";

/** Problems and files that a result tells; the numbers tell of all. */
const mostTold = 100;
const mostTries = 5;

const ImportPayload = z.strictObject({
  source: ImportSource,
  /** The one local user of a machine has no second person who could approve. */
  mayGovern: z.boolean(),
});

interface ImportResult {
  readonly changeSet: number;
  readonly assets: number;
  readonly statements: number;
  readonly files: { readonly read: number; readonly leftOut: number; readonly told: readonly { readonly file: string; readonly format: string | null; readonly why: string | null }[] };
  readonly problems: { readonly count: number; readonly told: readonly Problem[] };
}

const sayOf = (source: ImportSource): string => (source.from === "server" ? `${source.kind} ${source.address}` : source.name);

/** The graph to be written: of an empty workspace what was read, else what is there with it. */
function merged(now: TitleGraph | null, read: TitleGraph, mayGovern: boolean): { readonly graph: TitleGraph; readonly problems: readonly Problem[] } {
  const together = now === null ? { graph: read, problems: [] } : mergeGraphs(now, read);
  const touched = mayGovern ? [] : mattersBetween(now, together.graph);
  if (touched.length > 0) throw new JobFailure(problem("forbidden", `it brings ${touched.map((matter) => `a ${matter}`).join(" and ")}, which one person proposes and another approves`, { hint: "leave them out, and propose them" }), false);
  return together;
}

interface Importing extends Pick<Backing, "states" | "catalogue"> {
  /** Judges the addresses that people name. */
  readonly guard: Guard;
  /** What names license texts among what is imported; null: license files are passed over. */
  readonly knowledge: () => Knowledge | null;
}

/** Reads what was uploaded, or what a server answers, and records it as one change set of the workspace. */
export function importJob({ states, catalogue, guard, knowledge }: Importing): Handler {
  return handler({
    kind: "import", payload: ImportPayload, atOnce: 1,
    async run(job): Promise<ImportResult> {
      const { source, mayGovern } = job.payload;
      const workspace = await states.workspace(job.workspace);
      for (let tries = 1; ; tries += 1) {
        const { number, graph: now } = await workspace.graph();
        const { graph: read, files, problems } = await readSource(source, {
          us: now?.us ?? "us", recordedAt: job.now(), catalogue, knowledge, guard, signal: job.signal, bytes: (digest) => workspace.file(digest), step: (done, total, doing) => void job.progress({ done, total, note: doing === undefined ? null : `files ${doing}` }).catch(() => undefined),
        });
        if (read === null) throw new JobFailure(problems[0] ?? problem("unsupported", "nothing was read"), problems[0]?.code === "io");
        const { graph, problems: met } = merged(now, withNotRead(read, problems), mayGovern);
        try {
          const changeSet = await workspace.write(graph, { by: job.by, at: job.now(), request: job.request("write") }, number, {
            source: sayOf(source), files: files.slice(0, 10_000).map(({ file, format }) => ({ file, format, sha256: null })),
          });
          // Whoever asks first after it does not wait for what decisions name of so many records.
          const { world } = await states.newest(job.workspace);
          if (world !== null) await inSteps(digesting(world.graph));
          const all = [...problems, ...met];
          const isRead = files.filter((each) => each.format !== null).length;
          return {
            changeSet, assets: read.assets.size, statements: read.statements.length, files: { read: isRead, leftOut: files.length - isRead, told: files.slice(0, mostTold) }, problems: { count: all.length, told: all.slice(0, mostTold) },
          };
        } catch (error) {
          // Somebody wrote meanwhile: what was read is put together with what is there now.
          if (!(error instanceof StoreRefusal) || error.problem.code !== "conflict" || tries === mostTries) throw error;
        }
      }
    },
  });
}
