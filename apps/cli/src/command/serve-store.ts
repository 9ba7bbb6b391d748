import { basename, dirname, resolve } from "node:path";
import { type Guard, guardOf } from "@cleartitle/access";
import { defaultCatalogueDir, type Knowledge, loadKnowledge } from "@cleartitle/catalogue";
import { namesOf, sayDecision } from "@cleartitle/engine";
import { isMailAddress, lookDaily, type PostOffice } from "@cleartitle/jobs";
import type { SigningKey } from "@cleartitle/ledger";
import type { ExitCode } from "@cleartitle/norms";
import { identifyBy, localUser, openApi, type LogLine, type ServedApi } from "@cleartitle/server";
import { holdStore, JobQueue, NoticeBoard, Store } from "@cleartitle/store";
import { nowOf, wantsColor, widthOf, type Io, type World } from "../io.js";
import { listening, type ServeOptions } from "../serve/listening.js";
import { accessIn, roomsFor } from "../serve/people.js";
import { Stop, usageStop } from "../stop.js";
import { servedModel } from "../serve/served-model.js";
import { bringIn, firstContents, firstRequest } from "../serve/first-contents.js";
import { clausesOf } from "./clauses.js";
import { secretIn } from "./ledger-write.js";
import { decideOptions, openCatalogue, useNamed } from "../world.js";
import { placeOf, recordIn, stopping } from "./db.js";

/** How much one person may ask of their own machine: more than a browser does, less than keeps it busy. */
const rate = { burst: 2_000, perSecond: 500 };

/** `examples/hosted-assistant/cleartitle.yaml` is the workspace `hosted-assistant`. */
function workspaceNameOf(io: Io, file: string): string {
  const name = basename(dirname(resolve(io.folder, file))).toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-").replace(/^-+/, "").slice(0, 63);
  return name === "" ? "title" : name;
}

/** Servers that people may name beside those of the public network, as whoever runs this one allows them. */
function guardAllowing(io: Io): Guard {
  const guard = guardOf({ allow: (io.env["CLEARTITLE_MAY_REACH"] ?? "").split(",").map((each) => each.trim()).filter((each) => each !== "") });
  if (typeof guard !== "function") throw new Stop(guard);
  return guard;
}

