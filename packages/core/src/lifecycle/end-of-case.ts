/**
 * Whether a case has ended, as its records come in order of effective date: what ends it, and what
 * opens it again.
 */
import { isOf, type LedgerRecord } from '../events/record.js'

/** Whether a record ends a case that is open. */
export const isEnd = isOf(
  'RequestWithdrawn',
  'AssessmentRefused',
  'PlanRefused',
  'PlanIssued',
  'CaseTransferredOut',
)

const isRefusal = isOf('AssessmentRefused', 'PlanRefused')
const isMediation = isOf('MediationRequested')
const isLodged = isOf('AppealLodged')
const isConcluded = isOf('AppealConcluded')

/** The end at which a case stands, if it does. */
export class EndOfCase {
  /** What ended it; undefined while it is open. */
  by: LedgerRecord | undefined
  private hasMediation = false
  private readonly about = new Map<string, string>()

  /**
   * Takes in what may open it again. A refusal is overturned by the tribunal's order to assess or
   * to issue a plan, by an appeal about either that the authority concedes, or, after mediation, by
   * what was refused being done after all. Source: SI 2014/1530 reg 42 to 44.
   */
  openAgainBy(record: LedgerRecord): void {
    if (isLodged(record)) this.about.set(record.data.appealId, record.data.about)
    if (this.by === undefined || !isRefusal(this.by)) return
    if (isMediation(record)) this.hasMediation = true
    if (this.isOrdered(record) || (this.hasMediation && isDone(record, this.by))) {
      this.by = undefined
    }
  }

  /** Takes in what may end it. */
  endBy(record: LedgerRecord): void {
    if (!isEnd(record)) return
    this.by = record
    this.hasMediation = false
  }

  private isOrdered(record: LedgerRecord): boolean {
    if (!isConcluded(record)) return false
    const { appealId, outcome } = record.data
    const ordered = outcome === 'conceded' ? this.about.get(appealId) : outcome
    return ordered === 'assess' || ordered === 'issue'
  }
}

/** Whether what was refused is done after all. */
const isDone = (record: LedgerRecord, refusal: LedgerRecord): boolean =>
  refusal.type === 'AssessmentRefused'
    ? record.type === 'AssessmentAgreed'
    : record.type === 'DraftPlanIssued' || record.type === 'PlanIssued'
