/** Nodes by day, least day first: a binary heap in two columns. */
export class Waiting {
  readonly #nodes: number[] = [];
  readonly #days: number[] = [];
  /** Day of the node that was taken last. */
  day = 0;

  add(node: number, day: number): void {
    const [nodes, days] = [this.#nodes, this.#days];
    let at = nodes.length;
    nodes.push(node);
    days.push(day);
    for (let above = (at - 1) >> 1; at > 0 && days[above]! > day; at = above, above = (at - 1) >> 1) this.#move(above, at);
    nodes[at] = node;
    days[at] = day;
  }

  /** -1: none is left. */
  next(): number {
    const [nodes, days] = [this.#nodes, this.#days];
    const first = nodes[0];
    if (first === undefined) return -1;
    this.day = days[0]!;
    const [node, day] = [nodes.pop()!, days.pop()!];
    let at = 0;
    for (let below = 1; below < nodes.length; below = 2 * at + 1) {
      if (below + 1 < nodes.length && days[below + 1]! < days[below]!) below++;
      if (days[below]! >= day) break;
      this.#move(below, at);
      at = below;
    }
    if (nodes.length > 0) {
      nodes[at] = node;
      days[at] = day;
    }
    return first;
  }

  #move(from: number, to: number): void {
    this.#nodes[to] = this.#nodes[from]!;
    this.#days[to] = this.#days[from]!;
  }
}
