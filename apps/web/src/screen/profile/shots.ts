import type { Shot } from "../shot.js";

export const profileShots: readonly Shot[] = [{ name: "profile", at: "profile", ready: ".heading" }];
