import type { Shot } from "../shot.js";

export const reviewShots: readonly Shot[] = [{ name: "review-alone", at: "review", ready: ".empty" }];
