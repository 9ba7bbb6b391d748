/** The process of one row: runs the function that `alone` names and sends back what it found, and the most memory that it took. */
const [module, name, args] = process.argv.slice(2) as [string, string, string];
const functions = (await import(module)) as Record<string, (...args: unknown[]) => unknown>;
const result = await functions[name]!(...(JSON.parse(args) as unknown[]));
process.send!({ result, peak: process.resourceUsage().maxRSS * 1024 }, () => process.disconnect());
