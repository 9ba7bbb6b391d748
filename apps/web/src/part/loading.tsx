import { useEffect, useState } from "react";
import "./loading.css";

/** How long something has been waited for. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

/** One line where something will be said, with how long it has been from the first second on. */
export function Waiting({ what }: { readonly what: string }) {
  const seconds = useSeconds();
  return <p className="soft" role="status" aria-busy="true">{what}{seconds === 0 ? " …" : `: ${seconds} s`}</p>;
}

/** Where something will be: nothing for a moment, then its shape, and after a second how long it has been. */
export function Loading({ what = "Loading" }: { readonly what?: string }) {
  const seconds = useSeconds();
  return (
    <div className="loading" aria-busy="true">
      <p className="soft" role="status">{seconds === 0 ? <span className="unseen">{what}</span> : `${what}: ${seconds} s`}</p>
      <div className="skeleton" aria-hidden="true"><i /><i /><i /><i /></div>
    </div>
  );
}
