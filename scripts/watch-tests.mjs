// A reporter of vitest that ends a run in which nothing has happened for long, and names the files that had not ended and what was last heard of them (a process in a loop may not get to say what it began).
// The time limit of a test is held by the process that runs it, and holds nothing where that process is in a loop, or waits while it loads a file: such a run would go on for ever.
import { relative } from 'node:path';

/** Many times what the longest test takes on a slow machine: whatever says nothing for so long has stopped. */
const mostSilentMinutes = 8;
/** Silence is counted in looks, so that a machine that slept for an hour is not taken for a run that hangs. */
const looksInAMinute = 6;

export default class WatchTests {
  #underWay = new Map();
  #ended = 0;
  #silentLooks = 0;

  onInit(vitest) {
    const root = vitest.config.root;
    setInterval(() => this.#look(root), 60_000 / looksInAMinute).unref();
  }

  onTestModuleQueued(file) {
    this.#note(file.moduleId, 'while it was loaded');
  }

  onTestCaseReady(test) {
    this.#note(test.module.moduleId, `in "${test.fullName}"`);
  }

  onTestCaseResult(test) {
    this.#note(test.module.moduleId, `after "${test.fullName}"`);
  }

  onTestModuleEnd(file) {
    this.#underWay.delete(file.moduleId);
    this.#ended += 1;
    this.#silentLooks = 0;
  }

  #note(file, where) {
    this.#underWay.set(file, where);
    this.#silentLooks = 0;
  }

  #look(root) {
    this.#silentLooks += 1;
    if (this.#silentLooks < mostSilentMinutes * looksInAMinute) return;
    console.error(`\nnothing has happened for ${mostSilentMinutes} minutes; ${this.#ended} files had ended, and these had not:`);
    for (const [file, where] of this.#underWay) console.error(`  ${relative(root, file)}, last heard of ${where}`);
    if (this.#underWay.size === 0) console.error('  none: the run itself does not end');
    process.exit(1);
  }
}
