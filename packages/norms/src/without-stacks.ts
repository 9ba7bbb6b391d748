/** Does a work whose errors nobody throws: for each that the YAML library lists, Node writes down where it was made, which is most of the time that a broken text takes. */
export function withoutStacks<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
