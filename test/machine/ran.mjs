/**
 * Runs another program to its end, as a person at a terminal would.
 */
import { spawnSync } from 'node:child_process'

/** What npm sets for its scripts would be told to the npm that a test runs in another folder. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(npm|pnpm)_/i.test(name) && name !== 'INIT_CWD',
  ),
)

/** Its exit code, and all that it printed. */
export const ran = (program, args, { cwd, env = {} } = {}) => {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...environment, ...env },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    timeout: 300_000,
  })
  if (error) throw error
  return { code: status, out: stdout, err: stderr }
}

/** What it printed. A program that fails is a failed test. */
export const output = (program, args, options) => {
  const { code, out, err } = ran(program, args, options)
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}\n${out}${err}`)
  return out
}