/** The mail server, as whoever runs this one names it. Without one nobody is told by mail. */
function postOfficeOf({ env }: Io): PostOffice | null {
  const url = env["CLEARTITLE_SMTP_URL"] ?? "";
  if (url === "") return null;
  const from = env["CLEARTITLE_MAIL_FROM"] ?? "";
  if (!/^smtps?:\/\//.test(url)) throw usageStop("CLEARTITLE_SMTP_URL is no address of a mail server", "write it like smtps://user:password@mail.acme.example");
  if (!isMailAddress(from)) throw usageStop("CLEARTITLE_MAIL_FROM is no address for mail", "write it like title@acme.example");
  const origin = env["CLEARTITLE_ORIGIN"] ?? "";
  if (!/^https?:\/\/[^/]+$/.test(origin)) throw usageStop("CLEARTITLE_ORIGIN is needed for links in mails", "write it like https://title.acme.example");
  return { url, from, base: origin };
}

/** Read when the first import asks for it: it takes longer than to open the server. */
function knowledgeOf(catalogue: World["catalogue"]): Knowledge | null {
  const directory = defaultCatalogueDir();
  return directory === null ? null : loadKnowledge(directory, catalogue).knowledge;
}

/** The workspace of a title file: made of it the first time, and left as it is from then on. Its records come last, so one that is there without any is one whose first time was cut off, and what is lacking is brought. */
async function loaded(io: Io, { store, queue }: { readonly store: Store; readonly queue: JobQueue }, id: string, file: string, beside: string | undefined): Promise<void> {
  const recording = { by: userOf(io), at: nowOf(io) };
  const there = await store.workspace(id).catch((error: unknown) => {
    if (isNotFound(error)) return null;
    throw error;
  });
  if (there !== null && (await there.graph()).number > 0) return;
  const graph = await recordIn(io, file);
  const said = { by: recording.by, at: new Date(recording.at).toISOString() };
  const contents = beside === undefined ? null : await firstContents(io, beside, graph, said);
  const kept = there ?? (await store.create(id, recording));
  if (contents !== null) await bringIn(contents, id, kept, queue, said);
  await kept.write(graph, { ...recording, request: firstRequest("records") }, 0, { source: file, files: [] });
}

const userOf = (io: Io): string => io.env["USER"] || "local";
const isNotFound = (error: unknown): boolean => error instanceof Error && "problem" in error && (error.problem as { readonly code: string }).code === "not-found";

/** Says the answer of one use as it is now, and where the application shows it. */
async function saidIn(io: Io, api: ServedApi, id: string, options: ServeOptions): Promise<string> {
  const { world } = await api.states.newest(id);
  if (world === null) return `w/${id}`;
  const use = options.use ?? world.graph.uses.keys().next().value;
  if (use === undefined) return `w/${id}`;
  useNamed(world.graph, use);
  const decide = await io.rooms.decide();
  io.stdout.write(sayDecision(decide(world, use, decideOptions(options)), { names: namesOf(world), color: wantsColor(io), width: widthOf(io) }));
  const asked = new URLSearchParams({ use, ...(options.asOf === undefined ? {} : { asOf: options.asOf }), ...(options.profile === undefined ? {} : { profile: options.profile }) });
  return `w/${id}/ask?${asked.toString()}`;
}

/** Serves the store, over HTTP and to people on this machine alone, until it is interrupted. */
export async function serveStore(io: Io, file: string | undefined, options: ServeOptions): Promise<ExitCode> {
  const named = options.workspace ?? (file === undefined ? undefined : workspaceNameOf(io, file));
  if (options.use !== undefined && named === undefined) throw usageStop("--use needs a workspace", "name it by --workspace");
  if (options.with !== undefined && file === undefined) throw usageStop("--with needs a title file", "what it holds begins a new workspace with the records of that file");
  const access = options.people === undefined ? null : await accessIn(io, options.people);
  const model = await servedModel(io, options.model === true);
  const catalogue = await openCatalogue(io);
  const decide = await io.rooms.decide();
  const keys: SigningKey[] = [];
  for (const path of options.ledgerKey ?? []) keys.push(await secretIn(io, path));
  const connection = await stopping(() => holdStore(placeOf(io, options, "login")));
  const store = new Store(connection, undefined, keys);
  try {
    const queue = new JobQueue(connection);
    if (file !== undefined) await stopping(() => loaded(io, { store, queue }, named!, file, options.with));
    const people = access === null ? null : await stopping(() => roomsFor(io, access, connection));
    const now = (): string => new Date(nowOf(io)).toISOString();
    if (named !== undefined) await stopping(() => lookDaily(queue, named, { by: userOf(io), at: now() }));
    const api = openApi({
      store, queue, board: new NoticeBoard(connection), postOffice: postOfficeOf(io), catalogue, decide, clauses: () => clausesOf(catalogue).library, identify: people === null ? localUser(userOf(io)) : identifyBy(people, now), access: people, model, now, elapsed: () => performance.now(), rate,
      guard: access?.guard ?? guardAllowing(io), knowledge: () => knowledgeOf(catalogue),
      log: (line: LogLine) => void (options.quiet === true && !("bug" in line) ? undefined : io.stderr.write(`${JSON.stringify(line)}\n`)),
    });
    try {
      // What is recorded is for whoever opens a page, and where people sign in not for the terminal.
      const shown = named === undefined || people !== null ? "" : await stopping(() => saidIn(io, api, named, options));
      return await listening(io, { api, origin: people?.origin ?? null, port: options.port, shown }, async (url) => {
        if ("announce" in connection) await stopping(() => connection.announce(url));
        void api.prepare();
        io.stdout.write(`The API is at ${url}api/v1, described by ${url}api/v1/openapi.json\n`);
      });
    } finally {
      // Also where nothing was served: what looks for work ends before the database does.
      await api.close();
    }
  } finally {
    await store.close();
  }
}
