import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rooms } from "../rooms.js";
import { run } from "../run.js";

const folder = mkdtempSync(join(tmpdir(), "deal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const catalogue = rooms.catalogue();

async function cli(...args: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = { stdout: { write: (text: string) => out.push(text) }, stderr: { write: (text: string) => err.push(text) }, env: {}, folder, today: () => "2026-06-01", interrupted: Promise.resolve(), rooms: { ...rooms, catalogue: () => catalogue } };
  return { exit: await run(args, io), out: out.join(""), err: err.join("") };
}

const deal = (topics: string): string => `id: deal
title: Scans
written: "2025-12-01"
parties: [{ id: maker, role: licensor, name: The Archive }, { id: acme, role: licensee }]
assets: [{ id: scans, kind: dataset, layers: [copyright, related], scope: [database, content] }]
topics:
${topics}`;

const written = (name: string, topics: string): string => {
  writeFileSync(join(folder, name), deal(topics));
  return name;
};

const sound = written("sound.yaml", `  permitted-acts: { version: neutral }
  improvements: { version: neutral }
  term-and-renewal: { version: neutral, with: { from: "2026-01-01" } }
`);

describe("clauses", () => {
  test("are listed, and shown by name or number with all that one needs to choose", async () => {
    const { exit, out } = await cli("clauses", "list");
    expect(exit).toBe(0);
    expect(out).toMatch(/^ 1 {2}permitted-acts/);
    expect(out).toContain("synthesis; review by counsel");
    const shown = await cli("clauses", "show", "13", "--side", "neutral");
    expect(shown.out).toContain("neutral (1 norm, 1 duty, 0 dates, 0 notes)");
    expect(shown.out).not.toContain("licensee (");
    expect((await cli("clauses", "show", "model-after-term")).out).toContain("What the licensor may fall back to");
  });

  test("a topic that there is not ends with usage and the nearest one", async () => {
    const { exit, err } = await cli("clauses", "show", "field-of-uses");
    expect(exit).toBe(64);
    expect(err).toContain("field-of-use");
  });
});

describe("deal", () => {
  test("a sound one passes, and says what it could not ask", async () => {
    const { exit, out } = await cli("deal", "check", sound);
    expect(exit).toBe(0);
    expect(out).toContain("Not checked: rule 7");
    expect(out).toContain("The deal is silent on");
  });

  test("what does not fit together stops, and what is worth a look does where it is asked to", async () => {
    const unowned = written("unowned.yaml", "  permitted-acts: { version: neutral }\n");
    const { exit, out } = await cli("deal", "check", unowned, "--format", "json");
    expect(exit).toBe(2);
    expect(JSON.parse(out).findings).toMatchObject([{ code: "inconsistent", rule: 1, severity: "contradiction", topics: ["permitted-acts"] }]);
    expect((await cli("deal", "check", unowned)).out).toContain("rule 1 (permitted-acts): ");
    const noted = written("noted.yaml", "  governing-law: { version: licensee, with: { law: [GB] } }\n");
    expect((await cli("deal", "check", noted)).exit).toBe(0);
    expect((await cli("deal", "check", noted, "--fail-on", "look")).exit).toBe(2);
  });

  test("bad input ends with 3 and every problem, a missing file with 1", async () => {
    const { exit, err } = await cli("deal", "compile", written("bad.yaml", "  permited-acts: { version: neutral }\n  field-of-use: { version: neutral, with: { fields: [medcal] } }\n"));
    expect(exit).toBe(3);
    expect(err).toContain("bad.yaml:7");
    expect(err).toContain("bad.yaml:8");
    expect((await cli("deal", "check", "none.yaml")).exit).toBe(1);
  });

  test("what it compiles to is a title file that reads", async () => {
    const { out } = await cli("deal", "compile", sound, "--as-signed", "--format", "title-file");
    writeFileSync(join(folder, "agreement.json"), JSON.stringify({ ...JSON.parse(out), uses: { train: { of: "scans", actions: ["train-on"], purpose: "commercial", field: "medical", in: ["GB"], on: "2026-06-01" } } }));
    const asked = await cli("ask", "agreement.json", "--use", "train", "--format", "json");
    expect(JSON.parse(asked.out)).toMatchObject({ decision: "cleared", reasons: [{ norm: "permitted-acts.acts", cite: "1.1" }] });
    expect((await cli("deal", "compile", sound)).out).toContain("not signed: it grants nothing");
  });
});
