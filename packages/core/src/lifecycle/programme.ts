/**
 * The life cycle of a programme. Its areas of concern, its scale and versions of its plan may be
 * there before the plan is published.
 */
import { isOf, type LedgerRecord, type RecordOf } from '../events/record.js'
import { needsBefore, noneLater, once, type PathRule, uniqueId } from './path.js'

const since = '0.2.0'

const endsNeedProgramme: PathRule = {
  ...needsBefore(
    'ends-need-programme',
    'MonitoringStoodDown and ProgrammeClosed need ProgrammeEstablished before them.',
    ['MonitoringStoodDown', 'ProgrammeClosed'],
    isOf('ProgrammeEstablished'),
  ),
  since,
}

/** Who monitors may stand down later: that is theirs to decide. */
const nothingOfClosedProgramme: PathRule = {
  ...noneLater(
    'nothing-after-closing',
    'No scale, area, workstream or version of the plan may be dated after ProgrammeClosed.',
    ['RagScaleAdopted', 'AreaOfConcernIdentified', 'WorkstreamEstablished', 'PlanVersionApproved'],
    isOf('ProgrammeClosed'),
  ),
  since,
}

const isStoodDown = isOf('MonitoringStoodDown')

/** The areas and workstreams that a record names, each as one text. */
const named = (record: LedgerRecord): readonly string[] => {
  const { areaId, workstreamId } = record.data as RecordOf<'MonitoringStoodDown'>['data']
  return [
    ...(areaId === undefined ? [] : [`area ${areaId}`]),
    ...(workstreamId === undefined ? [] : [`workstream ${workstreamId}`]),
  ]
}

const isGroup = isOf('AreaOfConcernIdentified', 'WorkstreamEstablished')

const standsDownSomething: PathRule = {
  name: 'stands-down-something',
  because: 'MonitoringStoodDown needs the area or workstream that it names, not dated before it.',
  since,
  broken: (path) => {
    const known = new Set<string>()
    for (const record of path) {
      if (isGroup(record)) known.add(named(record)[0] as string)
      const missing = isStoodDown(record) && named(record).find((name) => !known.has(name))
      if (missing) {
        return { record, against: path.find((each) => isGroup(each) && named(each)[0] === missing) }
      }
    }
    return undefined
  },
}

/** On the day on which the whole is stood down its parts may be named too. */
const stoodDownOnce: PathRule = {
  name: 'stood-down-once',
  because:
    'Monitoring of an area, a workstream or the whole ends once, and with the whole all ends.',
  since,
  broken: (path) => {
    const before = new Map<string, LedgerRecord>()
    for (const record of path.filter(isStoodDown)) {
      const parts = named(record)
      const whole = before.get('')
      if (whole && (parts.length === 0 || whole.effectiveOn < record.effectiveOn)) {
        return { record, against: whole }
      }
      for (const part of parts.length === 0 ? [''] : parts) {
        const against = before.get(part)
        if (against) return { record, against }
        before.set(part, record)
      }
    }
    return undefined
  },
}

/** The rules of a programme's path. */
export const programmeRules: readonly PathRule[] = [
  once('established-once', 'ProgrammeEstablished'),
  uniqueId('AreaOfConcernIdentified', 'areaId'),
  uniqueId('WorkstreamEstablished', 'workstreamId'),
  endsNeedProgramme,
  { ...once('closed-once', 'ProgrammeClosed'), since },
  nothingOfClosedProgramme,
  standsDownSomething,
  stoodDownOnce,
]
