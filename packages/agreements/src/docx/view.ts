/** How open changes are read: all of them made, or none. */
export type View = "accepted" | "rejected";
