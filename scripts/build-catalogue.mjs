// Builds the catalogue that the program reads in no time, unless it is built already. Problems of the records go to stderr, exit code 3.
import { buildCatalogue } from '@cleartitle/catalogue';
import { formatProblem } from '@cleartitle/norms';

const { done, problems } = buildCatalogue();
for (const each of problems) console.error(formatProblem(each));
if (done === null) process.exitCode = 3;
else console.error(done === 'built' ? 'the catalogue is built' : 'the catalogue is built already');
