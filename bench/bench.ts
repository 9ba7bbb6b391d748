import { benchDemands } from "./demands.js";
import { benchGrant } from "./grant.js";
import { benchReach } from "./reach.js";

/** Runs every comparison and prints its tables: `npm run bench`. Numbers are of this machine and this hour; ratios of one run may be compared. */
console.log(`node ${process.version}, ${process.platform} ${process.arch}`);
await benchGrant();
await benchReach();
await benchDemands();
