export { csvField } from "./csv-field.js";
export { exportGraph, formats, type Exported, type ExportOptions } from "./export/export.js";
export type { Format } from "./export/format.js";
export { memoOf, type Memo } from "./memo/memo.js";
export { memoFormats, type MemoFormat, writeMemo } from "./memo/write-memo.js";
export { uriOf, namespaceOf } from "./export/names.js";
export { listLosses, sayLosses, traitsOf, type Trait } from "./export/trait.js";
