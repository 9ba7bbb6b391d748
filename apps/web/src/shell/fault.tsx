import type { ErrorComponentProps } from "@tanstack/react-router";
import { ApiProblem } from "../api/problem.js";
import { Heading } from "../part/heading.js";
import { ProblemBox } from "../part/problem-box.js";

/** What is shown where a screen could not be: what the API refused, or a bug. */
export function Fault({ error, reset }: ErrorComponentProps) {
  return (
    <div className="fault">
      <Heading title={error instanceof ApiProblem ? "That was refused" : "A bug"} />
      <ProblemBox problem={error} again={reset} />
    </div>
  );
}
