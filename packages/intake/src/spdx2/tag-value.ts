import type { YamlValue } from "../foreign-yaml.js";

interface Tag {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

const maxTags = 2_000_000;

/** The tags of a document in order. A value may be `<text>…</text>` over several lines; whatever is no tag is left out and counted. */
function* tagsOf(text: string): Generator<Tag> {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length && at < maxTags; at++) {
    const [, name, first] = /^([A-Za-z]+):\s?(.*)$/.exec((lines[at] ?? "").replace(/\r$/, "")) ?? [];
    if (name === undefined || first === undefined) continue;
    const line = at + 1;
    const open = first.indexOf("<text>");
    if (open === -1) {
      yield { name, text: first.trim(), line };
      continue;
    }
    const pieces = [first.slice(open + 6)];
    while (!(pieces.at(-1) ?? "").includes("</text>") && at + 1 < lines.length) pieces.push((lines[++at] ?? "").replace(/\r$/, ""));
    yield { name, text: `${first.slice(0, open)}${pieces.join("\n").split("</text>", 1)[0] ?? ""}`.trim(), line };
  }
}

const scalar = (text: string, line: number): YamlValue => ({ line, column: 1, scalar: text, text, items: null, entries: null });
const list = (items: readonly YamlValue[]): YamlValue => ({ line: items[0]?.line ?? 1, column: 1, scalar: null, text: "", items, entries: null });

/** Where the tags that speak of one thing go, by the key that the JSON form has. */
const fields: Readonly<Record<string, string>> = {
  SPDXID: "SPDXID", PackageVersion: "versionInfo", PackageOriginator: "originator", PackageSupplier: "supplier", PackageDownloadLocation: "downloadLocation",
  PackageLicenseConcluded: "licenseConcluded", PackageLicenseDeclared: "licenseDeclared", PrimaryPackagePurpose: "primaryPackagePurpose", LicenseConcluded: "licenseConcluded",
  SnippetFromFileSPDXID: "snippetFromFile", SnippetName: "name", SnippetLicenseConcluded: "licenseConcluded",
  ExtractedText: "extractedText", LicenseName: "name", SPDXVersion: "spdxVersion", DocumentNamespace: "documentNamespace", DocumentName: "name",
};
const lists: Readonly<Record<string, string>> = { PackageLicenseInfoFromFiles: "licenseInfoFromFiles", LicenseInfoInFile: "licenseInfoInFiles", LicenseInfoInSnippet: "licenseInfoInSnippets", FileType: "fileTypes", FileDependency: "fileDependencies" };

function putTo<T>(all: Map<string, T[]>, key: string, value: T): void {
  const known = all.get(key);
  if (known === undefined) all.set(key, [value]);
  else known.push(value);
}

class Section {
  readonly entries: [string, YamlValue][] = [];
  readonly lists = new Map<string, YamlValue[]>();

  constructor(readonly line: number, readonly isFile = false) {}

  push(key: string, value: YamlValue): void {
    putTo(this.lists, key, value);
  }

  value(): YamlValue {
    return { line: this.line, column: 1, scalar: null, text: "", items: null, entries: [...this.entries, ...[...this.lists].map(([key, items]) => [key, list(items)] as const)] };
  }
}

const starts: Readonly<Record<string, readonly [list: string, key: string]>> = {
  PackageName: ["packages", "name"], FileName: ["files", "fileName"], SnippetSPDXID: ["snippets", "SPDXID"], LicenseID: ["hasExtractedLicensingInfos", "licenseId"],
};

/** Reads the tag-value form of a document into the value that its JSON form would be. */
export function fromTagValue(text: string): YamlValue {
  const document = new Section(1);
  const found = new Map<string, Section[]>();
  const relationships: YamlValue[] = [];
  const creators: YamlValue[] = [];
  let current = document;
  let holder: Section | null = null;
  for (const { name, text: value, line } of tagsOf(text)) {
    const start = Object.hasOwn(starts, name) ? starts[name] : undefined;
    if (start !== undefined) {
      current = new Section(line, start[0] === "files");
      current.entries.push([start[1], scalar(value, line)]);
      putTo(found, start[0], current);
      if (start[0] === "packages") holder = current;
    } else if (name === "Relationship") {
      const [from = "", type = "", to = ""] = value.split(/\s+/);
      relationships.push(object(line, { spdxElementId: from, relationshipType: type, relatedSpdxElement: to }));
    } else if (name === "Creator") creators.push(scalar(value, line));
    else if (name === "ExternalDocumentRef") {
      const [id = "", address = ""] = value.split(/\s+/);
      document.push("externalDocumentRefs", object(line, { externalDocumentId: id, spdxDocument: address }));
    } else if (name === "ExternalRef") {
      const [category = "", type = "", ...rest] = value.split(/\s+/);
      current.push("externalRefs", object(line, { referenceCategory: category, referenceType: type, referenceLocator: rest.join(" ") }));
    } else if (name === "PackageChecksum" || name === "FileChecksum") {
      const [, algorithm = "", digest = ""] = /^([\w-]+):\s*(\S+)/.exec(value) ?? [];
      current.push("checksums", object(line, { algorithm, checksumValue: digest }));
    } else if (Object.hasOwn(fields, name)) {
      // A file that follows a package belongs to it.
      if (name === "SPDXID" && current.isFile) holder?.push("hasFiles", scalar(value, line));
      current.entries.push([fields[name] ?? "", scalar(value, line)]);
    } else if (Object.hasOwn(lists, name)) current.push(lists[name] ?? "", scalar(value, line));
  }
  const root = document.value();
  const whole = [...found].map(([key, sections]) => [key, list(sections.map((each) => each.value()))] as const);
  const creation: YamlValue = { ...root, entries: [["creators", list(creators)]] };
  return { ...root, entries: [...(root.entries ?? []), ...whole, ["relationships", list(relationships)], ["creationInfo", creation]] };
}

const object = (line: number, values: Readonly<Record<string, string>>): YamlValue =>
  ({ line, column: 1, scalar: null, text: "", items: null, entries: Object.entries(values).map(([key, text]) => [key, scalar(text, line)] as const) });
