/**
 * A new folder that is gone when its process ends: each file of tests is one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** The path of a new, empty folder. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-machine-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Writes files, given by their paths, into a folder. */
export const write = (folder, files) => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
