/**
 * What the program says of its commands, arguments and options.
 */
import { Writable } from 'node:stream'
import { wholeProgram } from '@send-ledger/cli'
import { instant } from '@send-ledger/core'

type Command = Awaited<ReturnType<typeof wholeProgram>>

/** A command, or the program itself. */
export interface Described {
  /** Such as `key new`; empty for the program itself. */
  readonly name: string
  readonly usage: string
  readonly says: string
  readonly arguments: readonly Term[]
  readonly options: readonly Term[]
}

/** An argument or option as it is written, and what it does. */
export interface Term {
  readonly term: string
  readonly says: string
}

/** The program, and then each command in the order of its help. */
export const described = async (): Promise<readonly Described[]> => {
  const nowhere = new Writable({ write: (_chunk, _, done) => done() })
  const program = await wholeProgram({
    stdout: nowhere,
    stderr: nowhere,
    stdin: (async function* () {})(),
    env: {},
    isTTY: { stdout: false, stderr: false },
    now: () => instant('2021-11-01T12:00:00.000Z'),
  })
  return [describe(program, ''), ...within(program, '')]
}

/** A command that only groups others is described by them. */
const within = (command: Command, above: string): readonly Described[] =>
  command.commands.flatMap((each) => {
    const name = `${above}${each.name()}`
    return each.commands.length > 0 ? within(each, `${name} `) : [describe(each, name)]
  })

const describe = (command: Command, name: string): Described => {
  const help = command.createHelp()
  return {
    name,
    usage: help.commandUsage(command),
    says: command.description(),
    arguments: help.visibleArguments(command).map((each) => ({
      term: help.argumentTerm(each),
      says: help.argumentDescription(each),
    })),
    options: help
      .visibleOptions(command)
      .filter(({ long }) => name === '' || long !== '--help')
      .map((each) => ({
        term: help.optionTerm(each),
        says: `${help.optionDescription(each)}${each.mandatory ? ' (needed)' : ''}`,
      })),
  }
}
