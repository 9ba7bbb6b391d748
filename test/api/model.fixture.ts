import type { ServedModel } from "@cleartitle/server";

/** A language model of a server that says the same of every contract: one clause as the program does, one that it did not tell, and words that stand nowhere. */
export function servedMock(): ServedModel & { readonly shown: readonly string[] } {
  const shown: string[] = [];
  const said = { kinds: [{ kind: "governing-law", clauses: [{ candidate: 1, quote: null }, { candidate: null, quote: "words that stand nowhere in it" }] }, { kind: "anti-assignment", clauses: [{ candidate: null, quote: "Licensee keeps a list of who used the Data." }] }] };
  return {
    name: "mock one", shown,
    open: async () => ({
      name: "mock one",
      ask: async ({ material, form }) => {
        shown.push(material);
        return { said: form.parse(said) };
      },
    }),
  };
}
