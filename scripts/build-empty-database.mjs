// Sets up the empty database that each new embedded one begins as, unless it is there already. Without it everything works, and the first start of a folder takes longer.
import { buildEmptyDatabase } from '@cleartitle/store';

console.error((await buildEmptyDatabase()) === 'built' ? 'the empty database is built' : 'the empty database is built already');
