/** The namespace that publishes an id on a hub, as a party; `null` for the hub's old names without one, and for a namespace without a name. */
export function publisherOf(id: string): string | null {
  const [, system, name] = /^(hf|gh):(?:model\/|dataset\/)?(.+)$/.exec(id) ?? [];
  const [owner, ...rest] = (name ?? "").split("/");
  return system === undefined || owner === undefined || owner === "" || rest.join("/") === "" ? null : `${system}:${owner}`;
}

/** The party that acted, where only the result is known: whoever published it, never `us`. */
export const makerOf = (id: string): string => publisherOf(id) ?? `publisher-of:${id}`;
