/** How the outcome of a reason begins where two duties cannot both be kept; told of one source, however many bring them. */
export const clashing = "duties clash";

/** How it begins where a license or an agreement puts a duty on a thing. */
export const contractDuty = "a contractual duty";

/** How it begins where a law does. */
export const statuteDuty = "a statutory duty";
