/** Told to a process by NODE_OPTIONS: says at its end how much memory it ever held. */
process.on('exit', () => {
  if (process.env.SEND_LEDGER_PEAK) {
    require('node:fs').writeFileSync(
      process.env.SEND_LEDGER_PEAK,
      String(process.resourceUsage().maxRSS),
    )
  }
})
