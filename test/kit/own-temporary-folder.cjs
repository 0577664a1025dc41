/**
 * The surroundings of a test file: passing files go into a folder of its own, which is removed
 * when it has ended, whatever the tests left there.
 */
const { chmodSync, mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

const ofRun = tmpdir()
const home = process.cwd()

// A process that ends by itself takes its memory apart first, which after many test files takes
// longer than jest waits for it (half a second). Nothing is cut off: it comes when all is done.
if (process.send) process.once('beforeExit', () => process.exit())

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup()
    this.folder = mkdtempSync(join(ofRun, 'tests-'))
    chmodSync(this.folder, 0o1777)
    // Also for what a test starts.
    process.env.TMPDIR = this.folder
    this.global.process.env.TMPDIR = this.folder
  }

  async teardown() {
    process.env.TMPDIR = ofRun
    // A test may have gone into its folder: what comes next in this process does not stand there.
    process.chdir(home)
    await super.teardown()
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
