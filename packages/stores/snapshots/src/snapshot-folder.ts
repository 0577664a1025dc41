/**
 * Snapshots in the files of a folder. A file is written beside its place and then put there, so
 * that it is whole or not there; a byte that changed afterwards is found when it is read.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { SnapshotDamaged, type SnapshotReader, type SnapshotStore } from '@send-ledger/core/store'
import { type Footer, footerLength, footerOf, hashLength, hashOf, readFooter } from './layout.js'

/**
 * A folder of snapshots, made when the first one is kept. All of it may be deleted at any time:
 * answers stay the same, and take longer.
 *
 * Errors: none. What cannot be read is not found, and what cannot be written is not kept.
 *
 * @example
 * import { tmpdir } from 'node:os'
 * import { join } from 'node:path'
 * import { snapshotFolder } from '@send-ledger/snapshots'
 *
 * const snapshots = snapshotFolder(join(tmpdir(), 'none-yet'))
 * assert.strictEqual(snapshots.open('compliance.england-1.exclusive'), undefined)
 */
export const snapshotFolder = (folder: string): SnapshotStore => {
  const pathOf = (name: string): string => join(folder, `${encodeURIComponent(name)}.points`)
  return {
    open: (name) => orNothing(() => readerOf(pathOf(name))),
    save: (name, sections, directory) => {
      const beside = `${pathOf(name)}.${process.pid}`
      orNothing(() => {
        // What is in them is for nobody else to read.
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        writeFile(beside, sections, directory)
        renameSync(beside, pathOf(name))
      })
      orNothing(() => rmSync(beside, { force: true }))
    },
    discard: (name) => {
      orNothing(() => rmSync(pathOf(name), { force: true }))
    },
  }
}

/** Snapshots are a convenience: where the system refuses one, there is none. */
const orNothing = <A>(act: () => A): A | undefined => {
  try {
    return act()
  } catch (cause) {
    if (cause instanceof SnapshotDamaged || (cause as NodeJS.ErrnoException).code !== undefined) {
      return undefined
    }
    throw cause
  }
}

const writeFile = (path: string, sections: Iterable<Uint8Array>, directory: () => string): void => {
  const file = openSync(path, 'w')
  try {
    const lengths: number[] = []
    const hashes: Uint8Array[] = []
    for (const section of sections) {
      write(file, section)
      lengths.push(section.length)
      hashes.push(hashOf(section))
    }
    const index = Buffer.concat([Buffer.from(Uint32Array.from(lengths).buffer), ...hashes])
    const text = Buffer.from(directory())
    write(file, index)
    write(file, text)
    write(file, footerOf(index, text))
  } finally {
    closeSync(file)
  }
}

const write = (file: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

const readerOf = (path: string): SnapshotReader => {
  const { directory, index } = withFile(path, (file) => {
    const { size } = fstatSync(file)
    const footer = readFooter(read(file, size - footerLength, footerLength))
    return contentsOf(file, size - footerLength, footer)
  })
  const count = index.length / (4 + hashLength)
  const lengths = new Uint32Array(new Uint8Array(index.subarray(0, 4 * count)).buffer)
  const offsets = new Float64Array(count)
  for (let i = 1; i < count; i++) {
    offsets[i] = (offsets[i - 1] as number) + (lengths[i - 1] as number)
  }
  return {
    directory: directory.toString(),
    section: (number) => {
      const bytes = sectionOf(path, offsets[number] as number, lengths[number] as number)
      const at = 4 * count + number * hashLength
      if (hashOf(bytes).equals(index.subarray(at, at + hashLength))) return bytes
      throw new SnapshotDamaged(`${path}, section ${number}`)
    },
  }
}

const contentsOf = (file: number, end: number, { indexLength, textLength, hash }: Footer) => {
  const both = read(file, end - indexLength - textLength, indexLength + textLength)
  if (!hashOf(both).equals(hash)) throw new SnapshotDamaged('its directory')
  return { index: both.subarray(0, indexLength), directory: both.subarray(indexLength) }
}

/** The file is opened for each section: a reader may be held for as long as the process lives. */
const sectionOf = (path: string, offset: number, length: number): Buffer => {
  try {
    return withFile(path, (file) => read(file, offset, length))
  } catch (cause) {
    throw cause instanceof SnapshotDamaged ? cause : new SnapshotDamaged(path, { cause })
  }
}

const withFile = <A>(path: string, use: (file: number) => A): A => {
  const file = openSync(path, 'r')
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}

const read = (file: number, offset: number, length: number): Buffer => {
  if (offset < 0) throw new SnapshotDamaged('it is too short')
  const bytes = Buffer.allocUnsafeSlow(length)
  for (let at = 0; at < length; ) {
    const count = readSync(file, bytes, at, length - at, offset + at)
    if (count === 0) throw new SnapshotDamaged('it is too short')
    at += count
  }
  return bytes
}
