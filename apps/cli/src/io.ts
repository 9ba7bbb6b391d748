import type { Catalogue, OpenedCatalogue } from "@cleartitle/catalogue";
import type { DecideOptions, Decision, Outline, OutlineOptions } from "@cleartitle/engine";
import type { Persons } from "@cleartitle/intake";
import type { configuredModel } from "@cleartitle/model";
import type { Problem } from "@cleartitle/norms";
import type { TitleGraph } from "@cleartitle/title";

/** A stream to write to, as far as a command needs one. */
interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface World {
  readonly graph: TitleGraph;
  readonly catalogue: Catalogue;
}

export interface ConnectRequest {
  /** Kind of server; the first path is its address, the others name what to ask for. */
  readonly kind: string;
  /** Where its answers stay. */
  readonly keep: string | undefined;
  readonly mayBeInside: boolean;
  readonly env: Io["env"];
  readonly interrupted: Promise<void>;
  readonly step?: (done: number, known: number) => void;
  readonly waiting?: (seconds: number, why: string) => void;
}

export interface ImportRequest {
  readonly paths: readonly string[];
  /** Asks a server in place of reading paths. */
  readonly connect?: ConnectRequest;
  /** As named on the command line; left out: recognized. */
  readonly format: string | undefined;
  readonly us: string;
  readonly recordedAt: string | undefined;
  /** Takes the title file that one document of one's own carries. */
  readonly whole?: boolean;
  /** Folder that the paths start from. */
  readonly folder: string;
  readonly step?: (done: number, total: number, doing: string) => void;
  /** Certificates (PEM) of whom the user trusts to sign. */
  readonly trustAnchors?: string;
  /** What becomes of natural persons whom files name; left out: dropped. */
  readonly persons?: Persons;
}

export interface FileTaken {
  readonly file: string;
  /** As named on the command line; null: it was left out. */
  readonly format: string | null;
  readonly records: number;
  /** Why it was left out. */
  readonly why: string | null;
}

export interface Imported {
  readonly graph: TitleGraph | null;
  readonly problems: readonly Problem[];
  /** What was read and what was left out, in words for a person. */
  readonly notes: readonly string[];
  /** Each file with the format it was read as, or why it was left out. */
  readonly files?: readonly FileTaken[];
  /** To be done when all was written. */
  readonly end?: () => Promise<void>;
}

/** The rooms below, asked for only when a command needs them, so that `--help` waits for none of them. */
export interface Rooms {
  catalogue(): Promise<OpenedCatalogue>;
  decide(): Promise<(world: World, use: string, options: DecideOptions) => Decision>;
  outline(): Promise<(world: World, use: string, options: OutlineOptions) => Outline>;
  import(request: ImportRequest): Promise<Imported>;
  /** The language model that the environment names. */
  model(env: Io["env"]): ReturnType<typeof configuredModel>;
}

/** Everything of the world that a command may touch. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** Today as YYYY-MM-DD: the date at which waivers end and synthetic questions are asked, unless one is given. */
  readonly today: () => string;
  /** This instant in UTC, for what is recorded; left out: the beginning of today. */
  readonly now?: () => string;
  /** Asks whoever sits at the terminal; left out: nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** Settles when the user interrupts. */
  readonly interrupted: Promise<void>;
  readonly rooms: Rooms;
}

/** The instant at which something is recorded. */
export const nowOf = ({ now, today }: Io): string => now?.() ?? `${today()}T00:00:00Z`;

/** Color only for eyes: on a terminal, and where NO_COLOR is not set (to anything but the empty string). */
export const wantsColor = (io: Io): boolean => io.stdout.isTTY === true && (io.env["NO_COLOR"] ?? "") === "" && io.env["TERM"] !== "dumb";

export const widthOf = (io: Io): number => Math.min(120, io.stdout.isTTY === true ? (io.stdout.columns ?? 100) : 100);
