import type { Shot } from "../shot.js";

export const noticeShots: readonly Shot[] = [{ name: "notices", at: "notices", ready: ".empty, .table" }];
