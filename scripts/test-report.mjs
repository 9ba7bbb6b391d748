// A reporter of vitest that keeps what each file came to, and ends a run in which nothing happens any more.
// The time limit of a test is held by the process that runs it, and holds nothing where that process is in a loop, waits while it loads a file, or loses the word that a file has ended: such a run would go on for ever.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Many times what the longest test takes on a slow machine: whatever says nothing for so long has stopped. */
const mostSilentMinutes = 6;
/** Silence is counted in looks, so that a machine that slept for an hour is not taken for a run that hangs. */
const looksInAMinute = 6;

export default class TestReport {
  #root = '';
  #expected = new Set();
  #heard = new Map();
  #files = new Map();
  #silentLooks = 0;

  onInit(vitest) {
    this.#root = vitest.config.root;
    setInterval(() => this.#look(), 60_000 / looksInAMinute).unref();
  }

  onTestRunStart(specifications) {
    this.#expected = new Set(specifications.map(({ moduleId }) => this.#nameOf(moduleId)));
  }

  onTestModuleQueued(module) {
    this.#note(module, 'while it was loaded');
  }

  onTestCaseReady(test) {
    this.#note(test.module, `in "${test.fullName}"`);
  }

  onTestCaseResult(test) {
    this.#note(test.module, `after "${test.fullName}"`);
  }

  onTestModuleEnd(module) {
    this.#silentLooks = 0;
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const countOf = (state) => states.filter((each) => each === state).length;
    const [passed, failed] = [countOf('passed'), countOf('failed')];
    // A file that did not load, or of which a hook failed, has no test to fail.
    this.#files.set(this.#nameOf(module.moduleId), { passed, failed: failed === 0 && module.state() === 'failed' ? 1 : failed });
  }

  onTestRunEnd(_, errors) {
    this.#write(errors.length);
  }

  #nameOf(moduleId) {
    return relative(this.#root, moduleId);
  }

  #note(module, where) {
    this.#silentLooks = 0;
    this.#heard.set(this.#nameOf(module.moduleId), where);
  }

  #look() {
    this.#silentLooks += 1;
    if (this.#silentLooks < mostSilentMinutes * looksInAMinute) return;
    const missing = this.#write(0);
    console.error(`\nnothing has happened for ${mostSilentMinutes} minutes: the run is ended. ${this.#files.size} files had ended, ${missing.length} had not${missing.length === 0 ? '' : ':'}`);
    for (const file of missing) console.error(`  ${file}, last heard of ${this.#heard.get(file) ?? 'when it was asked for'}`);
    process.exit(1);
  }

  /** Gives the files of which nothing is known. */
  #write(errors) {
    const missing = [...this.#expected].filter((file) => !this.#files.has(file));
    writeFileSync(process.env.CLEARTITLE_TEST_REPORT, JSON.stringify({ files: Object.fromEntries(this.#files), errors, missing }));
    return missing;
  }
}
