/**
 * `send-ledger import`: files of lines into a ledger.
 */

import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { type Ledger, type Recorder, recorder } from '@send-ledger/core'
import {
  explainImportFailure,
  type ImportSummary,
  importNdjson,
  type RecordedTime,
} from '@send-ledger/interop'
import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { bytesToRead, checkInputs, standardInput } from '../inputs.js'
import { trustClock, withLedger } from '../ledger-place.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { type Progress, progressOf } from '../progress.js'
import { type RejectedLines, rejectedLines } from '../rejected-lines.js'
import { notDone, type Outcome, refused, wrongUse } from '../stop.js'
import { exitAs, type Terminal } from '../terminal.js'

/** Adds `import` to the program. */
export const addImport: AddCommand = (program, perform) => {
  program
    .command('import')
    .description('Record the lines of files. The same file again records nothing more.')
    .argument('<file...>', 'files of CloudEvents in JSON, one a line; - is standard input')
    .requiredOption('--into <ledger>', 'path of the ledger, or its address')
    .addOption(
      new Option('--format <format>', 'what the files are').default('ndjson').choices(formats),
    )
    .addOption(
      new Option(
        '--recorded-time <whose>',
        "keep the file's recorded instants, or assign the clock's",
      )
        .default('assign')
        .choices(['keep', 'assign']),
    )
    .option('--rejects <file>', 'write the lines that were not recorded there, with their reasons')
    .option(...trustClock)
    .option('--strict', 'exit with 1 where a line was not recorded')
    .action((files: readonly string[], options: ImportOptions) =>
      perform((terminal) => importFiles(terminal, files, options)),
    )
}

const formats = ['ndjson', 'csv', 'sen2']

interface ImportOptions {
  readonly into: string
  readonly format: string
  readonly recordedTime: RecordedTime
  readonly rejects?: string
  readonly strict?: boolean
  readonly trustClock?: boolean
}

const importFiles = async (
  terminal: Terminal,
  files: readonly string[],
  options: ImportOptions,
): Promise<Outcome> => {
  if (options.format !== 'ndjson') {
    return wrongUse(
      `this version does not read ${options.format}. Give NDJSON: one CloudEvent in JSON on each line.`,
    )
  }
  const checked = checkInputs(files, [options.into, options.rejects])
  if (E.isLeft(checked)) return checked
  const importing = async (ledger: Ledger): Promise<Outcome> => {
    const rejected = rejectedLines(terminal, options.rejects)
    if (E.isLeft(rejected)) return rejected
    const imported = await importEach(terminal, files, {
      ledger,
      options,
      rejected: rejected.right,
    })
    const closed = await rejected.right.close()
    if (E.isLeft(imported)) return imported
    if (E.isLeft(closed)) return closed
    return told(terminal, imported.right, options)
  }
  return withLedger(options.into, terminal, importing, options.trustClock ? 'trusted' : 'write')
}

interface Setting {
  readonly ledger: Ledger
  readonly options: ImportOptions
  readonly rejected: RejectedLines
}

/** What became of one file. */
interface Imported extends ImportSummary {
  readonly file: string
}

const importEach = async (
  terminal: Terminal,
  files: readonly string[],
  setting: Setting,
): Promise<Outcome<readonly Imported[]>> => {
  const target = recorder(setting.ledger, { now: terminal.io.now })
  const progress = await progressOf(terminal, { doing: 'Importing', total: bytesToRead(files) })
  const imported: Imported[] = []
  let bytes = 0
  for (const file of files) {
    let read = 0
    const reached = (of: number): void => {
      read = of
      progress.reached(bytes + of)
    }
    const summary = await importFile(terminal, file, { ...setting, target, progress: { reached } })
    if (E.isLeft(summary)) {
      progress.end()
      return summary
    }
    imported.push(summary.right)
    bytes += read
  }
  progress.end()
  return E.right(imported)
}

const importFile = async (
  { io }: Terminal,
  file: string,
  setting: Setting & { readonly target: Recorder; readonly progress: Pick<Progress, 'reached'> },
): Promise<Outcome<Imported>> => {
  const name = file === standardInput ? 'standard input' : basename(file)
  const input = file === standardInput ? io.stdin : createReadStream(file)
  const summary = await importNdjson(setting.target, input, {
    name,
    recordedTime: setting.options.recordedTime,
    onReject: (reject) => setting.rejected.take(file, reject),
    onProgress: ({ bytes }) => setting.progress.reached(bytes),
  })()
  if (E.isRight(summary)) return E.right({ file, ...summary.right })
  const isOther = summary.left._tag === 'OtherKind'
  return (isOther ? wrongUse : notDone)(explainImportFailure(summary.left))
}

const told = async (
  terminal: Terminal,
  imported: readonly Imported[],
  { strict, rejects }: ImportOptions,
): Promise<Outcome> => {
  const total = {
    accepted: imported.reduce((sum, each) => sum + each.accepted, 0),
    duplicate: imported.reduce((sum, each) => sum + each.duplicates, 0),
    rejected: imported.reduce((sum, each) => sum + each.rejected, 0),
  }
  const text = terminal.json ? inJson(imported, total) : inWords(imported, total)
  if (!terminal.quiet || terminal.json) {
    const printed = exitAs(0, await terminal.print(text))
    if (E.isLeft(printed)) return printed
  }
  // Nothing of it is in the ledger: that is no success, whatever was asked for.
  const isAll = total.accepted + total.duplicate === 0
  if (total.rejected === 0 || !(strict || isAll)) return E.right(0)
  const lines = total.rejected === 1 ? 'a line was' : `${total.rejected} lines were`
  return refused(
    `${lines} not recorded. Mend ${rejects === undefined ? 'what is named above' : `what ${rejects} names`} and import again.`,
  )
}

interface Counts {
  readonly accepted: number
  readonly duplicate: number
  readonly rejected: number
}

const inWords = (imported: readonly Imported[], total: Counts): readonly Line[] => {
  const line = ({ accepted, duplicate, rejected }: Counts): string =>
    `accepted ${accepted}, duplicate ${duplicate}, rejected ${rejected}`
  if (imported.length === 1) return [line(total)]
  const each = imported.map(
    ({ file, duplicates, ...counts }) => `${file}: ${line({ ...counts, duplicate: duplicates })}`,
  )
  return [...each, `in all: ${line(total)}`]
}

const inJson = (imported: readonly Imported[], total: Counts): Exact => {
  const files = imported.map(({ duplicates, ...rest }) => ({ ...rest, duplicate: duplicates }))
  return inJsonLine({ ...total, files })
}
