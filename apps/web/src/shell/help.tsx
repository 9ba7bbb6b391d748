import "./help.css";

const id = "help";

const rows: readonly (readonly [string, string])[] = [["/", "go to the search of the screen"], ["j", "next row"], ["k", "row before"], ["Enter", "open the row"], ["?", "these keys"], ["Esc", "close"]];

export function openHelp(): void {
  const dialog = document.querySelector<HTMLDialogElement>(`#${id}`);
  if (dialog !== null && !dialog.open) dialog.showModal();
}

/** The keys, told on every screen by `?`. */
export function Help() {
  return (
    <dialog id={id} aria-labelledby="help-title">
      <h2 id="help-title">Keys</h2>
      <dl>
        {rows.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}
      </dl>
      <form method="dialog"><button>Close</button></form>
    </dialog>
  );
}
