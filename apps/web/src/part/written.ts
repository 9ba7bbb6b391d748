/** What stands in the fields of a form, by their names; files are left out. */
export const writtenIn = (form: HTMLFormElement): Readonly<Record<string, string>> => Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
