import { identified } from "../identifier.js";

/** A package's URL if a registry may have it under this name and version; where its manifest lies if not, since a registry may have another of its name. */
export function publishedId(type: string, name: string | null, version: string | null, isPrivate: boolean, file: string): string {
  const known = name !== null && version !== null && !isPrivate && /^(?:@[\w.-]+\/)?[\w.-]+$/.test(name) && /^[\w.+!-]+$/.test(version);
  return (known ? identified(`pkg:${type}/${name.replace("@", "%40")}@${version}`)?.id : undefined) ?? `manifest:${file}`;
}
