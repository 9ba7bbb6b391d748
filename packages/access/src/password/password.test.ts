import { argon2id } from "hash-wasm";
import { describe, expect, test } from "vitest";
import { checkPassword, hashPassword } from "./password.js";
import { wrongInPassword } from "./password-rule.js";

const password = "herbst laterne ﬁnger 7";

describe("a kept password", () => {
  test("is right however it was typed, is different each time it is kept, and says how it was made", async () => {
    const [one, other] = await Promise.all([hashPassword(password), hashPassword(password)]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(other);
    expect(await checkPassword("herbst laterne finger 7", one)).toEqual({ isRight: true, isOld: false });
    expect(await checkPassword("herbst laterne finger 8", one)).toEqual({ isRight: false, isOld: false });
  });
  test("of another cost is right, and to be kept anew", async () => {
    const old = await argon2id({ password, salt: Buffer.alloc(16, 1), parallelism: 1, iterations: 2, memorySize: 1_024, hashLength: 32, outputType: "encoded" });
    expect(await checkPassword(password.normalize("NFKC"), old)).toEqual({ isRight: false, isOld: false });
    const typed = await argon2id({ password: password.normalize("NFKC"), salt: Buffer.alloc(16, 1), parallelism: 1, iterations: 2, memorySize: 1_024, hashLength: 32, outputType: "encoded" });
    expect(await checkPassword(password, typed)).toEqual({ isRight: true, isOld: true });
  });
  const body = `${"A".repeat(22)}$${"A".repeat(43)}`;
  test.each([null, "", "secret", "$2b$10$abc", `$argon2id$v=19$m=9999999,t=1,p=1$${body}`, `$argon2id$v=19$m=4,t=1,p=1$${body}`, `$argon2id$v=19$m=64,t=0,p=1$${body}`, `$argon2d$v=19$m=64,t=1,p=1$${body}`])("%s is nobody's, and no bug", async (kept) => {
    expect(await checkPassword(password, kept)).toEqual({ isRight: false, isOld: false });
  });
});

describe("a password that is chosen", () => {
  test.each<[password: string, wrong: RegExp[]]>([
    ["herbst laterne finger", []],
    ["ключ лампа осень стол", []],
    ["傘電話橋川月星雲雨雪花鳥風森海空", []],
    ["short", [/15 signs/, /guessed/]],
    ["four teen signs", []],
    ["x".repeat(15), [/guessed/]],
    ["abababababababababab", [/guessed/]],
    ["correctcorrectcorrect", [/guessed/]],
    ["abcdefghijklmnopqrst", [/guessed/]],
    ["12345678901234567890", [/guessed/]],
    ["qwertyuiopasdfghjkl", [/guessed/]],
    ["Password1234567890!", [/guessed/]],
    ["jane.doe@example.org", [/guessed/]],
    ["cleartitle cleartitle", [/guessed/]],
    ["n".repeat(257), [/256 signs/]],
    ["n".repeat(1_000_000), [/256 signs/]],
  ])("%#: %.30s", (chosen, wrong) => {
    const problems = wrongInPassword(chosen, ["jane.doe@example.org"]);
    expect(problems.map(({ message }) => message)).toEqual(wrong.map((each) => expect.stringMatching(each)));
    expect(JSON.stringify(problems)).not.toContain(chosen);
  });
});
