/**
 * Keys in files, and signed checkpoints, made by the command itself.
 */
import { newPath, run } from './running.js'

/** The path of a new signer key; its verifier key lies beside it, with `.pub`. */
export const newKey = async (name: string, ...options: readonly string[]): Promise<string> => {
  const path = newPath('a.key')
  const { code, err } = await run(['key', 'new', path, '--name', name, ...options])
  if (code !== 0) throw new Error(err)
  return path
}

/** The path of a checkpoint of a ledger, signed by a key. */
export const checkpointFile = async (ledger: string, key: string): Promise<string> => {
  const path = newPath('checkpoint')
  const { code, err } = await run(['checkpoint', ledger, '--key', key, '--out', path])
  if (code !== 0) throw new Error(err)
  return path
}
