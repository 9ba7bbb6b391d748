import { parseExpression, printExpression } from "@cleartitle/norms";

/** A license stated in a form made for it: an SPDX tag in a file, a field of a card. */
export interface Tag {
  readonly kind: "tag" | "card";
  readonly value: string;
  /** The value as an SPDX expression, where it is one. */
  readonly expression: string | null;
  readonly start: number;
  readonly end: number;
}

const spdxTag = /SPDX-License-Identifier:[^\S\n]*([^\n]{1,400})/g;
const cardField = /^(licen[cs]es?|license_name):[^\S\n]*(.*)$/gim;
const maxTags = 1000;

function tagsIn(text: string): Tag[] {
  const tags: Tag[] = [];
  for (let at = text.indexOf("SPDX-License-Identifier:"); at !== -1 && tags.length < maxTags; at = text.indexOf("SPDX-License-Identifier:", at + 20)) {
    spdxTag.lastIndex = at;
    const found = spdxTag.exec(text);
    if (found === null) break;
    const value = found[1]!.replace(/(?:\*\/|-->|\*\)|"""|'''|["'`,;}\]\\]|#}).*$/, "").trim();
    const { expression } = parseExpression(value);
    if (expression === null && !/^[\w.+()\- ]{2,100}$/.test(value)) continue;
    tags.push({ kind: "tag", value, expression: expression === null ? null : printExpression(expression), start: at, end: found.index + found[0].length });
  }
  return tags;
}

/** The fields of the front matter of a card, each value a tag. */
function cardTags(text: string): Tag[] {
  const front = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]{0,200000}?)\r?\n---[^\S\n]*(?:\r?\n|$)/.exec(text);
  if (front === null) return [];
  const offset = text.indexOf("\n") + 1;
  return [...front[1]!.matchAll(cardField)].flatMap((found) => {
    const start = offset + found.index;
    const flow = found[2]!.replace(/\s#.*$/, "").trim();
    const list = flow === "" ? [...front[1]!.slice(found.index + found[0].length).matchAll(/\n[^\S\n]*-[^\S\n]+([^\n]+)|\n\S/g)] : [];
    const until = list.findIndex((each) => each[1] === undefined);
    const values = flow === "" ? list.slice(0, until === -1 ? list.length : until).map((each) => each[1]!) : flow.replace(/^\[|\]$/g, "").split(",");
    return values.map((each) => each.trim().replace(/^["']|["']$/g, "")).filter((value) => value !== "").map((value): Tag => {
      const { expression } = parseExpression(value);
      return { kind: "card", value, expression: expression === null ? null : printExpression(expression), start, end: start + found[0].length };
    });
  });
}

/** Every tag of a text. */
export const tagsOf = (text: string): Tag[] => [...tagsIn(text), ...cardTags(text)].toSorted((a, b) => a.start - b.start);
