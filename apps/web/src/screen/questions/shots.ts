import type { Shot } from "../shot.js";

export const questionShots: readonly Shot[] = [{ name: "questions", at: "questions?use=launch", ready: ".questions .possible .verdict, .empty" }];
