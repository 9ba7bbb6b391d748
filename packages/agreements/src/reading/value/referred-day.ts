const day = String.raw`(?:date|day)`;
const agreement = String.raw`(?:this|the|its|such)\s+(?:\p{L}+\s+){0,2}?(?:agreement|contract|deed|letter)`;
const made = String.raw`(?:written|set\s+(?:forth|out)|mentioned|specified|stated|given|shown|indicated|noted|referred\s+to)`;
const place = String.raw`(?:above|below|at\s+the\s+(?:beginning|head|top|end|foot)|on\s+the\s+(?:first|cover|signature)\s+page)`;

/** Words that name the day of the agreement itself, where no day is written. The day on which it is signed may be another. */
const ownDay = new RegExp(
  [`\\b${day}\\s+(?:hereof|first\\s+(?:hereinabove|herein|above|${made}))`, `\\b${day}\\s+of\\s+${agreement}`, `\\b${day}\\s+(?:first\\s+)?${made}\\s+${place}`, `\\babove[\\s-]+${made}\\s+${day}`].join("|"),
  "giu",
);
/** Something begins with the day, or something is counted from it, ends with it, or hangs on another day too. The last word before it says which. */
const cues = /\b(?:(?:effective|effect|force|commenc\w*|begin\w*|start\w*)|(after|before|following|prior|later|latest|earlier|earliest|last|until|till|through|to|expir\w*|terminat\w*|end|ends|ending|anniversary|within))\b/giu;
const reach = 60;

function isCounted(lead: string): boolean {
  const last = [...lead.matchAll(cues)].at(-1);
  return last?.[1] !== undefined;
}

/** Whether a clause sets the day of the agreement as the one that counts, rather than writing a day or having one counted from it. */
export function refersToOwnDay(text: string): boolean {
  const words = text.replace(/\s+/g, " ").slice(0, 4_000);
  return [...words.matchAll(ownDay)].some(({ index }) => !isCounted(words.slice(Math.max(0, index - reach), index)));
}
