import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { configuredModel } from "./configured-model.js";
import { modelLimits } from "./model-limit.js";

const asked: { path: string | undefined; key: string | undefined; body: { model?: string; response_format?: { type?: string } } }[] = [];

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** A server of models: it answers, leads elsewhere, or writes without an end, by the name of the model. */
const server = createServer((request, response) => {
  void bodyOf(request).then((text) => {
    const body = JSON.parse(text) as { model?: string };
    asked.push({ path: request.url, key: request.headers.authorization, body });
    if (body.model === "elsewhere") return response.writeHead(307, { location: "/v1/other" }).end();
    response.writeHead(200, { "content-type": "application/json" });
    const content = body.model === "endless" ? " ".repeat(5_000_000) : '{"count":2}';
    return response.end(JSON.stringify({ id: "1", object: "chat.completion", created: 0, model: body.model, choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }], usage: { prompt_tokens: 5, completion_tokens: 5, total_tokens: 10 } }));
  });
});
let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterAll(() => void server.close());

/** What a model of this name says, asked at the server above. */
async function ask(name: string): Promise<unknown> {
  const configured = await configuredModel({ CLEARTITLE_MODEL: name, CLEARTITLE_MODEL_URL: address, CLEARTITLE_MODEL_KEY: "sk-secret" }, { ...modelLimits, retries: 0 });
  return "model" in configured ? configured.model.ask({ task: "count", material: "one two", form: z.strictObject({ count: z.number() }) }) : configured.problem;
}

test.each([
  [{}, "no language model is named"],
  [{ CLEARTITLE_MODEL: "one" }, "the address of the language model is not set"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_URL: "nowhere" }, "`CLEARTITLE_MODEL_URL` is no address"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_URL: "file:///etc/passwd" }, "`CLEARTITLE_MODEL_URL` is no address of the web"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_URL: "https://jane:secret@models.example/v1" }, "`CLEARTITLE_MODEL_URL` has a name or a password in it"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_URL: "http://models.example/v1", CLEARTITLE_MODEL_KEY: "sk-secret" }, "the key would go to `CLEARTITLE_MODEL_URL` unprotected"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_PROVIDER: "../../evil.js" }, "`../../evil.js` is no provider of the AI SDK"],
  [{ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_PROVIDER: "@ai-sdk/none-such" }, "the provider `@ai-sdk/none-such` is not installed"],
])("%o: %s", async (env, message) => {
  const configured = await configuredModel(env);
  expect("problem" in configured ? configured.problem : null).toMatchObject({ code: "usage", message });
  expect(JSON.stringify(configured)).not.toContain("secret\"");
});

test("the model is asked at its address, with the key in the header alone and the form of the answer", async () => {
  const configured = await configuredModel({ CLEARTITLE_MODEL: "one", CLEARTITLE_MODEL_URL: address });
  expect(configured).toMatchObject({ model: { name: `one at ${new URL(address).host}` } });
  expect(await ask("one")).toEqual({ said: { count: 2 } });
  expect(asked).toMatchObject([{ path: "/v1/chat/completions", key: "Bearer sk-secret", body: { model: "one", response_format: { type: "json_schema" } } }]);
  expect(JSON.stringify(asked[0]?.body)).not.toContain("sk-secret");
  expect(await ask("endless")).toEqual({ why: "its server could not be asked" });
  expect(await ask("elsewhere")).toEqual({ why: "its server could not be asked" });
  expect(asked.map(({ path }) => path)).not.toContain("/v1/other");
});
