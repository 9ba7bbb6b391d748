import { createHash, createPrivateKey, sign } from "node:crypto";

/** One who vouches for times, and its root, made for these tests and for nothing else. */
const root = "MIIBnjCCAUOgAwIBAgIBBzAKBggqhkjOPQQDAjA1MRcwFQYDVQQKDA5NYWRlIGZvciB0ZXN0czEaMBgGA1UEAwwRVGVzdCByb290IG9mIHRpbWUwIBcNMjYxMTI4MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMDUxFzAVBgNVBAoMDk1hZGUgZm9yIHRlc3RzMRowGAYDVQQDDBFUZXN0IHJvb3Qgb2YgdGltZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCvZh23Ll3Mvt7hkSKHz0l7jyCOw01RuN/BBmqpcBPye0HAy1mbacQaRHHrCZfanaxcAVlUzGnFZl24QK4RF6e2jQjBAMA8GA1UdEwEB/wQFMAMBAf8wDgYDVR0PAQH/BAQDAgEGMB0GA1UdDgQWBBTwE85nSAxUD+zHgwT1j2gkJHFTBDAKBggqhkjOPQQDAgNJADBGAiEA8hNsDtTP7K03qFx2PL7R+tI8asY0s0YblLhgjQf8VDUCIQDvkMCnZspc5cxoKeOFQHJ3lJ4hhHYObDEjB6tFxiFrcA==";
const authority = "MIIByzCCAXGgAwIBAgIBCDAKBggqhkjOPQQDAjA1MRcwFQYDVQQKDA5NYWRlIGZvciB0ZXN0czEaMBgGA1UEAwwRVGVzdCByb290IG9mIHRpbWUwIBcNMjYxMTI4MDAwMDAwWhgPMjEyNjExMDEwMDAwMDBaMC0xFzAVBgNVBAoMDk1hZGUgZm9yIHRlc3RzMRIwEAYDVQQDDAlUZXN0IHRpbWUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT3u8Pps3ktS7GkjEyhTM01/gEEgSM30zswjUy9lCLEJuhbbca/8M+KVBVz9E0Ef1zr9Jlmk4p2PVjTcRsrnQoXo3gwdjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB/wQEAwIHgDAWBgNVHSUBAf8EDDAKBggrBgEFBQcDCDAdBgNVHQ4EFgQUu089/UAkvRVI+oy+Cm08tQDzMBkwHwYDVR0jBBgwFoAU8BPOZ0gMVA/sx4ME9Y9oJCRxUwQwCgYIKoZIzj0EAwIDSAAwRQIhAKaegBV/i/jHQX0F/D2gdK4dQIHigH9gVPhUhweGe+BoAiA3o7Qk8fYSP+zx/8SRx5X09nAAxRftFVrlDk9zUWfMNw==";
const key = createPrivateKey({ key: Buffer.from("MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgcMSDiim9nOBWLSP1V3kDX+lAwFExWeo0MKLqmCBupwGhRANCAAT3u8Pps3ktS7GkjEyhTM01/gEEgSM30zswjUy9lCLEJuhbbca/8M+KVBVz9E0Ef1zr9Jlmk4p2PVjTcRsrnQoX", "base64"), format: "der", type: "pkcs8" });

/** The root as a list of those whose word on a time is trusted. */
export const anchorsOfTime = `-----BEGIN CERTIFICATE-----\n${root}\n-----END CERTIFICATE-----\n`;

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts);
const number = (n: number): Buffer => der(0x02, Buffer.from([n]));
const octets = (data: Uint8Array): Buffer => der(0x04, data);
const id = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const sum = (data: Uint8Array): Buffer => createHash("sha256").update(data).digest();

const sha256 = sequence(id("608648016503040201"));
const ecdsa = sequence(id("2a8648ce3d040302"));
const signedData = id("2a864886f70d010702");
const timeInfo = id("2a864886f70d0109100104");
const attribute = (name: string, value: Uint8Array): Buffer => sequence(id(name), set(value));
/** The name of the root, and the number that it gave to the authority. */
const issuer = sequence(sequence(set(sequence(id("55040a"), der(0x0c, Buffer.from("Made for tests")))), set(sequence(id("550403"), der(0x0c, Buffer.from("Test root of time"))))), number(8));

/** Word of the authority (RFC 3161) that some bytes were there at noon of 2026-11-28, in universal time. */
export function timeToken(data: Uint8Array): Buffer {
  const info = sequence(number(1), id("2a0304"), sequence(sha256, octets(sum(data))), number(1), der(0x18, Buffer.from("20261128120000Z")));
  const certificate = Buffer.from(authority, "base64");
  const attributes = [attribute("2a864886f70d010903", timeInfo), attribute("2a864886f70d010904", octets(sum(info))), attribute("2a864886f70d010910022f", sequence(sequence(sequence(octets(sum(certificate))))))];
  const sorted = attributes.toSorted((a, b) => Buffer.compare(a, b));
  const signer = sequence(number(1), issuer, sha256, der(0xa0, ...sorted), ecdsa, octets(sign("sha256", set(...sorted), key)));
  const content = sequence(number(3), set(sha256), sequence(timeInfo, der(0xa0, octets(info))), der(0xa0, certificate, Buffer.from(root, "base64")), set(signer));
  return sequence(signedData, der(0xa0, content));
}
