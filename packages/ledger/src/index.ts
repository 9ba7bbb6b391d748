export { hashLeaf, sameHash, type Hash } from "./merkle/hash.js";
export { consistencyPath, inclusionPath, proofAlong, type ProofPath } from "./merkle/path.js";
export { provesConsistency, provesInclusion, provesSubtree } from "./merkle/proves.js";
export { appendLeaves, emptyTree, peaksOf, rootOf, type NodeAddress, type Tree, type TreeNode } from "./merkle/tree.js";
