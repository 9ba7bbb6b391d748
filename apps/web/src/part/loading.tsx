import { useEffect, useState } from "react";

/** Nothing for a second; then a line that says how long it has been. */
export function Loading({ what = "Loading" }: { readonly what?: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="soft" role="status" aria-busy="true">
      {seconds === 0 ? <span className="unseen">{what}</span> : `${what}: ${seconds} s`}
    </p>
  );
}
