import type { LanguageModelV3 } from "@ai-sdk/provider";
import { problem, type Problem } from "@cleartitle/norms";
import { type AskedModel, askedModel } from "./asked-model.js";
import { boundedFetch } from "./bounded-fetch.js";
import { type ModelLimits, modelLimits } from "./model-limit.js";

type Environment = Readonly<Record<string, string | undefined>>;
type Configured = { readonly model: AskedModel } | { readonly problem: Problem };

/** The provider that comes with the program: it speaks what most servers of models speak, those on one's own machine too. */
const ownProvider = "@ai-sdk/openai-compatible";
const providerName = /^@ai-sdk\/[a-z][a-z0-9-]{0,60}$/;
const near = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Of a package of the AI SDK, what makes a provider of it: the function that is named `create…`. */
type Create = (settings: Readonly<Record<string, unknown>>) => { readonly languageModel: (name: string) => LanguageModelV3 };

async function creatorOf(provider: string): Promise<Create | null> {
  try {
    const found = (provider === ownProvider ? await import("@ai-sdk/openai-compatible") : await import(provider)) as Readonly<Record<string, unknown>>;
    const name = Object.keys(found).find((each) => /^create[A-Z]/.test(each));
    return name === undefined || typeof found[name] !== "function" ? null : (found[name] as Create);
  } catch {
    return null;
  }
}

/** What is wrong with the address that a model is asked at, in words; null where nothing is. */
function wrongAddress(address: string, hasKey: boolean): string | null {
  if (!URL.canParse(address)) return "`CLEARTITLE_MODEL_URL` is no address";
  const { protocol, hostname, username, password } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return "`CLEARTITLE_MODEL_URL` is no address of the web";
  if (username !== "" || password !== "") return "`CLEARTITLE_MODEL_URL` has a name or a password in it";
  return hasKey && protocol === "http:" && !near.test(hostname) ? "the key would go to `CLEARTITLE_MODEL_URL` unprotected" : null;
}

const refused = (message: string, hint: string): Configured => ({ problem: problem("usage", message, { hint }) });

/**
 * The model that the environment names: `CLEARTITLE_MODEL` its name, `CLEARTITLE_MODEL_URL` the address, `CLEARTITLE_MODEL_KEY` the key, where one is needed,
 * and `CLEARTITLE_MODEL_PROVIDER` another package of the AI SDK, which the user has installed. Nothing is asked yet.
 */
export async function configuredModel(env: Environment, limits: ModelLimits = modelLimits): Promise<Configured> {
  const of = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const [name, address, key, provider] = [of("CLEARTITLE_MODEL"), of("CLEARTITLE_MODEL_URL"), of("CLEARTITLE_MODEL_KEY"), of("CLEARTITLE_MODEL_PROVIDER") ?? ownProvider];
  if (name === undefined) return refused("no language model is named", "set CLEARTITLE_MODEL to its name and CLEARTITLE_MODEL_URL to its address, like http://localhost:11434/v1");
  if (!providerName.test(provider)) return refused(`\`${provider}\` is no provider of the AI SDK`, "CLEARTITLE_MODEL_PROVIDER is the name of a package, like @ai-sdk/anthropic");
  if (address === undefined && provider === ownProvider) return refused("the address of the language model is not set", "set CLEARTITLE_MODEL_URL, like http://localhost:11434/v1");
  const wrong = address === undefined ? null : wrongAddress(address, key !== undefined);
  if (wrong !== null) return refused(wrong, "write it like https://models.acme.example/v1, and the key in CLEARTITLE_MODEL_KEY");
  const create = await creatorOf(provider);
  if (create === null) return refused(`the provider \`${provider}\` is not installed`, `install it beside this program: npm install ${provider}`);
  const made = create({ fetch: boundedFetch, ...(provider === ownProvider ? { name: "model", supportsStructuredOutputs: true } : {}), ...(address === undefined ? {} : { baseURL: address }), ...(key === undefined ? {} : { apiKey: key }) });
  return { model: { ...askedModel(made.languageModel(name), limits), name: `${name} ${address === undefined ? `by ${provider}` : `at ${new URL(address).host}`}` } };
}
