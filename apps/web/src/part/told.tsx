import "./told.css";

/** What was done, as it is told once it is. */
export function Told({ text }: { readonly text: string }) {
  return <p role="status" className="told">{text}</p>;
}
