import { ApiProblem } from "../api/problem.js";
import "./problem-box.css";

/** What went wrong, all of it at once, each with what to do about it. */
export function ProblemBox({ problem, again }: { readonly problem: unknown; readonly again?: () => void }) {
  const problems = problem instanceof ApiProblem ? problem.problems : [{ code: "bug", message: problem instanceof Error ? problem.message : "something is wrong", hint: "load the page again", pointer: null }];
  return (
    <div className="problem-box" role="alert">
      <ul>
        {problems.map((each) => (
          <li key={`${each.pointer} ${each.message}`}>
            {each.message}
            {each.pointer !== null && <code> {each.pointer}</code>}
            {each.hint !== null && <p className="soft">{each.hint}</p>}
          </li>
        ))}
      </ul>
      {again !== undefined && <button type="button" onClick={again}>Try again</button>}
    </div>
  );
}
