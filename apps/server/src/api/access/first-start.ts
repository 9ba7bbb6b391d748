import { isSame, meantCode, newOneTimeCode } from "@cleartitle/access";

/** The code by which the first person of a server is told from anybody who reaches it: printed where the server was started, good once, for as long as it runs. */
export class FirstStart {
  #code: string | null = null;

  /** Makes the code; to be printed, and kept nowhere. */
  offer(): string {
    const code = newOneTimeCode();
    this.#code = meantCode(code);
    return code;
  }

  isRight(typed: string): boolean {
    return this.#code !== null && isSame(meantCode(typed), this.#code);
  }

  end(): void {
    this.#code = null;
  }
}
