/** Texts that are no title file, each with the code of the first problem and where it stands. Where `null`, any line will do. */
export interface Hostile {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly at: readonly [line: number, column: number] | null;
}

const head = "us: us\nassets:\n  - { id: a, kind: model, license: MIT }\n";
const use = 'uses:\n  asked: { of: a, actions: [host], in: [US], on: "2026-12-01" }\n';
const derivation = (rest: string): string => `${head}derivations:\n  - { from: a, to: b, by: finetune, ${rest} }\n`;
const megabytes = (n: number, text: string): string => text.repeat(Math.ceil((n * 1_000_000) / text.length));

const row = (name: string, text: string, code: string, line?: number, column?: number): Hostile => ({ name, text, code, at: line === undefined || column === undefined ? null : [line, column] });

export const malformed: readonly Hostile[] = [
  row("nothing", "", "wrong-type", 1, 1),
  row("spaces and remarks", "  \n# a remark\n\n", "wrong-type"),
  row("a scalar", "us\n", "wrong-type", 1, 1),
  row("an open bracket", "us: [us\n", "yaml-syntax"),
  row("a tab as indentation", "us: us\nassets:\n\t- id: a\n", "yaml-syntax", 3, 1),
  row("an open quote", 'us: "us\n', "yaml-syntax"),
  row("two documents", `${head}---\n${head}`, "several-documents", 4, 1),
  row("a key that stands twice", `us: us\nus: them\n`, "duplicate-key", 2, 1),
  row("an anchor", "us: &x us\n", "alias-forbidden", 1, 8),
  row("an alias of itself", "us: us\nassets: &a [*a]\n", "alias-forbidden"),
  row("aliases of aliases", `us: us\na: &a [x, x, x, x, x, x, x, x, x]\n${"bcdefghijklm".split("").map((c, i) => `${c}: &${c} [${`*${"abcdefghijklm"[i]}, `.repeat(9)}]\n`).join("")}`, "alias-forbidden"),
  row("a merge key", "us: us\n<<: { assets: [] }\n", "alias-forbidden", 2, 1),
  row("a tag", "us: !!str us\n", "tag-forbidden", 1, 11),
  row("a tag of a language", "us: !!python/object/apply:os.system [ls]\n", "tag-forbidden"),
  row("another version of YAML", "%YAML 1.1\n---\nus: us\n", "yaml-syntax", 1, 1),
  row("a NUL byte", "us: u\u0000s\n", "yaml-syntax", 1, 6),
  row("a half of a character", "us: us\nassets: \ud800\n", "yaml-syntax", 2, 9),
];

