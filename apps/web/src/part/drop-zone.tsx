import { type ReactNode, useState } from "react";
import "./drop.css";

/** Where something is dropped; shown as ready while something is over it. */
export function DropZone({ onDrop, children }: { readonly onDrop: (dropped: DataTransfer) => void; readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={`drop${isOver ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer);
      }}
    >
      {children}
    </div>
  );
}
