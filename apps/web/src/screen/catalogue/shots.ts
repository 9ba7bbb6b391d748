import type { Shot } from "../shot.js";

export const catalogueShots: readonly Shot[] = [
  { name: "catalogue", at: "catalogue", ready: ".table" },
  { name: "catalogue-law", at: "catalogue?show=laws&q=eu.", ready: ".table" },
  { name: "catalogue-nothing", at: "catalogue?q=no-such-record", ready: ".empty" },
  { name: "catalogue-in-force", at: "catalogue?show=in-force", ready: "svg.span" },
  { name: "catalogue-calendar", at: "catalogue?from=2026-11-28&show=calendar", ready: ".table" },
  { name: "catalogue-license", at: "catalogue/instruments/LicenseRef-Llama-3.1", ready: ".said" },
  { name: "catalogue-law-record", at: "catalogue/laws/jp.30-4", ready: ".said" },
  { name: "catalogue-position", at: "catalogue/positions/model_weights_as_copy", ready: ".said" },
  { name: "catalogue-compare", at: "catalogue/compare?before=LicenseRef-Llama-2&after=LicenseRef-Llama-3.1", ready: ".difference" },
];
