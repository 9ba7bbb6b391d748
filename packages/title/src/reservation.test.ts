import { expect, it } from "vitest";
import { reservationIn } from "./reservation.js";

it.each<[what: string, value: string | boolean | null, raw: string | null, form: string | null]>([
  ["training-mining", "ai_training: notAllowed", null, "c2pa_or_iptc_metadata"], ["training-mining", "ai_generative_training: constrained", "x", "c2pa_or_iptc_metadata"], ["training-mining", "ai_training: allowed", null, null], ["training-mining", "ai_inference: notAllowed", null, null], ["training-mining", "ai_new: unsaid", null, "c2pa_or_iptc_metadata"],
  ["data-mining", "tdm-reservation: 1", null, "tdmrep"], ["data-mining", "tdm-reservation: 0", null, null], ["data-mining", "DMI-PROHIBITED", null, "c2pa_or_iptc_metadata"], ["data-mining", "DMI-ALLOWED", null, null], ["data-mining", "DMI-NEW", null, "c2pa_or_iptc_metadata"], ["data-mining", "", null, null], ["data-mining", null, "DMI-PROHIBITED", null],
  ["reservation-signals", "x", '{"tdm-reservation: 1":2,"x":1} of 3 answers', "http_header"], ["reservation-signals", "x", '{"x-robots-tag: all":2} of 3 answers', null], ["reservation-signals", null, null, null], ["rights", "DMI-PROHIBITED", null, null], ["training-mining", true, null, null],
])("%s %s %s reserves: %s", (what, value, raw, form) => expect(reservationIn({ what, value, raw })).toBe(form));
