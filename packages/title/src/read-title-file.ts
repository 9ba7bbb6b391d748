import { check, compareProblems, type Position, type Problem, readYaml, type Taxonomies, type YamlDocument } from "@cleartitle/norms";
import { checkUnits } from "./file/amount-units.js";
import { checkContradictions, checkIds } from "./file/consistency.js";
import { checkCorrections } from "./file/corrections.js";
import { expandTitleFile } from "./file/expand.js";
import { checkNames } from "./file/names.js";
import { checkNormNames } from "./file/norm-names.js";
import { checkNormReferences } from "./file/norm-references.js";
import { checkPositionNames, questionsOf } from "./file/position-names.js";
import { checkReferences } from "./file/references.js";
import { checkNormLicenses, checkReleaseNames, type ReleaseNames, withReleaseNames } from "./file/release-names.js";
import { FileReport, type Path } from "./file/report.js";
import { type SoundRecords, soundRecords } from "./file/sound-records.js";
import { checkStatementWords } from "./file/statement-words.js";
import { checkTimes } from "./file/times.js";
import { TitleFile } from "./file/title-file.js";
import type { Source, TitleGraph } from "./graph.js";

export interface ReadTitleFileOptions {
  /** Name that problems and the sources of statements carry. */
  readonly file: string;
  /** Names of actions, places, facts and so on are checked against these where they are given. */
  readonly taxonomies?: Taxonomies;
  /**
   * Texts and contested questions of the catalogue by which the file is decided now. Where they are given, a text or position that is named and found nowhere is a problem, and so is what would be read by
   * nobody as it is written; a file that was recorded before is read without.
   */
  readonly catalogue?: CatalogueNames;
}

/** What of a catalogue a title file may name, besides its taxonomies. */
export interface CatalogueNames extends ReleaseNames {
  readonly positions: ReadonlyMap<string, Position>;
}

interface ReadTitle {
  /** null where there is a problem. */
  readonly graph: TitleGraph | null;
  readonly problems: readonly Problem[];
}

/** An import of a whole supply chain is written as one title file, which must be readable again. */
const writtenByUs = { maxBytes: 48_000_000, maxLexemes: 6_000_000 };

/** The system that a title file's own statements name as their source. */
export const titleFileSystem = "title-file";

const locator = (document: YamlDocument) => (path: Path): Source => ({
  system: titleFileSystem,
  locator: `${document.file}:${document.locate(path).line}`,
  sha256: null,
  retrieved: null,
});

/**
 * Reads a title file (`cleartitle.yaml`) into a title graph, shorthand written out.
 * Never throws on bad input: all problems come at once, in the order of the file, and with any there is no graph.
 */
export function readTitleFile(text: string, options: ReadTitleFileOptions): ReadTitle {
  const { document, problems } = readYaml(text, { file: options.file, ...writtenByUs });
  return document === null ? { graph: null, problems } : read(document, options);
}

/**
 * Reads what would stand in a title file and was made by a program, by the same rules. It has no lines: problems and sources are told of the first one, and a problem by
 * its pointer. What JSON leaves out of a value is left out.
 */
export function readTitleValue(value: object, options: ReadTitleFileOptions): ReadTitle {
  const first = { line: 1, column: 1 };
  return read({ file: options.file, value: JSON.parse(JSON.stringify(value)), locate: () => first, locateKey: () => first }, options);
}

function read(document: YamlDocument, options: ReadTitleFileOptions): ReadTitle {
  const { value, problems: malformed } = check(TitleFile, document);
  const sound = value === null ? soundRecords(document.value) : { file: value, places: new Map<string, number[]>() };
  const further = sound === null ? [] : problemsOf(sound, document, options);
  if (value === null || further.length > 0) return { graph: null, problems: [...malformed, ...further].toSorted(compareProblems) };
  const named = options.catalogue === undefined ? value : withReleaseNames(value, ownTexts(value), options.catalogue);
  return { graph: expandTitleFile(named, locator(document)), problems: [] };
}

const ownTexts = ({ instruments = [] }: TitleFile): ReadonlySet<string> => new Set(instruments.map(({ id }) => id));

function problemsOf({ file, places }: SoundRecords, document: YamlDocument, options: ReadTitleFileOptions): readonly Problem[] {
  const report = new FileReport(document, places);
  checkIds(file, report);
  checkReferences(file, document.value, options.catalogue === undefined ? null : new Set(options.catalogue.instruments.keys()), report);
  checkContradictions(file, report);
  if (options.taxonomies !== undefined) {
    checkNames(file, options.taxonomies, report);
    checkNormNames(file, options.taxonomies, report);
    if (options.catalogue !== undefined) checkUnits(file, options.taxonomies, report);
  }
  if (options.catalogue !== undefined) {
    checkPositionNames(file.positions, questionsOf(options.catalogue.positions, file.instruments ?? []), report);
    checkReleaseNames(file, ownTexts(file), options.catalogue, report);
    checkNormReferences(file, report);
    checkNormLicenses(file, ownTexts(file), options.catalogue, report);
    checkStatementWords(file, report);
    checkCorrections(file, report);
    checkTimes(file, report);
  }
  return report.problems;
}
