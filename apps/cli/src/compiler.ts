import { setFlagsFromString } from "node:v8";

/**
 * From here on V8 inlines little and optimizes a function later. Thousands of different questions run through hundreds of functions some thousand times each: before its compiler is done with all of them the
 * work is, and what it inlines hardly serves any. It takes a sixth less of a processor so (docs/decisions/0069-a-slower-compiler.md).
 */
export function compileLess(): void {
  for (const flag of ["--max-inlined-bytecode-size-cumulative=150", "--interrupt-budget=200000"]) setFlagsFromString(flag);
}
