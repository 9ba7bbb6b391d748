import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWorkspace } from "../api/workspace.js";
import { useWorkspaces } from "../api/workspaces.js";

/** Which workspace is shown. Going to another forgets everything of this one. */
export function WorkspaceSwitch() {
  const workspace = useWorkspace();
  const { data = [] } = useWorkspaces();
  const client = useQueryClient();
  const navigate = useNavigate();
  const names = data.includes(workspace) ? data : [workspace, ...data];
  return (
    <label className="workspace">
      Workspace
      <select value={workspace} onChange={({ target }) => {
        client.removeQueries({ queryKey: ["workspace"] });
        void navigate({ to: `/w/${encodeURIComponent(target.value)}/ask` as never });
      }}>
        {names.map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
  );
}
