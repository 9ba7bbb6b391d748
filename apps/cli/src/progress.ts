import type { Io } from "./io.js";

/** Counts on stderr while many questions are decided; only a terminal sees it. */
export function progress(io: Io, total: number): { readonly step: (done: number) => void; readonly end: () => void } {
  if (io.stderr.isTTY !== true || total < 200) return { step: () => undefined, end: () => undefined };
  return {
    step: (done) => {
      if (done % 100 === 0) io.stderr.write(`\r${done} of ${total} questions decided`);
    },
    end: () => io.stderr.write("\r\u001b[2K"),
  };
}
