import { expect, it } from "vitest";
import type { Notice } from "../review/notice.js";
import { calendarOf, type Dated } from "./calendar.js";
import { isMailAddress, letterOf } from "./mail.js";

const notice = (rest: Partial<Notice> = {}): Notice => ({ fingerprint: `sha256:${"0".repeat(64)}`, kind: "term-ends", stage: "ahead", on: "2026-06-30", roles: ["counsel"], person: null, what: "the term of `a` ends", todo: "renew it", link: "agreements/a", ...rest });
const hostile = 'x\r\nBcc: all@acme.example\r\n\r\n<script>alert("1")</script>\u0000\u001b[31m\u202e& "quoted"';
const base = "https://title.acme.example/acme";

it("tells in text and in HTML what there is to do, and where", () => {
  const { subject, text, html } = letterOf("acme", base, [notice(), notice({ on: null, what: "it is pending" })]);
  expect(subject).toBe("[acme] 2 things to look at: the term of `a` ends");
  for (const each of ["2026-06-30  the term of `a` ends", "to do: renew it", `${base}/agreements/a`, "no day is known  it is pending", `${base}/settings/notifications`]) expect(text).toContain(each);
  expect(html).toContain(`<li><strong>2026-06-30</strong> the term of \`a\` ends<br>To do: renew it<br><a href="${base}/agreements/a">`);
});

it("lets no name be more than a name", () => {
  const { subject, text, html } = letterOf("acme", base, [notice({ what: hostile, todo: hostile })]);
  // eslint-disable-next-line no-control-regex -- what must not be there
  for (const each of [subject, text, html]) expect(each).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  expect(subject.split("\n")).toHaveLength(1);
  expect(text).not.toMatch(/^Bcc:/m);
  expect(html).not.toMatch(/<script|on\w+=/);
  expect(html).toContain("&lt;script&gt;");
});

it("stays short, however much there is", () => {
  const { subject, text, html } = letterOf("acme", base, Array.from({ length: 5_000 }, () => notice({ what: "x".repeat(10_000) })));
  expect([subject.length <= 150, text.length < 60_000, html.length < 60_000, text.includes(`and 4950 more at ${base}/notices`)]).toEqual([true, true, true, true]);
});

it.each([
  ["jane@acme.example", true], ["jane.doe+title@mail.acme.example", true], ["o'neil@acme.example", true],
  ["jane", false], ["jane@localhost", false], ["jane@acme.example\nBcc: all@acme.example", false], ["jane@acme.example, john@acme.example", false], ["Jane <jane@acme.example>", false],
  ["jane@-acme.example", false], ["@acme.example", false], ["jane@acme..example", false], [`${"x".repeat(65)}@acme.example`, false], ["jane@acme.example ", false], ['"a b"@acme.example', false],
])("takes `%s` for an address: %s", (text, is) => {
  expect(isMailAddress(text)).toBe(is);
});

const dated = (rest: Partial<Dated> = {}): Dated => ({ ...notice(), at: "2026-05-01T05:30:00.000Z", ...rest });

it("is a calendar of whole days, the same for the same, in which each thing keeps its name", () => {
  const notices = [dated(), dated({ fingerprint: `sha256:${"1".repeat(64)}`, on: null }), dated({ fingerprint: `sha256:${"2".repeat(64)}`, on: "2026-12-31", what: hostile, todo: hostile })];
  const text = calendarOf("acme", base, notices);
  expect(calendarOf("acme", base, notices)).toBe(text);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.filter((line) => line.startsWith("UID:"))).toEqual([`UID:${"0".repeat(64)}@cleartitle`, `UID:${"2".repeat(64)}@cleartitle`]);
  expect(lines.filter((line) => line.startsWith("DT"))).toEqual(["DTSTAMP:20260501T053000Z", "DTSTART;VALUE=DATE:20260630", "DTEND;VALUE=DATE:20260701", "DTSTAMP:20260501T053000Z", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101"]);
  expect(lines.filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VEVENT"]);
  for (const line of lines) expect(line).toMatch(/^$|^(?:BEGIN|END|VERSION|PRODID|METHOD|NAME|X-[A-Z-]+|REFRESH-INTERVAL|UID|SEQUENCE|DT[A-Z]+|SUMMARY|DESCRIPTION|URL|CATEGORIES)[:;]/);
});
