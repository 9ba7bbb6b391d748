import { z } from "@hono/zod-openapi";
import type { Api } from "../api.js";
import { roomsOf } from "./sign-in.js";

/** What a page has to know before anybody is signed in: which ways in there are. */
export function signInWaysRoute(api: Api): void {
  api.route(
    {
      method: "get", path: "/sign-in", needs: "anyone", feature: "sign-in", summary: "Which ways in there are",
      answer: z.strictObject({ first: z.boolean().openapi({ description: "Nobody can sign in yet: whoever has the code of the terminal becomes the first person." }), provider: z.boolean().openapi({ description: "People sign in at a provider as well." }) }),
    },
    async ({ backing }) => {
      const { people, provider } = roomsOf(backing);
      return { body: { first: !(await people.canAnybodySignIn()), provider: provider !== null } };
    },
  );
}
