import { guarded, type Migration, role, taking, workspaceSetting } from "./migration.js";

/** The role that takes out what a redaction names. No login of the program may have it: it is taken by name, by the owner of the schema. */
const eraser = "cleartitle_eraser";

/** Tables of what is recorded, with the columns that may be blanked; what is not named can only be read. */
const blanked: Readonly<Record<string, readonly string[]>> = {
  workspaces: [], change_sets: ["by", "why", "changes", "erased"], records: ["content", "erased"], evidence_files: ["by", "media_type", "erased"], evidence_chunks: [], imports: ["source", "files"],
  decisions: ["by", "question"], ledgers: [], ledger_entries: ["salts", "told"], ledger_nodes: [], ledger_states: [], ledger_heads: [],
};

const erasing = (table: string, columns: readonly string[]): readonly string[] => {
  const own = `${table === "workspaces" ? "id" : "workspace"} = current_setting('${workspaceSetting}', true)`;
  return [
    `create policy of_erased on cleartitle.${table} to ${eraser} using (${own}) with check (${own})`,
    `grant select on cleartitle.${table} to ${eraser}`,
    ...(columns.length === 0 ? [] : [`grant update (${columns.join(", ")}) on cleartitle.${table} to ${eraser}`]),
  ];
};

export const ledger: Migration = {
  version: 6,
  name: "ledger",
  statements: [
    role(eraser),
    taking(eraser),
    `grant usage on schema cleartitle to ${eraser}`,
    `create table cleartitle.ledgers (
      workspace text primary key references cleartitle.workspaces (id),
      name text not null unique
    )`,
    ...guarded("ledgers"),
    `create table cleartitle.ledger_entries (
      workspace text not null references cleartitle.ledgers (workspace),
      entry integer not null check (entry >= 0),
      kind text not null,
      event text not null,
      leaf text not null,
      salts text not null,
      told text not null,
      number integer,
      section text,
      key text,
      request text,
      primary key (workspace, entry),
      unique (workspace, request)
    )`,
    "create index ledger_entries_by_record on cleartitle.ledger_entries (workspace, number, section, key)",
    ...guarded("ledger_entries"),
    `create table cleartitle.ledger_nodes (
      workspace text not null references cleartitle.ledgers (workspace),
      level integer not null check (level > 0),
      place integer not null check (place >= 0),
      hash text not null,
      primary key (workspace, level, place)
    )`,
    ...guarded("ledger_nodes"),
    `create table cleartitle.ledger_states (
      workspace text not null references cleartitle.ledgers (workspace),
      size integer not null check (size > 0),
      peaks text not null,
      signer text,
      primary key (workspace, size)
    )`,
    ...guarded("ledger_states"),
    `create table cleartitle.ledger_heads (
      workspace text not null,
      size integer not null,
      head text not null,
      primary key (workspace, size),
      foreign key (workspace, size) references cleartitle.ledger_states (workspace, size)
    )`,
    ...guarded("ledger_heads"),
    ...["records", "change_sets", "evidence_files"].map((table) => `alter table cleartitle.${table} add column erased integer`),
    ...Object.entries(blanked).flatMap(([table, columns]) => erasing(table, columns)),
    ...["ledger_entries", "ledger_nodes", "ledger_states", "ledger_heads"].map((table) => `grant insert on cleartitle.${table} to ${eraser}`),
    `grant delete on cleartitle.evidence_chunks to ${eraser}`,
  ],
};
