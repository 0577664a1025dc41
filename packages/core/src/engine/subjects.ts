/**
 * The subjects of a fold: those folded lately are at hand, the others are recalled from their
 * records. What a subject counted for follows from its facts; keeping it only spares working it
 * out once more.
 */
import { isCorrection } from '../events/corrections.js'
import type { StreamId } from '../events/ids.js'
import type { LedgerRecord } from '../events/record.js'
import type { Steps } from '../speed/difference.js'
import { Recent } from '../speed/recent.js'
import { notKept, StepRing } from '../speed/step-ring.js'
import type { FactFold } from './facts.js'
import type { Points } from './points.js'

/** A subject with what is known of it. */
export interface Subject {
  readonly number: number
  /** Its facts by the place of their projection; undefined where no record has reached it. */
  readonly facts: unknown[]
  /** By what its steps are found in the ring, by place. */
  readonly steps: number[]
}

/** How many subjects are remembered at least. */
const rememberedSubjects = 1 << 16

/** The subjects of a fold. */
export class Subjects {
  private readonly recent: Recent<Subject>
  private readonly ring = new StepRing()
  /** Whether records were folded before, by another fold. */
  private readonly goesOn: boolean

  constructor(
    private readonly points: Points,
    private readonly facts: FactFold,
    remembered = rememberedSubjects,
  ) {
    this.recent = new Recent(remembered)
    this.goesOn = points.size > 0
  }

  /** A subject that is at hand. */
  find(stream: StreamId): Subject | undefined {
    const number = this.points.subjectNumbers.find(stream)
    return number === undefined ? undefined : this.recent.find(number)
  }

  /** Whether a record says too little: it is a correction, or its subject was forgotten. */
  needStream(record: LedgerRecord, found = this.find(record.stream)): boolean {
    if (isCorrection(record)) return true
    if (found || record.revision === 0) return false
    return this.goesOn || this.points.subjectNumbers.find(record.stream) !== undefined
  }

  /**
   * The subject of a record as it stands before it.
   *
   * Errors: throws where the records of the subject are needed, and not given.
   *
   * @param stream the records of the subject up to and with this one: of these it is recalled.
   */
  before(record: LedgerRecord, stream: readonly LedgerRecord[]): Subject {
    const found = this.find(record.stream)
    if (stream.length === 0 && this.needStream(record, found)) {
      throw new Error(`record ${record.position} needs the earlier records of ${record.stream}`)
    }
    if (found) return found
    const number = this.points.subjectNumbers.numberOf(record.stream)
    const facts = this.facts.ofRecords(record.stream, stream.slice(0, -1))
    const subject = { number, facts, steps: facts.map(() => notKept) }
    this.recent.keep(number, subject)
    return subject
  }

  /** What a subject counted for when it was kept last, where that is at hand. */
  stepsOf({ steps }: Subject, place: number): Steps | undefined {
    return this.ring.find(steps[place] as number)
  }

  /** Keeps the facts of a subject under a projection, and what it counts for by them. */
  keep(subject: Subject, place: number, facts: unknown, steps: Steps): void {
    subject.facts[place] = facts
    subject.steps[place] = this.ring.keep(steps)
  }
}
