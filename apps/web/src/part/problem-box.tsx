import { ApiProblem, mayPass, placeAt } from "../api/problem.js";
import "./problem-box.css";

/** What went wrong, all of it at once, each with what to do about it. `again`: asks once more, where that may help. */
export function ProblemBox({ problem, again }: { readonly problem: unknown; readonly again?: () => void }) {
  const problems = problem instanceof ApiProblem ? problem.problems : [{ code: "bug", message: problem instanceof Error ? problem.message : "something is wrong", hint: "load the page again", pointer: null }];
  return (
    <div className="problem-box" role="alert">
      <ul>
        {problems.map((each) => (
          <li key={`${each.pointer} ${each.message}`}>
            {each.message}
            {placeAt(each.pointer) !== null && <span className="soft"> (at: <bdi>{placeAt(each.pointer)}</bdi>)</span>}
            {each.hint !== null && <p className="soft">{each.hint}</p>}
          </li>
        ))}
      </ul>
      {again !== undefined && mayPass(problem) && <button type="button" onClick={again}>Try again</button>}
    </div>
  );
}
