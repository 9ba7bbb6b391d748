import { formatProblem, type ExitCode } from "@cleartitle/norms";
import type { Io } from "../io.js";
import { Stop } from "../stop.js";
import { ownVersion } from "../version.js";

const least = [20, 19] as const;

function nodeIsNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

/** Says whether the program can work here: its engine, Node, the catalogue, how much is in it and which it is. */
export async function doctor(io: Io, node: string): Promise<ExitCode> {
  const { catalogue, problems, directory, from, notes } = await io.rooms.catalogue();
  const { engineVersion } = await import("@cleartitle/engine");
  const newEnough = nodeIsNewEnough(node);
  io.stdout.write(`cleartitle ${ownVersion()}\nengine     ${engineVersion}\nnode       ${node} ${newEnough ? "(fine)" : `(too old: ${least.join(".")} or newer is needed)`}\ncatalogue  ${directory ?? (from === "built" ? "built, without its records" : "not found")}${directory === null ? "" : from === "built" ? " (built)" : " (records read one by one)"}\n`);
  for (const note of notes) io.stderr.write(`note: ${note}\n`);
  if (catalogue === null || problems.length > 0) {
    io.stdout.write(`           not usable: ${problems.length} problems\n`);
    throw new Stop(problems);
  }
  const { instruments, laws, positions, aliases, taxonomies, digests } = catalogue;
  io.stdout.write(
    [
      `           ${instruments.size} instruments, ${laws.size} rules of law, ${positions.size} positions, ${aliases.size} license names`,
      `           ${taxonomies.actions.size} actions, ${taxonomies.derivationKinds.size} derivation kinds, ${taxonomies.groups.size} groups of places, ${taxonomies.facts.size} facts`,
      ...Object.entries(digests).map(([name, digest]) => `${name.padEnd(10)} ${digest}`),
      "",
    ].join("\n"),
  );
  if (newEnough) return 0;
  io.stderr.write(`${formatProblem({ code: "unsupported", message: `Node ${node} is too old`, file: null, line: null, column: null, pointer: null, offending: node, hint: `install Node ${least.join(".")} or newer` })}\n`);
  return 1;
}
