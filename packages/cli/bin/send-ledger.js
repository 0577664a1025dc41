#!/usr/bin/env node
// Kept in the repository, not built: pnpm links a command only if its file stands at install time.
import '../bundle/main.js'
