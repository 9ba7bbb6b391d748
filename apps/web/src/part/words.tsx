/** Words of the program, in which what somebody wrote stands between backticks. */
export function Words({ text }: { readonly text: string }) {
  return <>{text.split("`").map((part, at) => (at % 2 === 1 ? <code key={`${at} ${part}`}><bdi>{part}</bdi></code> : <bdi key={`${at} ${part}`}>{part}</bdi>))}</>;
}
