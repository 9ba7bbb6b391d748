import { canonicalJson, nameHint, problem, type Problem, type ProblemCode } from "@cleartitle/norms";
import { commitmentTo, type Entry, leafBytes, leafOf, leafText } from "../entry/entry.js";
import { eventKinds, isEventKind } from "../entry/kind.js";
import { readEntry } from "../entry/read-entry.js";
import { readVerifierKey } from "../head/key.js";
import { appendLeaves, emptyTree, type Tree } from "../merkle/tree.js";
import type { Faults } from "./faults.js";
import { KeySchedule } from "./key-schedule.js";
import type { Line } from "./line.js";
import { Withheld } from "./withheld.js";

/** Goes through the entries in order, each checked by itself and in its place, and grows the tree that heads are held against. */
export class EntryWalk {
  readonly keys = new KeySchedule();
  readonly withheld = new Withheld();
  readonly kinds = new Map<string, number>();
  /** Index that the next entry must have: as many were taken. */
  position = 0;
  /** Whether all entries so far stand in their places. What follows one that does not is not told again and again. */
  isOrdered = true;
  ledger: string | null = null;
  /** null: an entry is missing, double or not to be read, so that no root can be told any more. */
  tree: Tree | null = emptyTree;

  constructor(
    private readonly faults: Faults,
    private readonly file: string,
  ) {}

  #fault(line: number, code: ProblemCode, message: string, entry: number, rest: Partial<Problem> = {}): void {
    this.faults.add(problem(code, message, { file: this.file, line, ...rest }), entry);
  }

  /** The entry of a line, where it is one; what is wrong with it is among the faults. */
  take(line: Line): Entry | null {
    const at = this.position;
    const read = line.problem === null ? readEntry(line.text, { file: this.file, line: line.number }) : { entry: null, problem: line.problem };
    if (read.entry === null) {
      this.faults.add({ ...read.problem, message: `entry ${at}: ${read.problem.message}` }, at);
      this.tree = null;
      this.position += 1;
      return null;
    }
    this.#place(read.entry, line.number);
    this.#content(read.entry, line.number);
    this.position += 1;
    return read.entry;
  }

  #place({ event, leaf }: Entry, line: number): void {
    const { index, ledger } = event;
    this.ledger ??= ledger;
    if (ledger !== this.ledger) this.#fault(line, "unproven", `entry ${this.position} is of the ledger \`${ledger}\`, and not of \`${this.ledger}\``, this.position);
    if (index !== this.position && this.isOrdered) {
      this.#fault(line, "unproven", `entry ${index} stands where entry ${this.position} must stand`, this.position, { hint: "an entry was taken out, put in, doubled or moved" });
      this.isOrdered = false;
      this.tree = null;
    }
    const hash = leafOf(canonicalJson(event));
    if (leafText(hash) !== leaf) this.#fault(line, "unproven", `entry ${index} is not what was recorded: its hash is ${leafText(hash)} and was ${leaf}`, this.position, { hint: "the event or its hash was altered after it was recorded" });
    if (this.tree !== null) this.tree = appendLeaves(this.tree, [leafBytes(leaf)]).tree;
  }

  #content(entry: Entry, line: number): void {
    const { event, open } = entry;
    const fault = (code: ProblemCode, message: string, hint: string | null = null): void => this.#fault(line, code, `entry ${event.index}: ${message}`, this.position, { hint });
    for (const [name, { salt, value }] of Object.entries(open)) {
      if (event.fields[name] !== commitmentTo(name, salt, canonicalJson(value))) fault("unproven", `\`${name}\` does not say what was recorded`, "the value was altered after it was recorded");
    }
    this.kinds.set(event.kind, (this.kinds.get(event.kind) ?? 0) + 1);
    this.withheld.entry(entry);
    if (!isEventKind(event.kind)) return fault("unknown-name", `there is no kind of event \`${event.kind}\``, nameHint(event.kind, Object.keys(eventKinds)) ?? "a newer version of the program may know it");
    const lacking = eventKinds[event.kind].filter((name) => !Object.hasOwn(event.fields, name));
    if (lacking.length > 0) fault("missing-key", `an event \`${event.kind}\` has ${lacking.map((name) => `\`${name}\``).join(", ")}`);
    if ((event.kind === "opened") !== (event.index === 0)) fault("unproven", event.index === 0 ? "a ledger begins with `opened`" : "a ledger is opened once");
    if (event.kind === "opened" || event.kind === "key-changed") this.#key(entry, fault);
    const refused = event.kind === "redaction" ? this.withheld.redaction(entry) : null;
    if (refused !== null) fault("not-allowed", refused);
  }

  #key({ event, open }: Entry, fault: (code: ProblemCode, message: string) => void): void {
    const text = open["key"]?.value;
    // A ledger may be begun before it has a key: its entries count when the first key signs a head over them.
    if (event.kind === "opened" && text === null) return;
    const key = typeof text === "string" ? readVerifierKey(text) : null;
    if (key === null || key.name !== event.ledger) fault("bad-value", "`key` is no public key of this ledger");
    else this.keys.add(event.index, key);
  }
}
