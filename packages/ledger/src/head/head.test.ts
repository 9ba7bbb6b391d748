import { describe, expect, test } from "vitest";
import { emptyTree, appendLeaves } from "../merkle/tree.js";
import { hashLeaf } from "../merkle/hash.js";
import { isSignedBy, readHead, signHead } from "./head.js";
import { newSigningKey, readSigningKey, readVerifierKey } from "./key.js";

const made = newSigningKey("acme.example/title");
const key = readSigningKey(made.secret)!;
const tree = appendLeaves(emptyTree, [hashLeaf(Buffer.from("one"))]).tree;

describe("keys", () => {
  test("a secret and a public key are read back as they are written", () => {
    expect([key.verifier.text, readVerifierKey(`${made.verifier.text}\n`)?.text]).toEqual([made.verifier.text, made.verifier.text]);
    expect(made.secret).toMatch(/^PRIVATE\+KEY\+acme\.example\/title\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/);
  });
  test("a key and a signature of another program are understood", () => {
    const theirs = readVerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")!;
    const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    const signature = Buffer.from("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=", "base64");
    expect([signature.subarray(0, 4).toString("hex"), theirs.verifies(text, signature.subarray(4)), theirs.verifies(`${text} `, signature.subarray(4))]).toEqual([theirs.id, true, false]);
  });
  test.each(["", "x", made.secret, made.verifier.text.replace("acme", "acmf"), made.verifier.text.slice(0, -4), `${made.verifier.text}AAAA`])("no public key: %.30s", (text) => expect(readVerifierKey(text)).toBeNull());
  test.each(["", made.verifier.text, made.secret.replace("acme", "acmf"), made.secret.slice(0, -4)])("no secret key: %.30s", (text) => expect(readSigningKey(text)).toBeNull());
  test.each(["", "a b", "a+b", "a\nb", "x".repeat(201), "ü"])("no name of a ledger: %.10s", (name) => expect(() => newSigningKey(name)).toThrow(RangeError));
});

describe("a head", () => {
  test("is a checkpoint of three lines, and its signature", () => {
    const text = signHead("acme.example/title", tree, key);
    expect(text).toMatch(/^acme\.example\/title\n1\n[A-Za-z0-9+/]{43}=\n\n— acme\.example\/title [A-Za-z0-9+/]{90,91}=?=?\n$/);
    expect(isSignedBy(readHead(text)!, key.verifier)).toBe(true);
    expect(signHead("acme.example/title", tree, key)).toBe(text);
  });
  test("may be signed by witnesses too", () => {
    const text = signHead("acme.example/title", tree, key);
    const witness = readSigningKey(newSigningKey("witness.example").secret)!;
    const cosigned = `${text}— witness.example ${Buffer.concat([Buffer.from(witness.verifier.id, "hex"), witness.sign("x")]).toString("base64")}\n`;
    expect([isSignedBy(readHead(cosigned)!, key.verifier), isSignedBy(readHead(cosigned)!, witness.verifier)]).toEqual([true, false]);
  });
  test("is signed by a key of its own name alone", () => expect(() => signHead("other.example", tree, key)).toThrow(RangeError));
  test.each([["nothing", ""], ["no signature", "a\n1\n"], ["size 0", "a\n0\n"], ["a size with a zero before", "a\n01\n"]])("%s is none", (_, start) => {
    const text = signHead("acme.example/title", tree, key);
    expect(readHead(start === "" || start === "a\n1\n" ? start : text.replace(/^[^\n]+\n1\n/, start))).toBeNull();
  });
});
