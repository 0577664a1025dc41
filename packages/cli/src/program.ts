/**
 * `send-ledger`: finds the command that is called, does its work and gives its exit code.
 */
import { Command, CommanderError } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand, Perform } from './command.js'
import type { Io } from './io.js'
import type { Outcome } from './stop.js'
import { type GlobalOptions, type Terminal, terminalOf } from './terminal.js'
import { version } from './version.js'

/** The commands, loaded when they are called: a quick command should not wait for a slow one. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.js')).addInit,
  import: async () => (await import('./commands/import.js')).addImport,
  export: async () => (await import('./commands/export.js')).addExport,
  copy: async () => (await import('./commands/copy.js')).addCopy,
  backup: async () => (await import('./commands/backup.js')).addBackup,
  record: async () => (await import('./commands/record.js')).addRecord,
  view: async () => (await import('./commands/view.js')).addView,
  explain: async () => (await import('./commands/explain.js')).addExplain,
  reconcile: async () => (await import('./commands/reconcile.js')).addReconcile,
  check: async () => (await import('./commands/check.js')).addCheck,
  told: async () => (await import('./commands/told.js')).addTold,
  assurance: async () => (await import('./commands/assurance.js')).addAssurance,
  tables: async () => (await import('./commands/tables.js')).addTables,
  key: async () => (await import('./commands/key.js')).addKey,
  checkpoint: async () => (await import('./commands/checkpoint.js')).addCheckpoint,
  cosign: async () => (await import('./commands/cosign.js')).addCosign,
  verify: async () => (await import('./commands/verify.js')).addVerify,
  evidence: async () => (await import('./commands/evidence.js')).addEvidence,
  demo: async () => (await import('./commands/demo.js')).addDemo,
}

/**
 * Runs the command.
 *
 * Errors: none; what goes wrong is one sentence on standard error and an exit code (0 done, 1 the
 * answer is no, 2 wrong use or bad input, 3 the ledger or a file could not be read or written).
 *
 * @param argv the arguments, without the names of the runtime and the program.
 */
export const main = async (argv: readonly string[], io: Io): Promise<number> => {
  const program = programOf(io)
  const terminal = (): Terminal => terminalOf(io, program.opts<GlobalOptions>())
  try {
    const outcome = await outcomeOf(program, argv, terminal)
    if (E.isRight(outcome)) return outcome.right
    const { exitCode, sentence } = outcome.left
    if (sentence !== undefined) await terminal().say(`send-ledger: ${oneLine(sentence)}`)
    return exitCode
  } catch (cause) {
    if (cause instanceof CommanderError) return wrongUse(cause, terminal())
    await terminal().say(`send-ledger: ${unexpected(cause)}`)
    return 3
  }
}

const versionFlags: readonly string[] = ['-V', '--version']

/** The program without its commands. */
const programOf = (io: Io): Command =>
  new Command('send-ledger')
    .description('A ledger of a SEND improvement programme that answers for any past date.')
    .version(version(), versionFlags.join(', '), 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--json', 'machine output where a command prints for people')
    .option('--quiet', 'print nothing but what was asked for, and errors')
    .option('--no-color', 'no colours, nor bold; NO_COLOR does the same')
    .option(
      '--config <file>',
      "the council's own views (default: send-ledger.config.mjs beside it)",
    )
    .option('--no-snapshots', 'replay the ledger, and keep nothing of it for the next time')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      // Wrong use is told in one sentence, below.
      writeErr: () => {},
      outputError: () => {},
    })

/** Calls the command: only the one named is loaded, or all of them for help. */
const outcomeOf = async (
  program: Command,
  argv: readonly string[],
  terminal: () => Terminal,
): Promise<Outcome> => {
  let outcome: Outcome = E.right(0)
  const perform: Perform = async (work) => {
    outcome = await work(terminal())
  }
  for (const name of namesToLoad(argv)) {
    const add = await commands[name]?.()
    await add?.(program, perform)
  }
  await program.parseAsync([...argv], { from: 'user' })
  return outcome
}

const namesToLoad = (argv: readonly string[]): readonly string[] => {
  const called = argv.find((argument) => !argument.startsWith('-'))
  if (called === undefined && argv.some((argument) => versionFlags.includes(argument))) return []
  return called !== undefined && Object.hasOwn(commands, called) ? [called] : Object.keys(commands)
}

/** Help and the version were asked for; anything else was wrong use, said in one sentence. */
const wrongUse = async (error: CommanderError, terminal: Terminal): Promise<number> => {
  if (error.exitCode === 0) return 0
  const said = error.code === 'commander.help' ? 'no command was given' : error.message
  const what = oneLine(said.replace(/^error: /, '')).replace(/\.$/, '')
  await terminal.say(`send-ledger: ${what}. See send-ledger --help, or --help after a command.`)
  return 2
}

/** The sentence for a mistake of our own. */
export const unexpected = (cause: unknown): string =>
  `something went wrong that should not have: ${oneLine(E.toError(cause).message)}. Please report it, with the command that you gave.`

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim()
