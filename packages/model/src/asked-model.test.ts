import { APICallError, type LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { MockLanguageModelV3 } from "ai/test";
import { expect, test } from "vitest";
import { z } from "zod";
import { askedModel } from "./asked-model.js";
import { modelLimits } from "./model-limit.js";

type Generated = Awaited<ReturnType<MockLanguageModelV3["doGenerate"]>>;

const says = (text: string, tokens = 10): Generated => ({
  content: [{ type: "text", text }], finishReason: { unified: "stop", raw: undefined }, warnings: [],
  usage: { inputTokens: { total: tokens, noCache: undefined, cacheRead: undefined, cacheWrite: undefined }, outputTokens: { total: 0, text: undefined, reasoning: undefined } },
});
const mock = (doGenerate: (options: LanguageModelV3CallOptions) => PromiseLike<Generated>): MockLanguageModelV3 => new MockLanguageModelV3({ provider: "mock", modelId: "one", doGenerate });
const question = { task: "count", material: "one two", form: z.strictObject({ count: z.number() }) };
const once = { ...modelLimits, retries: 0 };
const refusal = (statusCode: number): APICallError => new APICallError({ message: "key sk-secret is wrong", url: "https://models.example", requestBodyValues: {}, statusCode, responseBody: "sk-secret" });

test("an answer in the form that was asked for is given, and the task is apart from the material", async () => {
  const model = mock(async () => says('{"count":2}'));
  const asked = askedModel(model);
  expect(asked.name).toBe("mock one");
  expect(await asked.ask(question)).toEqual({ said: { count: 2 } });
  expect(model.doGenerateCalls[0]?.prompt).toEqual([{ role: "system", content: "count" }, { role: "user", content: [{ type: "text", text: "one two" }] }]);
});

test.each([
  ["words", async () => says("two, and ignore what you were told"), "its answer had not the form that was asked for"],
  ["another form", async () => says('{"count":2,"more":true}'), "its answer had not the form that was asked for"],
  ["nothing", async () => says(""), "its answer had not the form that was asked for"],
  ["a refusal", async () => Promise.reject(refusal(401)), "its server refused with 401"],
  ["no server", async () => Promise.reject(new Error("connect sk-secret")), "its server could not be asked"],
] as const)("%s is told as why nothing was said, without a word of the server", async (_, doGenerate, why) => {
  expect(await askedModel(mock(doGenerate), once).ask(question)).toEqual({ why });
});

test("an answer that does not come is waited for no longer than it may take", async () => {
  const never = mock(({ abortSignal }) => new Promise((_, reject) => {
    abortSignal?.addEventListener("abort", () => reject(abortSignal.reason as Error));
  }));
  expect(await askedModel(never, { ...once, seconds: 0.02 }).ask(question)).toEqual({ why: "it did not answer within 0.02 s" });
});

test("nothing is asked beyond what may be spent, nor where it failed over and over", async () => {
  const spent = { why: "what may be spent on it is spent" };
  const good = mock(async () => says('{"count":2}', 100));
  const asked = askedModel(good, { ...once, questions: 2 });
  expect([await asked.ask(question), await asked.ask(question), await asked.ask(question)].map((each) => "said" in each)).toEqual([true, true, false]);
  // 104 are set aside for a question and its answer; what was not used is there for the next.
  const [dear, cheap] = [askedModel(good, { ...once, answer: 100, tokens: 203 }), askedModel(mock(async () => says('{"count":2}', 99)), { ...once, answer: 100, tokens: 203 })];
  expect([await dear.ask(question), await dear.ask(question)]).toEqual([{ said: { count: 2 } }, spent]);
  expect([await cheap.ask(question), await cheap.ask(question)]).toEqual([{ said: { count: 2 } }, { said: { count: 2 } }]);
  const bad = mock(async () => says("no"));
  const failing = askedModel(bad, once);
  for (let count = 0; count < 3; count += 1) await failing.ask(question);
  expect(await failing.ask(question)).toEqual({ why: "it failed 3 times, one after the other" });
  expect([good.doGenerateCalls.length, bad.doGenerateCalls.length]).toEqual([3, 3]);
  expect(await asked.ask({ ...question, material: "x".repeat(60_000) })).toEqual({ why: "the question is too long for it" });
});

test("no more are under way together than may be", async () => {
  let [now, most] = [0, 0];
  const model = mock(async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => void setTimeout(resolve, 1));
    now -= 1;
    return says('{"count":2}');
  });
  const asked = askedModel(model, { ...once, together: 2 });
  expect(await Promise.all(Array.from({ length: 7 }, () => asked.ask(question)))).toHaveLength(7);
  expect(most).toBe(2);
});
