import type { Io } from "./io.js";

/** Counts on stderr while something long is done; only a terminal sees it. */
export function progress(io: Io, total: number, what = "questions decided", every = 100): { readonly step: (done: number, of?: number, doing?: string) => void; readonly end: () => void } {
  if (io.stderr.isTTY !== true || total < 200) return { step: () => undefined, end: () => undefined };
  return {
    step: (done, of = total, doing = what) => {
      // What was written before may have been longer.
      if (done % every === 0) io.stderr.write(`\r\u001b[2K${done} of ${of} ${doing}`);
    },
    end: () => io.stderr.write("\r\u001b[2K"),
  };
}
