/**
 * What is dear to make, and is the same for every test: made by the first test that needs it, once
 * in a run, and read by the others.
 */
import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** The file of a name, made where it is not there yet. It is looked at, and never changed. */
export const fileMadeOnce = async (
  name: string,
  make: (path: string) => Promise<unknown>,
): Promise<string> => {
  const path = join(process.env.SEND_LEDGER_MADE_ONCE ?? '', name)
  if (existsSync(path)) return path
  // Where two tests make it at the same time, each makes its own, and the last one stays.
  const making = `${path}.${randomUUID()}`
  await make(making)
  renameSync(making, path)
  return path
}

/** The value of a name: plain data, maps and bytes. */
export const valueMadeOnce = async <A>(name: string, make: () => Promise<A>): Promise<A> =>
  deserialize(
    readFileSync(
      await fileMadeOnce(name, async (path) => writeFileSync(path, serialize(await make()))),
    ),
  )
