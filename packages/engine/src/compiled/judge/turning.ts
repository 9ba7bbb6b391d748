/** What a point is answered with. */
export type Answer = string | boolean | null | undefined;

/** A point on which a judgment may turn besides the records of its world: a position, a presumption, what became of earlier acts. */
export interface Point {
  readonly answer: () => Answer;
}

interface Found<T> {
  readonly value: T;
  readonly notes: readonly object[];
}

/** Which point was asked for first, and by each answer which next. */
interface Branch<T> {
  readonly point: Point;
  readonly answers: Map<Answer, Branch<T> | Found<T>>;
}

/** Judgments of one thing, found again by the answers that they turned on. */
export class Kept<T> {
  root: Branch<T> | Found<T> | undefined;
}

/** What one judgment has asked for so far, and what it has to say besides its value. */
interface Frame {
  points: Set<Point>;
  notes: Set<object>;
}

/** Most judgments ask for nothing and note nothing: a set is made where there is something to put in it. */
const [noPoints, noNotes] = [new Set<Point>(), new Set<object>()];

/** A judgment with all that it turned on. */
export interface Watched<T> {
  readonly value: T;
  readonly points: ReadonlySet<Point>;
  readonly notes: ReadonlySet<object>;
}

/**
 * Watches what judgments turn on, so that each is made once for equal answers, however many questions come to it.
 * INVARIANT: a judgment asks for points in an order that depends only on the answers so far.
 */
export class Turning {
  readonly #frames: Frame[] = [];

  ask(point: Point): Answer {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) (frame.points === noPoints ? (frame.points = new Set()) : frame.points).add(point);
    return point.answer();
  }

  /** Something that a judgment says besides its value; said again whenever the judgment is found again. */
  note(what: object): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined) (frame.notes === noNotes ? (frame.notes = new Set()) : frame.notes).add(what);
  }

  watch<T>(judge: () => T): Watched<T> {
    const frame: Frame = { points: noPoints, notes: noNotes };
    this.#frames.push(frame);
    try {
      const value = judge();
      return { value, points: frame.points, notes: frame.notes };
    } finally {
      this.#frames.pop();
    }
  }

  /** Watches a judgment for one that watches it too: what it turned on and has to say is so of both. */
  overhear<T>(judge: () => T): Watched<T> {
    const watched = this.watch(judge);
    for (const point of watched.points) this.ask(point);
    for (const note of watched.notes) this.note(note);
    return watched;
  }

  /** `own`: points whose answers the judgment itself makes, and which therefore say nothing to who asks for it. */
  once<T>(kept: Kept<T>, judge: () => T, own?: (point: Point) => boolean): T {
    let node = kept.root;
    while (node !== undefined && "point" in node) node = node.answers.get(this.ask(node.point));
    if (node !== undefined) {
      for (const note of node.notes) this.note(note);
      return node.value;
    }
    const { value, points, notes } = this.watch(judge);
    const asked = own === undefined ? [...points] : [...points].filter((point) => !own(point));
    kept.root = grown(kept.root, asked, { value, notes: [...notes] });
    for (const point of asked) this.ask(point);
    for (const note of notes) this.note(note);
    return value;
  }
}

/** What was found before, and one more at the end of what it asked: of a long chain that may be thousands of points. */
function grown<T>(root: Branch<T> | Found<T> | undefined, asked: readonly Point[], found: Found<T>): Branch<T> | Found<T> {
  let top = root;
  let put = (node: Branch<T> | Found<T>): void => {
    top = node;
  };
  let node = root;
  for (const point of asked) {
    const branch: Branch<T> = node !== undefined && "point" in node ? node : { point, answers: new Map() };
    put(branch);
    const answer = point.answer();
    put = (next) => void branch.answers.set(answer, next);
    node = branch.answers.get(answer);
  }
  put(found);
  return top!;
}
