import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { kept } from "./shell/kept.js";
import { router } from "./shell/router.js";
import { showTheme } from "./shell/theme.js";
import "./style/tokens.css";
import "./style/base.css";
import "./style/print.css";
// Each names the signs that it has, so that a reader of Latin loads Latin alone.
import "@fontsource/noto-sans/400.css";
import "@fontsource/noto-sans/600.css";

showTheme();
createRoot(document.querySelector("#application")!).render(
  <StrictMode>
    <QueryClientProvider client={kept}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
// After the page: most readers have no use for them.
addEventListener("load", () => void import("./style/far-fonts.js"));
