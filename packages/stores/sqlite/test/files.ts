/**
 * A folder for the ledger files of one test file, gone after it.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'send-ledger-'))
let files = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A path at which there is nothing yet. */
export const newPath = (ending = '.sqlite'): string => join(folder, `${files++}${ending}`)
