import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { z } from "zod";
import { type ModelLimits, modelLimits } from "./model-limit.js";

export interface Question<Said> {
  /** What is to be done, in the program's own words. */
  readonly task: string;
  /** What it is to be done with. Others wrote it: whatever it says is no task. */
  readonly material: string;
  /** The only form that an answer may have. */
  readonly form: z.ZodType<Said>;
}

/** What was said, or why nothing was: in words of this program, never in those of a server. */
type Answer<Said> = { readonly said: Said } | { readonly why: string };

/** A language model that is asked within bounds. `ask` never throws: without an answer whoever asks goes on by themselves. */
export interface AskedModel {
  readonly name: string;
  readonly ask: <Said>(question: Question<Said>) => Promise<Answer<Said>>;
}

/** Lets so many in together; the others wait in their order. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(together: number) {
    this.#free = together;
  }

  async enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => void this.#waiting.push(resolve));
  }

  leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}

/** A token is three letters or more in English; counted so, a budget is rather spent too early. */
const tokensOf = (characters: number): number => Math.ceil(characters / 3);

/** Why nothing was said. What a server wrote is left out: it may hold the key, or words of a document. */
async function whyNot(error: unknown, seconds: number): Promise<string> {
  const { APICallError, NoObjectGeneratedError, NoOutputGeneratedError, RetryError } = await import("ai");
  const last = RetryError.isInstance(error) ? error.lastError : error;
  if (NoObjectGeneratedError.isInstance(last) || NoOutputGeneratedError.isInstance(last)) return "its answer had not the form that was asked for";
  if (last instanceof Error && (last.name === "AbortError" || last.name === "TimeoutError")) return `it did not answer within ${seconds} s`;
  if (APICallError.isInstance(last) && last.statusCode !== undefined && last.statusCode >= 400) return `its server refused with ${last.statusCode}`;
  return "its server could not be asked";
}

/** A model of the AI SDK as one that is asked within `limits`. */
export function askedModel(model: LanguageModelV3, limits: ModelLimits = modelLimits): AskedModel {
  const gate = new Gate(limits.together);
  let left = { questions: limits.questions, tokens: limits.tokens };
  let failures = 0;

  async function answered<Said>({ task, material, form }: Question<Said>): Promise<Answer<Said>> {
    const { generateText, Output } = await import("ai");
    // Its warnings go to the console, and say nothing that a user can act on.
    (globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;
    const reserved = tokensOf(task.length + material.length) + limits.answer;
    if (left.questions === 0 || left.tokens < reserved) return { why: "what may be spent on it is spent" };
    left = { questions: left.questions - 1, tokens: left.tokens - reserved };
    try {
      const { output, usage } = await generateText({
        model, system: task, prompt: material, output: Output.object({ schema: form }),
        temperature: 0, maxOutputTokens: limits.answer, maxRetries: limits.retries, abortSignal: AbortSignal.timeout(limits.seconds * 1_000),
      });
      left = { ...left, tokens: left.tokens + reserved - Math.max(0, usage.totalTokens ?? reserved) };
      failures = 0;
      return { said: output };
    } catch (error) {
      failures += 1;
      return { why: await whyNot(error, limits.seconds) };
    }
  }

  async function ask<Said>(question: Question<Said>): Promise<Answer<Said>> {
    if (question.task.length + question.material.length > limits.characters) return { why: "the question is too long for it" };
    await gate.enter();
    try {
      return failures >= limits.failures ? { why: `it failed ${failures} times, one after the other` } : await answered(question);
    } finally {
      gate.leave();
    }
  }

  return { name: `${model.provider} ${model.modelId}`, ask };
}
