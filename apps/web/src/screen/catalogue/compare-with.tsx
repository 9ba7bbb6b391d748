import { useNavigate } from "@tanstack/react-router";
import { useNames } from "../../api/names.js";
import { useWorkspace } from "../../api/workspace.js";
import { Field } from "../../part/field.js";
import { compareAt } from "../../shell/address.js";

/** Letters that two ids begin with: versions of one text stand first. */
function alike(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Another text that this one is compared with; those whose ids are most like it first. */
export function CompareWith({ id }: { readonly id: string }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { instruments } = useNames();
  const others = Object.keys(instruments).filter((other) => other !== id).toSorted((a, b) => alike(b, id) - alike(a, id) || (a < b ? -1 : 1));
  return (
    <Field label="Compare with">
      {(own) => (
        <select {...own} className="compare-with" value="" onChange={({ target }) => void navigate({ to: compareAt(workspace), search: { before: target.value, after: id } })}>
          <option value="" disabled>another text</option>
          {others.map((other) => <option key={other} value={other}>{other}</option>)}
        </select>
      )}
    </Field>
  );
}
