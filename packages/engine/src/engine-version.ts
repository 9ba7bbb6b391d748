/** Version of the engine, part of the basis of every decision. */
export const engineVersion = "0.1.0";
