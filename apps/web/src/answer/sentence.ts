/** A sentence begins with a capital, a name of an asset as it is written. */
export const sentence = (says: string): string => says.replace(/^(?:nothing|whether|the law|this|in|done|counts)\b/, (found) => `${found[0]!.toUpperCase()}${found.slice(1)}`);
