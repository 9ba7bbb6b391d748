import { pushAll } from "@cleartitle/norms";
import type { Evidence, Place } from "../evidence.js";
import { readForeignJson } from "../foreign-json.js";
import type { SourceFile } from "../source-file.js";
import { tellingOf } from "../telling.js";
import { standsFor } from "../unread-source.js";
import { fieldsOf, messageField, messagesField, numberField, textField } from "./message.js";
import type { Fields } from "./message.js";
import { loggedIn } from "./logged.js";
import { kindOf } from "./record.js";
import { recordsOf } from "./run-log.js";
import type { Run } from "./run.js";

/** Numbers of the fields that are read, by the description of the format that its makers publish. */
const record = { config: 5, artifact: 8, run: 17, useArtifact: 25 } as const;

/** Reads the log of a run into it, record by record; what newer programs write besides is passed over. Returns how many records were read. */
export async function readLog(file: SourceFile, run: Run, into: Evidence): Promise<number | null> {
  let count = 0;
  for await (const each of recordsOf(file)) {
    if ("fault" in each) {
      if (each.fault === "cut-off") into.finding("not-read-whole", null, `\`${file.path}\` ends in the middle of a record, as after a run that was killed`, "nothing, if the run was not to go on");
      else if (each.fault === "no-log") into.problem("format-syntax", "the file is no log of a run", { file: file.path, line: 1 }, "it was passed over");
      else into.problem(each.fault === "too-large" ? "too-large" : "format-syntax", `record ${each.number + 1} is ${each.fault === "too-large" ? "too large" : "damaged"}`, { file: file.path, line: each.number + 1 }, "what stands after it was passed over");
      if (each.fault === "no-log") return null;
      break;
    }
    count += 1;
    const fields = fieldsOf(each.bytes);
    if (fields !== null) take(fields, run, { file: file.path, line: each.number, where: `record/${each.number}`, sha256: null }, into);
  }
  return count;
}

function take(fields: Fields, run: Run, at: Place, into: Evidence): void {
  const told = messageField(fields, record.run);
  if (told !== null) {
    run.entity ??= textField(told, 2);
    run.project ??= textField(told, 3);
    const seconds = numberField(messageField(told, 17), 1);
    if (seconds !== null && seconds > 0 && seconds < 4_102_444_800) run.day ??= new Date(seconds * 1000).toISOString().slice(0, 10);
    const git = messageField(told, 21);
    run.repository ??= textField(git, 1);
    run.commit ??= textField(git, 2);
    takeConfig(messageField(told, 4), run, at);
  }
  takeConfig(messageField(fields, record.config), run, at);
  const made = messageField(fields, record.artifact);
  const [type, name] = [textField(made, 4), textField(made, 5)];
  if (type !== null && name !== null) run.made.push({ type, name, digest: textField(made, 6), metadata: textField(made, 8), at });
  const used = messageField(fields, record.useArtifact);
  const [usedType, usedName] = [textField(used, 2), textField(used, 3)];
  if (usedName !== null) run.used.push({ type: usedType ?? "", name: usedName, at });
  const kind = kindOf(usedType ?? "");
  if (usedName !== null || kind === null || !fields.has(record.useArtifact)) return;
  into.problem("missing-key", "an artifact that the run took in, without its name", { file: at.file, line: at.line, column: 1 }, `let the program write its log; ${standsFor}`);
  run.unread.add(kind);
}

/** Values are JSON; those that tell nothing by their key are not held, for they may be secrets. */
function takeConfig(config: Fields | null, run: Run, at: Place): void {
  for (const item of messagesField(config, 1)) {
    const key = textField(item, 1);
    if (key !== null && tellingOf(key) !== null) pushAll(run.logged, loggedIn(key, readForeignJson(textField(item, 16) ?? "null", at.file).root, () => at));
  }
}
