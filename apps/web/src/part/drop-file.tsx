import { type ReactNode, useRef } from "react";
import { DropZone } from "./drop-zone.js";

interface DropFileProps {
  /** Of the field that takes a file. */
  readonly label: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Where one file is dropped, or chosen. */
export function DropFile({ label, accept, disabled, onFile, children }: DropFileProps) {
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined): void => {
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    <DropZone onDrop={({ files }) => take(files[0])}>
      {children}
      <p className="choices"><button type="button" disabled={disabled} onClick={() => input.current?.click()}>Choose a file</button></p>
      <input ref={input} className="unseen" type="file" tabIndex={-1} aria-label={label} accept={accept} onChange={({ target }) => {
        take(target.files?.[0]);
        // The same file may be chosen again, after it was mended.
        target.value = "";
      }} />
    </DropZone>
  );
}
