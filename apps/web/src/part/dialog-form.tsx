import { type ReactNode, useId, useRef, useState } from "react";
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
  /** Told as it is opened and closed. */
  readonly onShown?: (isOpen: boolean) => void;
  /** Whether it can be opened. One that is open stays, though what it is about came to be settled behind it. */
  readonly isOffered?: boolean;
  readonly children: ReactNode;
}

/** What a dialog is about, as it was when the dialog was opened: nobody signs or approves what came into the page behind it. With it what the dialog has as `onShown`. */
export function useAsOpened<T>(now: T): readonly [seen: T, onShown: (isOpen: boolean) => void] {
  const [opened, setOpened] = useState<{ readonly on: T } | null>(null);
  return [opened === null ? now : opened.on, (isOpen) => setOpened(isOpen ? { on: now } : null)];
}

/** Something that is written before it is done: a button, and behind it what has to be said. */
export function DialogForm({ label, title, run, isMain = false, onRun, isRunning, problem, onShown, isOffered = true, children }: DialogFormProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // What went wrong when it was open before is over.
  const [before, setBefore] = useState<unknown>(null);
  const open = (): void => {
    setBefore(problem);
    onShown?.(true);
    dialog.current?.showModal();
  };
  const close = (): void => dialog.current?.close();
  return (
    <>
      {isOffered && <button type="button" className={isMain ? "main" : undefined} onClick={open}>{label}</button>}
      <dialog ref={dialog} className="dialog-form" aria-labelledby={id} onClose={() => onShown?.(false)}>
        <form onSubmit={(event) => {
          event.preventDefault();
          // What went wrong is told in the dialog, which stays open.
          onRun().then(close, () => undefined);
        }}>
          <h2 id={id}>{title}</h2>
          {children}
          {problem !== null && problem !== before && <ProblemBox problem={problem} />}
          <div className="fields"><button className="main" disabled={isRunning}>{isRunning ? `${run} …` : run}</button><button type="button" onClick={close}>Cancel</button></div>
        </form>
      </dialog>
    </>
  );
}
