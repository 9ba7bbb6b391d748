import { ChangedWords } from "./changed-words.js";
import type { Returned } from "./use-returned.js";

type Difference = Returned["differences"][number];

const kinds: Readonly<Record<Difference["kind"], string>> = { value: "another value", edited: "other words", added: "added", removed: "taken out", "filled-in": "filled in", open: "an open change", untold: "beside the text" };

const parts: Readonly<Record<string, string>> = { document: "The document", cover: "Cover page", contents: "Contents", signature: "Places to sign", further: "Words outside of every topic", parties: "Parties", signed: "Signature" };

/** What the text of a document says otherwise than the deal inside it, with the words. */
export function ReturnedDifferences({ differences, titleOf }: { readonly differences: readonly Difference[]; readonly titleOf: (id: string) => string }) {
  return (
    <ol className="clause-changes">
      {differences.map(({ kind, where, before, after, note }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- differences of one document, which does not change
        <li key={at} data-row="" tabIndex={-1}>
          <h3><bdi>{parts[where] ?? titleOf(where)}</bdi> <span className="soft small">{kinds[kind]}</span></h3>
          {(before !== null || after !== null) && <ChangedWords before={before} after={after} />}
          <p className="small soft"><bdi>{note.replaceAll("`", "")}</bdi></p>
        </li>
      ))}
    </ol>
  );
}
