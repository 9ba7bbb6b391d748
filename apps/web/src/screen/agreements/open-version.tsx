import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { answered, api } from "../../api/client.js";
import { useWorkspace } from "../../api/workspace.js";
import { Loading } from "../../part/loading.js";
import { ProblemBox } from "../../part/problem-box.js";
import { draftAt } from "../../shell/address.js";
import { readDeal } from "./use-drafts.js";

interface OpenVersionProps {
  readonly agreement: string;
  readonly version: string;
  /** A draft is open that has changes. */
  readonly isOpen: boolean;
  readonly onRead: (deal: string) => void;
}

/** Takes a version of an agreement to write on; a draft with changes is left only where somebody says so. */
export function OpenVersion({ agreement, version, isOpen, onRead }: OpenVersionProps) {
  const workspace = useWorkspace();
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const { text } = await answered(api.GET("/workspaces/{workspace}/agreements/{id}/versions/{number}", { params: { path: { workspace, id: agreement, number: Number(version) } } }));
      return JSON.stringify((await readDeal(workspace, text)).deal);
    },
    onSuccess: onRead,
  });
  useEffect(() => {
    if (!isOpen) mutate();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each version
  }, [agreement, version]);
  if (error !== null) return <><ProblemBox problem={error} again={mutate} /><p><Link to={draftAt(workspace)}>Draft something else</Link></p></>;
  if (isPending) return <Loading what="Reading the version" />;
  return isOpen ? <p>Another draft is open, with changes. <button type="button" onClick={() => mutate()}>Leave it, and take version {version} of {agreement}</button></p> : null;
}
