import { createPrivateKey, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, WasmBuilder } from "@contentauth/c2pa-wasm";
import { timeToken } from "./made-time.fixture.js";

/** A signer and its root, made for these tests and for nothing else. */
const root = "MIIBwjCCAWegAwIBAgIUK2999cbCJ2pIken1GMKkxO75tj8wCgYIKoZIzj0EAwIwLTEXMBUGA1UECgwOTWFkZSBmb3IgdGVzdHMxEjAQBgNVBAMMCVRlc3Qgcm9vdDAgFw0yNjExMjgxMDQ5MTVaGA8yMTI2MTEwNDEwNDkxNVowLTEXMBUGA1UECgwOTWFkZSBmb3IgdGVzdHMxEjAQBgNVBAMMCVRlc3Qgcm9vdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABM7eW5UI5/AXrs4HCTUXNy4zq0i1A0Xe0LEpxAHpQ2DNP4dFYu01DzuT25P41THx8kb+AR7OChKlaBPEFp7detOjYzBhMB0GA1UdDgQWBBQKDGtk6zZLgV45SNIhER0FKHmO+jAfBgNVHSMEGDAWgBQKDGtk6zZLgV45SNIhER0FKHmO+jAPBgNVHRMBAf8EBTADAQH/MA4GA1UdDwEB/wQEAwICBDAKBggqhkjOPQQDAgNJADBGAiEA5soHWtH2Za3O6EnaQVlkrNYFdFzJTGKQjTEgQOI5DEkCIQCKlF00Qk5uc1n7plMZC82/n0EWadAwWGzgDD4JVqTiHw==";
const leaf = "MIIB1TCCAXugAwIBAgIUWEp4iaZcJ7pIvWaDNiuKU7Qx+gkwCgYIKoZIzj0EAwIwLTEXMBUGA1UECgwOTWFkZSBmb3IgdGVzdHMxEjAQBgNVBAMMCVRlc3Qgcm9vdDAgFw0yNjExMjgxMDQ5MTVaGA8yMTI2MTEwNDEwNDkxNVowLzEXMBUGA1UECgwOTWFkZSBmb3IgdGVzdHMxFDASBgNVBAMMC1Rlc3Qgc2lnbmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErAn3wwqtigvOTFkYjwUZC6nVIt5ilEnwWR7xAVQqXXU5MMuW/iVeAefoALR/PYb4P+4m8b1pQ5rnwRUEmPxPTKN1MHMwDAYDVR0TAQH/BAIwADAOBgNVHQ8BAf8EBAMCB4AwEwYDVR0lBAwwCgYIKwYBBQUHAwQwHQYDVR0OBBYEFK6ZE59F5sMCQAQVrdSxW6/q7s3pMB8GA1UdIwQYMBaAFAoMa2TrNkuBXjlI0iERHQUoeY76MAoGCCqGSM49BAMCA0gAMEUCIEAsxoOA1NYt5c+kEMiK0Wl8gq4kVuMrRVjFVwVwBoqCAiEAtnxrJWFl2lsGaTXnHb7yJCJQomYsaEIutU9OidRRXPI=";
const key = createPrivateKey({ key: Buffer.from("MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgjbv2tDr8MVnjP3hB1pR792KMSxb5ud4VdILq+7gP2SqhRANCAASsCffDCq2KC85MWRiPBRkLqdUi3mKUSfBZHvEBVCpddTkwy5b+JV4B5+gAtH89hvg/7ibxvWlDmufBFQSY/E9M", "base64"), format: "der", type: "pkcs8" });

/** The root as a list of signers that are trusted. */
export const anchors = `-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`;

const head = (major: number, n: number): Buffer => (n < 24 ? Buffer.from([(major << 5) | n]) : n < 256 ? Buffer.from([(major << 5) | 24, n]) : n < 65_536 ? Buffer.from([(major << 5) | 25, n >> 8, n & 255]) : Buffer.from([(major << 5) | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]));
const bytes = (data: Uint8Array): Buffer => Buffer.concat([head(2, data.length), data]);
const text = (words: string): Buffer => Buffer.concat([head(3, words.length), Buffer.from(words)]);
const list = (...items: readonly Uint8Array[]): Buffer => Buffer.concat([head(4, items.length), ...items]);

