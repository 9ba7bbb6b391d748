import { readForeignJson } from "../foreign-json.js";
import { textAt, valueAt } from "../foreign-yaml.js";
import type { YamlValue } from "../foreign-yaml.js";
import { typeOf } from "./element.js";
import type { Elements } from "./license.js";

const maxStatement = 40_000;

/** Annotations in JSON by what they are of: what documents of ours say beyond the format's own fields. */
export class OwnAnnotations {
  readonly #texts = new Map<string, { readonly text: string; readonly at: YamlValue }[]>();
  readonly #values = new Map<string, YamlValue>();

  constructor(elements: Elements) {
    for (const element of elements.values()) {
      if (typeOf(element) !== "Annotation" || textAt(element, "contentType") !== "application/json") continue;
      const [subject, text] = [textAt(element, "subject"), textAt(element, "statement")];
      if (subject === null || text === null || text.length > maxStatement) continue;
      if (!text.startsWith('{"cleartitle:')) this.#texts.set(subject, [...(this.#texts.get(subject) ?? []), { text, at: element }]);
      else if (!this.#values.has(subject)) {
        const { root } = readForeignJson(text, "");
        if (root !== null) this.#values.set(subject, root);
      }
    }
  }

  /** Remarks, or whatever else in JSON somebody wrote of an element. */
  textsOf(subject: string): readonly { readonly text: string; readonly at: YamlValue }[] {
    return this.#texts.get(subject) ?? [];
  }

  /** Whether a document of ours says something of an element. */
  has(subject: string): boolean {
    return this.#values.has(subject);
  }

  textOf(subject: string, word: string): string | null {
    return textAt(this.#values.get(subject), `cleartitle:${word}`);
  }

  listOf(subject: string, word: string): string[] {
    return valueAt(this.#values.get(subject), `cleartitle:${word}`)?.items?.map((each) => each.text.trim()).filter((each) => each !== "") ?? [];
  }
}
