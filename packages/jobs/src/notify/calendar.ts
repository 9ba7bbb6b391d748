import { addDuration } from "@cleartitle/norms";
import ical, { ICalCalendarMethod } from "ical-generator";
import type { Notice } from "../review/notice.js";
import { line } from "./line.js";

/** A notice as it was kept. */
export interface Dated extends Notice {
  readonly at: string;
}

/** Days of a workspace as a calendar that others subscribe to. What has no day is in no calendar. The same notices give the same text. */
export function calendarOf(workspace: string, base: string, notices: readonly Dated[]): string {
  const calendar = ical({ name: `Cleartitle: ${workspace}`, prodId: { company: "Cleartitle", product: "reviews" }, method: ICalCalendarMethod.PUBLISH, ttl: 3_600 });
  for (const { fingerprint, on, what, todo, link, kind, at } of notices) {
    if (on === null) continue;
    calendar.createEvent({
      id: `${fingerprint.slice("sha256:".length)}@cleartitle`, start: new Date(`${on}T00:00:00Z`), end: new Date(`${addDuration(on, "P1D") ?? on}T00:00:00Z`), allDay: true, timezone: null, stamp: new Date(at),
      summary: line(what, 500), description: `${line(todo, 300)}\n${base}/${link}`, url: `${base}/${link}`, categories: [{ name: kind }],
    });
  }
  return calendar.toString();
}
