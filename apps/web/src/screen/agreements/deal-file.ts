import { problemHere } from "../../api/problem.js";

/** As long as the server takes one. */
const mostBytes = 1_000_000;

/** The whole text of a file that was chosen; of one that is longer than a deal file nothing is taken, since a part of it could be read as another deal. */
export async function dealFileText(file: File): Promise<string> {
  if (file.size > mostBytes) throw problemHere("that is too long for a deal file", "choose the file that has parties, assets and topics");
  return file.text();
}
