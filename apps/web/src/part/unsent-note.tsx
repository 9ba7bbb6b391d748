import type { ReactNode } from "react";

interface UnsentNoteProps {
  /** Forgets them. */
  readonly drop: () => void;
  /** What else whoever wrote them should know. */
  readonly children?: ReactNode;
}

/** Says that what was written and not sent is there again, and takes it away on a click. */
export const UnsentNote = ({ drop, children }: UnsentNoteProps) => <p className="soft small">Your unsent words are kept. {children}<button type="button" className="bare" onClick={drop}>Discard them</button></p>;
