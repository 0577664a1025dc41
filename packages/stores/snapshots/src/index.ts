/**
 * Snapshots in files.
 */
export { snapshotFolder } from './snapshot-folder.js'