const reserved = 4_096;

/** A signature as the standard has it (COSE, ES256), filled up to the room that is kept for it; with word of an authority on its time, if that is asked for. */
function signed(claim: Uint8Array, timed: boolean): Uint8Array<ArrayBuffer> {
  const kept = Buffer.concat([head(5, 2), Buffer.from([1, 0x26, 0x18, 33]), list(...[leaf, root].map((each) => bytes(Buffer.from(each, "base64"))))]);
  const signature = sign("sha256", list(text("Signature1"), bytes(kept), bytes(Buffer.alloc(0)), bytes(claim)), { key, dsaEncoding: "ieee-p1363" });
  const countersigned = list(text("CounterSignature"), bytes(kept), bytes(Buffer.alloc(0)), bytes(bytes(signature)));
  const time = timed ? [text("sigTst2"), head(5, 1), text("tstTokens"), list(Buffer.concat([head(5, 1), text("val"), bytes(timeToken(countersigned))]))] : [];
  const padded = (pad: number): Buffer => Buffer.concat([Buffer.from([0xd2]), list(bytes(kept), Buffer.concat([head(5, timed ? 2 : 1), ...time, text("pad"), bytes(Buffer.alloc(pad))]), Buffer.from([0xf6]), bytes(signature))]);
  return new Uint8Array(padded(reserved - padded(0).length - 2));
}

/** The library reads a file piece by piece as a browser does: what it asks for is handed over at once. */
class Held extends Blob {
  constructor(readonly held: Uint8Array) {
    super([new Uint8Array(held)]);
  }
  override slice(from = 0, to = this.held.length): Held {
    return new Held(this.held.subarray(from, to));
  }
}

/** A file with a manifest of its own: a model made it, and nobody may train a generative model on it. `timed`: signed at a time that somebody vouches for. */
export async function withManifest(format: string, file: Uint8Array, timed = false): Promise<Uint8Array> {
  initSync({ module: readFileSync(createRequire(import.meta.url).resolve("@contentauth/c2pa-wasm/c2pa.wasm")) });
  Object.assign(globalThis, { FileReaderSync: class { readAsArrayBuffer = ({ held }: Held): ArrayBuffer => new Uint8Array(held).buffer; } });
  const created = { action: "c2pa.created", digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" };
  const assertions = [{ label: "c2pa.actions.v2", data: { actions: [created] } }, { label: "cawg.training-mining", data: { entries: { "cawg.ai_generative_training": { use: "notAllowed" } } } }];
  const builder = WasmBuilder.fromJson(JSON.stringify({ claim_generator_info: [{ name: "Maker", version: "1" }], assertions }), JSON.stringify({ verify: { verify_after_sign: false } }));
  return builder.sign({ sign: (claim: Uint8Array) => Promise.resolve(signed(claim, timed)), reserveSize: reserved, alg: "es256" }, [], format, new Held(file));
}

const fields = [[256, 3, 1], [257, 3, 1], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, 110], [278, 3, 1], [279, 4, 1]] as const;
function tiff(): Buffer {
  const made = Buffer.alloc(111);
  made.write("II*\0\b\0\0\0\b\0", "latin1");
  for (const [n, [tag, type, value]] of fields.entries()) for (const [at, each] of [tag, type, 1, 0, value].entries()) made.writeUInt16LE(each, 10 + 12 * n + 2 * at);
  return made;
}

/** The smallest files of the formats that are looked through as a whole. */
export const smallest: readonly (readonly [name: string, format: string, file: Uint8Array])[] = [
  ["a.gif", "image/gif", Buffer.from("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b", "hex")],
  ["a.svg", "image/svg+xml", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect width="1" height="1"/></svg>')],
  ["a.tif", "image/tiff", tiff()],
  ["a.mp3", "audio/mpeg", Buffer.concat([Buffer.from("ID3\u0003\0\0\0\0\0\0", "latin1"), ...[0, 1].map(() => Buffer.concat([Buffer.from("fffb9000", "hex"), Buffer.alloc(413)]))])],
];
