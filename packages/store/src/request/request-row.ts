/** A name under which somebody asked for a write, and what exactly was asked. */
interface RequestNameRow {
  readonly workspace: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly recorded_at: string;
}

interface RequestAnswerRow {
  readonly workspace: string;
  readonly name: string;
  readonly answer: string;
  readonly recorded_at: string;
}

export interface RequestTables {
  readonly request_names: RequestNameRow;
  readonly request_answers: RequestAnswerRow;
}
