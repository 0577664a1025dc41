/**
 * Told to a process by NODE_OPTIONS: says at its end how much memory it ever held. Unit: KiB.
 *
 * Linux counts to what a process ever held also what its parent held when it started it, so that
 * the figure of the running program is read where there is one.
 */
const { readFileSync, writeFileSync } = require('node:fs')

const mostHeld = () => {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1])
  } catch {
    return process.resourceUsage().maxRSS
  }
}

process.on('exit', () => {
  if (process.env.SEND_LEDGER_PEAK) {
    writeFileSync(process.env.SEND_LEDGER_PEAK, String(mostHeld()))
  }
})
