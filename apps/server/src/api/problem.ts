import { z } from "@hono/zod-openapi";
import { problemTable, type Problem, type ProblemCode } from "@cleartitle/norms";

const codes = Object.keys(problemTable) as [ProblemCode, ...ProblemCode[]];
const maybe = z.string().nullable();

/** One expected failure: where it is, and what to do about it. */
export const ProblemEntry = z
  .strictObject({
    code: z.enum(codes), message: z.string(), file: maybe, line: z.int().nullable(), column: z.int().nullable(),
    pointer: maybe.openapi({ description: "JSON pointer into the body; `#query/NAME`, `#path/NAME` and `#header/NAME` for what stands elsewhere." }), offending: maybe, hint: maybe,
  })
  .openapi("ProblemEntry");

/** The body of every answer that is a failure, after RFC 9457. The first problem decides status and exit code. */
export const ProblemBody = z
  .strictObject({
    type: z.string().openapi({ example: "urn:cleartitle:problem:bad-value" }), title: z.string(), status: z.int(), detail: z.string(),
    exit: z.int().openapi({ description: "What the command line would exit with." }),
    request: z.string().openapi({ description: "Name of this request in the log." }),
    problems: z.array(ProblemEntry).openapi({ description: "All that is wrong, at once." }),
  })
  .openapi("Problem");

/** At most so many are told: a body of a megabyte can be wrong in as many places. */
const most = 200;

function problemBody(problems: readonly Problem[], request: string): z.infer<typeof ProblemBody> {
  const { code, message } = problems[0]!;
  const { http, exit } = problemTable[code];
  return { type: `urn:cleartitle:problem:${code}`, title: code.replaceAll("-", " "), status: http, detail: message, exit, request, problems: problems.slice(0, most) };
}

/** A failure as an answer. */
export function problemAnswer(problems: readonly Problem[], request: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = problemBody(problems, request);
  return new Response(JSON.stringify(body), { status: body.status, headers: { ...headers, "Content-Type": "application/problem+json" } });
}
