import { listIn, pageOf, paged, textIn } from "./connector.js";
import type { Ask, Connector } from "./connector.js";

const api = "api/atlas/v2";
const size = 100;
/** Entities whose records are asked for in one request: they stand in the address, which servers bound. */
const together = 25;

const search = (type: string, page: number): Ask => ({
  step: `search-${type}`, path: `${api}/search/basic`, body: { typeName: type, excludeDeletedEntities: false, limit: size, offset: (page - 1) * size }, keep: paged(`${api}/search/${type}.json`, page),
});
const types: Ask = { step: "types", path: `${api}/types/typedefs`, query: { type: "entity" }, keep: `${api}/types/typedefs.json` };
const bulk = (guids: readonly string[], key: string): Ask => ({ step: "entities", path: `${api}/entity/bulk`, query: { guid: guids.join(","), ignoreRelationships: "false" }, keep: `${api}/entity/bulk-${key}.json` });
const lineage = (guid: string): Ask => ({ step: "lineage", path: `${api}/lineage/${guid}`, query: { direction: "BOTH", depth: "5" }, keep: `${api}/lineage/${guid}.json`, optional: true });

const isGuid = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Definitions of types, then data and processes by type, their records, or the lineage of what is named. */
export const atlas: Connector = {
  kind: "atlas",
  title: "Apache Atlas and catalogues with its API (REST v2)",
  secrets: { token: ["ATLAS_TOKEN"], user: "ATLAS_USERNAME", password: "ATLAS_PASSWORD" },
  scheme: "bearer",
  names: "a type, as `hive_table`, or the guid of an entity whose lineage is asked for",
  needsNames: false,
  isName: (name) => isGuid(name) || /^\w{1,128}$/.test(name),
  start({ names }) {
    const [guids, kinds] = [names.filter(isGuid), names.filter((name) => !isGuid(name))];
    const found = kinds.length > 0 || guids.length > 0 ? kinds : ["DataSet", "Process"];
    return [types, ...found.map((type) => search(type, 1)), ...guids.flatMap((guid) => [lineage(guid), bulk([guid], guid)])];
  },
  next(ask, { value }) {
    if (ask.step === "lineage") {
      const guids = Object.keys((value as { guidEntityMap?: object } | null)?.guidEntityMap ?? {}).filter(isGuid);
      return inBulk(guids, `lineage-${ask.path.split("/").at(-1) ?? ""}`);
    }
    if (!ask.step.startsWith("search-")) return [];
    const type = ask.step.slice("search-".length);
    const page = pageOf(ask.keep);
    const guids = listIn(value, "entities").map((each) => textIn(each, "guid")).filter((guid): guid is string => guid !== null && isGuid(guid));
    // The count that the server gives is known to be wrong: a full page may have another behind it.
    return [...inBulk(guids, `${type}-${page}`), ...(listIn(value, "entities").length < size ? [] : [search(type, page + 1)])];
  },
};

function inBulk(guids: readonly string[], key: string): Ask[] {
  return Array.from({ length: Math.ceil(guids.length / together) }, (_, n) => bulk(guids.slice(n * together, (n + 1) * together), `${key}-${n}`));
}
