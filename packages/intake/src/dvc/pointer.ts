import type { Evidence, Place } from "../evidence.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { partOfKey } from "../license-scope.js";
import { recordNamed } from "../named.js";
import { withoutPersons } from "../personal.js";
import { keptAsClaim, licenseNamesIn, rawOf } from "../unread-license.js";
import { entriesAt, folderOf, isAddress, joined } from "./file-entry.js";
import type { FileEntry } from "./file-entry.js";

/** A `*.dvc` file: the data it tracks, where that was imported from, and what its `meta` says of the origin. */
export interface Pointer {
  readonly file: string;
  readonly sha256: string;
  readonly root: YamlValue;
  readonly outs: readonly FileEntry[];
  readonly deps: readonly FileEntry[];
  /** Whether something that it names among `deps`, or something else of its file, cannot be read. */
  readonly open: boolean;
  /** Where the origin's record says the bytes were fetched. */
  readonly origin: string | null;
}

/** `lost`: there is more in its file, which cannot be read. */
export function pointerFrom(root: YamlValue, file: string, sha256: string, lost: boolean, into: Evidence): Pointer {
  const folder = joined(folderOf(file), textAt(root, "wdir") ?? "");
  const [outs, deps] = [entriesAt(root, "outs", folder, file, into).read, entriesAt(root, "deps", folder, file, into)];
  const [download, page] = [textAt(root, "meta", "origin", "url_download"), textAt(root, "meta", "origin", "url_main")];
  return { file, sha256, root, outs, deps: deps.read, open: deps.lost || lost, origin: download ?? page };
}

/**
 * The id of what an import took its bytes from: a file of another repository at the commit that was locked, or an address.
 * `null` for a path of the same working copy, which has an id of its own.
 */
export function upstreamOf(dep: FileEntry): string | null {
  const url = textAt(dep.value, "repo", "url");
  if (url !== null) {
    const revision = textAt(dep.value, "repo", "rev_lock") ?? textAt(dep.value, "repo", "rev");
    return withoutPersons(`git:${url}${revision === null ? "" : `@${revision}`}#${textAt(dep.value, "path") ?? ""}`);
  }
  return isAddress(dep.path) ? withoutPersons(`url:${dep.path}`) : null;
}

/**
 * Records the license that somebody wrote into `meta`, which the format leaves free: `meta.origin.license`, `meta.source.license`,
 * `meta.license`, and keys beside them that name a part (`code_license`). The producer is often a person; the citation is left out, for it names them among other words.
 */
export function recordMetaLicense(meta: YamlValue | undefined, { id: asset, kind }: { readonly id: string; readonly kind: string }, file: string, sha256: string, into: Evidence): void {
  for (const value of [valueAt(meta, "origin", "producer"), valueAt(meta, "source", "producer"), valueAt(meta, "producer")]) recordNamed(asset, "producer", value, { file, sha256 }, into);
  const whole = [valueAt(meta, "origin", "license"), valueAt(meta, "source", "license"), valueAt(meta, "license")].filter((each) => each !== undefined).map((value) => ({ value, scope: null }));
  const parts = [valueAt(meta, "origin"), valueAt(meta, "source"), meta].flatMap((each) => (each?.entries ?? []).flatMap(([key, value]) => {
    const part = partOfKey(key, kind);
    return part === null ? [] : [{ value, scope: part.scope }];
  }));
  for (const { value, scope } of [...whole, ...parts]) {
    const name = value.entries === null ? textAt(value) : textAt(value, "name");
    const url = value.entries === null ? null : textAt(value, "url");
    const at: Place = { file, line: value.line, sha256 };
    const said = name ?? url;
    const wrong = (each: YamlValue): void => into.problem("wrong-type", "a license in `meta` that is no text and has no `name` and no `url`", { file, line: each.line, column: each.column }, keptAsClaim);
    const names = said !== null ? [said] : value.entries?.length === 0 ? [] : licenseNamesIn(value, wrong);
    into.license({ asset, names, ...(said === null && value.entries !== null && names.length > 0 ? { raw: rawOf(value) } : {}), scope, at });
    if (url !== null) into.statement({ asset, what: "license-link", raw: url, value: url, at });
  }
}
