/** What clauses speak of: words that say nearly the same, from the definitions of the kinds. Five letters or more stand for every word that begins so, fewer for a whole word. */
const concepts: readonly string[] = [
  "not neither nor never refrain prohibit restrict prevent forbid abstain",
  "except exclud notwithstand provided unless however otherwise",
  "compet rival similar substitut",
  "solicit entic induc divert lure recruit hire hiring persuad interfer",
  "custom client account subscriber patron",
  "employ personnel staff",
  "disparag defam derogat denigrat slander libel disreput tarnish reputation goodwill discredit",
  "exclusiv sole solely",
  "terminat cancel expir rescind",
  "reason cause convenience discretion",
  "notice notif",
  "renew extend extens successive",
  "day days month months year years week weeks annual annually quarter quarterly",
  "dollar usd amount sum pay paid payment payable",
  "price pricing fee fees rate rates charge",
  "increas raise raising decreas reduc adjust lower",
  "exceed maximum excess limit cap",
  "minimum least less guarante commit",
  "favor favour better advantag",
  "refus negotiat match option first",
  "control merger merge consolidat acquisition acquire change substantially majority",
  "assign transfer convey delegat vest",
  "consent approv permission",
  "propert propriet patent copyright trademark mark marks invention technolog secret",
  "own owns owned owner ownership title belong",
  "joint jointly undivided",
  "licens sublicens",
  "grant",
  "affiliat subsidiar",
  "perpetu irrevoc",
  "unlimited unrestricted enterprise",
  "transferable nontransferable",
  "escrow deposit",
  "source code",
  "transition wind assist continu inventory",
  "audit inspect examin books record",
  "liab damage damages loss losses",
  "gross neglig willful wilful fraud misconduct indemnif",
  "liquidated penalt",
  "warrant defect",
  "insur policy policies coverage",
  "sue contest challeng attack assert oppos disput validity enforceab",
  "beneficiar third confer benefit",
  "revenue profit royalt commission proceeds",
  "unit units quantit volume copies users hours number",
  "purchas buy order",
  "sell sale sold distribut market",
  "mean means defin",
  "after follow upon",
];
const shortestBeginning = 5;
const shortest = 3;

const byWord = new Map<string, number>(concepts.flatMap((words, concept) => words.split(" ").map((word): [string, number] => [word, concept])));
const longest = Math.max(...[...byWord.keys()].map((word) => word.length));

function conceptOf(word: string): number | null {
  for (let length = Math.min(longest, word.length); length >= shortest; length -= 1) {
    const concept = byWord.get(word.slice(0, length));
    if (concept !== undefined && (length >= shortestBeginning || length === word.length)) return concept;
  }
  return null;
}

/** Of each list of words in lower case, in their order, the numbers of what they speak of; of what nothing is known nothing. */
export function conceptsOf(lists: readonly (readonly string[])[]): number[][] {
  const known = new Map<string, number | null>();
  return lists.map((words) => words.flatMap((word) => {
    let concept = known.get(word);
    if (concept === undefined) known.set(word, (concept = conceptOf(word)));
    return concept === null ? [] : [concept];
  }));
}
