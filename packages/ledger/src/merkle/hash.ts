import { hash } from "node:crypto";

/** A SHA-256 digest, 32 bytes. */
export type Hash = Uint8Array;

/** In one call: each object that hashes bit by bit stays in memory until all of it is looked through, and a large import has a million. */
const digest = (...parts: readonly Uint8Array[]): Hash => hash("sha256", Buffer.concat(parts), "buffer");

// RFC 9162, 2.1.1: leaves and inner nodes begin with different bytes, so that neither can pass for the other.
const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

export const hashLeaf = (entry: Uint8Array): Hash => digest(leafPrefix, entry);
export const hashNode = (left: Hash, right: Hash): Hash => digest(nodePrefix, left, right);
/** Root of the tree without leaves. */
export const emptyRoot: Hash = digest();

export const isHash = (bytes: Uint8Array): boolean => bytes.length === 32;
export const sameHash = (one: Hash, other: Hash): boolean => Buffer.compare(one, other) === 0;
