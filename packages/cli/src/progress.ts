/**
 * A bar that shows how far a long command has come: on a terminal only, and on standard error,
 * so that it never gets into the output.
 */
import type { Terminal } from './terminal.js'

/** Shows progress. */
export interface Progress {
  readonly reached: (done: number) => void
  readonly end: () => void
}

const silent: Progress = { reached: () => {}, end: () => {} }

/** How far there is to go, and what is being done. */
export interface Course {
  readonly doing: string
  readonly total: number
}

/** A bar for a course; none where nobody sees it. */
export const progressOf = async (
  { io, quiet, json }: Terminal,
  { doing, total }: Course,
): Promise<Progress> => {
  if (!io.isTTY.stderr || quiet || json || total === 0) return silent
  const { SingleBar } = await import('cli-progress')
  const bar = new SingleBar({
    format: `${doing} [{bar}] {percentage}%`,
    stream: io.stderr as NodeJS.WriteStream,
    clearOnComplete: true,
    hideCursor: true,
    fps: 5,
  })
  bar.start(total, 0)
  return { reached: (done) => bar.update(Math.min(done, total)), end: () => bar.stop() }
}
