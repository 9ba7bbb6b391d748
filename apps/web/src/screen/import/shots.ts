import type { Shot } from "../shot.js";

export const importShots: readonly Shot[] = [{ name: "import", at: "import", ready: ".drop" }];
