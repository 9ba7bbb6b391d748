export { contradictionsIn, withGatesTold } from "./contradiction/contradiction.js";
export { Evidence, type AssetEntry, type DerivationEntry, type FileRead, type FileSkipped, type Place, type StatementEntry } from "./evidence.js";
export { filesOf, type FolderLimits } from "./folder.js";
export { identifyFile, type IdentifiedFile } from "./identify-file.js";
export { importFrom, readers, type ImportOptions, type Intake } from "./import.js";
export { personModes, type Persons } from "./personal.js";
export type { Detection, Entry, Reader } from "./reader.js";
export { memoryFile, type SourceFile } from "./source-file.js";
export { zipEntries } from "./zip.js";
