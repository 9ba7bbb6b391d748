import { fieldOf, listIn, pageOf, paged, textIn } from "./connector.js";
import type { Ask, Connector } from "./connector.js";

const api = "api/2.0/mlflow";
/** Experiments whose runs are asked for in one request. */
const together = 100;

const experiments = (token: string | null, page: number): Ask => ({ step: "experiments", path: `${api}/experiments/search`, body: { max_results: 1_000, view_type: "ACTIVE_ONLY", ...(token === null ? {} : { page_token: token }) }, keep: paged(`${api}/experiments/search.json`, page) });
const inExperiments = (step: "runs" | "models", ids: readonly string[], key: string, token: string | null, page: number): Ask => ({
  step, path: `${api}/${step === "runs" ? "runs" : "logged-models"}/search`, keep: paged(`${api}/${step === "runs" ? "runs" : "logged-models"}/search-${key}.json`, page),
  body: { experiment_ids: ids, max_results: step === "runs" ? 1_000 : 50, ...(token === null ? {} : { page_token: token }) },
  // Servers before the third generation know no logged models.
  ...(step === "models" ? { optional: true } : {}),
});
const registry = (step: "names" | "versions", token: string | null, page: number): Ask => {
  const path = `${api}/${step === "names" ? "registered-models" : "model-versions"}/search`;
  return { step, path, query: { max_results: step === "names" ? "100" : "1000", ...(token === null ? {} : { page_token: token }) }, keep: paged(`${path}.json`, page), optional: true };
};

/** Experiments, their runs and logged models, and the registry. */
export const mlflow: Connector = {
  kind: "mlflow",
  title: "MLflow tracking server (REST)",
  secrets: { token: ["MLFLOW_TRACKING_TOKEN"], user: "MLFLOW_TRACKING_USERNAME", password: "MLFLOW_TRACKING_PASSWORD" },
  scheme: "bearer",
  names: "the id of an experiment, digits alone",
  needsNames: false,
  isName: (name) => /^\d{1,20}$/.test(name),
  start: ({ names }) => [...(names.length === 0 ? [experiments(null, 1)] : ofExperiments(names, "named", 0)), registry("names", null, 1), registry("versions", null, 1)],
  next(ask, { value }) {
    const [token, page] = [textIn(value, "next_page_token"), pageOf(ask.keep) + 1];
    if (ask.step === "experiments") {
      const ids = listIn(value, "experiments").map((each) => textIn(each, "experiment_id")).filter((id) => id !== null);
      return [...ofExperiments(ids, `${page - 1}`, 0), ...(token === null ? [] : [experiments(token, page)])];
    }
    if (token === null) return [];
    if (ask.step === "names" || ask.step === "versions") return [registry(ask.step, token, page)];
    const key = /search-([\w-]+)[.~]/.exec(ask.keep)?.[1] ?? "";
    const ids = fieldOf(ask.body, "experiment_ids") as readonly string[];
    return [inExperiments(ask.step as "runs" | "models", ids, key, token, page)];
  },
};

function ofExperiments(ids: readonly string[], key: string, from: number): Ask[] {
  const some = ids.slice(from, from + together);
  if (some.length === 0) return [];
  const name = `${key}-${from / together}`;
  return [inExperiments("runs", some, name, null, 1), inExperiments("models", some, name, null, 1), ...ofExperiments(ids, key, from + together)];
}
