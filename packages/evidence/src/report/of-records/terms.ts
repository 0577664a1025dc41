/**
 * The words of a report, with their meaning and source.
 */

/** A word that a report uses. */
export interface Term {
  readonly term: string
  readonly meaning: string
  /** The law or standard that it rests on, where there is one. */
  readonly source?: string
}

/** The words, in the order of the alphabet. */
export const terms: readonly Term[] = [
  {
    term: 'Action overdue',
    meaning: 'Its latest due date lies before the as-at date, and it is not rated complete.',
  },
  {
    term: 'As at',
    meaning: 'The date at which the world is looked at: what happened after it is not counted.',
  },
  {
    term: 'As known at',
    meaning:
      'The instant up to which records count: what was recorded later is not known, whenever it ' +
      'happened.',
  },
  {
    term: 'Available',
    meaning: 'Everyone at work who is not absent, cover included, in full-time equivalents.',
  },
  {
    term: 'Checkpoint',
    meaning: 'Name, number of records and Merkle root of a ledger, signed with its key.',
    source: 'C2SP tlog-checkpoint v1.0.0',
  },
  {
    term: 'Cover',
    meaning: 'Interim, agency and locum workers. Cover may exceed vacancies.',
  },
  {
    term: 'EHC plan',
    meaning: 'An education, health and care plan.',
    source: 'Children and Families Act 2014 s.37',
  },
  {
    term: 'Established',
    meaning: 'Posts that are funded and not disestablished, in full-time equivalents.',
  },
  {
    term: 'Exception',
    meaning:
      'A ground in law on which a time limit need not be kept. It lifts the limit; it does not ' +
      'extend it.',
    source: 'SI 2014/1530 reg 5(4), 8(2), 10(4), 13(3)',
  },
  {
    term: 'FTE',
    meaning: 'Full-time equivalent: one who works full hours counts 1.',
  },
  {
    term: 'In post',
    meaning: 'Permanent and fixed-term workers who have started and not left.',
  },
  {
    term: 'In time',
    meaning: 'The final plan was sent within 20 weeks of the request.',
    source: 'SI 2014/1530 reg 13(2)',
  },
  {
    term: 'Lineage',
    meaning: 'For each figure the subjects that it counts, and the records that each rests on.',
  },
  {
    term: 'Merkle root',
    meaning: 'One hash that binds every record of a ledger and their order.',
    source: 'RFC 6962 section 2.1',
  },
  {
    term: 'Open assessment',
    meaning:
      'Requested, and not ended by a refusal, a withdrawal, a plan or a move to another authority.',
    source: 'SI 2014/1530 reg 4 to 13',
  },
  {
    term: 'Open beyond 20 weeks',
    meaning: 'Open on a day after the last day in time.',
    source: 'SI 2014/1530 reg 13(2)',
  },
  {
    term: 'Over-establishment',
    meaning: 'In post less established, where a team and role has more in post than established.',
  },
  {
    term: 'Plan issued',
    meaning: 'The final plan was sent. A plan that moved in was not issued here.',
    source: 'SI 2014/1530 reg 13(2)',
  },
  {
    term: 'Plan maintained',
    meaning: 'Issued, brought forward or moved in, and not ceased or moved out.',
    source: 'Children and Families Act 2014 s.37, s.45',
  },
  {
    term: 'Request',
    meaning:
      'A request for an EHC needs assessment was received, or the authority became responsible.',
    source: 'Children and Families Act 2014 s.36; SI 2014/1530 reg 4',
  },
  {
    term: 'Slippage',
    meaning: 'Days from the due date agreed at first to the one agreed last.',
  },
  {
    term: 'Vacant',
    meaning:
      'Established less in post, never below 0. In total, of the teams and roles with vacancies.',
  },
  {
    term: 'Written Statement of Action',
    meaning: 'The plan by which a local area answers the weaknesses that inspectors found.',
    source: 'Children Act 2004 (Joint Area Reviews) Regulations 2015, SI 2015/1792 reg 4',
  },
]
