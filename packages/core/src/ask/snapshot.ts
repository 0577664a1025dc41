/**
 * Snapshots: the points of a set of projections as bytes, so that a process that starts need not
 * replay. They are disposable: whatever does not fit is ignored, and replayed instead.
 */

import { Points } from '../engine/points.js'
import type { AnyProjection } from '../engine/projection.js'
import type { StreamId } from '../events/ids.js'
import type { Law } from '../law/rule.js'
import {
  SnapshotDamaged,
  type SnapshotReader,
  type SnapshotStore,
} from '../ledger/snapshot-store.js'
import { Block, type ChangeColumn } from '../speed/block.js'
import { Numbering } from '../speed/numbering.js'
import { type FullBlock, Series } from '../speed/series.js'
import type { KeptSums } from '../speed/sums.js'

/** Raised when the bytes, or what the engine makes of facts, change. */
const format = 1

/** What a snapshot must be of to be used. */
export interface SnapshotOf {
  readonly origin: string
  readonly projections: readonly AnyProjection[]
  readonly law: Law
}

/** The prefix of the ledger that a snapshot covers. */
export interface SnapshotPrefix {
  readonly size: number
  /** Merkle root over it, base64. */
  readonly root: string
}

interface MeasureDirectory {
  readonly name: string
  /** Of each full block its first position, and the bytes of a change. */
  readonly full: readonly (readonly [first: number, width: number])[]
  /** Of the block being filled, how many points, and the bytes of a change. */
  readonly open: readonly [length: number, width: number]
}

interface Directory extends SnapshotPrefix {
  readonly of: string
  readonly subjects: number
  readonly measures: readonly MeasureDirectory[]
}

/** The name of the snapshot of a view under a law. */
export const snapshotName = (view: string, { ruleSet, counting }: Law): string =>
  `${view}.${ruleSet.name}.${counting}`

/** Everything that, were it another, would make the points others. */
const identity = ({ origin, projections, law }: SnapshotOf): string =>
  JSON.stringify([
    format,
    new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'little-endian' : 'big-endian',
    origin,
    projections.map(({ name, version }) => [name, version]),
    [law.ruleSet.name, law.counting],
  ])

/** Keeps points as a snapshot. */
export const saveSnapshot = (
  store: SnapshotStore,
  name: string,
  {
    of,
    prefix,
    points,
  }: {
    readonly of: SnapshotOf
    readonly prefix: SnapshotPrefix
    readonly points: Points
  },
): void => {
  const measures: MeasureDirectory[] = []
  const subjects = points.subjectNumbers.all()
  const sections = function* (): Generator<Uint8Array> {
    yield new TextEncoder().encode(subjects.join('\n'))
    for (const measure of points.measures()) {
      const { full, open } = (points.find(measure) as Series).blocks()
      const widths: (readonly [number, number])[] = []
      for (const each of full) {
        const block = each.block()
        widths.push([each.first, block.changes.BYTES_PER_ELEMENT])
        yield bytesOfBlock(block)
        yield bytesOfSums(each.sums())
      }
      yield bytesOfBlock(open)
      measures.push({
        name: measure,
        full: widths,
        open: [open.length, open.changes.BYTES_PER_ELEMENT],
      })
    }
  }
  store.save(name, sections(), () =>
    JSON.stringify({
      of: identity(of),
      size: prefix.size,
      root: prefix.root,
      subjects: subjects.length,
      measures,
    } satisfies Directory),
  )
}

/** A snapshot that was found, with what it covers. */
export interface FoundSnapshot extends SnapshotPrefix {
  readonly points: Points
}

/** The snapshot of a name, where there is one and it is of what is asked. */
export const openSnapshot = (
  store: SnapshotStore,
  name: string,
  of: SnapshotOf,
): FoundSnapshot | undefined => {
  const reader = store.open(name)
  if (reader === undefined) return undefined
  const directory = intact(() => JSON.parse(reader.directory) as Directory)
  if (intact(() => directory.of) !== identity(of)) return undefined
  return intact(() => foundIn(reader, directory))
}

/** What is read of a snapshot: whatever goes wrong, it is not what was written. */
const intact = <A>(act: () => A): A => {
  try {
    return act()
  } catch (cause) {
    throw cause instanceof SnapshotDamaged
      ? cause
      : new SnapshotDamaged('its parts do not fit', { cause })
  }
}

const foundIn = (reader: SnapshotReader, directory: Directory): FoundSnapshot => {
  const names = (): StreamId[] =>
    directory.subjects === 0
      ? []
      : (new TextDecoder().decode(reader.section(0)).split('\n') as StreamId[])
  const points = new Points(new Numbering(names, directory.subjects))
  let section = 1
  for (const { name: measure, full, open } of directory.measures) {
    const blocks = full.map(([first, width]) => {
      const at = section
      section += 2
      return lazyBlock(reader, first, width, at)
    })
    points.put(measure, new Series(points.summing, blocks, lazyOpen(reader, open, section++)))
  }
  points.size = directory.size
  return { points, size: directory.size, root: directory.root }
}

const lazyBlock = (
  reader: SnapshotReader,
  first: number,
  width: number,
  section: number,
): FullBlock => {
  let block: Block | undefined
  let sums: KeptSums | undefined
  return {
    first,
    block: () => {
      block ??= intact(() => blockOf(reader.section(section), width))
      return block
    },
    sums: () => {
      sums ??= intact(() => sumsOfBytes(reader.section(section + 1)))
      return sums
    },
  }
}

const lazyOpen = (
  reader: SnapshotReader,
  [length, width]: MeasureDirectory['open'],
  section: number,
): (() => Block) => {
  let block: Block | undefined
  return () => {
    block ??= length === 0 ? new Block() : intact(() => blockOf(reader.section(section), width))
    return block
  }
}

/** Columns one after the other; that of the changes, whose width differs, last. */
const bytesOfBlock = ({ length, positions, days, subjects, changes }: Block): Uint8Array =>
  joined([positions, days, subjects, changes].map((column) => column.subarray(0, length)))

const bytesOfSums = ({ sums, days }: KeptSums): Uint8Array => joined([sums, days])

const joined = (columns: readonly (ChangeColumn | Uint32Array)[]): Uint8Array => {
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const { buffer, byteOffset, byteLength } of columns) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return bytes
}

/** Bytes of one of the columns of a point, without its change. */
const columnWidth = 4

const blockOf = (bytes: Uint8Array, width: number): Block => {
  const length = bytes.length / (3 * columnWidth + width)
  const part = (from: number, to: number): ArrayBuffer =>
    new Uint8Array(bytes.subarray(from, to)).buffer
  const column = (i: number): ArrayBuffer =>
    part(i * columnWidth * length, (i + 1) * columnWidth * length)
  const changes = part(3 * columnWidth * length, bytes.length)
  return Block.of({
    positions: new Uint32Array(column(0)),
    days: new Int32Array(column(1)),
    subjects: new Uint32Array(column(2)),
    changes:
      width === 1
        ? new Int8Array(changes)
        : width === 4
          ? new Int32Array(changes)
          : new Float64Array(changes),
  })
}

const sumsOfBytes = (bytes: Uint8Array): KeptSums => {
  const copy = new Uint8Array(bytes).buffer
  const length = bytes.length / 12
  return { sums: new Float64Array(copy, 0, length), days: new Int32Array(copy, 8 * length, length) }
}
