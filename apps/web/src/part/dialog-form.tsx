import { type ReactNode, useId, useRef } from "react";
import { ProblemBox } from "./problem-box.js";
import "./dialog-form.css";

interface DialogFormProps {
  /** On the button that opens it. */
  readonly label: string;
  readonly title: string;
  /** On the button that carries it out. */
  readonly run: string;
  readonly isMain?: boolean;
  /** Carries it out; the dialog closes once that is done. */
  readonly onRun: () => Promise<unknown>;
  readonly isRunning: boolean;
  readonly problem: unknown;
  readonly children: ReactNode;
}

/** Something that is written before it is done: a button, and behind it what has to be said. */
export function DialogForm({ label, title, run, isMain = false, onRun, isRunning, problem, children }: DialogFormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" className={isMain ? "main" : undefined} onClick={() => dialog.current?.showModal()}>{label}</button>
      <dialog ref={dialog} className="dialog-form" aria-labelledby={id}>
        <form onSubmit={(event) => {
          event.preventDefault();
          // What went wrong is told in the dialog, which stays open.
          onRun().then(close, () => undefined);
        }}>
          <h2 id={id}>{title}</h2>
          {children}
          {problem !== null && <ProblemBox problem={problem} />}
          <div className="fields"><button className="main" disabled={isRunning}>{isRunning ? `${run} …` : run}</button><button type="button" onClick={close}>Cancel</button></div>
        </form>
      </dialog>
    </>
  );
}
