/**
 * What a verification found, printed for people or for a program. The last line is the verdict.
 */
import { canonicalJson } from '@send-ledger/core'
import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'

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
  const text = terminal.json ? inJson(report) : inWords(terminal, report)
  const printed = await terminal.print(text)
  return E.map(() => (holds(report) ? 0 : 1) as 0 | 1)(printed)
}

const holds = ({ findingCount }: Report): boolean => findingCount === 0

const inJson = (report: Report): string => {
  const { facts, checked, findings, findingCount, notChecked } = report
  return `${canonicalJson({ ...facts, holds: holds(report), checked, findings, findingCount, notChecked })}\n`
}

const inWords = ({ bold }: Terminal, report: Report): string => {
  const { subject, checked, findings, findingCount, notes, notChecked } = report
  const more = findingCount - findings.length
  const found = findings.map(({ _tag, says }) => `${_tag}: ${says}`)
  return [
    `${subject}\n`,
    list('Looked at:', checked),
    list('Found:', more > 0 ? [...found, `and ${more} more.`] : found),
    list('', notes),
    list(
      'Not checked:',
      notChecked.map(({ says }) => says),
    ),
    `${bold(holds(report) ? 'Verified: what was looked at holds.' : 'Not verified.')}\n`,
  ].join('')
}

const list = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `${title === '' ? '' : `${title}\n`}${lines.map((line) => `- ${line}\n`).join('')}`
