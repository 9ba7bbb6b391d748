import { readMapping, readYamlMappings } from "../document.js";
import type { Reader } from "../reader.js";
import { recordProvenance } from "./record.js";

const maxBytes = 16_777_216;
const isYaml = (path: string): boolean => /\.ya?ml$/i.test(path);

/** Records of the Data Provenance Standards: version 1.0.0 of the alliance, and the drafts of the committee that carries them on. */
export const provenanceStandard: Reader = {
  id: "provenance-standard",
  title: "Data Provenance Standards records 1.0.0 and the committee's drafts (JSON, YAML)",
  detect({ path, head }) {
    if (!/\.(?:json|ya?ml)$/i.test(path)) return "no";
    if (/docs\.oasis-open\.org\/dps\//.test(head) || /dataandtrustalliance\.org\/data-(?:provenance-)?standard/.test(head)) return /"?source"?\s*:/.test(head) ? "yes" : "no";
    const has = (key: string): boolean => new RegExp(isYaml(path) ? `^${key}:` : `"${key}"\\s*:\\s*\\{`, "m").test(head);
    return has("source") && has("provenance") && has("use") && /"?(?:origin-geography|generation-method)"?\s*:/.test(head) ? "yes" : "no";
  },
  async read(files, into) {
    for (const file of files) {
      if (isYaml(file.path)) for (const each of (await readYamlMappings(file, maxBytes, into)).documents) recordProvenance(each, into);
      else {
        const document = await readMapping(file, "json", maxBytes, into);
        if (document !== null) recordProvenance(document, into);
      }
    }
  },
};
