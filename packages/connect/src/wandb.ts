import { fieldOf, listIn, pageOf, paged, fileStepOf, textIn } from "./connector.js";
import type { Ask, Connector } from "./connector.js";

const artifact = "digest versionIndex metadata artifactType { name } artifactSequence { name project { name entityName } }";
const connection = `pageInfo { hasNextPage endCursor } edges { node { ${artifact} } }`;
const runsQuery = `query Runs($entity: String!, $project: String!, $cursor: String) { project(name: $project, entityName: $entity) { name entityName runs(first: 50, after: $cursor) { pageInfo { hasNextPage endCursor } edges { node { name state createdAt commit config inputArtifacts(first: 50) { ${connection} } outputArtifacts(first: 50) { ${connection} } } } } } }`;
const artifactsQuery = (which: Direction): string => `query Artifacts($entity: String!, $project: String!, $run: String!, $cursor: String) { project(name: $project, entityName: $entity) { name entityName run(name: $run) { name createdAt ${which}(first: 50, after: $cursor) { ${connection} } } } }`;
const projectsQuery = "query Projects($entity: String!, $cursor: String) { models(entityName: $entity, first: 50, after: $cursor) { pageInfo { hasNextPage endCursor } edges { node { name entityName } } } }";

type Direction = "inputArtifacts" | "outputArtifacts";

interface Variables {
  readonly entity: string;
  readonly project?: string;
  readonly run?: string;
  readonly cursor: string | null;
}

const asked = (step: string, query: string, variables: Variables, keep: string, page: number): Ask => ({ step, path: "graphql", body: { query, variables }, keep: paged(`graphql/${keep}.json`, page) });
const runs = (entity: string, project: string, cursor: string | null, page: number): Ask => asked("runs", runsQuery, { entity, project, cursor }, `${fileStepOf(entity)}/${fileStepOf(project)}/runs`, page);
const artifacts = (entity: string, project: string, run: string, which: Direction, cursor: string, page: number): Ask =>
  asked(which, artifactsQuery(which), { entity, project, run, cursor }, `${fileStepOf(entity)}/${fileStepOf(project)}/${fileStepOf(run)}/${which}`, page);
const projects = (entity: string, cursor: string | null, page: number): Ask => asked("projects", projectsQuery, { entity, cursor }, `${fileStepOf(entity)}/projects`, page);

/** The mark of the page behind a connection; `null` at its end. */
const cursorIn = (value: unknown, ...keys: readonly string[]): string | null => (fieldOf(value, ...keys, "pageInfo", "hasNextPage") === true ? textIn(value, ...keys, "pageInfo", "endCursor") : null);

/** Runs of projects with the artifacts that they took in and made, each list to its end. */
export const wandb: Connector = {
  kind: "wandb",
  title: "Weights & Biases (GraphQL)",
  secrets: { token: ["WANDB_API_KEY"] },
  scheme: "basic-api",
  names: "`ENTITY/PROJECT`, or `ENTITY` for all its projects",
  needsNames: true,
  isName: (name) => /^[\w.-]{1,128}(?:\/[\w.-]{1,128})?$/.test(name),
  start: ({ names }) => names.map((name) => {
    const [entity = "", project] = name.split("/");
    return project === undefined ? projects(entity, null, 1) : runs(entity, project, null, 1);
  }),
  next(ask, { value }) {
    const variables = fieldOf(ask.body, "variables") as Variables;
    const page = pageOf(ask.keep) + 1;
    const { entity, project = "", run = "" } = variables;
    if (ask.step === "projects") {
      const names = listIn(value, "data", "models", "edges").map((edge) => textIn(edge, "node", "name")).filter((name) => name !== null);
      const cursor = cursorIn(value, "data", "models");
      return [...names.map((name) => runs(entity, name, null, 1)), ...(cursor === null ? [] : [projects(entity, cursor, page)])];
    }
    if (ask.step === "runs") {
      const nodes = listIn(value, "data", "project", "runs", "edges").map((edge) => fieldOf(edge, "node"));
      const long = nodes.flatMap((node) => (["inputArtifacts", "outputArtifacts"] as const).flatMap((which) => {
        const [name, cursor] = [textIn(node, "name"), cursorIn(node, which)];
        return name === null || cursor === null ? [] : [artifacts(entity, project, name, which, cursor, 2)];
      }));
      const cursor = cursorIn(value, "data", "project", "runs");
      return [...long, ...(cursor === null ? [] : [runs(entity, project, cursor, page)])];
    }
    const which = ask.step as Direction;
    const cursor = cursorIn(value, "data", "project", "run", which);
    return cursor === null ? [] : [artifacts(entity, project, run, which, cursor, page)];
  },
};
