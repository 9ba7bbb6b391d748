/** What may be done in a workspace, in words for people. Closed: a route names one of these, and a role is a list of them. */
export const permissionTexts = {
  "records:read": "read title records, their history and the drawing of a chain of title",
  "records:write": "change title records",
  "evidence:read": "read files of evidence",
  "evidence:write": "add files of evidence",
  "decisions:ask": "ask what a use comes to, without recording it",
  "decisions:read": "read recorded decisions",
  "decisions:record": "record a decision",
  "imports:write": "import from files that are uploaded or from a server",
  "runs:read": "follow long work, and stop one's own",
  "runs:write": "stop or repeat long work",
  "catalogue:read": "read licenses, law and positions of the catalogue",
  "ledger:read": "read the ledger, its heads and its proofs, and take it along",
  "ledger:redact": "take personal data out of the ledger, with its proofs left whole",
  "proposals:read": "read what was proposed, and who approved or rejected it",
  "positions:propose": "propose a position on a contested question",
  "positions:approve": "approve or reject a position that somebody else proposed",
  "conclusions:propose": "propose a conclusion",
  "conclusions:approve": "approve or reject a conclusion that somebody else proposed",
  "waivers:propose": "propose a waiver",
  "waivers:approve": "approve or reject a waiver that somebody else proposed",
  "agreements:read": "read agreements, their obligations and what use was metered",
  "agreements:write": "draft and change agreements",
  "agreements:sign": "record signatures and ends of agreements, by which they count in every answer",
  "negotiations:read": "read what packages are worth to each side, the least that is taken, and what was said",
  "negotiations:write": "prepare negotiations, and record what was said in them",
  "notifications:read": "read what is due, and take it along as a calendar",
  "notifications:write": "say who is told of what, and how",
  "jobs:read": "see the queue and what failed in it",
  "jobs:write": "repeat or give up what failed",
  "people:read": "see who works here, in which roles",
  "people:write": "take people in, change their roles, end their sessions and tokens",
  "audit:read": "read who signed in, and who changed whose roles",
  "workspace:write": "change the settings of the workspace, or take all of it along",
} as const;

export type Permission = keyof typeof permissionTexts;

export const permissions: readonly Permission[] = Object.keys(permissionTexts) as Permission[];

export const isPermission = (text: unknown): text is Permission => typeof text === "string" && Object.hasOwn(permissionTexts, text);
