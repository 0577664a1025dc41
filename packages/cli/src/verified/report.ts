/**
 * What a verification found, printed for people or for a program. The last line is the verdict.
 */
import { type Exact, inJsonLine, type Line } from '../printed.js'
import type { Outcome } from '../stop.js'
import { exitAs, type Terminal } from '../terminal.js'

/** The options of `verify`. */
export interface VerifyOptions {
  readonly checkpoint?: string
  readonly key?: readonly string[]
  readonly since?: string
}

/** A finding, or what was not checked, with its sentence. */
export interface Said {
  readonly _tag: string
  readonly says: string
}

/** What a verification found. */
export interface Report {
  /** What was verified, in a sentence. */
  readonly subject: string
  /** The facts of it, for a program. */
  readonly facts: object
  /** What was looked at, a phrase each. */
  readonly checked: readonly string[]
  readonly findings: readonly Said[]
  /** Number of all findings; of very many only the first are told. */
  readonly findingCount: number
  /** Anything else that is worth telling, a sentence each. */
  readonly notes: readonly string[]
  readonly notChecked: readonly Said[]
}

/** Prints a report: 0 where nothing is wrong, 1 where something is. */
export const printReport = async (terminal: Terminal, report: Report): Promise<Outcome> => {
  const printed = await terminal.print(terminal.json ? inJson(report) : inWords(report))
  return exitAs(holds(report) ? 0 : 1, printed)
}

const holds = ({ findingCount }: Report): boolean => findingCount === 0

const inJson = (report: Report): Exact => {
  const { facts, checked, findings, findingCount, notChecked } = report
  return inJsonLine({ ...facts, holds: holds(report), checked, findings, findingCount, notChecked })
}

const inWords = (report: Report): readonly Line[] => {
  const { subject, checked, findings, findingCount, notes, notChecked } = report
  const more = findingCount - findings.length
  const found = findings.map(({ _tag, says }) => `${_tag}: ${says}`)
  return [
    subject,
    ...list('Looked at:', checked),
    ...list('Found:', more > 0 ? [...found, `and ${more} more.`] : found),
    ...list('', notes),
    ...list(
      'Not checked:',
      notChecked.map(({ says }) => says),
    ),
    { bold: holds(report) ? 'Verified: what was looked at holds.' : 'Not verified.' },
  ]
}

const list = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [...(title === '' ? [] : [title]), ...lines.map((line) => `- ${line}`)]
