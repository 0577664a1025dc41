/**
 * Why a key, a signed note, a checkpoint or a proof is not believed, as values. `explain-proof.ts`
 * makes the sentence that an auditor reads.
 */

/** A text is no key. The text itself is not told: it may be a secret. */
export interface KeyMalformed {
  readonly _tag: 'KeyMalformed'
  readonly flaw: 'form' | 'name' | 'length' | 'id' | 'isPrivate' | 'isPublic'
}

/** A key of a type that this version cannot use. */
export interface KeyTypeUnknown {
  readonly _tag: 'KeyTypeUnknown'
  readonly name: string
  /** The signature type identifier byte. */
  readonly type: number
}

/** Why a text is no key that can be used. */
export type KeyFailure = KeyMalformed | KeyTypeUnknown

/** A text is no signed note. */
export interface NoteMalformed {
  readonly _tag: 'NoteMalformed'
  readonly flaw: 'end' | 'character' | 'unsigned' | 'signatureLine' | 'tooManySignatures'
  /** Counted from 1. */
  readonly line: number
}

/** A key that was given signed another text, or nothing. */
export interface SignatureWrong {
  readonly _tag: 'SignatureWrong'
  readonly name: string
  readonly keyId: string
}

/** None of the keys that were given has signed. */
export interface NotSigned {
  readonly _tag: 'NotSigned'
  /** Names of the keys, one of which had to sign. */
  readonly by: readonly string[]
  /** Names that stand in its signatures. */
  readonly found: readonly string[]
}

/** The key makes cosignatures where a signature is wanted, or the other way round. */
export interface KeyOfOtherUse {
  readonly _tag: 'KeyOfOtherUse'
  readonly name: string
  readonly wanted: 'signature' | 'cosignature'
}

/** Why a signed note is not believed. */
export type NoteFailure = NoteMalformed | SignatureWrong | NotSigned

/** The text of a note is no checkpoint. */
export interface CheckpointMalformed {
  readonly _tag: 'CheckpointMalformed'
  readonly flaw: 'origin' | 'size' | 'root' | 'extension' | 'lines'
}

/** The checkpoint is that of another ledger. */
export interface OriginDiffers {
  readonly _tag: 'OriginDiffers'
  readonly expected: string
  readonly found: string
}

/** Why a checkpoint is not believed. */
export type CheckpointFailure = NoteFailure | CheckpointMalformed | OriginDiffers

/** A file is no proof. */
export interface ProofMalformed {
  readonly _tag: 'ProofMalformed'
  readonly flaw: 'header' | 'extra' | 'index' | 'hash' | 'checkpoint'
  /** Counted from 1. */
  readonly line: number
}

/** Something that should be a hash is not 32 bytes long. */
export interface HashMalformed {
  readonly _tag: 'HashMalformed'
  readonly what: 'leaf' | 'root' | 'proof'
  /** Unit: bytes. */
  readonly length: number
}

/** There is no such record in a tree of that size, or no such size. */
export interface IndexOutside {
  readonly _tag: 'IndexOutside'
  readonly index: number
  readonly size: number
}

/** The proof has too few hashes, or too many. */
export interface HashCountWrong {
  readonly _tag: 'HashCountWrong'
  readonly given: number
  readonly needed: number
}

/** The leaf and the proof lead to another root: the record is not proved to be in the tree. */
export interface NotIncluded {
  readonly _tag: 'NotIncluded'
  readonly index: number
  readonly size: number
}

/** The later tree has fewer records than the earlier one. */
export interface SizesReversed {
  readonly _tag: 'SizesReversed'
  readonly earlier: number
  readonly later: number
}

/** The later tree is not proved to begin with the records of the earlier one. */
export interface NotConsistent {
  readonly _tag: 'NotConsistent'
  readonly earlier: number
  readonly later: number
  /** Whose root the proof does not lead to. */
  readonly missed: 'earlier' | 'later'
}

/** Why a record is not proved to be in a tree. */
export type InclusionFailure = HashMalformed | IndexOutside | HashCountWrong | NotIncluded

/** Why a tree is not proved to have only been added to. */
export type ConsistencyFailure = HashMalformed | SizesReversed | HashCountWrong | NotConsistent

/** Whatever can be wrong with a key, a note, a checkpoint or a proof. */
export type ProofFailure =
  | KeyFailure
  | KeyOfOtherUse
  | CheckpointFailure
  | ProofMalformed
  | InclusionFailure
  | ConsistencyFailure
