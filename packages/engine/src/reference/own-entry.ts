/** The entry of a record under a name that came from a file: never one that every object inherits. */
export const ownEntry = <T>(record: Readonly<Record<string, T | undefined>> | undefined, name: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
