/** Upper ends of the classes of durations, in seconds. */
const ends = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

interface Durations {
  readonly classes: number[];
  sum: number;
  count: number;
}

const quote = (text: string): string => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
const labels = (pairs: readonly (readonly [string, string])[]): string => `{${pairs.map(([name, value]) => `${name}=${quote(value)}`).join(",")}}`;

/** What a process has done since it began, for a program that watches it. Labels are routes and outcomes alone: never a workspace, a person or anything sent. */
export class Metrics {
  readonly #requests = new Map<string, { readonly route: string; readonly method: string; readonly status: number; count: number }>();
  readonly #durations = new Map<string, Durations>();
  #inFlight = 0;
  #bugs = 0;

  began(): void {
    this.#inFlight += 1;
  }

  ended(method: string, route: string, status: number, seconds: number): void {
    this.#inFlight -= 1;
    const key = `${method} ${route} ${status}`;
    const known = this.#requests.get(key);
    if (known === undefined) this.#requests.set(key, { route, method, status, count: 1 });
    else known.count += 1;
    let durations = this.#durations.get(route);
    if (durations === undefined) this.#durations.set(route, (durations = { classes: ends.map(() => 0), sum: 0, count: 0 }));
    durations.sum += seconds;
    durations.count += 1;
    for (const [index, end] of ends.entries()) if (seconds <= end) durations.classes[index]! += 1;
  }

  bug(): void {
    this.#bugs += 1;
  }

  /** In the text format of Prometheus. */
  text(): string {
    const requests = [...this.#requests.values()].map(({ method, route, status, count }) => `cleartitle_http_requests_total${labels([["method", method], ["route", route], ["status", String(status)]])} ${count}`);
    const durations = [...this.#durations].flatMap(([route, { classes, sum, count }]) => [
      ...ends.map((end, index) => `cleartitle_http_request_seconds_bucket${labels([["route", route], ["le", String(end)]])} ${classes[index]}`),
      `cleartitle_http_request_seconds_bucket${labels([["route", route], ["le", "+Inf"]])} ${count}`,
      `cleartitle_http_request_seconds_sum${labels([["route", route]])} ${sum}`,
      `cleartitle_http_request_seconds_count${labels([["route", route]])} ${count}`,
    ]);
    const memory = process.memoryUsage();
    return [
      "# HELP cleartitle_http_requests_total Requests that were answered.", "# TYPE cleartitle_http_requests_total counter", ...requests,
      "# HELP cleartitle_http_request_seconds Time until an answer began.", "# TYPE cleartitle_http_request_seconds histogram", ...durations,
      "# HELP cleartitle_http_requests_in_flight Requests that are being answered.", "# TYPE cleartitle_http_requests_in_flight gauge", `cleartitle_http_requests_in_flight ${this.#inFlight}`,
      "# HELP cleartitle_bugs_total Requests that met a bug.", "# TYPE cleartitle_bugs_total counter", `cleartitle_bugs_total ${this.#bugs}`,
      "# HELP process_resident_memory_bytes Memory of the process.", "# TYPE process_resident_memory_bytes gauge", `process_resident_memory_bytes ${memory.rss}`,
      "",
    ].join("\n");
  }
}
