/**
 * The views of the three packages of figures, under the names that the command has for them.
 */
export { complianceView as compliance } from '@send-ledger/compliance'
export { capacityView as capacity, workforceView as workforce } from '@send-ledger/workforce'
export { wsoaView as wsoa } from '@send-ledger/wsoa'
