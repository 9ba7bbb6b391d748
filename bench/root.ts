import { resolve } from "node:path";

/** The folder of the repository: npm runs its commands there, and where a program of `bench/` itself stands turns on whether it was built first. */
export const root = resolve(".");
