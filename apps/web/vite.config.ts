import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** Fonts come in two formats; every browser that runs the rest reads the smaller one. */
const oneFontFormat: Plugin = {
  name: "one-font-format",
  enforce: "pre",
  transform: (code, id) => (id.includes("@fontsource") && id.endsWith(".css") ? { code: code.replaceAll(/,\s*url\([^)]+\.woff\) format\('woff'\)/g, ""), map: null } : null),
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [oneFontFormat, react()],
  resolve: {
    conditions: ["source", "module", "browser", "development|production"],
    // Of the engine the browser has the words alone: deciding is the server's, and whatever else is imported fails the build.
    alias: { "@cleartitle/engine": fileURLToPath(new URL("../../packages/engine/src/words/say-decision.ts", import.meta.url)) },
  },
  // Nothing inline: the content security policy of the server lets no `data:` in, and no script or style that is in the page.
  build: { outDir: "dist/site", manifest: true, emptyOutDir: true, assetsDir: "built", assetsInlineLimit: 0, target: "es2023", modulePreload: { polyfill: false } },
  server: { proxy: { "/api": { target: process.env["CLEARTITLE_SERVER"] ?? "http://127.0.0.1:8080" } } },
});
