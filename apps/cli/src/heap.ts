import { setFlagsFromString } from "node:v8";

/**
 * From here on the heap is collected when it has grown by so much of what is in use, in percent. Left to itself Node lets it grow to several times that where the machine has the memory, which a
 * runner of a pipeline often has not; work over thousands of questions takes a fifth longer by six tenths, and not quite as much longer by double that (docs/supply-chain.md).
 */
export const growSlowly = (percent = 60): void => setFlagsFromString(`--heap-growing-percent=${percent}`);
