import "./quote.css";

/** The citation of a text, and the way to it where it is known. */
export function Source({ cite, link }: { readonly cite: string; readonly link: string | null }) {
  return <cite className="source">{link === null ? cite : <a href={link} rel="noreferrer" target="_blank">{cite}</a>}</cite>;
}

/** Words of another, set apart as such. */
export function Quote({ text }: { readonly text: string }) {
  return <blockquote className="quote">“<bdi>{text}</bdi>”</blockquote>;
}