const wrong: readonly Hostile[] = [
  row("an unknown key", `${head}${use}asets: []\n`, "unknown-key", 6, 1),
  row("an unknown key of an asset", "us: us\nassets:\n  - { id: a, kind: model, licence: MIT }\n", "unknown-key", 3, 27),
  row("a key `__proto__`", `${head}__proto__: { us: them }\n`, "unknown-key", 4, 1),
  row("a key `constructor` of an asset", "us: us\nassets:\n  - { id: a, kind: model, constructor: x }\n", "unknown-key", 3, 27),
  row("a fact `__proto__`", "us: us\nassets:\n  - { id: a, kind: model, facts: { __proto__: true } }\n", "unknown-key", 3, 36),
  row("a fact `constructor`", "us: us\nassets:\n  - { id: a, kind: model, facts: { constructor: true } }\n", "unknown-name", 3, 36),
  row("a kind `toString`", "us: us\nassets:\n  - { id: a, kind: toString }\n", "unknown-name", 3, 20),
  row("a place `__proto__`", derivation("in: __proto__"), "unknown-place"),
  row("a number for a name", "us: 7\n", "wrong-type", 1, 5),
  row("a mapping for a list", "us: us\nassets: { id: a, kind: model }\n", "wrong-type", 2, 9),
  row("a list for a mapping", `${head}uses: []\n`, "wrong-type", 4, 7),
  row("null for a list", "us: us\nassets: ~\n", "wrong-type"),
  row("an unknown kind", "us: us\nassets:\n  - { id: a, kind: modell }\n", "unknown-name", 3, 20),
  row("an unknown act", `${head}uses:\n  asked: { of: a, actions: [hots], in: [US], on: "2026-12-01" }\n`, "unknown-name", 5, 29),
  row("an unknown place", `${head}uses:\n  asked: { of: a, actions: [host], in: [EUU], on: "2026-12-01" }\n`, "unknown-place", 5, 41),
  row("a use of nothing", `${head}uses:\n  asked: { of: b, actions: [host], in: [US], on: "2026-12-01" }\n`, "dangling-reference", 5, 16),
  row("a day that is not", derivation('on: "2026-02-30"'), "impossible-date", 5, 41),
  row("a month that is not", derivation('on: "2026-13-01"'), "impossible-date", 5, 41),
  row("the year zero", `${head}uses:\n  asked: { of: a, actions: [host], in: [US], on: "0000-00-00" }\n`, "impossible-date"),
  row("a period that ends before it begins", derivation('on: "2026-03-02/2026-03-01"'), "bad-period", 5, 41),
  row("no day at all", derivation('on: "yesterday"'), "bad-period", 5, 41),
  row("two assets of one id", `${head}  - { id: a, kind: dataset }\n`, "duplicate-id", 4, 11),
  row("two ids, one of them written out", "us: us\nassets:\n  - { id: a, kind: model }\n  - { id: \"\\x61\", kind: model }\n", "duplicate-id", 4, 11),
  row("equal bytes of two kinds", "us: us\nassets:\n  - { id: a, kind: model, digest: x }\n  - { id: b, kind: dataset, digest: x }\n", "contradiction", 4, 37),
  row("made of itself", `${head}derivations:\n  - { from: [a], to: a, by: finetune }\n`, "contradiction", 5, 22),
  row("a share above the whole", `${head}title: [{ asset: a, layer: copyright, to: us, how: creation, share: 1.0e+308 }]\n`, "bad-value"),
  row("a share that is no number", `${head}title: [{ asset: a, layer: copyright, to: us, how: creation, share: .nan }]\n`, "wrong-type"),
  row("a quantity without end", "us: us\nparties:\n  - { id: us, facts: { monthly-active-users: { atMost: .inf } } }\n", "wrong-type"),
  row("bounds that contradict", "us: us\nparties:\n  - { id: us, facts: { monthly-active-users: { atLeast: 6, atMost: 5 } } }\n", "contradiction"),
  row("an id of more than a thousand letters", `us: us\nassets:\n  - { id: ${"x".repeat(1001)}, kind: model }\n`, "bad-value", 3, 11),
  row("an id of two lines", 'us: us\nassets:\n  - { id: "a\\nb", kind: model }\n', "bad-value", 3, 11),
  row("an empty id", 'us: us\nassets:\n  - { id: "", kind: model }\n', "bad-value", 3, 11),
];

const huge: readonly Hostile[] = [
  row("ten megabytes on one line", `us: "${"x".repeat(10_000_000)}"\n`, "too-large", 1, 1_000_001),
  row("seven megabytes on one line", `us: us\nassets:\n  - { id: a, kind: model, licence: "${"x".repeat(7_000_000)}" }\n`, "too-large", 3, 1_000_001),
  row("ten thousand lists within each other", `us: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`, "too-deep"),
  row("ten thousand mappings within each other", `us: ${"{a: ".repeat(10_000)}${"}".repeat(10_000)}\n`, "too-deep"),
  row("ten thousand lists by dashes", `us:\n  ${"- ".repeat(10_000)}x\n`, "too-deep"),
  row("mappings by indentation", Array.from({ length: 3_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"), "too-deep"),
  row("a megabyte of closing brackets", megabytes(1, "]"), "yaml-syntax"),
  row("a megabyte of opening brackets", megabytes(1, "["), "too-deep"),
  row("very many quotes", megabytes(0.2, '"'), "yaml-syntax"),
  row("seven megabytes of line ends", megabytes(7, "\n"), "too-many"),
  row("two megabytes of unknown keys", Array.from({ length: 120_000 }, (_, i) => `key${i}: value\n`).join(""), "missing-key"),
  row("many unknown names among many known ones", `us: us\nassets:\n${Array.from({ length: 2_000 }, (_, i) => `  - { id: a${i}, kind: model }\n`).join("")}derivations:\n${Array.from({ length: 2_000 }, (_, i) => `  - { from: x${i}, to: a${i}, by: copy }\n`).join("")}`, "dangling-reference"),
  row("one id five thousand times", `us: us\nassets:\n${"  - { id: a, kind: model }\n".repeat(5_000)}`, "duplicate-id", 4, 11),
];

export const hostile: readonly Hostile[] = [...malformed, ...wrong, ...huge];

/** Half of a surrogate pair can be handed to a reader and not be written to a file. */
export const isFile = ({ text }: Hostile): boolean => Buffer.from(text).toString() === text;
