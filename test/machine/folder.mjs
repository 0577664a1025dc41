/**
 * New folders that are gone when their process ends: each file of tests is one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const made = []
process.on('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** The path of a new, empty folder. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'send-ledger-machine-'))
  made.push(folder)
  return folder
}

/** Writes files, given by their paths, into a folder. */
export const write = (folder, files) => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
