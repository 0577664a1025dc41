/**
 * The commands that a page shows, and the program that runs them as they stand.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { main } from '@send-ledger/cli'
import { type Instant, instant } from '@send-ledger/core'
import { root } from '../house/sources.js'

/** What a command printed, on either stream, and its exit code. */
export interface Printed {
  readonly code: number
  readonly out: string
}

/** Runs `send-ledger` with arguments, at an instant. */
export const runCommand = async (
  argv: readonly string[],
  now: () => Instant = () => instant('2021-11-01T12:00:00.000Z'),
): Promise<Printed> => {
  let out = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      out += String(chunk)
      done()
    },
  })
  const code = await main(argv, {
    stdout: sink,
    stderr: sink,
    stdin: (async function* () {})(),
    env: {},
    isTTY: { stdout: false, stderr: false },
    now,
  })
  return { code, out }
}

/** The arguments of each command of a page under docs, as a shell would split them. */
export const commandsIn = (page: string): readonly (readonly string[])[] =>
  [...readFileSync(join(root, 'docs', page), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => line.startsWith('npx send-ledger '))
    .map((line) =>
      [...line.matchAll(/'([^']*)'|(\S+)/g)]
        .map(([, quoted, plain]) => quoted ?? plain ?? '')
        .slice(2),
    )
