import { testsIn, type Norm, type Test } from "@cleartitle/norms";

const readBy = (test: Test): readonly string[] => ("fact" in test ? [test.fact] : "quantity" in test ? [test.quantity] : "actor" in test ? ["actor.kind"] : []);

/** Every fact and quantity that the conditions of some norms read, and that a presumption stands in for. */
export function factsReadBy(norms: readonly Pick<Norm, "if">[]): ReadonlySet<string> {
  const read = new Set<string>();
  for (const norm of norms) {
    for (const fact of testsIn(norm.if).flatMap(readBy)) read.add(fact);
    if ("presume" in norm) read.add((norm as Extract<Norm, { kind: "presume" }>).presume.fact);
  }
  return read;
}
