// Builds the index of license texts beside the built code, unless it is built already. Without it everything works, and `identify` starts slower.
import { buildTextIndex, defaultCatalogueDir } from '@cleartitle/catalogue';
import { formatProblem } from '@cleartitle/norms';

const { done, problems } = buildTextIndex(defaultCatalogueDir());
for (const each of problems) console.error(formatProblem(each));
if (done === null) process.exitCode = 3;
else console.error(done === 'built' ? 'the index of license texts is built' : 'the index of license texts is built already');
