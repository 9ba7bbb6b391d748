// Imports only fall. Each room lists the rooms it may import; a room that is not listed may import none.
const rooms = {
  'packages/norms': [],
  'packages/catalogue': ['packages/norms'],
  'packages/title': ['packages/norms'],
  'packages/engine': ['packages/norms', 'packages/catalogue', 'packages/title'],
  // XML that others wrote, in bounds; only who reads such files loads it.
  'packages/xml': ['packages/norms'],
  // A language model that somebody chose, asked within bounds; it knows nothing of what it is asked about.
  'packages/model': ['packages/norms'],
  // What documents are made of; it knows nothing of what they say.
  'packages/paper': ['packages/engine'],
  'packages/agreements': ['packages/paper', 'packages/xml', 'packages/model', 'packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine'],
  // Many agreements together; what one of them says is for the room below.
  'packages/portfolio': ['packages/agreements', 'packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine'],
  'packages/negotiation': ['packages/agreements', 'packages/model', 'packages/norms', 'packages/catalogue', 'packages/engine'],
  // Pure: who may do what, and how it is known who somebody is. No database; of HTTP the guarded fetch alone.
  'packages/access': ['packages/norms', 'packages/title'],
  'packages/ledger': ['packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine'],
  'packages/odrl': ['packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine'],
  'packages/intake': ['packages/xml', 'packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine'],
  // The only room that asks the servers of others; what it keeps is read by the readers of files.
  'packages/connect': ['packages/norms', 'packages/access'],
  'packages/reports': ['packages/paper', 'packages/norms', 'packages/title', 'packages/engine'],
  'packages/store': ['packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine', 'packages/ledger'],
  'packages/jobs': ['packages/norms', 'packages/catalogue', 'packages/title', 'packages/engine', 'packages/access', 'packages/store'],
  'apps/server': ['packages/access', 'packages/norms', 'packages/model', 'packages/catalogue', 'packages/title', 'packages/engine', 'packages/agreements', 'packages/portfolio', 'packages/negotiation', 'packages/intake', 'packages/ledger', 'packages/connect', 'packages/reports', 'packages/store', 'packages/jobs'],
  // In the browser: it asks the API, and imports what words are made of. The rest would be too large.
  'apps/web': ['packages/norms', 'packages/engine'],
  // The one step sideways: the command `serve` opens the server (docs/decisions/0001-house.md).
  'apps/cli': ['packages/norms', 'packages/model', 'packages/catalogue', 'packages/title', 'packages/engine', 'packages/agreements', 'packages/portfolio', 'packages/negotiation', 'packages/ledger', 'packages/odrl', 'packages/intake', 'packages/connect', 'packages/reports', 'apps/server', 'packages/store', 'packages/access', 'packages/jobs'],
};
const inside = '^(packages|apps|bench|test|scripts)/';
const within = (names) => `^(${names.join('|')})/`;

const falls = Object.entries(rooms).map(([room, below]) => ({
  name: `falls-from-${room.replace('/', '-')}`,
  comment: `${room} may import ${below.length === 0 ? 'no other room' : below.join(', ')}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: inside, pathNot: within([room, ...below]) },
}));

const apart = (one, other, comment) => ({
  name: `${one}-apart-from-${other}`,
  comment,
  severity: 'error',
  from: { path: `^packages/engine/src/${one}(/|\\.)`, pathNot: '\\.test\\.ts$' },
  to: { path: `^packages/engine/src/${other}(/|\\.)` },
});
const compared = 'reference and compiled are compared with each other, so neither may lean on the other';
const told = 'both evaluators put what they judged into the nouns of `judgment`, and `explanation` tells these: neither asks an evaluator back';

module.exports = {
  forbidden: [
    ...falls,
    {
      name: 'room-is-listed',
      comment: 'a new room is entered in .dependency-cruiser.cjs before it imports another',
      severity: 'error',
      from: { path: '^(packages|apps)/', pathNot: within(Object.keys(rooms)) },
      to: { path: inside },
    },
    {
      name: 'through-the-door',
      comment: 'another room is imported by its name, never by a path into it',
      severity: 'error',
      from: { path: '^(packages|apps)/([^/]+)/' },
      to: { path: '^(packages|apps)/', pathNot: ['^$1/$2/', '^(packages|apps)/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'formats-apart',
      comment: 'an intake format does not import another one; what they share stands beside them',
      severity: 'error',
      from: { path: '^packages/intake/src/([^/]+)/' },
      to: { path: '^packages/intake/src/[^/]+/', pathNot: '^packages/intake/src/$1/' },
    },
    {
      name: 'written-formats-apart',
      comment: 'a format that is written does not import another one; what they share stands beside them',
      severity: 'error',
      from: { path: '^packages/reports/src/export/([^/]+)/' },
      to: { path: '^packages/reports/src/export/[^/]+/', pathNot: '^packages/reports/src/export/$1/' },
    },
    apart('reference', 'compiled', compared),
    apart('compiled', 'reference', compared),
    ...['judgment', 'explanation'].flatMap((room) => ['reference', 'compiled'].map((evaluator) => apart(room, evaluator, told))),
    apart('judgment', 'explanation', told),
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'is-found', comment: 'an import that is not found is not checked', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      mainFields: ['types', 'main'],
    },
  },
};
