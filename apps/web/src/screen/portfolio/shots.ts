import type { Shot } from "../shot.js";

export const portfolioShots: readonly Shot[] = [
  { name: "portfolio", at: "portfolio?day=2026-03-01&until=2027-12-31", ready: ".portfolio-findings" },
  { name: "portfolio-days", at: "portfolio?day=2026-03-01&show=days", ready: ".table" },
  { name: "portfolio-money", at: "portfolio?day=2026-03-01&show=money", ready: "#caps" },
  { name: "portfolio-agreements", at: "portfolio?day=2026-03-01&show=agreements", ready: ".table" },
  { name: "portfolio-coverage", at: "portfolio?day=2026-03-01&show=coverage", ready: ".table" },
];
