/**
 * Where snapshots of points are kept beside a ledger: bytes under a name, which may be thrown away.
 */

/** Bytes in numbered sections, with a directory that says what is in them. */
export interface SnapshotReader {
  readonly directory: string
  /** Errors: throws SnapshotDamaged where the section is not what was written. */
  readonly section: (number: number) => Uint8Array
}

/** A section of a snapshot is not what was written: the snapshot is of no use. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged'
}

/** Where snapshots are kept. What is not whole is not found. */
export interface SnapshotStore {
  readonly open: (name: string) => SnapshotReader | undefined
  /** Keeps a snapshot in place of the one of that name; the directory comes last. */
  readonly save: (name: string, sections: Iterable<Uint8Array>, directory: () => string) => void
  readonly discard: (name: string) => void
}
