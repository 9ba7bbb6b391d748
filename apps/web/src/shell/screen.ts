import type { ComponentType } from "react";
import type { Permission } from "../api/session.js";

/** A screen: its place among the others, and how it is loaded once somebody goes there. It stands below `/w/WORKSPACE/`. */
export interface Screen {
  /** In the router's language, such as `assets/$id`. */
  readonly path: string;
  readonly title: string;
  /** Where it stands in the navigation; null: one comes to it from another screen. */
  readonly group: "decide" | "records" | "knowledge" | "house" | null;
  /** Without it the screen is in nobody's navigation, and the API answers nothing there. */
  readonly needs: Permission;
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
