import type { ErrorComponentProps } from "@tanstack/react-router";
import { ApiProblem } from "../api/problem.js";
import { Heading } from "../part/heading.js";
import { ProblemBox } from "../part/problem-box.js";

/** A screen that could not be fetched, in the words of each browser. What failed once is not fetched anew before the whole page is. */
const isNotFetched = (error: unknown): boolean => error instanceof Error && /preload CSS|dynamically imported module|module script failed/i.test(error.message);

const notFetched = new ApiProblem(0, [{ code: "unreachable", message: "the server does not answer, or was renewed since this page was opened", hint: "see whether it runs, then load the page again", pointer: null }]);

/** What is shown where a screen could not be: what the API refused, that nobody answered, or a bug. */
export function Fault({ error, reset }: ErrorComponentProps) {
  if (isNotFetched(error)) return <div className="fault"><Heading title="This screen could not be fetched" /><ProblemBox problem={notFetched} again={() => location.reload()} /></div>;
  return (
    <div className="fault">
      <Heading title={error instanceof ApiProblem ? "That was refused" : "A bug"} />
      <ProblemBox problem={error} again={reset} />
    </div>
  );
}
