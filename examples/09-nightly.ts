/**
 * A job for the night: the figures of the day for a dashboard, an evidence pack, and a copy.
 */
// #region nightly
import { join } from 'node:path'
import { type Io, main } from '@send-ledger/cli'
import { compliance, openLedger } from 'send-ledger'

/** What the night gave: the figures, or the command that did not end well, and its exit code. */
export type Night =
  | { readonly open: number; readonly overdue: number }
  | { readonly failed: string; readonly code: number }

export const nightly = async (
  path: string,
  key: string,
  folder: string,
  day: string,
  io: Io,
): Promise<Night> => {
  const ledger = await openLedger(path, { access: 'read' })
  const { view } = await ledger.ask(compliance, { asAt: day })
  await ledger.close()

  const commands = [
    ['check', path, '--as-at', day],
    ['evidence', path, '--as-at', day, '--out', join(folder, `pack-${day}`), '--key', key],
    // Last, so that the copy holds that the pack was issued; it is made while others record.
    ['backup', path, '--out', join(folder, `backup-${day}.sqlite`)],
  ]
  for (const command of commands) {
    const code = await main(['--quiet', ...command], io)
    if (code !== 0) return { failed: command[0] ?? '', code }
  }
  return { open: view.open.total, overdue: view.open.overdue.all }
}
// #endregion nightly
