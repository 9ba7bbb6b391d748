import { Deal } from "@cleartitle/agreements";
import { shapeOf, told } from "../described.js";

/** A deal as a deal file writes it. */
export const DealShape = told<Deal>("Deal", shapeOf(Deal));
