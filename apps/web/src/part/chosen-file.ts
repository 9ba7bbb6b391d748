/** A file that somebody chose or dropped. */
export interface ChosenFile {
  /** Below the folder that was chosen, with `/`. */
  readonly path: string;
  readonly file: File;
}

/** Folders in which nothing of one's own is. */
export const passedOver: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules", "__pycache__", ".venv"]);

/** Files of a list that a field of the page gives. */
export const filesOfList = (list: FileList | null): ChosenFile[] => [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, file }));

const entriesOf = async (reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = async (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject));

async function below(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) return [{ path: entry.fullPath.replace(/^\//, ""), file: await fileOf(entry as FileSystemFileEntry) }];
  if (passedOver.has(entry.name)) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives some at a time, and nothing at the end.
  for (let some = await entriesOf(reader); some.length > 0; some = await entriesOf(reader)) for (const each of some) found.push(...(await below(each)));
  return found;
}

/** What was dropped, with what is in the folders of it. Has to be called before anything is waited for. */
export async function filesDropped(data: DataTransfer): Promise<ChosenFile[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return filesOfList(data.files);
  return (await Promise.all(entries.map(below))).flat();
}
