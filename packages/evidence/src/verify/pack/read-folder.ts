/**
 * A pack that is a folder. Links are not followed.
 */
import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { FilesFinding } from './files-findings.js'
import { type Limits, namesFindings, type PackRead } from './pack-read.js'

// Windows knows no such flag, nor such links as anybody can make.
// A pipe that takes the place of a file is not waited for.
const withoutFollowing =
  constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Reads all files of a folder. What the system does not read is thrown. */
export const readFolder = async (folder: string, limits: Limits): Promise<PackRead> => {
  const reading = new Reading(folder, limits)
  await reading.under('')
  const { files, findings, folders } = reading
  return { files, findings: [...findings, ...namesFindings([...files.keys(), ...folders])] }
}

class Reading {
  readonly files = new Map<string, Uint8Array>()
  readonly findings: FilesFinding[] = []
  /** Those without any file. */
  readonly folders: string[] = []
  private bytes = 0
  private count = 0

  constructor(
    private readonly folder: string,
    private readonly limits: Limits,
  ) {}

  /** Reads what is under a path, which is empty or ends with a slash. */
  async under(path: string): Promise<void> {
    const entries = await readdir(join(this.folder, path), { withFileTypes: true })
    if (entries.length === 0 && path !== '') {
      this.findings.push({ _tag: 'NotListed', path, by: 'any manifest' })
    }
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const inner = `${path}${entry.name}`
      this.count += 1
      if (this.count > this.limits.files) {
        this.findings.push({ _tag: 'TooLarge', path: inner, limit: this.limits.files })
        return
      }
      if (entry.isDirectory()) await this.under(`${inner}/`)
      else if (entry.isFile()) await this.file(inner)
      else this.findings.push({ _tag: 'NotAFile', path: inner })
    }
  }

  private async file(path: string): Promise<void> {
    const handle = await open(join(this.folder, path), withoutFollowing)
    try {
      const stats = await handle.stat()
      if (!stats.isFile()) {
        this.findings.push({ _tag: 'NotAFile', path })
        return
      }
      this.bytes += stats.size
      if (this.bytes > this.limits.bytes) {
        this.findings.push({ _tag: 'TooLarge', path, limit: this.limits.bytes })
        return
      }
      this.files.set(path, await handle.readFile())
    } finally {
      await handle.close()
    }
  }
}
