import { fieldOf, fileStepOf, listIn, pageOf, paged, stepOf, textIn } from "./connector.js";
import type { Ask, Connector } from "./connector.js";

const api = "api/v1";
const size = 100;

const list = (step: string, path: string, keep: string, page: number): Ask => ({ step, path, query: { limit: `${size}`, offset: `${(page - 1) * size}` }, keep: paged(`${keep}.json`, page) });
/** A list below another thing, by the name of that. */
function below(path: string, keep: string, name: string, lists: readonly string[]): Ask[] {
  const step = stepOf(name);
  return step === null ? [] : lists.map((each) => list(each, `${path}/${step}/${each}`, `${keep}/${fileStepOf(name)}/${each}`, 1));
}
const inNamespace = (name: string): Ask[] => below(`${api}/namespaces`, `${api}/namespaces`, name, ["jobs", "datasets"]);

/** Namespaces with their data sets and jobs, and the runs of each job. */
export const marquez: Connector = {
  kind: "marquez",
  title: "Marquez (REST)",
  secrets: { token: ["MARQUEZ_API_KEY"] },
  scheme: "bearer",
  names: "a namespace",
  needsNames: false,
  isName: (name) => name.length <= 1_024 && !/[\n\r]/.test(name),
  start: ({ names }) => (names.length === 0 ? [list("namespaces", `${api}/namespaces`, `${api}/namespaces`, 1)] : names.flatMap(inNamespace)),
  next(ask, { value }) {
    const items = listIn(value, ask.step);
    // Some servers count all, others leave the count out: a full page may have another behind it.
    const total = fieldOf(value, "totalCount");
    const page = pageOf(ask.keep);
    const more = items.length > 0 && (typeof total === "number" ? page * size < total : items.length >= size);
    const keep = ask.keep.replace(/(?:~\d+)?\.json$/, "");
    const following = more ? [list(ask.step, ask.path, keep, page + 1)] : [];
    if (ask.step === "namespaces") return [...items.map((each) => textIn(each, "name")).filter((name) => name !== null).flatMap(inNamespace), ...following];
    if (ask.step !== "jobs") return following;
    const runs = items.map((job) => textIn(job, "name")).filter((name) => name !== null).flatMap((name) => below(ask.path, keep, name, ["runs"]));
    return [...runs, ...following];
  },
};
